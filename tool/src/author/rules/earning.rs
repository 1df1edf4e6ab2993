//! Ways to earn credits, and what they amount to.

use domain::catalog::SpecialistCategory;
use domain::rules::{
    Attestation, Award, ContentCredit, Earning, Elsewhere, Specialist, Way, WayId,
};

use super::{Ids, Reader, date, flag, list, percent, required, stand_in, tenths, texts, whole};
use crate::author::listing;
use crate::author::site::text;
use crate::mistake::Mistake;
use crate::sheet::Sheet;
use domain::unit::Percent;
use token::calendar::JstDate;

pub(super) fn read(sheet: &mut Sheet<'_>, reader: &Reader) -> Earning {
    if !sheet.has("ways") {
        sheet.note(sheet.place(), Mistake::MissingKey { key: "ways".to_string() });
    }
    let mut ids = Ids::default();
    Earning {
        ways: list(sheet, "ways", |one| way(one, reader, &mut ids)).into_iter().flatten().collect(),
        award: required(sheet, "award", |one| award(one, reader)).unwrap_or_else(no_award),
        content: required(sheet, "content", |one| content(one, reader)).unwrap_or_else(no_content),
        specialist: required(sheet, "specialist", |one| Specialist {
            categories: texts(one, "categories").iter().map(|word| category(word)).collect(),
            from: date(one, "from"),
            statement: reader.statement(one, "statement"),
        })
        .unwrap_or_else(no_specialist),
        certificate: required(sheet, "certificate", |one| Attestation {
            after_days: whole(one, "after_days", 0..=366),
            statement: reader.statement(one, "statement"),
            elsewhere: list(one, "elsewhere", |one| Elsewhere {
                prefecture: text(one, "prefecture"),
                ask: text(one, "ask"),
                statement: reader.statement(one, "statement"),
            }),
        })
        .unwrap_or_else(|| Attestation {
            after_days: 0,
            statement: stand_in(),
            elsewhere: Vec::new(),
        }),
    }
}

fn way(sheet: &mut Sheet<'_>, reader: &Reader, ids: &mut Ids) -> Option<Way> {
    let id = ids.one(sheet, "id", WayId::new);
    let (title, members_only) = (text(sheet, "title"), flag(sheet, "members_only"));
    let not_attested = flag(sheet, "not_attested");
    let statement = reader.statement(sheet, "statement");
    Some(Way { id: id?, title, members_only, not_attested, statement })
}

fn award(sheet: &mut Sheet<'_>, reader: &Reader) -> Award {
    Award {
        title: text(sheet, "title"),
        points: whole(sheet, "points", 1..=1_000),
        years: whole(sheet, "years", 1..=20),
        year_begins_month: u8::try_from(whole(sheet, "year_begins_month", 1..=12)).unwrap_or(1),
        year_statement: reader.statement(sheet, "year_statement"),
        step_minutes: whole(sheet, "step_minutes", 1..=600),
        step_tenths: tenths(sheet, "step_units"),
        codes_count_once: flag(sheet, "codes_count_once"),
        codes_statement: reader.statement(sheet, "codes_statement"),
        statement: reader.statement(sheet, "statement"),
    }
}

fn content(sheet: &mut Sheet<'_>, reader: &Reader) -> ContentCredit {
    ContentCredit {
        codes: whole(sheet, "codes", 0..=10),
        units_tenths: tenths(sheet, "units"),
        pass: percent(sheet, "pass"),
        statement: reader.statement(sheet, "statement"),
        pass_statement: reader.statement(sheet, "pass_statement"),
        way_statement: Some(reader.statement(sheet, "way_statement")),
        lecture_statement: Some(reader.statement(sheet, "lecture_statement")),
    }
}

fn category(word: &str) -> SpecialistCategory {
    let known = listing::CATEGORIES.iter().find(|(name, _)| *name == word);
    known.map_or_else(|| SpecialistCategory::Named(word.to_string()), |(_, one)| one.clone())
}

// What stands in where there is a finding: such a table is never used.

fn no_award() -> Award {
    Award {
        title: String::new(),
        points: 1,
        years: 1,
        year_begins_month: 1,
        year_statement: stand_in(),
        step_minutes: 1,
        step_tenths: 0,
        codes_count_once: true,
        codes_statement: stand_in(),
        statement: stand_in(),
    }
}

fn no_content() -> ContentCredit {
    ContentCredit {
        codes: 0,
        units_tenths: 0,
        pass: Percent::FULL,
        statement: stand_in(),
        pass_statement: stand_in(),
        way_statement: None,
        lecture_statement: None,
    }
}

fn no_specialist() -> Specialist {
    Specialist { categories: Vec::new(), from: JstDate::from_days(0), statement: stand_in() }
}
