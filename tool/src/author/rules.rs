//! `rules/<id>.toml`: a table of a regulation, as somebody wrote it down from its source.

mod als;
mod associations;
mod codes;
mod documents;
mod earning;
mod estimate;
mod hours;
mod training;

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use domain::rules::{RuleTable, Statement, StatementId, StatementKind, TableBody, TableId};
use domain::unit::{Localized, Percent};
use token::calendar::JstDate;

use crate::author::listing::one_of;
use crate::author::site::{localized, text};
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::sheet::{Document, Sheet};
use crate::source::{At, Place, Source};

const KINDS: &[&str] =
    &["training", "als", "codes", "earning", "hours", "associations", "documents", "estimate"];
const STATEMENT_KINDS: &[(&str, StatementKind)] = &[
    ("goal", StatementKind::Goal),
    ("conduct", StatementKind::Conduct),
    ("note", StatementKind::Note),
    ("rule", StatementKind::Rule),
    ("public", StatementKind::Public),
    ("reading", StatementKind::Reading),
];

/// Reads a table. Nothing comes back when anything in it is wrong; all of that is reported.
pub fn read(source: &Source, findings: &Findings) -> Option<RuleTable> {
    let before = findings.errors();
    let document = Document::parse(source, source.text(), 0, findings)?;
    let mut sheet = document.sheet();
    let id = table_id(&mut sheet, source);
    let kind = sheet.text("kind");
    let (title, version) = (localized(&mut sheet, "title"), text(&mut sheet, "version"));
    let as_of = date(&mut sheet, "as_of").to_string();
    let (source, caution) =
        (localized(&mut sheet, "source"), optional_localized(&mut sheet, "caution"));
    let statements = statements(&mut sheet);
    let reader =
        Reader { known: statements.iter().map(|statement| statement.id.clone()).collect() };
    let body = kind.and_then(|kind| body(&mut sheet, kind, &reader));
    sheet.finish();
    let table =
        RuleTable { id: id?, title, version, as_of, source, caution, statements, body: body? };
    (findings.errors() == before).then_some(table)
}

fn table_id(sheet: &mut Sheet<'_>, source: &Source) -> Option<TableId> {
    let id = sheet.text("id")?;
    let Some(table) = TableId::new(&id.value) else {
        sheet.note(id.place, Mistake::IdForm { key: "id".to_string(), found: id.value });
        return None;
    };
    let name = source.file().rsplit('/').next().unwrap_or_default();
    if name != format!("{table}.toml") {
        sheet.note(id.place, Mistake::RuleFileName { id: id.value });
    }
    Some(table)
}

fn body(sheet: &mut Sheet<'_>, kind: At<String>, reader: &Reader) -> Option<TableBody> {
    if !KINDS.contains(&kind.value.as_str()) {
        let (key, known) = ("kind".to_string(), KINDS.join(", "));
        sheet.note(kind.place, Mistake::UnknownWord { key, found: kind.value, known });
        // Another mistake speaks of it: its keys need not be reported one by one.
        KINDS.iter().for_each(|key| sheet.pass_over(key));
        return None;
    }
    let mut inner = sheet.table(&kind.value)?;
    let body = match kind.value.as_str() {
        "training" => TableBody::Training(training::read(&mut inner, reader)),
        "als" => TableBody::Als(Box::new(als::read(&mut inner, reader))),
        "codes" => TableBody::Codes(codes::read(&mut inner, reader)),
        "earning" => TableBody::Earning(earning::read(&mut inner, reader)),
        "hours" => TableBody::Hours(hours::read(&mut inner, reader)),
        "associations" => TableBody::Associations(associations::read(&mut inner, reader)),
        "documents" => TableBody::Documents(documents::read(&mut inner, reader)),
        _ => TableBody::Estimate(estimate::read(&mut inner, reader)),
    };
    inner.finish();
    Some(body)
}

fn statements(sheet: &mut Sheet<'_>) -> Vec<Statement> {
    if !sheet.has("statements") {
        sheet.note(sheet.place(), Mistake::NoStatements {});
    }
    let mut ids = Ids::default();
    let mut read = |mut one: Sheet<'_>| {
        let kind = one.text("kind");
        let statement = Statement {
            id: ids.one(&mut one, "id", StatementId::new).unwrap_or_else(stand_in),
            kind: kind
                .and_then(|kind| one_of(&one, "kind", kind, STATEMENT_KINDS))
                .unwrap_or(StatementKind::Rule),
            text: text(&mut one, "text"),
            text_en: one.optional_text("text_en").map(|text| text.value),
            requirements: requirements(&mut one),
            place: one.optional_text("place").map_or_else(String::new, |place| place.value),
            remark: optional_localized(&mut one, "remark"),
        };
        one.finish();
        statement
    };
    sheet.tables("statements").into_iter().map(&mut read).collect()
}

/// `R97`, `C10.3`.
fn requirements(sheet: &mut Sheet<'_>) -> Vec<String> {
    let is_number = |text: &str| {
        let number = text.strip_prefix(['R', 'C']).unwrap_or_default();
        let mut parts = number.split('.');
        parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut numbers = Vec::new();
    for number in sheet.texts("requirements") {
        match is_number(&number.value) {
            true => numbers.push(number.value),
            false => sheet.note(number.place, Mistake::RequirementForm { found: number.value }),
        }
    }
    numbers
}

fn optional_localized(sheet: &mut Sheet<'_>, key: &str) -> Option<Localized> {
    if sheet.has(key) {
        return Some(localized(sheet, key));
    }
    sheet.pass_over(key);
    None
}

/// A day; 1970-01-01 when there is a finding for it.
fn date(sheet: &mut Sheet<'_>, key: &str) -> JstDate {
    let nothing = JstDate::from_days(0);
    let Some(written) = sheet.text(key) else { return nothing };
    written.value.parse().unwrap_or_else(|_| {
        let mistake = Mistake::DateForm { key: key.to_string(), found: written.value };
        sheet.note(written.place, mistake);
        nothing
    })
}

/// A whole number; the least when there is a finding for it.
fn whole(sheet: &mut Sheet<'_>, key: &str, range: RangeInclusive<u16>) -> u16 {
    let (least, most) = (*range.start(), *range.end());
    let number = sheet.whole(key, least.into()..=most.into());
    number.and_then(|number| u16::try_from(number.value).ok()).unwrap_or(least)
}

/// A percentage of at least one.
fn percent(sheet: &mut Sheet<'_>, key: &str) -> Percent {
    let percent = u8::try_from(whole(sheet, key, 1..=100)).ok();
    percent.and_then(Percent::new).unwrap_or(Percent::FULL)
}

/// Tenths of a unit, written as `1.0`.
fn tenths(sheet: &mut Sheet<'_>, key: &str) -> u16 {
    sheet.decimal(key, 0.0..=100.0).map_or(0, |units| (units.value * 10.0).round() as u16)
}

/// `true` or `false`; `false` when left out.
fn flag(sheet: &mut Sheet<'_>, key: &str) -> bool {
    if sheet.has(key) {
        return sheet.flag(key).is_some_and(|flag| flag.value);
    }
    sheet.pass_over(key);
    false
}

/// A required word out of a few; the first of them when there is a finding for it.
fn word<T: Clone>(sheet: &mut Sheet<'_>, key: &str, known: &[(&str, T)], instead: T) -> T {
    let written = sheet.text(key);
    written.and_then(|word| one_of(sheet, key, word, known)).unwrap_or(instead)
}

/// A required list of texts with at least one of them.
fn texts(sheet: &mut Sheet<'_>, key: &str) -> Vec<String> {
    if !sheet.has(key) {
        sheet.note(sheet.place(), Mistake::MissingKey { key: key.to_string() });
    }
    sheet.texts(key).into_iter().map(|text| text.value).collect()
}

/// A table that may be left out.
fn optional<'d, T>(
    sheet: &mut Sheet<'d>,
    key: &str,
    read: impl FnOnce(&mut Sheet<'d>) -> T,
) -> Option<T> {
    if !sheet.has(key) {
        sheet.pass_over(key);
        return None;
    }
    let mut inner = sheet.table(key)?;
    let value = read(&mut inner);
    inner.finish();
    Some(value)
}

/// A table that must be there; nothing when there is a finding for it.
fn required<'d, T>(
    sheet: &mut Sheet<'d>,
    key: &str,
    read: impl FnOnce(&mut Sheet<'d>) -> T,
) -> Option<T> {
    let mut inner = sheet.table(key)?;
    let value = read(&mut inner);
    inner.finish();
    Some(value)
}

/// A list of tables.
fn list<'d, T>(
    sheet: &mut Sheet<'d>,
    key: &str,
    mut read: impl FnMut(&mut Sheet<'d>) -> T,
) -> Vec<T> {
    let one = |mut inner: Sheet<'d>| {
        let value = read(&mut inner);
        inner.finish();
        value
    };
    sheet.tables(key).into_iter().map(one).collect()
}

/// What stands in for an id that there is a finding for.
fn stand_in() -> StatementId {
    // safe: a plain name; a failure here is caught by every test that reads a table
    #[allow(clippy::expect_used, reason = "the name is written here")]
    StatementId::new("_").expect("a plain name")
}

/// Ids of one list, each once.
#[derive(Default)]
struct Ids(BTreeMap<String, Place>);

impl Ids {
    /// A required id that nothing else of the list has.
    fn one<T>(
        &mut self,
        sheet: &mut Sheet<'_>,
        key: &str,
        make: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let At { value, place } = sheet.text(key)?;
        let Some(id) = make(&value) else {
            sheet.note(place, Mistake::IdForm { key: key.to_string(), found: value });
            return None;
        };
        if let Some(first) = self.0.get(&value) {
            sheet.note(place, Mistake::DuplicateId { id: value, first: first.clone() });
        } else {
            self.0.insert(value, place);
        }
        Some(id)
    }
}

/// Knows the statements of a table, on which its rules rest.
struct Reader {
    known: Vec<StatementId>,
}

impl Reader {
    /// The statement that a rule rests on.
    fn statement(&self, sheet: &mut Sheet<'_>, key: &str) -> StatementId {
        let written = sheet.text(key);
        written.and_then(|id| self.resolve(sheet, key, id)).unwrap_or_else(stand_in)
    }

    /// The statement that a rule rests on, if it is there.
    fn optional_statement(&self, sheet: &mut Sheet<'_>, key: &str) -> Option<StatementId> {
        let written = sheet.optional_text(key)?;
        self.resolve(sheet, key, written)
    }

    /// The statements that a rule rests on.
    fn statements(&self, sheet: &mut Sheet<'_>, key: &str) -> Vec<StatementId> {
        let written = sheet.texts(key);
        written.into_iter().filter_map(|id| self.resolve(sheet, key, id)).collect()
    }

    fn resolve(&self, sheet: &Sheet<'_>, key: &str, id: At<String>) -> Option<StatementId> {
        let found = self.known.iter().find(|known| known.as_str() == id.value);
        if found.is_none() {
            let known: Vec<&str> = self.known.iter().map(StatementId::as_str).collect();
            let (key, known) = (key.to_string(), known.join(", "));
            sheet.note(id.place, Mistake::UnknownStatement { key, found: id.value, known });
        }
        found.cloned()
    }
}
