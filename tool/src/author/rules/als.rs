//! The rules of a designated ALS course.

use domain::rules::{
    Als, Certificate, CertificateRule, Designation, Forbidden, Goal, Group, Names, OptionId,
    OptionTraining, Review, SplitExample, SplitPart, TestAdvice, Worded,
};

use super::{Ids, Reader, flag, list, required, stand_in, texts, whole};
use crate::author::site::{localized, text};
use crate::mistake::Mistake;
use crate::sheet::Sheet;

pub(super) fn read(sheet: &mut Sheet<'_>, reader: &Reader) -> Als {
    let mut ids = Ids::default();
    Als {
        names: required(sheet, "names", |one| Names {
            name: text(one, "name"),
            aliases: texts(one, "aliases"),
            short: one.texts("short").into_iter().map(|name| name.value).collect(),
            statement: reader.statement(one, "statement"),
        })
        .unwrap_or_else(no_names),
        audience: list(sheet, "audience", |one| Worded {
            text: text(one, "text"),
            statement: reader.statement(one, "statement"),
        }),
        goal: required(sheet, "goal", |one| goal(one, reader)).unwrap_or_else(no_goal),
        practical: reader.statement(sheet, "practical"),
        test: required(sheet, "test", |one| TestAdvice {
            required: flag(one, "required"),
            statement: reader.statement(one, "statement"),
            recommended: reader.statement(one, "recommended"),
        })
        .unwrap_or_else(no_test),
        forbidden: required(sheet, "forbidden", |one| Forbidden {
            words: texts(one, "words"),
            allowed: one.texts("allowed").into_iter().map(|phrase| phrase.value).collect(),
            statement: reader.statement(one, "statement"),
        })
        .unwrap_or_else(|| Forbidden {
            words: Vec::new(),
            allowed: Vec::new(),
            statement: stand_in(),
        }),
        review: required(sheet, "review", |one| Review {
            subjects: texts(one, "subjects"),
            statement: reader.statement(one, "statement"),
        })
        .unwrap_or_else(|| Review { subjects: Vec::new(), statement: stand_in() }),
        group: required(sheet, "group", |one| group(one, reader)).unwrap_or_else(no_group),
        designation: required(sheet, "designation", |one| designation(one, reader))
            .unwrap_or_else(no_designation),
        options: list(sheet, "options", |one| option(one, reader, &mut ids))
            .into_iter()
            .flatten()
            .collect(),
        options_only: reader.optional_statement(sheet, "options_only"),
        examples: list(sheet, "examples", |one| example(one, reader)),
        certificate: required(sheet, "certificate", |one| certificate(one, reader))
            .unwrap_or_else(|| Certificate { physicians_only: stand_in(), rules: Vec::new() }),
    }
}

fn goal(sheet: &mut Sheet<'_>, reader: &Reader) -> Goal {
    Goal {
        text: text(sheet, "text"),
        first_minutes: whole(sheet, "first_minutes", 1..=120),
        statement: reader.statement(sheet, "statement"),
        editable: reader.statement(sheet, "editable"),
    }
}

fn group(sheet: &mut Sheet<'_>, reader: &Reader) -> Group {
    Group {
        size: whole(sheet, "size", 1..=100),
        least: whole(sheet, "least", 1..=100),
        most: whole(sheet, "most", 1..=100),
        statement: reader.statement(sheet, "statement"),
    }
}

fn designation(sheet: &mut Sheet<'_>, reader: &Reader) -> Designation {
    Designation {
        years: whole(sheet, "years", 1..=10),
        statement: reader.statement(sheet, "statement"),
        review_months: whole(sheet, "review_months", 1..=24),
        review_statement: reader.statement(sheet, "review_statement"),
    }
}

fn option(sheet: &mut Sheet<'_>, reader: &Reader, ids: &mut Ids) -> Option<OptionTraining> {
    let id = ids.one(sheet, "id", OptionId::new);
    let number = whole(sheet, "number", 1..=99);
    let (title, name) = (text(sheet, "title"), localized(sheet, "name"));
    let statement = reader.statement(sheet, "statement");
    Some(OptionTraining { id: id?, number, title, name, statement })
}

fn example(sheet: &mut Sheet<'_>, reader: &Reader) -> SplitExample {
    SplitExample {
        parts: list(sheet, "parts", |one| SplitPart {
            title: text(one, "title"),
            organiser: text(one, "organiser"),
            contents: texts(one, "contents"),
        }),
        statement: reader.statement(sheet, "statement"),
        organisers: reader.statement(sheet, "organisers"),
    }
}

fn certificate(sheet: &mut Sheet<'_>, reader: &Reader) -> Certificate {
    let certificate = Certificate {
        physicians_only: reader.statement(sheet, "physicians_only"),
        rules: list(sheet, "rules", |one| CertificateRule {
            parts: texts(one, "parts"),
            statement: reader.statement(one, "statement"),
            default: flag(one, "default"),
        }),
    };
    let count = certificate.rules.iter().filter(|rule| rule.default).count();
    if count != 1 {
        sheet.note(sheet.place_of("rules"), Mistake::RuleDefault { count });
    }
    certificate
}

// What stands in where there is a finding: such a table is never used.

fn no_names() -> Names {
    Names { name: String::new(), aliases: Vec::new(), short: Vec::new(), statement: stand_in() }
}

fn no_goal() -> Goal {
    Goal { text: String::new(), first_minutes: 1, statement: stand_in(), editable: stand_in() }
}

fn no_test() -> TestAdvice {
    TestAdvice { required: false, statement: stand_in(), recommended: stand_in() }
}

fn no_group() -> Group {
    Group { size: 1, least: 1, most: 1, statement: stand_in() }
}

fn no_designation() -> Designation {
    Designation { years: 1, statement: stand_in(), review_months: 1, review_statement: stand_in() }
}
