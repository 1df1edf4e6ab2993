//! A 別表: minutes, division, ratios, window.

use domain::rules::{
    BadSum, Detail, DetailId, DetailKind, Exam, Item, LiveOnline, PartMinutes, Practical, Ratios,
    Retraining, RetrainingDuty, Split, Subtotal, Training, Window,
};

use super::{Ids, Reader, flag, list, optional, percent, texts, whole, word};
use crate::author::site::text;
use crate::mistake::Mistake;
use crate::sheet::Sheet;
use crate::source::Place;

const LIVE: &[(&str, LiveOnline)] = &[
    ("none", LiveOnline::None),
    ("lecture", LiveOnline::Lecture),
    ("lecture-and-practical", LiveOnline::LectureAndPractical),
    ("all", LiveOnline::All),
];
const PRACTICAL: &[(&str, Practical)] = &[
    ("face-to-face", Practical::FaceToFace),
    ("face-to-face-or-live", Practical::FaceToFaceOrLive),
];
const DUTIES: &[(&str, RetrainingDuty)] = &[
    ("advised", RetrainingDuty::Advised),
    ("required", RetrainingDuty::Required),
    ("advised-if-expected-to-respond", RetrainingDuty::AdvisedIfExpectedToRespond),
];
const DETAILS: &[(&str, DetailKind)] = &[
    ("lecture", DetailKind::Lecture),
    ("extended-lecture", DetailKind::ExtendedLecture),
    ("practical", DetailKind::Practical),
    ("exam", DetailKind::Exam),
];
/// No course lasts longer than so many minutes.
const MINUTES: std::ops::RangeInclusive<u16> = 1..=20_000;

pub(super) fn read(sheet: &mut Sheet<'_>, reader: &Reader) -> Training {
    let (mut split_places, mut subtotal_places) = (Vec::new(), Vec::new());
    let total = whole(sheet, "total", MINUTES);
    let training = Training {
        total,
        items: items(sheet),
        splits: list(sheet, "splits", |one| split(one, reader, &mut split_places)),
        live_online: word(sheet, "live_online", LIVE, LiveOnline::None),
        practical: word(sheet, "practical", PRACTICAL, Practical::FaceToFace),
        delivery: reader.optional_statement(sheet, "delivery"),
        without_elearning: reader.optional_statement(sheet, "without_elearning"),
        subtotals: list(sheet, "subtotals", |one| {
            subtotal_places.push(one.place());
            Subtotal { heading: text(one, "heading"), minutes: part(one) }
        }),
        exam: optional(sheet, "exam", |one| Exam {
            pass: percent(one, "pass"),
            statement: reader.statement(one, "statement"),
        }),
        ratios: optional(sheet, "ratios", |one| Ratios {
            class: whole(one, "class", 1..=1_000),
            per_set: whole(one, "per_set", 1..=1_000),
            per_instructor: whole(one, "per_instructor", 1..=1_000),
            statements: reader.statements(one, "statements"),
        }),
        window: optional(sheet, "window", |one| Window {
            months: whole(one, "months", 1..=24),
            grace_days: whole(one, "grace_days", 0..=31),
            statement: reader.statement(one, "statement"),
        }),
        retraining: optional(sheet, "retraining", |one| Retraining {
            from_years: whole(one, "from_years", 1..=20),
            to_years: whole(one, "to_years", 1..=20),
            duty: word(one, "duty", DUTIES, RetrainingDuty::Advised),
            statement: reader.statement(one, "statement"),
        }),
        may_split: reader.optional_statement(sheet, "may_split"),
        may_shorten: reader.optional_statement(sheet, "may_shorten"),
    };
    for bad in training.bad_sums() {
        let place = place_of(&bad, &training, sheet, &split_places, &subtotal_places);
        // What could not be read counts as nothing; only the reading is reported then.
        sheet.note(place, mistake_of(&bad, total));
    }
    training
}

fn split(sheet: &mut Sheet<'_>, reader: &Reader, places: &mut Vec<Place>) -> Split {
    places.push(sheet.place());
    Split {
        elearning: whole(sheet, "elearning", MINUTES),
        inperson: whole(sheet, "inperson", MINUTES),
        includes: sheet.optional_text("includes").map_or_else(String::new, |text| text.value),
        statement: reader.statement(sheet, "statement"),
    }
}

fn part(sheet: &mut Sheet<'_>) -> PartMinutes {
    PartMinutes { minutes: whole(sheet, "minutes", MINUTES), derived: flag(sheet, "derived") }
}

fn items(sheet: &mut Sheet<'_>) -> Vec<Item> {
    if !sheet.has("items") {
        sheet.note(sheet.place(), Mistake::MissingKey { key: "items".to_string() });
    }
    let mut ids = Ids::default();
    list(sheet, "items", |one| Item {
        headings: texts(one, "headings"),
        minutes: if one.has("minutes") {
            Some(part(one))
        } else {
            one.pass_over("minutes");
            None
        },
        details: list(one, "details", |one| Detail {
            id: ids.one(one, "id", DetailId::new).unwrap_or_else(stand_in),
            title: text(one, "title"),
            group: one.optional_text("group").map_or_else(String::new, |group| group.value),
            kind: word(one, "kind", DETAILS, DetailKind::Practical),
        }),
    })
}

fn place_of(
    bad: &BadSum<'_>,
    training: &Training,
    sheet: &Sheet<'_>,
    splits: &[Place],
    subtotals: &[Place],
) -> Place {
    let nth = |places: &[Place], at: Option<usize>| {
        at.and_then(|at| places.get(at).cloned()).unwrap_or_else(|| sheet.place())
    };
    match bad {
        BadSum::SomeWithoutMinutes => sheet.place_of("items"),
        BadSum::Total { .. } => sheet.place_of("total"),
        BadSum::Subtotal { of, .. } => {
            nth(subtotals, training.subtotals.iter().position(|one| std::ptr::eq(one, *of)))
        }
        BadSum::Split { of } => {
            nth(splits, training.splits.iter().position(|one| std::ptr::eq(one, *of)))
        }
    }
}

fn mistake_of(bad: &BadSum<'_>, total: u16) -> Mistake {
    match bad {
        BadSum::SomeWithoutMinutes => Mistake::RuleMinutesMissing {},
        BadSum::Total { sum } => Mistake::RuleTotal { key: "total".to_string(), sum: *sum, total },
        BadSum::Subtotal { of, sum: None } => {
            Mistake::RuleSubtotalStray { heading: of.heading.clone() }
        }
        BadSum::Subtotal { of, sum: Some(sum) } => {
            Mistake::RuleTotal { key: of.heading.clone(), sum: *sum, total: of.minutes.minutes }
        }
        BadSum::Split { of } => {
            Mistake::RuleSplit { elearning: of.elearning, inperson: of.inperson, total }
        }
    }
}

fn stand_in() -> DetailId {
    // safe: a plain name; a failure here is caught by every test that reads a table
    #[allow(clippy::expect_used, reason = "the name is written here")]
    DetailId::new("_").expect("a plain name")
}
