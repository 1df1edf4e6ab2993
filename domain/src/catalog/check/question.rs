//! What is wrong with one question.

use alloc::vec::Vec;

use super::{Problem, repeated};
use crate::catalog::{ChapterId, Course, Pair, Passage, Question, QuestionId, QuestionKind};
use crate::decimal::Decimal;
use crate::unit::Localized;

/// Adds everything that is wrong with a question.
pub(super) fn check(question: &Question, course: &Course, problems: &mut Vec<Problem>) {
    let id = || question.id.clone();
    if !course.topics.iter().any(|topic| topic.id == question.topic) {
        problems.push(Problem::TopicUnknown(id(), question.topic.clone()));
    }
    match &question.kind {
        QuestionKind::TrueFalse { .. } => {
            if !question.choices.is_empty() {
                problems.push(Problem::ChoicesOfTrueFalse(id()));
            }
        }
        QuestionKind::Single { right } => check_choices(question, &[*right], problems),
        QuestionKind::Multiple { right } => check_choices(question, right, problems),
        kind => {
            if !question.choices.is_empty() {
                problems.push(Problem::ChoicesOfNone(id()));
            }
            check_kind(kind, &question.id, problems);
        }
    }
    check_passage(
        question.teaches.as_ref(),
        course,
        |chapter| Problem::PassageUnknown(id(), chapter),
        || Problem::PassageOutside(id()),
        problems,
    );
    check_passage(
        question.scene.as_ref(),
        course,
        |chapter| Problem::SceneUnknown(id(), chapter),
        || Problem::SceneOutside(id()),
        problems,
    );
}

fn check_choices(question: &Question, right: &[usize], problems: &mut Vec<Problem>) {
    let id = || question.id.clone();
    let choices = question.choices.len();
    if choices < 2 {
        problems.push(Problem::TooFewChoices(id()));
    }
    if right.is_empty() {
        problems.push(Problem::NothingRight(id()));
    }
    if has_twice(question.choices.iter()) {
        problems.push(Problem::ChoiceTwice(id()));
    }
    problems.extend(
        right.iter().filter(|i| **i >= choices).map(|i| Problem::RightOutOfRange(id(), *i)),
    );
    if repeated(right.iter()).next().is_some() {
        problems.push(Problem::RightTwice(id()));
    }
}

fn check_kind(kind: &QuestionKind, question: &QuestionId, problems: &mut Vec<Problem>) {
    let id = || question.clone();
    match kind {
        QuestionKind::Order { items } => {
            if !(3..=8).contains(&items.len()) {
                problems.push(Problem::ItemCount(id(), items.len()));
            }
            if has_twice(items.iter()) {
                problems.push(Problem::ItemTwice(id()));
            }
        }
        QuestionKind::Match { pairs } => {
            if !(2..=8).contains(&pairs.len()) {
                problems.push(Problem::PairCount(id(), pairs.len()));
            }
            let side = |side: fn(&Pair) -> &Localized| has_twice(pairs.iter().map(side));
            if side(|pair| &pair.left) || side(|pair| &pair.right) {
                problems.push(Problem::PairTwice(id()));
            }
        }
        QuestionKind::Numeric { answer, tolerance, .. } => {
            let is_number = |one: &Decimal| Decimal::from_thousandths(one.thousandths()).is_some();
            if !is_number(answer) || !is_number(tolerance) || *tolerance < Decimal::default() {
                problems.push(Problem::Tolerance(id()));
            }
        }
        QuestionKind::Hotspot { picture, regions, .. } => {
            if picture.width == 0 || picture.height == 0 {
                problems.push(Problem::PictureWithoutSize(id()));
            }
            if regions.is_empty() {
                problems.push(Problem::NoRegion(id()));
            }
            let unsound = regions.iter().enumerate().filter(|(_, region)| !region.is_sound());
            problems.extend(unsound.map(|(index, _)| Problem::RegionOutside(id(), index)));
        }
        QuestionKind::TrueFalse { .. }
        | QuestionKind::Single { .. }
        | QuestionKind::Multiple { .. } => {}
    }
}

fn has_twice<'a>(texts: impl Iterator<Item = &'a Localized>) -> bool {
    repeated(texts.map(|text| &text.ja)).next().is_some()
}

fn check_passage(
    passage: Option<&Passage>,
    course: &Course,
    unknown: impl FnOnce(ChapterId) -> Problem,
    outside: impl FnOnce() -> Problem,
    problems: &mut Vec<Problem>,
) {
    let Some(passage) = passage else { return };
    match course.outline.chapter(&passage.chapter) {
        None => problems.push(unknown(passage.chapter.clone())),
        Some(chapter) if passage.from >= passage.to || passage.to > chapter.duration => {
            problems.push(outside());
        }
        Some(_) => {}
    }
}
