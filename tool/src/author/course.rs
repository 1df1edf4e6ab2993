//! `course.toml`: what a course is and asks for.

use std::collections::BTreeMap;

use domain::catalog::{
    AlsCourse, Audience, Curriculum, Listing, Minutes, Supervisor, Topic, TopicId, Validity,
    WatchPolicy,
};
use domain::rules::{Code, Codes, TableId};
use domain::unit::{Localized, MediaMs, Percent, RatePercent};
use token::identifier::CourseId;

use crate::author::site::{localized, text};
use crate::author::{als, form, listing};
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::rule_book::RuleBook;
use crate::sheet::{Document, Sheet};
use crate::source::{At, Place, Source};

/// The course as its authors describe it. A part that could not be read holds a harmless value, and there is a finding
/// for it; nothing is built then.
#[derive(Clone, Debug)]
pub struct CourseFile {
    /// The id, unless it has no readable form.
    pub id: Option<CourseId>,
    /// The authors' own version.
    pub version: String,
    /// The title.
    pub title: Localized,
    /// One or two sentences.
    pub summary: Localized,
    /// Who plans it.
    pub organiser: String,
    /// Who answers for its content.
    pub supervisors: Vec<Supervisor>,
    /// Whom it is made for.
    pub audience: Audience,
    /// What one can do after it.
    pub goal: Localized,
    /// What it rests on.
    pub sources: Vec<String>,
    /// A sample without medical review.
    pub sample: bool,
    /// What helps people find it.
    pub listing: Listing,
    /// The rule table it is held against.
    pub rule_table: Option<TableId>,
    /// What an ALS course says of itself.
    pub als: Option<AlsCourse>,
    /// Codes and units.
    pub curriculum: Curriculum,
    /// Minutes it stands for.
    pub minutes: Minutes,
    /// What completes it.
    pub completion: Completion,
    /// What counts as watching.
    pub watching: WatchPolicy,
    /// The topics of the self-assessment.
    pub topics: Vec<At<Topic>>,
    /// Where the values stand, by key with its table: `completion.draw`.
    places: BTreeMap<String, Place>,
}

/// What completes a course, as written.
#[derive(Clone, Debug)]
pub struct Completion {
    /// The self-assessment, unless there is none.
    pub test: Option<Test>,
    /// From completion to the practical session.
    pub validity: Validity,
    /// Days of grace.
    pub grace_days: u16,
    /// Least assurance level.
    pub minimum_level: u8,
    /// Is the practical session required?
    pub practical_required: bool,
    /// May the token hold a name?
    pub name_in_token: bool,
    /// Does the token hold missed questions?
    pub missed_in_token: bool,
}

/// What a self-assessment asks, as written.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// The least percentage that passes.
    pub pass: Percent,
    /// Questions of an attempt.
    pub draw: u16,
    /// Least number from each topic.
    pub per_topic_min: u16,
    /// Minutes to wait after a failed attempt.
    pub cooldown_minutes: u32,
}

impl CourseFile {
    /// Whether the author wrote this key of the file's first level, readable or not.
    pub fn has(&self, key: &str) -> bool {
        self.places.get(key) != self.places.get("")
    }

    /// Where the value of a key stands, or else the file.
    pub fn place(&self, key: &str) -> Place {
        let table = key.split_once('.').map_or("", |(table, _)| table);
        let place =
            self.places.get(key).or_else(|| self.places.get(table)).or_else(|| self.places.get(""));
        place.cloned().unwrap_or_else(|| Place::start("course.toml"))
    }
}

/// Reads the file; nothing comes back when it is not TOML.
pub fn read(source: &Source, rules: &RuleBook, findings: &Findings) -> Option<CourseFile> {
    let document = Document::parse(source, source.text(), 0, findings)?;
    let mut sheet = document.sheet();
    let mut places = BTreeMap::from([(String::new(), sheet.place())]);
    for table in [
        "id",
        "title",
        "audience",
        "goal",
        "sources",
        "sample",
        "rule_table",
        "source_kind",
        "als",
        "curriculum",
        "minutes",
        "completion",
        "watching",
        "topics",
    ] {
        places.insert(table.to_string(), sheet.place_of(table));
    }
    let rule_table = listing::rule_table(&mut sheet);
    let file = CourseFile {
        id: course_id(&mut sheet),
        version: text(&mut sheet, "version"),
        title: localized(&mut sheet, "title"),
        summary: localized(&mut sheet, "summary"),
        organiser: text(&mut sheet, "organiser"),
        supervisors: supervisors(&mut sheet),
        audience: audience(&mut sheet),
        goal: localized(&mut sheet, "goal"),
        sources: sheet.texts("sources").into_iter().map(|source| source.value).collect(),
        sample: sheet.flag("sample").is_some_and(|sample| sample.value),
        listing: listing::listing(&mut sheet),
        als: als::als(&mut sheet, rule_table.as_ref().and_then(|id| rules.table(id)), &mut places),
        rule_table,
        curriculum: curriculum(&mut sheet, rules, &mut places),
        minutes: minutes(&mut sheet, &mut places),
        completion: completion(&mut sheet, &mut places),
        watching: watching(&mut sheet, &mut places),
        topics: topics(&mut sheet),
        places,
    };
    sheet.finish();
    Some(file)
}

fn course_id(sheet: &mut Sheet<'_>) -> Option<CourseId> {
    let id = sheet.text("id")?;
    if id.value.len() > CourseId::MAX_BYTES {
        let bytes = id.value.len();
        sheet.note(id.place, Mistake::CourseIdLength { found: id.value, bytes });
        return None;
    }
    if !form::is_id(&id.value) {
        sheet.note(id.place, Mistake::IdForm { key: "id".to_string(), found: id.value });
        return None;
    }
    id.value.parse().ok()
}

fn supervisors(sheet: &mut Sheet<'_>) -> Vec<Supervisor> {
    let mut read = |mut one: Sheet<'_>| {
        let supervisor = Supervisor {
            name: text(&mut one, "name"),
            post: text(&mut one, "post"),
            affiliation: text(&mut one, "affiliation"),
        };
        one.finish();
        supervisor
    };
    if !sheet.has("supervisors") {
        sheet.note(sheet.place(), Mistake::MissingKey { key: "supervisors".to_string() });
    }
    sheet.tables("supervisors").into_iter().map(&mut read).collect()
}

fn audience(sheet: &mut Sheet<'_>) -> Audience {
    let Some(written) = sheet.text("audience") else { return Audience::Anyone };
    match written.value.as_str() {
        "anyone" => Audience::Anyone,
        "physicians" => Audience::Physicians,
        "health-professionals" => Audience::HealthProfessionals,
        "fire-personnel" => Audience::FirePersonnel,
        "members" => Audience::Members,
        _ => {
            sheet.note(written.place, Mistake::Audience { found: written.value });
            Audience::Anyone
        }
    }
}

fn curriculum(
    sheet: &mut Sheet<'_>,
    rules: &RuleBook,
    places: &mut BTreeMap<String, Place>,
) -> Curriculum {
    let mut read = Curriculum { table: String::new(), codes: Vec::new(), units_tenths: 0 };
    let Some(mut table) = sheet.table("curriculum") else { return read };
    keep_places("curriculum", &table, &["codes", "units"], places);
    let mut known = None;
    if let Some(name) = table.text("table") {
        known = rules.codes(&name.value);
        if known.is_none() {
            let ids: Vec<&str> = rules.all_codes().map(|(id, _)| id.as_str()).collect();
            let (found, known) = (name.value.clone(), ids.join(", "));
            table.note(name.place, Mistake::CurriculumTable { found, known });
        }
        read.table = name.value;
    }
    for code in table.texts("codes") {
        // Without a table there is nothing to hold the code against.
        if let Some(known) = known {
            check_code(&table, &code, &read.table, known);
        }
        read.codes.push(code.value);
    }
    if let Some(units) = table.decimal("units", 0.0..=10.0) {
        if (units.value * 2.0).fract() != 0.0 {
            table.note(units.place, Mistake::UnitsStep { found: units.value.to_string() });
        }
        read.units_tenths = (units.value * 10.0).round() as u16;
    }
    table.finish();
    read
}

/// A code that the table has not is wrong; one whose name is not confirmed may be used, and that is told (C10.10).
fn check_code(sheet: &Sheet<'_>, code: &At<String>, table: &str, known: &Codes) {
    let mistake = match known.code(&code.value) {
        Some(known) if known.confirmed => return,
        Some(known) => {
            Mistake::CurriculumUnconfirmed { code: known.code.clone(), name: known.name.clone() }
        }
        None => {
            let name = |code: Option<&Code>| code.map_or_else(String::new, |of| of.code.clone());
            let (first, last) = (name(known.codes.first()), name(known.codes.last()));
            let (found, table) = (code.value.clone(), table.to_string());
            Mistake::CurriculumCode { found, table, first, last }
        }
    };
    sheet.note(code.place.clone(), mistake);
}

/// A required whole number of a smaller kind; `least` stands in when there is a finding for it.
fn whole<T: TryFrom<i64> + Default>(sheet: &mut Sheet<'_>, key: &str, least: i64, most: i64) -> T {
    let number = sheet.whole(key, least..=most).map_or(least, |number| number.value);
    T::try_from(number).unwrap_or_default()
}

fn keep_places(name: &str, sheet: &Sheet<'_>, keys: &[&str], places: &mut BTreeMap<String, Place>) {
    for key in keys {
        places.insert(format!("{name}.{key}"), sheet.place_of(key));
    }
}

fn minutes(sheet: &mut Sheet<'_>, places: &mut BTreeMap<String, Place>) -> Minutes {
    let Some(mut table) = sheet.table("minutes") else {
        return Minutes { elearning: 1, inperson: 1 };
    };
    keep_places("minutes", &table, &["elearning", "inperson"], places);
    let minutes = Minutes {
        elearning: whole(&mut table, "elearning", 1, 6_000),
        inperson: whole(&mut table, "inperson", 0, 6_000),
    };
    table.finish();
    minutes
}

fn completion(sheet: &mut Sheet<'_>, places: &mut BTreeMap<String, Place>) -> Completion {
    let mut read = Completion {
        test: None,
        validity: Validity::Months(1),
        grace_days: 7,
        minimum_level: 0,
        practical_required: true,
        name_in_token: false,
        missed_in_token: false,
    };
    let Some(mut table) = sheet.table("completion") else { return read };
    keep_places(
        "completion",
        &table,
        &[
            "test",
            "pass_percent",
            "draw",
            "per_topic_min",
            "validity",
            "grace_days",
            "practical_required",
        ],
        places,
    );
    let tested = table.flag("test").is_some_and(|test| test.value);
    if tested {
        read.test = Some(test(&mut table));
    } else {
        // A course whose test is switched off keeps its numbers for the day it is switched on again.
        for key in ["pass_percent", "draw", "per_topic_min", "cooldown_minutes"] {
            table.pass_over(key);
        }
    }
    if let Some(written) = table.text("validity") {
        match form::validity(&written.value) {
            Some(validity) => read.validity = validity,
            None => table.note(written.place, Mistake::ValidityForm { found: written.value }),
        }
    }
    read.grace_days = whole(&mut table, "grace_days", 0, 31);
    read.minimum_level = whole(&mut table, "minimum_level", 0, 3);
    read.practical_required = table.flag("practical_required").is_none_or(|flag| flag.value);
    read.name_in_token = table.flag("name_in_token").is_some_and(|flag| flag.value);
    read.missed_in_token = table.flag("missed_in_token").is_some_and(|flag| flag.value);
    table.finish();
    read
}

fn test(table: &mut Sheet<'_>) -> Test {
    let pass = whole(table, "pass_percent", 1, 100);
    Test {
        pass: Percent::new(pass).unwrap_or(Percent::FULL),
        draw: whole(table, "draw", 1, 255),
        per_topic_min: whole(table, "per_topic_min", 0, 255),
        cooldown_minutes: whole(table, "cooldown_minutes", 0, 7 * 24 * 60),
    }
}

fn watching(sheet: &mut Sheet<'_>, places: &mut BTreeMap<String, Place>) -> WatchPolicy {
    let Some(mut table) = sheet.table("watching") else { return WatchPolicy::default() };
    keep_places("watching", &table, &["rate_cap", "tolerance_s"], places);
    let policy = WatchPolicy {
        rate_cap: RatePercent::from_rate(
            table.decimal("rate_cap", 0.5..=4.0).map_or(2.0, |rate| rate.value),
        ),
        tolerance: MediaMs(
            table
                .decimal("tolerance_s", 0.0..=60.0)
                .map_or(1_000, |seconds| (seconds.value * 1000.0).round() as u32),
        ),
        count_hidden: table.flag("count_hidden").is_some_and(|flag| flag.value),
    };
    table.finish();
    policy
}

fn topics(sheet: &mut Sheet<'_>) -> Vec<At<Topic>> {
    let mut topics: Vec<At<Topic>> = Vec::new();
    for mut table in sheet.tables("topics") {
        let (ja, en) = (text(&mut table, "ja"), table.optional_text("en").map(|en| en.value));
        let Some(id) = table.text("id") else { continue };
        table.finish();
        let place = id.place.clone();
        match plain_id(sheet, "topics.id", id).and_then(|id| TopicId::new(&id)) {
            Some(id) => match topics.iter().find(|topic| topic.value.id == id) {
                Some(first) => {
                    let first = first.place.clone();
                    sheet.note(place, Mistake::DuplicateId { id: id.to_string(), first });
                }
                None => topics.push(At { value: Topic { id, title: Localized { ja, en } }, place }),
            },
            None => continue,
        }
    }
    topics
}

/// An id of at most 40 letters in the form of [`form::is_id`], else a finding.
pub(super) fn plain_id(sheet: &Sheet<'_>, key: &str, id: At<String>) -> Option<String> {
    if form::is_id(&id.value) && id.value.len() <= 40 {
        return Some(id.value);
    }
    sheet.note(id.place, Mistake::IdForm { key: key.to_string(), found: id.value });
    None
}
