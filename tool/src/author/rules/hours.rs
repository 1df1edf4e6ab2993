//! Subjects with the least hours of each.

use domain::rules::{Experience, HourGroup, Hours, Subject, SubjectId};

use super::{Ids, Reader, list, required, stand_in, texts, whole};
use crate::author::site::text;
use crate::mistake::Mistake;
use crate::sheet::Sheet;

pub(super) fn read(sheet: &mut Sheet<'_>, reader: &Reader) -> Hours {
    if !sheet.has("groups") {
        sheet.note(sheet.place(), Mistake::MissingKey { key: "groups".to_string() });
    }
    let mut ids = Ids::default();
    let hours = Hours {
        total: whole(sheet, "total", 1..=10_000),
        groups: list(sheet, "groups", |one| HourGroup {
            headings: texts(one, "headings"),
            subjects: list(one, "subjects", |one| subject(one, &mut ids))
                .into_iter()
                .flatten()
                .collect(),
        }),
        statement: reader.statement(sheet, "statement"),
        experience: required(sheet, "experience", |one| Experience {
            years: whole(one, "years", 1..=50),
            hours: whole(one, "hours", 1..=50_000),
            statement: reader.statement(one, "statement"),
        })
        .unwrap_or_else(|| Experience { years: 1, hours: 1, statement: stand_in() }),
        exam_subjects: texts(sheet, "exam_subjects"),
        exam_statement: reader.statement(sheet, "exam_statement"),
    };
    if hours.sum() != u32::from(hours.total) && sheet.has("groups") {
        let (key, sum, total) = ("total".to_string(), hours.sum(), hours.total);
        sheet.note(sheet.place_of("total"), Mistake::RuleTotal { key, sum, total });
    }
    hours
}

fn subject(sheet: &mut Sheet<'_>, ids: &mut Ids) -> Option<Subject> {
    let id = ids.one(sheet, "id", SubjectId::new);
    let (title, hours) = (text(sheet, "title"), whole(sheet, "hours", 1..=1_000));
    Some(Subject { id: id?, title, hours })
}
