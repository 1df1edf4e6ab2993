//! What rule tables imply, on small tables written here; the real ones are held to the same in `tool/tests/rules.rs`.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

use domain::rules::{
    Award, BadSum, Certificate, CertificateRule, Credit, Designation, Experience, Group, HourGroup,
    Hours, Item, LiveOnline, PartMinutes, Points, Practical, Ratios, RuleEntry, RuleTable, Split,
    StatementId, Subject, SubjectId, Subtotal, TableBody, TableId, TableKind, Timing, Together,
    Training, Window,
};
use domain::unit::Localized;
use proptest::prelude::*;
use token::calendar::JstDate;

fn says() -> StatementId {
    StatementId::new("note-1").unwrap()
}

fn day(text: &str) -> JstDate {
    text.parse().unwrap()
}

fn item(heading: &str, minutes: Option<u16>) -> Item {
    let minutes = minutes.map(|minutes| PartMinutes { minutes, derived: false });
    Item { headings: vec![heading.into()], minutes, details: Vec::new() }
}

fn split(elearning: u16, inperson: u16) -> Split {
    Split { elearning, inperson, includes: String::new(), statement: says() }
}

/// 上級救命講習 in numbers.
fn advanced() -> Training {
    Training {
        total: 480,
        items: vec![
            item("応急手当の重要性", Some(15)),
            item("救命に必要な応急手当", Some(285)),
            item("試験", Some(60)),
            item("その他の応急手当", Some(120)),
        ],
        splits: vec![split(60, 420), split(120, 360)],
        live_online: LiveOnline::Lecture,
        practical: Practical::FaceToFace,
        delivery: None,
        without_elearning: None,
        subtotals: Vec::new(),
        exam: None,
        ratios: None,
        window: None,
        retraining: None,
        may_split: None,
        may_shorten: None,
    }
}

fn table(body: TableBody) -> RuleTable {
    RuleTable {
        id: TableId::new("fire-2").unwrap(),
        title: Localized::japanese_only("上級救命講習（別表2）"),
        version: "2026.11".into(),
        as_of: "2026-11-21".into(),
        source: Localized::japanese_only("別表2"),
        caution: None,
        statements: Vec::new(),
        body,
    }
}

#[test]
fn a_table_is_read_back_as_it_was_written() {
    let table = table(TableBody::Training(advanced()));
    let json = serde_json::to_string(&table).unwrap();
    assert!(json.contains("\"body\":{\"training\":{\"total\":480"), "{json}");
    assert_eq!(serde_json::from_str::<RuleTable>(&json).unwrap(), table);
    let entry = RuleEntry::from(&table);
    let gist = entry.training.unwrap();
    assert_eq!((entry.kind, gist.total, gist.elearning), (TableKind::Training, 480, true));
}

#[test]
fn sums_that_do_not_hold_are_all_named() {
    assert!(advanced().bad_sums().is_empty());
    let mut training = advanced();
    training.items[1].minutes = Some(PartMinutes { minutes: 284, derived: false });
    training.splits[1].inperson = 361;
    training.subtotals = vec![Subtotal {
        heading: "どこにもない見出し".into(),
        minutes: PartMinutes { minutes: 1, derived: true },
    }];
    let bad = training.bad_sums();
    assert!(matches!(
        bad.as_slice(),
        [
            BadSum::Total { sum: 479 },
            BadSum::Subtotal { sum: None, .. },
            BadSum::Split { of: Split { elearning: 120, .. } }
        ]
    ));
    training.items.push(item("時間のない項目", None));
    assert!(matches!(training.bad_sums().first(), Some(BadSum::SomeWithoutMinutes)));
}

#[test]
fn a_longer_e_learning_shortens_the_class_and_nothing_else_does() {
    let training = advanced();
    assert_eq!(training.together(120, 420), Together::Enough { spare: 60 });
    assert_eq!(training.together(60, 360), Together::Short { missing: 60 });
    assert_eq!(training.together(119, 420), Together::Enough { spare: 0 });
    assert_eq!(training.together(59, 480), Together::NoSplit);
}

#[test]
fn the_days_of_grace_follow_the_last_day() {
    let window = Window { months: 1, grace_days: 7, statement: says() };
    assert_eq!(window.last_day(day("2024-01-31")), day("2024-02-29"));
    let timing = |practical| window.timing(day("2026-02-28"), day(practical));
    assert_eq!(timing("2026-03-31"), Timing::InTime);
    assert_eq!(timing("2026-04-07"), Timing::Grace);
    assert_eq!(timing("2026-04-08"), Timing::Late);
}

#[test]
fn the_year_of_the_designation_ends_the_day_before_the_anniversary() {
    let designation =
        Designation { years: 1, statement: says(), review_months: 4, review_statement: says() };
    assert_eq!(designation.days(day("2024-03-01")), (day("2023-03-01"), day("2025-02-28")));
    assert!(!designation.is_open(day("2024-03-01"), day("2025-03-01")));
    assert_eq!(designation.days(day("2024-02-29")), (day("2023-02-28"), day("2025-02-28")));
}

#[test]
fn the_stricter_reading_asks_for_every_part() {
    let rule = |parts: &[&str], default| CertificateRule {
        parts: parts.iter().map(|part| (*part).into()).collect(),
        statement: says(),
        default,
    };
    let certificate = Certificate {
        physicians_only: says(),
        rules: vec![rule(&["BLS", "ALS"], false), rule(&["BLS", "ALS", "simulation"], true)],
    };
    let rule = certificate.default_rule().unwrap();
    assert!(!rule.is_met(&["ALS", "BLS"]) && rule.is_met(&["simulation", "ALS", "BLS"]));
}

fn award() -> Award {
    Award {
        title: "認定証".into(),
        points: 60,
        years: 3,
        year_begins_month: 4,
        year_statement: says(),
        step_minutes: 30,
        step_tenths: 5,
        codes_count_once: true,
        codes_statement: says(),
        statement: says(),
    }
}

#[test]
fn a_code_earned_twice_counts_once_and_a_fourth_year_not_at_all() {
    let credit = |earned: &str, code| Credit { earned: day(earned), units_tenths: 10, code };
    let credits = [
        credit("2023-04-01", Some("1")),
        credit("2024-04-01", Some("2")),
        credit("2025-12-31", Some("2")),
        credit("2027-03-31", None),
    ];
    assert_eq!(award().points(&credits, 2026), Points { units_tenths: 30, codes: 1 });
    assert_eq!(award().points(&credits, 2025), Points { units_tenths: 30, codes: 2 });
    assert!(!award().is_reached(Points { units_tenths: 300, codes: 29 }));
    assert!(award().is_reached(Points { units_tenths: 300, codes: 30 }));
    assert!(!award().is_reached(Points { units_tenths: 295, codes: 30 }));
}

#[test]
fn hours_of_one_subject_do_not_make_up_for_another() {
    let subject =
        |id: &str, hours| Subject { id: SubjectId::new(id).unwrap(), title: id.into(), hours };
    let hours = Hours {
        total: 35,
        groups: vec![HourGroup {
            headings: vec!["基礎医学".into()],
            subjects: vec![subject("introduction", 5), subject("anatomy", 30)],
        }],
        statement: says(),
        experience: Experience { years: 5, hours: 2_000, statement: says() },
        exam_subjects: Vec::new(),
        exam_statement: says(),
    };
    assert_eq!(hours.sum(), 35);
    assert!(hours.missing(|id| if id.as_str() == "anatomy" { 30 } else { 5 }).is_empty());
    let missing = hours.missing(|id| if id.as_str() == "anatomy" { 35 } else { 4 });
    assert_eq!((missing.len(), missing[0].hours), (1, 1));
}

proptest! {
    #[test]
    fn no_set_and_no_instructor_has_more_learners_than_recommended(learners in 1u16..2_000, per in 1u16..50) {
        let ratios = Ratios { class: 30, per_set: per, per_instructor: per, statements: Vec::new() };
        let sets = ratios.sets(learners);
        prop_assert!(sets * per >= learners && (sets - 1) * per < learners);
        prop_assert_eq!(ratios.instructors(learners), sets);
    }

    #[test]
    fn groups_that_fit_have_five_to_seven_learners(learners in 1u16..500) {
        let group = Group { size: 6, least: 5, most: 7, statement: says() };
        let count = group.count(learners);
        prop_assert!(count.least >= 1 && count.least <= count.most);
        for groups in count.least..=count.most {
            // The smallest and the largest group when learners are shared out evenly.
            let (small, large) = (learners / groups, learners.div_ceil(groups));
            prop_assert_eq!(count.fits, small >= 5 && large <= 7);
        }
    }

    #[test]
    fn more_credit_is_never_fewer_points(tenths in proptest::collection::vec(0u16..50, 0..40)) {
        let credits: Vec<Credit<'_>> = tenths
            .iter()
            .map(|tenths| Credit { earned: day("2026-06-01"), units_tenths: *tenths, code: None })
            .collect();
        let all = award().points(&credits, 2026).tenths();
        for fewer in 0..credits.len() {
            prop_assert!(award().points(&credits[..fewer], 2026).tenths() <= all);
        }
    }
}
