//! Self-assessment: draw questions, shuffle choices, take answers, grade. Whole numbers only.

mod answer;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

pub use answer::{Answer, chosen_again, is_finished, is_right, paired, reordered};

use crate::catalog::{Pool, Question, QuestionId, QuestionKind, TestPolicy, TopicId};
use crate::random::{SplitMix64, fnv1a};
use crate::unit::Percent;

/// The questions of one attempt, in the order in which they are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The questions, each once.
    pub questions: Vec<QuestionId>,
}

/// Draws the questions of an attempt: `policy.draw` of them, at least `policy.per_topic_min` of each
/// topic, none of `avoid` (the last draw) as long as the pool has others that serve. The same seed
/// gives the same draw. A pool that is too small gives all it has; [`crate::catalog::check`] reports
/// it.
#[must_use]
pub fn draw(pool: &Pool, policy: &TestPolicy, seed: u64, avoid: &[QuestionId]) -> Draw {
    let mut random = SplitMix64::new(seed);
    let mut deck: Vec<&Question> = pool.questions.iter().collect();
    random.shuffle(&mut deck);
    // Fresh questions first, each half in its random order.
    let (seen, fresh): (Vec<_>, Vec<_>) =
        deck.into_iter().partition(|question| avoid.contains(&question.id));

    let size = usize::from(policy.draw).min(pool.questions.len());
    let mut taken: Vec<&Question> = Vec::with_capacity(size);
    let mut rest: Vec<&Question> = Vec::new();
    let mut per_topic: BTreeMap<&TopicId, u16> = BTreeMap::new();
    for question in fresh.into_iter().chain(seen) {
        let count = per_topic.entry(&question.topic).or_insert(0);
        if *count < policy.per_topic_min && taken.len() < size {
            *count += 1;
            taken.push(question);
        } else {
            rest.push(question);
        }
    }
    taken.extend(rest.into_iter().take(size - taken.len()));
    random.shuffle(&mut taken);
    Draw { questions: taken.into_iter().map(|question| question.id.clone()).collect() }
}

/// In which order to show a question's choices, items or rights: their indexes in the authors' order.
/// True and false keep theirs; the items of an order are never shown in the right one.
#[must_use]
pub fn choice_order(question: &Question, seed: u64) -> Vec<usize> {
    let mut random = SplitMix64::new(seed ^ fnv1a(question.id.as_str()));
    let count = match &question.kind {
        QuestionKind::TrueFalse { .. } => return (0..question.choices.len()).collect(),
        QuestionKind::Single { .. } | QuestionKind::Multiple { .. } => question.choices.len(),
        QuestionKind::Order { items } => items.len(),
        QuestionKind::Match { pairs } => pairs.len(),
        QuestionKind::Numeric { .. } | QuestionKind::Hotspot { .. } => 0,
    };
    let mut order: Vec<usize> = (0..count).collect();
    random.shuffle(&mut order);
    if matches!(question.kind, QuestionKind::Order { .. }) && order.is_sorted() {
        // Turned by a random number of places, no item stands at its own.
        let turn = 1 + random.below(count.saturating_sub(1));
        order.rotate_left(turn.min(count));
    }
    order
}

/// The result of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Right answers.
    pub correct: u16,
    /// Questions asked.
    pub total: u16,
    /// Is that enough?
    pub passed: bool,
    /// The questions answered wrongly or not at all, in the order in which they were asked.
    pub missed: Vec<QuestionId>,
}

/// Grades an attempt. A question without an answer, or one that is no longer in the pool, is missed.
#[must_use]
pub fn grade(
    pool: &Pool,
    policy: &TestPolicy,
    questions: &[QuestionId],
    answers: &BTreeMap<QuestionId, Answer>,
) -> Grade {
    let right = |id: &QuestionId| match (pool.question(id), answers.get(id)) {
        (Some(question), Some(answer)) => is_right(question, answer),
        _ => false,
    };
    let missed: Vec<QuestionId> = questions.iter().filter(|id| !right(id)).cloned().collect();
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let (correct, total) = (count(questions.len() - missed.len()), count(questions.len()));
    Grade { correct, total, passed: passes(correct, total, policy.pass), missed }
}

/// `100 · correct ≥ pass · total` in whole numbers (R19); nothing asked is not passed.
#[must_use]
pub fn passes(correct: u16, total: u16, pass: Percent) -> bool {
    total > 0 && 100 * u32::from(correct) >= u32::from(pass.get()) * u32::from(total)
}
