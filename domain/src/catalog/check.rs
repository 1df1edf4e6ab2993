//! What is logically wrong with a course, whatever its files look like. All of it, not the first.

mod question;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{
    ChapterId, CompletionPolicy, Course, Outline, Pool, QuestionId, TestPolicy, TopicId, Validity,
};
use crate::unit::MediaMs;

/// Something wrong with a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A course has at least one chapter.
    NoChapters,
    /// Two chapters have the same id.
    ChapterTwice(ChapterId),
    /// A chapter's video has no length.
    ChapterWithoutLength(ChapterId),
    /// A chapter is not longer than what may remain unwatched, so it would be watched from the start.
    ChapterWithinTolerance(ChapterId),
    /// A chapter has no lecture text, or a text has no chapter, or they are in another order.
    ChapterTexts,
    /// The rate cap is outside 50 to 400 hundredths.
    RateCap(u16),
    /// A part of the course stands for no minutes (R148): name the one that is missing.
    Minutes {
        /// Minutes of e-learning.
        elearning: u16,
        /// Minutes in person.
        inperson: u16,
    },
    /// The validity is not 1 to 24 months or 1 to 731 days.
    Validity(Validity),
    /// Grace is 0 to 31 days (token spec §14).
    Grace(u16),
    /// Levels are 0 to 3 (token spec §8).
    MinimumLevel(u8),
    /// A course with minutes in person needs its practical part (R63).
    PracticalMissing,
    /// The course has a test and no questions.
    TestWithoutQuestions,
    /// There are questions, and no test that asks them.
    QuestionsWithoutTest,
    /// A pass mark of 0 % is no test at all.
    PassNothing,
    /// An attempt has no questions.
    DrawNothing,
    /// An attempt wants more questions than there are.
    DrawBeyondPool {
        /// Questions of an attempt.
        draw: u16,
        /// Questions there are.
        pool: usize,
    },
    /// A token counts at most 255 questions, and 256 in its bitmap (token spec §4).
    TooManyQuestions(usize),
    /// The policy names another size than the pool has.
    PoolSize {
        /// What the policy says.
        declared: u16,
        /// What there is.
        real: usize,
    },
    /// The least number from each topic adds up to more than an attempt has.
    TopicsBeyondDraw {
        /// What the topics ask for together.
        wanted: usize,
        /// Questions of an attempt.
        draw: u16,
    },
    /// A topic has fewer questions than an attempt takes from it.
    TopicSmall {
        /// The topic.
        topic: TopicId,
        /// Its questions.
        has: usize,
        /// What an attempt takes at least.
        wants: u16,
    },
    /// Two topics have the same id.
    TopicTwice(TopicId),
    /// Two questions have the same id.
    QuestionTwice(QuestionId),
    /// A question is about a topic the course does not have.
    TopicUnknown(QuestionId, TopicId),
    /// A true/false question has choices of its own.
    ChoicesOfTrueFalse(QuestionId),
    /// A question to choose from has fewer than two choices.
    TooFewChoices(QuestionId),
    /// Two choices of a question have the same text.
    ChoiceTwice(QuestionId),
    /// A right choice that does not exist, counted from 0.
    RightOutOfRange(QuestionId, usize),
    /// A right choice is named twice.
    RightTwice(QuestionId),
    /// A question with several right choices names none of them.
    NothingRight(QuestionId),
    /// A question teaches from a chapter the course does not have.
    PassageUnknown(QuestionId, ChapterId),
    /// A passage is empty or reaches beyond its chapter.
    PassageOutside(QuestionId),
    /// A question is about a scene of a chapter the course does not have.
    SceneUnknown(QuestionId, ChapterId),
    /// A scene is empty or reaches beyond its chapter.
    SceneOutside(QuestionId),
    /// A question of a kind that has no choices has some.
    ChoicesOfNone(QuestionId),
    /// An order has 3 to 8 items.
    ItemCount(QuestionId, usize),
    /// Two items of an order have the same text.
    ItemTwice(QuestionId),
    /// Pairs are 2 to 8.
    PairCount(QuestionId, usize),
    /// Two lefts or two rights have the same text.
    PairTwice(QuestionId),
    /// A number or its tolerance is beyond [`crate::decimal::Decimal::GREATEST`], or the tolerance is below zero.
    Tolerance(QuestionId),
    /// A picture without width or height.
    PictureWithoutSize(QuestionId),
    /// A picture without a right place.
    NoRegion(QuestionId),
    /// A region without extent, or outside its picture; counted from 0.
    RegionOutside(QuestionId, usize),
}

/// Everything that is logically wrong with a course and its questions.
#[must_use]
pub fn check(course: &Course, pool: Option<&Pool>) -> Vec<Problem> {
    let mut problems = Vec::new();
    check_outline(&course.outline, &mut problems);
    check_completion(&course.outline.completion, &mut problems);
    let chapters = course.outline.chapters.iter().map(|chapter| &chapter.id);
    if !chapters.eq(course.chapters.iter().map(|text| &text.id)) {
        problems.push(Problem::ChapterTexts);
    }
    problems.extend(
        repeated(course.topics.iter().map(|topic| &topic.id))
            .map(|id| Problem::TopicTwice(id.clone())),
    );
    match (&course.outline.completion.test, pool) {
        (Some(test), Some(pool)) => {
            check_test(test, pool, course, &mut problems);
            for question in &pool.questions {
                question::check(question, course, &mut problems);
            }
        }
        (Some(_), None) => problems.push(Problem::TestWithoutQuestions),
        (None, Some(_)) => problems.push(Problem::QuestionsWithoutTest),
        (None, None) => {}
    }
    problems
}

fn check_outline(outline: &Outline, problems: &mut Vec<Problem>) {
    if outline.chapters.is_empty() {
        problems.push(Problem::NoChapters);
    }
    problems.extend(
        repeated(outline.chapters.iter().map(|chapter| &chapter.id))
            .map(|id| Problem::ChapterTwice(id.clone())),
    );
    for chapter in &outline.chapters {
        if chapter.duration == MediaMs::ZERO {
            problems.push(Problem::ChapterWithoutLength(chapter.id.clone()));
        } else if chapter.duration <= outline.watching.tolerance {
            problems.push(Problem::ChapterWithinTolerance(chapter.id.clone()));
        }
    }
    let cap = outline.watching.rate_cap.0;
    if !(50..=400).contains(&cap) {
        problems.push(Problem::RateCap(cap));
    }
    let minutes = outline.minutes;
    let practical = outline.completion.practical_required;
    if minutes.elearning == 0 || (practical && minutes.inperson == 0) {
        let (elearning, inperson) = (minutes.elearning, minutes.inperson);
        problems.push(Problem::Minutes { elearning, inperson });
    }
    if !practical && minutes.inperson > 0 {
        problems.push(Problem::PracticalMissing);
    }
}

fn check_completion(completion: &CompletionPolicy, problems: &mut Vec<Problem>) {
    let lasts = match completion.validity {
        Validity::Months(months) => (1..=24).contains(&months),
        Validity::Days(days) => (1..=731).contains(&days),
    };
    if !lasts {
        problems.push(Problem::Validity(completion.validity));
    }
    if completion.grace_days > 31 {
        problems.push(Problem::Grace(completion.grace_days));
    }
    if completion.minimum_level > 3 {
        problems.push(Problem::MinimumLevel(completion.minimum_level));
    }
}

fn check_test(test: &TestPolicy, pool: &Pool, course: &Course, problems: &mut Vec<Problem>) {
    let size = pool.questions.len();
    if test.pass.get() == 0 {
        problems.push(Problem::PassNothing);
    }
    if test.draw == 0 {
        problems.push(Problem::DrawNothing);
    }
    if usize::from(test.draw) > size {
        problems.push(Problem::DrawBeyondPool { draw: test.draw, pool: size });
    }
    if size > 256 || test.draw > 255 {
        problems.push(Problem::TooManyQuestions(size.max(usize::from(test.draw))));
    }
    if usize::from(test.pool_size) != size {
        problems.push(Problem::PoolSize { declared: test.pool_size, real: size });
    }
    let wanted = course.topics.len() * usize::from(test.per_topic_min);
    if wanted > usize::from(test.draw) {
        problems.push(Problem::TopicsBeyondDraw { wanted, draw: test.draw });
    }
    for topic in &course.topics {
        let has = pool.questions.iter().filter(|question| question.topic == topic.id).count();
        if has < usize::from(test.per_topic_min) {
            let (topic, wants) = (topic.id.clone(), test.per_topic_min);
            problems.push(Problem::TopicSmall { topic, has, wants });
        }
    }
    problems.extend(
        repeated(pool.questions.iter().map(|question| &question.id))
            .map(|id| Problem::QuestionTwice(id.clone())),
    );
}

/// Whatever occurs more than once, each named once.
fn repeated<'a, T: Ord + 'a>(items: impl Iterator<Item = &'a T>) -> impl Iterator<Item = &'a T> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_insert(0u32) += 1;
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(item, _)| item)
}
