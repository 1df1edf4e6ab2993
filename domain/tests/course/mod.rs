//! A course for the tests: three chapters of ten seconds, twelve questions in three topics, ten of
//! them asked, eight enough.
#![allow(dead_code, reason = "each test file uses its own part of this course")]

use std::collections::BTreeMap;

use domain::assessment::Answer;
use domain::catalog::*;
use domain::coverage::Span;
use domain::journal::{AttemptId, Event, Journal};
use domain::unit::*;

pub(crate) fn chapter_id(n: usize) -> ChapterId {
    ChapterId::new(&format!("{n:02}")).unwrap()
}

pub(crate) fn video(n: usize) -> MediaName {
    MediaName::new(&format!("{n:016x}.mp4")).unwrap()
}

pub(crate) fn question_id(n: usize) -> QuestionId {
    QuestionId::new(&format!("q{n}")).unwrap()
}

pub(crate) fn topic_id(n: usize) -> TopicId {
    TopicId::new(["alpha", "beta", "gamma"][n % 3]).unwrap()
}

pub(crate) fn span(start: u32, end: u32) -> Span {
    Span::new(MediaMs(start), MediaMs(end)).unwrap()
}

pub(crate) const CHAPTER_MS: u32 = 10_000;

pub(crate) fn entry() -> CatalogEntry {
    CatalogEntry { content: "00112233aabbccdd".parse().unwrap(), outline: outline() }
}

pub(crate) fn entry_without_test() -> CatalogEntry {
    let mut entry = entry();
    entry.outline.completion.test = None;
    entry
}

pub(crate) fn outline() -> Outline {
    let chapter = |n: usize| Chapter {
        id: chapter_id(n),
        title: Localized::japanese_only("章"),
        video: video(n),
        duration: MediaMs(CHAPTER_MS),
        poster: None,
        captions: None,
    };
    Outline {
        id: "als-pre".parse().unwrap(),
        version: "2026.11".into(),
        title: Localized::both("ALS研修 事前学習", "ALS preparation"),
        summary: Localized::default(),
        audience: Audience::Physicians,
        sample: true,
        listing: Listing::default(),
        rule_table: None,
        minutes: Minutes { elearning: 1, inperson: 120 },
        curriculum: Curriculum { table: "jma-2016-2022-04".into(), codes: vec![], units_tenths: 0 },
        completion: CompletionPolicy {
            test: Some(TestPolicy {
                pass: Percent::new(80).unwrap(),
                draw: 10,
                per_topic_min: 2,
                cooldown_minutes: 0,
                pool_size: 12,
            }),
            validity: Validity::Months(1),
            grace_days: 7,
            minimum_level: 0,
            practical_required: true,
            name_in_token: true,
            missed_in_token: true,
        },
        watching: WatchPolicy::default(),
        chapters: (1..=3).map(chapter).collect(),
    }
}

pub(crate) fn course() -> Course {
    Course {
        outline: outline(),
        framework: Framework::default(),
        organiser: "日本医師会".into(),
        supervisors: vec![],
        goal: Localized::default(),
        sources: vec![],
        topics: (0..3).map(|n| Topic { id: topic_id(n), title: Localized::default() }).collect(),
        chapters: (1..=3)
            .map(|n| ChapterText {
                id: chapter_id(n),
                objectives: vec![],
                sources: vec![],
                covers: vec![],
                html: String::new(),
            })
            .collect(),
    }
}

/// Twelve questions: every third true/false, single, multiple; topics in turn.
pub(crate) fn pool() -> Pool {
    Pool { questions: (0..12).map(question).collect() }
}

pub(crate) fn question(n: usize) -> Question {
    let kind = match n / 3 % 3 {
        0 => QuestionKind::TrueFalse { right: true },
        1 => QuestionKind::Single { right: 1 },
        _ => QuestionKind::Multiple { right: vec![0, 2] },
    };
    let choices = if matches!(kind, QuestionKind::TrueFalse { .. }) { 0 } else { 4 };
    Question {
        id: question_id(n),
        topic: topic_id(n),
        kind,
        text: Localized::japanese_only("問い"),
        choices: (0..choices).map(|c| Localized::japanese_only(format!("選択肢{c}"))).collect(),
        why: Localized::default(),
        teaches: Some(Passage { chapter: chapter_id(1), from: MediaMs(1_000), to: MediaMs(2_000) }),
        scene: None,
    }
}

pub(crate) fn right_answer(question: &Question) -> Answer {
    match &question.kind {
        QuestionKind::TrueFalse { right } => Answer::TrueFalse(*right),
        QuestionKind::Single { right } => Answer::Single(*right),
        QuestionKind::Multiple { right } => Answer::Multiple(right.iter().copied().collect()),
        kind => unreachable!("the pool has no {kind:?}"),
    }
}

pub(crate) fn wrong_answer(question: &Question) -> Answer {
    match &question.kind {
        QuestionKind::TrueFalse { right } => Answer::TrueFalse(!right),
        QuestionKind::Single { right } => Answer::Single(right + 1),
        QuestionKind::Multiple { .. } => Answer::Multiple([0].into()),
        kind => unreachable!("the pool has no {kind:?}"),
    }
}

pub(crate) fn watched(n: usize, span: Span, at: UnixMs) -> Event {
    let course = outline().id;
    Event::Watched { course, chapter: chapter_id(n), video: video(n), span, at }
}

pub(crate) fn stopped(n: usize, position: u32, at: UnixMs) -> Event {
    let (course, position) = (outline().id, MediaMs(position));
    Event::Stopped { course, chapter: chapter_id(n), video: video(n), position, at }
}

pub(crate) fn watch_everything(journal: &mut Journal, at: UnixMs) {
    (1..=3).for_each(|n| journal.apply(&watched(n, span(0, CHAPTER_MS), at)));
}

/// Starts an attempt, answers so many questions rightly and the rest wrongly, and hands it in.
pub(crate) fn attempt(
    journal: &mut Journal,
    id: u64,
    right: usize,
    avoid: &[QuestionId],
    at: UnixMs,
) {
    let (entry, pool, attempt) = (entry(), pool(), AttemptId(id));
    let policy = entry.outline.completion.test.unwrap();
    let questions = domain::assessment::draw(&pool, &policy, id, avoid).questions;
    let (course, content) = (entry.outline.id, entry.content);
    journal.apply(&Event::AttemptStarted {
        attempt,
        course,
        content,
        seed: id,
        questions: questions.clone(),
        at,
    });
    let mut answers = BTreeMap::new();
    for (n, question) in questions.iter().enumerate() {
        let asked = pool.question(question).unwrap();
        let answer = if n < right { right_answer(asked) } else { wrong_answer(asked) };
        answers.insert(question.clone(), answer.clone());
        let (question, answer) = (question.clone(), Some(answer));
        journal.apply(&Event::Answered {
            attempt,
            question,
            answer,
            at: at.saturating_add_ms(1_000),
        });
    }
    let grade = domain::assessment::grade(&pool, &policy, &questions, &answers);
    journal.apply(&Event::HandedIn {
        attempt,
        correct: grade.correct,
        total: grade.total,
        passed: grade.passed,
        missed: grade.missed,
        at: at.saturating_add_ms(2_000),
    });
}
