//! The catalog JSON and the check that lists everything wrong with a course.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod course;

use course::*;
use domain::catalog::{
    Audience, CatalogEntry, Course, MediaName, Minutes, Outline, Passage, Pool, Problem,
    QuestionKind, TopicId, Validity, check,
};
use domain::unit::{Localized, MediaMs, Percent, RatePercent};

#[test]
fn a_sound_course_has_no_problems() {
    assert_eq!(check(&course(), Some(&pool())), []);
}

/// Breaks one thing, and expects its problem alone.
fn broken(change: impl FnOnce(&mut Course, &mut Pool), expected: Problem) {
    let (mut course, mut pool) = (course(), pool());
    change(&mut course, &mut pool);
    assert_eq!(check(&course, Some(&pool)), [expected]);
}

#[test]
fn each_mistake_in_a_course_is_named() {
    broken(
        |course, _| course.outline.chapters[1].duration = MediaMs::ZERO,
        Problem::ChapterWithoutLength(chapter_id(2)),
    );
    broken(
        |course, _| course.outline.chapters[1].duration = MediaMs(1_000),
        Problem::ChapterWithinTolerance(chapter_id(2)),
    );
    broken(|course, _| drop(course.chapters.pop()), Problem::ChapterTexts);
    broken(|course, _| course.outline.watching.rate_cap = RatePercent(401), Problem::RateCap(401));
    broken(
        |course, _| course.outline.minutes.inperson = 0,
        Problem::Minutes { elearning: 1, inperson: 0 },
    );
    broken(
        |course, _| course.outline.completion.practical_required = false,
        Problem::PracticalMissing,
    );
    broken(
        |course, _| course.outline.completion.validity = Validity::Months(0),
        Problem::Validity(Validity::Months(0)),
    );
    broken(|course, _| course.outline.completion.grace_days = 32, Problem::Grace(32));
    broken(|course, _| course.outline.completion.minimum_level = 4, Problem::MinimumLevel(4));
    broken(|course, _| course.outline.completion.test = None, Problem::QuestionsWithoutTest);
    broken(
        |course, _| {
            let topic = course.topics[0].clone();
            course.topics.push(topic);
        },
        Problem::TopicTwice(topic_id(0)),
    );
}

#[test]
fn each_mistake_in_a_test_is_named() {
    let test = |change: fn(&mut domain::catalog::TestPolicy), expected| {
        broken(|course, _| change(course.outline.completion.test.as_mut().unwrap()), expected);
    };
    test(|test| test.pass = Percent::ZERO, Problem::PassNothing);
    test(|test| test.draw = 13, Problem::DrawBeyondPool { draw: 13, pool: 12 });
    test(|test| test.pool_size = 11, Problem::PoolSize { declared: 11, real: 12 });
    test(|test| test.per_topic_min = 4, Problem::TopicsBeyondDraw { wanted: 12, draw: 10 });
    broken(|_, pool| pool.questions[1].id = question_id(0), Problem::QuestionTwice(question_id(0)));
    assert!(check(&course(), None).contains(&Problem::TestWithoutQuestions));
}

#[test]
fn each_mistake_in_a_question_is_named() {
    let question = |n: usize, change: fn(&mut domain::catalog::Question), expected| {
        broken(|_, pool| change(&mut pool.questions[n]), expected);
    };
    let id = question_id;
    question(0, |q| q.choices.push(Localized::default()), Problem::ChoicesOfTrueFalse(id(0)));
    question(3, |q| q.kind = QuestionKind::Single { right: 4 }, Problem::RightOutOfRange(id(3), 4));
    question(3, |q| q.choices[1] = q.choices[0].clone(), Problem::ChoiceTwice(id(3)));
    question(
        6,
        |q| q.kind = QuestionKind::Multiple { right: vec![] },
        Problem::NothingRight(id(6)),
    );
    question(
        6,
        |q| q.kind = QuestionKind::Multiple { right: vec![1, 1] },
        Problem::RightTwice(id(6)),
    );
    let passage = |q: &mut domain::catalog::Question, chapter: usize, from: u32, to: u32| {
        q.teaches =
            Some(Passage { chapter: chapter_id(chapter), from: MediaMs(from), to: MediaMs(to) });
    };
    broken(
        |_, pool| passage(&mut pool.questions[0], 9, 0, 1),
        Problem::PassageUnknown(id(0), chapter_id(9)),
    );
    broken(|_, pool| passage(&mut pool.questions[0], 2, 5, 5), Problem::PassageOutside(id(0)));
    broken(|_, pool| passage(&mut pool.questions[0], 2, 0, 10_001), Problem::PassageOutside(id(0)));
    question(
        3,
        |q| {
            q.choices.truncate(1);
            q.kind = QuestionKind::Single { right: 0 };
        },
        Problem::TooFewChoices(id(3)),
    );
    broken(
        |_, pool| pool.questions[3].topic = TopicId::new("delta").unwrap(),
        Problem::TopicUnknown(id(3), TopicId::new("delta").unwrap()),
    );
}

#[test]
fn all_mistakes_are_listed_not_the_first() {
    let (mut course, mut pool) = (course(), pool());
    course.outline.chapters.clear();
    course.outline.minutes = Minutes { elearning: 0, inperson: 0 };
    course.outline.completion.grace_days = 99;
    pool.questions.clear();
    let problems = check(&course, Some(&pool));
    for expected in [
        Problem::NoChapters,
        Problem::Minutes { elearning: 0, inperson: 0 },
        Problem::Grace(99),
        Problem::ChapterTexts,
        Problem::DrawBeyondPool { draw: 10, pool: 0 },
        Problem::TopicSmall { topic: topic_id(1), has: 0, wants: 2 },
    ] {
        assert!(problems.contains(&expected), "{expected:?} in {problems:?}");
    }
}

#[test]
fn the_minutes_of_both_parts_add_up() {
    for (elearning, inperson, total) in
        [(60, 120, 180), (60, 180, 240), (60, 420, 480), (120, 360, 480), (45, 45, 90)]
    {
        assert_eq!(Minutes { elearning, inperson }.total(), total);
    }
}

#[test]
fn a_media_name_is_a_hash_and_an_extension_and_nothing_else() {
    for bad in [
        "",
        "0000000000000001",
        "../0000000000001.mp4",
        "000000000000000G.mp4",
        "0000000000000001.m/4",
    ] {
        assert_eq!(MediaName::new(bad), None, "{bad}");
    }
    assert!(MediaName::new("0123456789abcdef.webp").is_some());
}

#[test]
fn the_catalog_json_reads_as_it_is_written() {
    let entry = entry();
    let json = serde_json::to_string(&entry).unwrap();
    assert!(
        json.starts_with(r#"{"content":"00112233aabbccdd","outline":{"id":"als-pre","#),
        "{json}"
    );
    assert!(json.contains(r#""validity":{"months":1}"#), "{json}");
    assert_eq!(serde_json::from_str::<CatalogEntry>(&json).unwrap(), entry);
    let pool = pool();
    let json = serde_json::to_string(&pool).unwrap();
    assert!(json.contains(r#""kind":{"true-false":{"right":true}}"#), "{json}");
    assert_eq!(serde_json::from_str::<Pool>(&json).unwrap(), pool);
    let course = course();
    assert_eq!(
        serde_json::from_str::<Course>(&serde_json::to_string(&course).unwrap()).unwrap(),
        course
    );
    for bad in [r#""pass":101"#, r#""pass":-1"#] {
        let bent = serde_json::to_string(&entry).unwrap().replace(r#""pass":80"#, bad);
        assert!(serde_json::from_str::<CatalogEntry>(&bent).is_err(), "{bad}");
    }
}

#[test]
fn a_course_can_be_for_members_alone() {
    let entry =
        serde_json::to_string(&Outline { audience: Audience::Members, ..outline() }).unwrap();
    assert!(entry.contains(r#""audience":"members""#), "{entry}");
}
