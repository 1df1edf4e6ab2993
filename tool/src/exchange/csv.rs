//! A table for a spreadsheet: one question a row, every kind, both languages. What is written here comes back unchanged.

use std::cell::RefCell;
use std::collections::BTreeSet;

use csv::{Position, ReaderBuilder};
use domain::catalog::{Point, Region};
use domain::decimal::Decimal;
use domain::practical;
use domain::unit::Localized;

use super::{Answer, Draft, Loss, NotUnderstood, Reason, Remarks, Seconds, number};
use crate::author::form;

/// The greatest number of choices, items or pairs of a row.
const PARTS: usize = 10;
/// The columns besides the parts.
const FIRST: [&str; 6] = ["id", "topic", "kind", "text", "text_en", "right"];
const LAST: [&str; 18] = [
    "answer",
    "tolerance",
    "unit",
    "unit_en",
    "why",
    "why_en",
    "teaches_chapter",
    "teaches_from",
    "teaches_to",
    "scene_chapter",
    "scene_from",
    "scene_to",
    "image",
    "alt",
    "alt_en",
    "regions",
    "region",
    "region_en",
];
/// Columns of a part: `choice1`, `choice1_en`, and for pairs `with1`, `with1_en`.
const PART: [(&str, &str); 4] = [("choice", ""), ("choice", "_en"), ("with", ""), ("with", "_en")];

fn columns() -> Vec<String> {
    let parts = (1..=PARTS).flat_map(|n| PART.map(|(name, end)| format!("{name}{n}{end}")));
    let named = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    named(&FIRST).into_iter().chain(parts).chain(named(&LAST)).collect()
}

/// Writes the table, as all of Yoshu's tables are written.
#[must_use]
pub fn write(drafts: &[Draft]) -> String {
    let columns = columns();
    let row = |draft| {
        let cells = Cells::of(draft);
        columns.iter().map(|column| cells.get(column).to_string()).collect::<Vec<_>>()
    };
    practical::csv(std::iter::once(columns.clone()).chain(drafts.iter().map(row)))
}

/// The cells of one question by their columns.
struct Cells(Vec<(String, String)>);

impl Cells {
    fn of(draft: &Draft) -> Self {
        let mut cells = Self(Vec::new());
        cells.put("id", &draft.name);
        cells.put("topic", &draft.topic);
        cells.put_both("text", &draft.text);
        cells.put_both("why", &draft.why);
        for (name, seconds) in [("teaches", &draft.teaches), ("scene", &draft.scene)] {
            if let Some(seconds) = seconds {
                cells.put(&format!("{name}_chapter"), &seconds.chapter);
                cells.put(&format!("{name}_from"), &form::show_position(seconds.from));
                cells.put(&format!("{name}_to"), &form::show_position(seconds.to));
            }
        }
        let kind = cells.put_answer(&draft.answer);
        cells.put("kind", kind);
        cells
    }

    fn put_answer(&mut self, answer: &Answer) -> &'static str {
        match answer {
            Answer::TrueFalse(right) => {
                self.put("right", if *right { "true" } else { "false" });
                "true-false"
            }
            Answer::Choice { choices, right, multiple } => {
                self.put_parts("choice", choices.iter());
                let right: Vec<String> =
                    right.iter().map(|index| (index + 1).to_string()).collect();
                self.put("right", &right.join(";"));
                if *multiple { "multiple" } else { "single" }
            }
            Answer::Order(items) => {
                self.put_parts("choice", items.iter());
                "order"
            }
            Answer::Match(pairs) => {
                self.put_parts("choice", pairs.iter().map(|(left, _)| left));
                self.put_parts("with", pairs.iter().map(|(_, right)| right));
                "match"
            }
            Answer::Numeric { answer, tolerance, unit } => {
                self.put("answer", &answer.to_string());
                self.put("tolerance", &tolerance.to_string());
                self.put_both("unit", unit);
                "numeric"
            }
            Answer::Hotspot { image, alt, regions, region, .. } => {
                self.put("image", image);
                self.put_both("alt", alt);
                self.put_both("region", region);
                let regions: Vec<String> = regions.iter().map(show_region).collect();
                self.put("regions", &regions.join("; "));
                "hotspot"
            }
        }
    }

    fn put(&mut self, column: &str, cell: &str) {
        self.0.push((column.to_string(), cell.to_string()));
    }

    fn put_both(&mut self, column: &str, text: &Localized) {
        self.put(column, &text.ja);
        self.put(&format!("{column}_en"), text.en.as_deref().unwrap_or_default());
    }

    fn put_parts<'a>(&mut self, name: &str, texts: impl Iterator<Item = &'a Localized>) {
        for (n, text) in (1..).zip(texts) {
            self.put_both(&format!("{name}{n}"), text);
        }
    }

    fn get(&self, column: &str) -> &str {
        self.0.iter().find(|(name, _)| name == column).map_or("", |(_, cell)| cell)
    }
}

/// A region as an author writes it: `circle 30.5 42 8`.
fn show_region(region: &Region) -> String {
    let numbers = |shares: &[u16]| {
        shares.iter().map(|share| form::show_share(*share)).collect::<Vec<_>>().join(" ")
    };
    match region {
        Region::Circle { middle, radius } => {
            format!("circle {}", numbers(&[middle.x, middle.y, *radius]))
        }
        Region::Rect { corner, width, height } => {
            format!("rect {}", numbers(&[corner.x, corner.y, *width, *height]))
        }
        Region::Polygon { corners } => {
            let shares: Vec<u16> = corners.iter().flat_map(|corner| [corner.x, corner.y]).collect();
            format!("polygon {}", numbers(&shares))
        }
    }
}

fn read_region(text: &str) -> Option<Region> {
    let mut words = text.split_whitespace();
    let shape = words.next()?;
    let share = |text| form::share(Decimal::read(text, "").ok()?);
    let numbers: Option<Vec<u16>> = words.map(share).collect();
    let numbers = numbers?;
    let point = |pair: &[u16]| Point { x: pair[0], y: pair[1] };
    let region = match (shape, numbers.len()) {
        ("circle", 3) => Region::Circle { middle: point(&numbers), radius: numbers[2] },
        ("rect", 4) => {
            Region::Rect { corner: point(&numbers), width: numbers[2], height: numbers[3] }
        }
        ("polygon", count) if count >= 6 && count % 2 == 0 => {
            Region::Polygon { corners: numbers.chunks(2).map(point).collect() }
        }
        _ => return None,
    };
    region.is_sound().then_some(region)
}

/// Reads a table that this program wrote, or one made after it: columns in any order, commas, semicolons or tabs.
///
/// # Errors
/// No table, a column that is missing, each cell that cannot stand in its column.
pub fn read(text: &str, remarks: &mut Remarks) -> Result<Vec<Draft>, Vec<NotUnderstood>> {
    let head = text.trim_start_matches(LINE_ENDS).lines().next().unwrap_or_default();
    let delimiter = [b',', b'\t', b';']
        .into_iter()
        .max_by_key(|mark| head.bytes().filter(|byte| byte == mark).count())
        .unwrap_or(b',');
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let unread = |error: csv::Error| NotUnderstood {
        line: line_of(text, error.position()),
        reason: Reason::Table(error.to_string()),
    };
    let head = reader.headers().map_err(|error| vec![unread(error)])?;
    let head: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
    let known = columns();
    let at = line_of(text, Some(&Position::new()));
    let mut faults = head_faults(at, &head);
    for name in head.iter().filter(|name| !name.is_empty() && !known.contains(name)) {
        remarks.add(at, Loss::Column(name.clone()));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut drafts = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) if record.iter().all(|cell| cell.trim().is_empty()) => continue,
            Ok(record) => record,
            Err(error) => {
                faults.push(unread(error));
                continue;
            }
        };
        let line = line_of(text, record.position());
        let row = Row::new(line, &head, &record, remarks);
        let draft = row.draft();
        row.finish();
        faults.append(&mut row.faults.into_inner());
        drafts.extend(draft);
    }
    if faults.is_empty() { Ok(drafts) } else { Err(faults) }
}

/// Columns that are missing, or stand twice.
fn head_faults(line: u32, head: &[String]) -> Vec<NotUnderstood> {
    let at_head = |reason| NotUnderstood { line, reason };
    let missing =
        ["kind", "text"].into_iter().filter(|wanted| !head.iter().any(|name| name == wanted));
    let twice =
        head.iter().enumerate().filter(|(n, name)| !name.is_empty() && head[..*n].contains(name));
    missing
        .map(|wanted| at_head(Reason::Column(wanted)))
        .chain(twice.map(|(_, name)| at_head(Reason::ColumnTwice(name.clone()))))
        .collect()
}

/// What ends a line.
const LINE_ENDS: [char; 2] = ['\r', '\n'];

/// The line of a row. The reader tells where it began to look for one, which is before the blank lines that it passes over.
fn line_of(text: &str, at: Option<&Position>) -> u32 {
    let Some(at) = at else { return 1 };
    let rest = usize::try_from(at.byte()).ok().and_then(|from| text.get(from..));
    let row = rest.map(|rest| rest.trim_start_matches(LINE_ENDS));
    let passed = rest.zip(row).map_or("", |(rest, row)| &rest[..rest.len() - row.len()]);
    let line = at.line() + passed.matches('\n').count() as u64;
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// One row while it is read: everything that is wrong with it is noted, and the columns that its kind asks for.
struct Row<'a> {
    line: u32,
    head: &'a [String],
    record: &'a csv::StringRecord,
    faults: RefCell<Vec<NotUnderstood>>,
    asked: RefCell<BTreeSet<String>>,
    remarks: RefCell<&'a mut Remarks>,
}

impl<'a> Row<'a> {
    fn new(
        line: u32,
        head: &'a [String],
        record: &'a csv::StringRecord,
        remarks: &'a mut Remarks,
    ) -> Self {
        let (faults, asked) = (RefCell::default(), RefCell::default());
        Self { line, head, record, faults, asked, remarks: RefCell::new(remarks) }
    }

    /// The question; none when anything is wrong with it.
    fn draft(&self) -> Option<Draft> {
        let beyond = self.record.iter().skip(self.head.len());
        if beyond.into_iter().any(|cell| !cell.trim().is_empty()) {
            let (wanted, found) = (self.head.len(), self.record.len());
            self.fault(Reason::Cells { wanted, found });
        }
        let (teaches, scene) = (self.seconds("teaches"), self.seconds("scene"));
        let answer = self.answer();
        Some(Draft {
            line: self.line,
            name: self.cell("id").to_string(),
            topic: self.cell("topic").to_string(),
            text: self.both("text"),
            why: self.both("why"),
            answer: answer?,
            teaches,
            scene,
        })
    }

    /// Notes the cells that nobody asked for.
    fn finish(&self) {
        let known = columns();
        let cells = self.head.iter().zip(self.record.iter());
        for (name, _) in cells.filter(|(_, cell)| !cell.trim().is_empty()) {
            if known.contains(name) && !self.asked.borrow().contains(name) {
                self.remarks.borrow_mut().add(self.line, Loss::Column(name.clone()));
            }
        }
    }

    fn answer(&self) -> Option<Answer> {
        match self.cell("kind") {
            "true-false" => match self.cell("right").to_lowercase().as_str() {
                "true" | "1" => Some(Answer::TrueFalse(true)),
                "false" | "0" => Some(Answer::TrueFalse(false)),
                _ => self.wrong("right"),
            },
            kind @ ("single" | "multiple") => self.choice(kind == "multiple"),
            "order" => Some(Answer::Order(self.parts("choice")?)),
            "match" => self.pairs(),
            "numeric" => {
                let answer = self.number("answer");
                let tolerance = if self.cell("tolerance").is_empty() {
                    Some(Decimal::default())
                } else {
                    self.number("tolerance")
                };
                let unit = self.both("unit");
                Some(Answer::Numeric { answer: answer?, tolerance: tolerance?, unit })
            }
            "hotspot" => self.hotspot(),
            _ => self.wrong("kind"),
        }
    }

    fn choice(&self, multiple: bool) -> Option<Answer> {
        let choices = self.parts("choice");
        let count = choices.as_ref().map_or(PARTS, Vec::len);
        let numbers = self.cell("right").split([';', ',', '、', ' ']);
        let right: Option<BTreeSet<usize>> = numbers
            .filter(|number| !number.is_empty())
            .map(|number| {
                let index = number.parse::<usize>().ok()?.checked_sub(1)?;
                (index < count).then_some(index)
            })
            .collect();
        let fits = |right: &BTreeSet<usize>| !right.is_empty() && (multiple || right.len() == 1);
        let right = right.filter(fits).or_else(|| self.wrong("right"));
        Some(Answer::Choice { choices: choices?, right: right?, multiple })
    }

    /// Each left with its right.
    fn pairs(&self) -> Option<Answer> {
        let (lefts, rights) = (self.parts("choice"), self.parts("with"));
        let (lefts, rights) = (lefts?, rights?);
        if lefts.len() != rights.len() {
            let missing = if lefts.len() < rights.len() { "choice" } else { "with" };
            return self.wrong(&format!("{missing}{}", lefts.len().min(rights.len()) + 1));
        }
        Some(Answer::Match(lefts.into_iter().zip(rights).collect()))
    }

    fn hotspot(&self) -> Option<Answer> {
        let regions: Option<Vec<Region>> =
            self.cell("regions").split(';').map(read_region).collect();
        let (image, alt, region) = (self.cell("image"), self.both("alt"), self.both("region"));
        let image = if image.is_empty() { self.wrong("image") } else { Some(image.to_string()) };
        let regions = regions.or_else(|| self.wrong("regions"));
        Some(Answer::Hotspot { image: image?, size: None, alt, regions: regions?, region })
    }

    fn number(&self, column: &str) -> Option<Decimal> {
        let number = number::read(self.cell(column), self.line, &mut self.remarks.borrow_mut());
        number.or_else(|| self.wrong(column))
    }

    fn seconds(&self, name: &str) -> Option<Seconds> {
        let chapter = self.cell(&format!("{name}_chapter"));
        if chapter.is_empty() {
            return None;
        }
        let at = |end: &str| {
            let column = format!("{name}_{end}");
            form::position(self.cell(&column)).or_else(|| self.wrong(&column))
        };
        let (from, to) = (at("from"), at("to"));
        Some(Seconds { chapter: chapter.to_string(), from: from?, to: to? })
    }

    /// The parts of a row, one behind the other: a gap among them would move those behind it.
    fn parts(&self, name: &str) -> Option<Vec<Localized>> {
        let mut parts: Vec<Localized> =
            (1..=PARTS).map(|n| self.both(&format!("{name}{n}"))).collect();
        let is_blank = |text: &Localized| text.ja.is_empty() && text.en.is_none();
        let count = parts.iter().rposition(|text| !is_blank(text)).map_or(0, |last| last + 1);
        parts.truncate(count);
        match parts.iter().position(|text| text.ja.is_empty()) {
            Some(gap) => self.wrong(&format!("{name}{}", gap + 1)),
            None => Some(parts),
        }
    }

    fn both(&self, column: &str) -> Localized {
        let en = self.cell(&format!("{column}_en"));
        Localized {
            ja: self.cell(column).to_string(),
            en: (!en.is_empty()).then(|| en.to_string()),
        }
    }

    fn cell(&self, column: &str) -> &str {
        self.asked.borrow_mut().insert(column.to_string());
        let at = self.head.iter().position(|name| name == column);
        at.and_then(|at| self.record.get(at)).map_or("", |cell| practical::unguarded(cell.trim()))
    }

    fn wrong<T>(&self, column: &str) -> Option<T> {
        let found = self.cell(column).to_string();
        self.fault(Reason::Cell { column: column.to_string(), found });
        None
    }

    fn fault(&self, reason: Reason) {
        self.faults.borrow_mut().push(NotUnderstood { line: self.line, reason });
    }
}
