//! What describes a course is what is searched, and what is shown of it is where the words stand.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod course;

use domain::catalog::{
    Listing, Outline, Purpose, SpecialistCategory, SpecialistCredit, TrainingTag,
};
use domain::rules::{Code, Codes, Specialist};
use domain::search::codes::{is_number, without_course};
use domain::search::directory::{CodeList, CourseWords, Directory};
use domain::search::spoken::Spoken;
use domain::search::{Field, Heads, Query, Readers, Recent, excerpt, search};
use domain::unit::Localized;
use token::calendar::JstDate;

fn outline() -> Outline {
    let mut outline = course::outline();
    outline.title = Localized::both("高血圧の診かた", "Seeing hypertension");
    outline.summary = Localized::both("外来で役立つ五つの話です。", "Five talks for practice.");
    outline.listing.kana = "こうけつあつの みかた".into();
    outline.listing.keywords = vec!["降圧薬".into(), "Diuretic".into()];
    outline.chapters[0].title = Localized::both("家庭での測りかた", "Measuring at home");
    outline.curriculum.codes = vec!["74".into()];
    outline
}

fn directory() -> Directory {
    let code = |code: &str, name: &str, kana: &str| Code {
        code: code.into(),
        name: name.into(),
        kana: kana.into(),
        confirmed: true,
    };
    let list = vec![
        code("73", "慢性疾患", "まんせいしっかん"),
        code("74", "高血圧症", "こうけつあつしょう"),
    ];
    let words = CourseWords {
        id: outline().id,
        organiser: "生涯教育委員会".into(),
        topics: vec![Localized::both("塩分", "Salt")],
        passages: 0,
        transcript: None,
    };
    let codes = CodeList {
        table: "jma-2016-2022-04".parse().unwrap(),
        title: Localized::default(),
        codes: Codes { edition: String::new(), statement: "edition".parse().unwrap(), codes: list },
        specialist: Some(Specialist {
            categories: vec![],
            from: day("2019-12-01"),
            statement: "specialist-date".parse().unwrap(),
        }),
    };
    Directory { codes: Some(codes), courses: vec![words], ..Directory::default() }
}

fn day(day: &str) -> JstDate {
    day.parse().unwrap()
}

/// The field and the words that are shown for what is typed, where it finds the course.
fn shown(typed: &str, reader: Readers) -> Option<(Field, String)> {
    let (outline, directory) = (outline(), directory());
    let texts = directory.described(0, &outline);
    let mut heads = Heads::default();
    heads.add(texts.iter().map(|text| (text.field, &*text.text)));
    let query = Query::parse(typed);
    let found = search(&query, &heads, &Spoken::default(), &mut Recent::default());
    if found.list().is_empty() {
        return None;
    }
    excerpt(&texts, &query, reader).map(|text| (text.field, text.text.clone().into_owned()))
}

#[test]
fn whatever_finds_a_course_is_shown() {
    for (typed, field, text) in [
        ("家庭", Field::Topic, "家庭での測りかた"),
        ("塩分", Field::Topic, "塩分"),
        ("降圧薬", Field::Keyword, "降圧薬"),
        ("外来", Field::Summary, "外来で役立つ五つの話です。"),
        ("高血圧症", Field::CodeName, "高血圧症"),
        ("生涯教育", Field::Organiser, "生涯教育委員会"),
        ("みかた", Field::Title, "こうけつあつの みかた"),
        // Of the other language, where it stands only there.
        ("seeing", Field::Title, "Seeing hypertension"),
        ("five talks", Field::Summary, "Five talks for practice."),
        ("salt", Field::Topic, "Salt"),
        // Title and codes are shown with every course.
        ("高血圧", Field::Summary, "外来で役立つ五つの話です。"),
        ("CC74", Field::Summary, "外来で役立つ五つの話です。"),
    ] {
        assert_eq!(shown(typed, Readers::Japanese), Some((field, text.into())), "{typed}");
    }
    // The name of a code that the course has not.
    assert_eq!(shown("慢性疾患", Readers::Japanese), None);
}

#[test]
fn a_reader_of_english_is_shown_english_where_there_is_some() {
    for (typed, field, text) in [
        ("seeing", Field::Summary, "Five talks for practice."),
        ("home", Field::Topic, "Measuring at home"),
        ("家庭", Field::Topic, "家庭での測りかた"),
        ("降圧薬", Field::Keyword, "降圧薬"),
        ("diuretic", Field::Keyword, "Diuretic"),
        ("高血圧の診かた", Field::Title, "高血圧の診かた"),
    ] {
        assert_eq!(shown(typed, Readers::English), Some((field, text.into())), "{typed}");
    }
}

/// The codes that are told to have no course, where 74 has one and nothing is found or something is.
fn told(typed: &str, found_none: bool) -> Vec<String> {
    let Some(list) = directory().codes else { return Vec::new() };
    let has_course = |code: &Code| code.code == "74";
    let codes = without_course(&Query::parse(typed), &list.codes, found_none, has_course);
    codes.into_iter().map(|code| code.code.clone()).collect()
}

#[test]
fn a_code_without_a_course_is_told_by_number_and_name() {
    for typed in ["73", "CC73", "ＣＣ・７３", "cc 73", "慢性疾患", "まんせいしっかん", "CC 73 慢性"]
    {
        assert_eq!(told(typed, false), ["73"], "{typed}");
    }
    // A part of a name, where nothing else is found.
    assert_eq!((told("慢性", true), told("慢性", false)), (vec!["73".to_owned()], vec![]));
    assert_eq!(told("しつかん まん", true), ["73"]);
    // Of a code that has a course, of a part of a number, of the letters alone, of none: nothing.
    for typed in ["74", "高血圧症", "7", "CC", "", "、", "75", "慢性 74", "慢性 腎臓"] {
        assert!(told(typed, true).is_empty(), "{typed}");
    }
}

#[test]
fn a_number_is_known_with_its_letters_and_without() {
    for (typed, expected) in [
        ("44", true),
        ("CC 44", true),
        ("ｃｃ４４", true),
        ("CC", false),
        ("44 心", false),
        ("", false),
    ] {
        assert_eq!(is_number(&Query::parse(typed)), expected, "{typed}");
    }
}

#[test]
fn words_of_another_course_are_not_its_own() {
    let mut outline = outline();
    outline.id = "other".parse().unwrap();
    let directory = directory();
    assert!(directory.described(0, &outline).iter().all(|text| text.field != Field::Organiser));
}

/// R22: 2019-11-30 ✘, 2019-12-01 ✔.
#[test]
fn a_course_for_specialists_counts_from_its_day_on() {
    let listing = Listing {
        tags: vec![TrainingTag::ChronicDiseaseGuidance],
        specialist: Some(SpecialistCredit {
            category: SpecialistCategory::MedicalEthics,
            units_tenths: 10,
        }),
        ..Listing::default()
    };
    let directory = directory();
    let serves = |purpose, taken| directory.serves(purpose, &listing, day(taken));
    assert!(!serves(Purpose::Specialist, "2019-11-30"));
    assert!(serves(Purpose::Specialist, "2019-12-01"));
    let training = Purpose::Training(TrainingTag::ChronicDiseaseGuidance);
    assert!(serves(training, "2019-11-30"));
    assert!(!serves(Purpose::Training(TrainingTag::PsychotropicLongTerm), "2026-01-01"));
    assert!(!directory.serves(Purpose::Specialist, &Listing::default(), day("2026-01-01")));
    let without_rule = Directory::default();
    assert!(without_rule.serves(Purpose::Specialist, &listing, day("2000-01-01")));
}
