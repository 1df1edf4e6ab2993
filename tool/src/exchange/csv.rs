//! A table for a spreadsheet: one question a row, every kind, both languages. What is written here comes back unchanged.

use std::collections::BTreeSet;

use csv::{ReaderBuilder, WriterBuilder};
use domain::catalog::{Point, Region};
use domain::unit::Localized;

use super::{Answer, Draft, Loss, NotUnderstood, Reason, Remarks, Seconds};
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

/// Writes the table: UTF-8 with a mark at its start, by which spreadsheets know it.
#[must_use]
pub fn write(drafts: &[Draft]) -> String {
    let columns = columns();
    let mut writer = WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut rows = vec![columns.clone()];
    for draft in drafts {
        let cells = Cells::of(draft);
        rows.push(columns.iter().map(|column| guarded(cells.get(column))).collect());
    }
    for row in rows {
        // Writing into memory does not fail.
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// A cell that a spreadsheet would take for a formula gets a quotation mark in front.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\'', '\t']) && cell.parse::<f64>().is_err() {
        format!("'{cell}")
    } else {
        cell.to_string()
    }
}

fn unguarded(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\'', '\t']) => rest,
        _ => cell,
    }
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
                self.put("answer", answer);
                self.put("tolerance", tolerance);
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
    let percent = |share: u16| {
        let text = format!("{}.{:02}", share / 100, share % 100);
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    };
    let point = |point: &Point| format!("{} {}", percent(point.x), percent(point.y));
    match region {
        Region::Circle { middle, radius } => {
            format!("circle {} {}", point(middle), percent(*radius))
        }
        Region::Rect { corner, width, height } => {
            format!("rect {} {} {}", point(corner), percent(*width), percent(*height))
        }
        Region::Polygon { corners } => {
            format!("polygon {}", corners.iter().map(point).collect::<Vec<_>>().join(" "))
        }
    }
}

fn read_region(text: &str) -> Option<Region> {
    let mut words = text.split_whitespace();
    let shape = words.next()?;
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

/// Percent with two decimals in ten-thousandths.
fn share(text: &str) -> Option<u16> {
    let percent: f64 = text.parse().ok()?;
    // safe: inside the range that was asked for
    (0.0..=100.0).contains(&percent).then(|| (percent * 100.0).round() as u16)
}

/// Reads a table that this program wrote, or one made after it: columns in any order, commas, semicolons or tabs.
///
/// # Errors
/// No table, a column that is missing, a cell that cannot stand in its column.
pub fn read(text: &str, remarks: &mut Remarks) -> Result<Vec<Draft>, NotUnderstood> {
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b',', b'\t', b';']
        .into_iter()
        .max_by_key(|mark| head.bytes().filter(|byte| byte == mark).count())
        .unwrap_or(b',');
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let unread = |error: csv::Error| NotUnderstood {
        line: error.position().map_or(1, |at| line_number(at.line())),
        reason: Reason::Table(error.to_string()),
    };
    let head: Vec<String> =
        reader.headers().map_err(unread)?.iter().map(|name| name.trim().to_lowercase()).collect();
    for wanted in ["kind", "text"] {
        if !head.iter().any(|name| name == wanted) {
            return Err(NotUnderstood { line: 1, reason: Reason::Column(wanted) });
        }
    }
    let known = columns();
    for name in head.iter().filter(|name| !name.is_empty() && !known.contains(name)) {
        remarks.add(1, Loss::Dropped(name.clone()));
    }
    let mut drafts = Vec::new();
    for record in reader.records() {
        let record = record.map_err(unread)?;
        let line = record.position().map_or(1, |at| line_number(at.line()));
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        drafts.push(Row { line, head: &head, record: &record }.draft()?);
    }
    Ok(drafts)
}

fn line_number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// One row while it is read.
struct Row<'a> {
    line: u32,
    head: &'a [String],
    record: &'a csv::StringRecord,
}

impl Row<'_> {
    fn draft(&self) -> Result<Draft, NotUnderstood> {
        Ok(Draft {
            line: self.line,
            name: self.cell("id").to_string(),
            topic: self.cell("topic").to_string(),
            text: self.both("text"),
            why: self.both("why"),
            answer: self.answer()?,
            teaches: self.seconds("teaches")?,
            scene: self.seconds("scene")?,
        })
    }

    fn answer(&self) -> Result<Answer, NotUnderstood> {
        Ok(match self.cell("kind") {
            "true-false" => Answer::TrueFalse(match self.cell("right").to_lowercase().as_str() {
                "true" | "1" => true,
                "false" | "0" => false,
                _ => return Err(self.wrong("right")),
            }),
            kind @ ("single" | "multiple") => {
                let choices = self.parts("choice");
                let right: Option<BTreeSet<usize>> = self
                    .cell("right")
                    .split([';', ',', '、', ' '])
                    .filter(|number| !number.is_empty())
                    .map(|number| {
                        let index = number.parse::<usize>().ok()?.checked_sub(1)?;
                        (index < choices.len()).then_some(index)
                    })
                    .collect();
                let right =
                    right.filter(|right| !right.is_empty()).ok_or_else(|| self.wrong("right"))?;
                if kind == "single" && right.len() != 1 {
                    return Err(self.wrong("right"));
                }
                Answer::Choice { choices, right, multiple: kind == "multiple" }
            }
            "order" => Answer::Order(self.parts("choice")),
            "match" => {
                Answer::Match(self.parts("choice").into_iter().zip(self.parts("with")).collect())
            }
            "numeric" => Answer::Numeric {
                answer: self.number("answer")?,
                tolerance: if self.cell("tolerance").is_empty() {
                    "0".into()
                } else {
                    self.number("tolerance")?
                },
                unit: self.both("unit"),
            },
            "hotspot" => {
                let regions: Option<Vec<Region>> =
                    self.cell("regions").split(';').map(read_region).collect();
                Answer::Hotspot {
                    image: self.cell("image").to_string(),
                    size: None,
                    alt: self.both("alt"),
                    regions: regions.ok_or_else(|| self.wrong("regions"))?,
                    region: self.both("region"),
                }
            }
            _ => return Err(self.wrong("kind")),
        })
    }

    fn number(&self, column: &str) -> Result<String, NotUnderstood> {
        let cell = self.cell(column);
        if cell.parse::<f64>().is_ok() { Ok(cell.to_string()) } else { Err(self.wrong(column)) }
    }

    fn seconds(&self, name: &str) -> Result<Option<Seconds>, NotUnderstood> {
        let chapter = self.cell(&format!("{name}_chapter"));
        if chapter.is_empty() {
            return Ok(None);
        }
        let at = |end: &str| {
            let column = format!("{name}_{end}");
            form::position(self.cell(&column)).ok_or_else(|| self.wrong(&column))
        };
        Ok(Some(Seconds { chapter: chapter.to_string(), from: at("from")?, to: at("to")? }))
    }

    fn parts(&self, name: &str) -> Vec<Localized> {
        let parts = (1..=PARTS).map(|n| self.both(&format!("{name}{n}")));
        parts.take_while(|text| !text.ja.is_empty()).collect()
    }

    fn both(&self, column: &str) -> Localized {
        let en = self.cell(&format!("{column}_en"));
        Localized {
            ja: self.cell(column).to_string(),
            en: (!en.is_empty()).then(|| en.to_string()),
        }
    }

    fn cell(&self, column: &str) -> &str {
        let at = self.head.iter().position(|name| name == column);
        at.and_then(|at| self.record.get(at)).map_or("", unguarded)
    }

    fn wrong(&self, column: &str) -> NotUnderstood {
        let reason =
            Reason::Cell { column: column.to_string(), found: self.cell(column).to_string() };
        NotUnderstood { line: self.line, reason }
    }
}
