//! Answers: what the learner gave, whether that is an answer at all, and whether it is right.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::catalog::{Point, Question, QuestionKind};
use crate::decimal::Decimal;
use crate::unit::Localized;

/// What the learner answered, as it was given, finished or not. Choices, items and pairs are counted
/// in the authors' order, never in the shown one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// True or false.
    TrueFalse(bool),
    /// One choice.
    Single(usize),
    /// Several choices.
    Multiple(BTreeSet<usize>),
    /// The items in the order in which the learner put them.
    Order(Vec<usize>),
    /// To each left the right that was chosen for it, or none yet.
    Match(Vec<Option<usize>>),
    /// A number as it was typed.
    Number(String),
    /// A place in the picture.
    Spot(Point),
}

/// Is this an answer, or only the beginning of one? Pairs that are not all chosen, a number that
/// cannot be read and an order that is not of these items count as no answer, and so does an answer
/// of another kind than the question's.
#[must_use]
pub fn is_finished(question: &Question, answer: &Answer) -> bool {
    match (&question.kind, answer) {
        (QuestionKind::TrueFalse { .. }, Answer::TrueFalse(_)) => true,
        (QuestionKind::Single { .. }, Answer::Single(given)) => *given < question.choices.len(),
        (QuestionKind::Multiple { .. }, Answer::Multiple(given)) => !given.is_empty(),
        (QuestionKind::Order { items }, Answer::Order(given)) => {
            is_each_once(given.iter().copied().map(Some), items.len())
        }
        (QuestionKind::Match { pairs }, Answer::Match(given)) => {
            is_each_once(given.iter().copied(), pairs.len())
        }
        (QuestionKind::Numeric { unit, .. }, Answer::Number(given)) => {
            number(given, unit).is_some()
        }
        (QuestionKind::Hotspot { .. }, Answer::Spot(given)) => given.is_inside(),
        _ => false,
    }
}

/// Is this answer right? Of several right choices, all and only those; of an order and of pairs, the
/// whole; an answer of another kind than the question's is wrong.
#[must_use]
pub fn is_right(question: &Question, answer: &Answer) -> bool {
    match (&question.kind, answer) {
        (QuestionKind::TrueFalse { right }, Answer::TrueFalse(given)) => right == given,
        (QuestionKind::Single { right }, Answer::Single(given)) => right == given,
        (QuestionKind::Multiple { right }, Answer::Multiple(given)) => {
            right.iter().all(|choice| given.contains(choice))
                && given.iter().all(|choice| right.contains(choice))
        }
        (QuestionKind::Order { items }, Answer::Order(given)) => {
            given.iter().copied().eq(0..items.len())
        }
        (QuestionKind::Match { pairs }, Answer::Match(given)) => {
            given.iter().copied().eq((0..pairs.len()).map(Some))
        }
        (QuestionKind::Numeric { answer, tolerance, unit }, Answer::Number(given)) => {
            number(given, unit).is_some_and(|given| given.distance(*answer) <= *tolerance)
        }
        (QuestionKind::Hotspot { picture, regions, .. }, Answer::Spot(given)) => {
            regions.iter().any(|region| region.contains(*given, picture.size()))
        }
        _ => false,
    }
}

/// A typed number, with or without the unit in either language behind it.
fn number(given: &str, unit: &Localized) -> Option<Decimal> {
    let read = |unit| Decimal::read(given, unit).ok();
    read(unit.ja()).or_else(|| read(unit.en()))
}

/// Whether these are the numbers below `count`, each once, in whatever order.
fn is_each_once(given: impl Iterator<Item = Option<usize>>, count: usize) -> bool {
    let mut missing = vec![true; count];
    let mut taken = 0;
    for one in given {
        match one.and_then(|one| missing.get_mut(one)) {
            Some(missing) if *missing => *missing = false,
            _ => return false,
        }
        taken += 1;
    }
    taken == count
}

/// The order after the item at a place was moved to another; both from 0. Places that are not there
/// change nothing.
#[must_use]
pub fn reordered(order: &[usize], from: usize, to: usize) -> Vec<usize> {
    let mut order = order.to_vec();
    if from < order.len() && to < order.len() {
        let item = order.remove(from);
        order.insert(to, item);
    }
    order
}

/// The pairs after a right was chosen for a left, or taken away (`None`). The other lefts keep theirs:
/// whoever goes through the rights by arrow keys chooses each of them on the way.
#[must_use]
pub fn paired(
    given: &[Option<usize>],
    pairs: usize,
    left: usize,
    right: Option<usize>,
) -> Vec<Option<usize>> {
    let mut given = given.to_vec();
    given.resize(pairs, None);
    if let Some(chosen) = given.get_mut(left) {
        *chosen = right;
    }
    given
}

/// The rights that are chosen for more than one left, each with those lefts: as long as there is one,
/// the pairs are no answer.
#[must_use]
pub fn chosen_again(given: &[Option<usize>]) -> Vec<(usize, Vec<usize>)> {
    let lefts_of = |right: usize| -> Vec<usize> {
        (0..given.len()).filter(|left| given[*left] == Some(right)).collect()
    };
    let chosen = (0..given.len()).map(|right| (right, lefts_of(right)));
    chosen.filter(|(_, lefts)| lefts.len() > 1).collect()
}
