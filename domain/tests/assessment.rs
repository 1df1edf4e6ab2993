//! Self-assessment: draws, orders, grades.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod course;

use std::collections::{BTreeMap, BTreeSet};

use course::*;
use domain::assessment::{Answer, choice_order, draw, grade, is_right, passes};
use domain::catalog::{QuestionId, TestPolicy};
use domain::unit::Percent;
use proptest::prelude::*;

fn policy(draw: u16, per_topic_min: u16) -> TestPolicy {
    TestPolicy { draw, per_topic_min, ..entry().outline.completion.test.unwrap() }
}

#[test]
fn eighty_percent_is_counted_in_whole_numbers() {
    let pass = Percent::new(80).unwrap();
    for (correct, total, passed) in [
        (4, 5, true),
        (16, 20, true),
        (8, 10, true),
        (15, 20, false),
        (7, 9, false),
        (7, 10, false),
        (0, 0, false),
        (7_999, 10_000, false),
        (8_000, 10_000, true),
        (u16::MAX, u16::MAX, true),
    ] {
        assert_eq!(passes(correct, total, pass), passed, "{correct}/{total}");
    }
}

#[test]
fn a_retake_is_drawn_anew_as_far_as_the_pool_allows() {
    let pool = pool();
    let first = draw(&pool, &policy(6, 1), 1, &[]).questions;
    let second = draw(&pool, &policy(6, 1), 2, &first).questions;
    assert!(
        second.iter().all(|question| !first.contains(question)),
        "twelve are enough for two draws of six"
    );
    let ten = draw(&pool, &policy(10, 2), 1, &[]).questions;
    let again = draw(&pool, &policy(10, 2), 2, &ten).questions;
    let fresh = again.iter().filter(|question| !ten.contains(question)).count();
    assert_eq!(fresh, 2, "all that were left");
}

#[test]
fn a_pool_that_is_too_small_gives_all_it_has() {
    let mut pool = pool();
    pool.questions.truncate(4);
    assert_eq!(draw(&pool, &policy(10, 2), 1, &[]).questions.len(), 4);
    pool.questions.clear();
    assert!(draw(&pool, &policy(10, 2), 1, &[]).questions.is_empty());
}

#[test]
fn choices_are_shuffled_for_each_attempt_and_question_and_true_false_is_not() {
    let orders =
        |n: usize| (0..50).map(|seed| choice_order(&question(n), seed)).collect::<BTreeSet<_>>();
    assert!(orders(3).len() > 10);
    assert_eq!(choice_order(&question(3), 7), choice_order(&question(3), 7));
    assert!(
        (0..50).any(|seed| choice_order(&question(3), seed) != choice_order(&question(4), seed))
    );
    assert_eq!(orders(0), BTreeSet::from([vec![]]));
}

#[test]
fn several_right_choices_means_all_and_only_those() {
    let several = question(6);
    for (given, right) in
        [(vec![0, 2], true), (vec![0], false), (vec![0, 1, 2], false), (vec![], false)]
    {
        assert_eq!(
            is_right(&several, &Answer::Multiple(given.iter().copied().collect())),
            right,
            "{given:?}"
        );
    }
    assert!(!is_right(&several, &Answer::Single(0)), "an answer of another kind is wrong");
}

#[test]
fn what_is_not_answered_is_missed() {
    let pool = pool();
    let asked: Vec<QuestionId> = (0..5).map(question_id).collect();
    let answers: BTreeMap<_, _> =
        (0..4).map(|n| (question_id(n), right_answer(&question(n)))).collect();
    let result = grade(&pool, &policy(5, 0), &asked, &answers);
    assert_eq!((result.correct, result.total, result.passed), (4, 5, true));
    assert_eq!(result.missed, [question_id(4)]);
}

#[test]
fn a_question_that_left_the_pool_is_missed_and_still_asked() {
    let asked = [question_id(0), QuestionId::new("gone").unwrap()];
    let answers = asked.iter().map(|id| (id.clone(), Answer::TrueFalse(true))).collect();
    let result = grade(&pool(), &policy(2, 0), &asked, &answers);
    assert_eq!((result.correct, result.total, result.passed), (1, 2, false));
}

proptest! {
    #[test]
    fn every_draw_is_of_the_right_size_with_enough_of_each_topic(
        seed: u64,
        size in 6u16..=12,
        avoided in prop::collection::btree_set(0usize..12, 0..12),
    ) {
        let pool = pool();
        let avoid: Vec<_> = avoided.into_iter().map(question_id).collect();
        let drawn = draw(&pool, &policy(size, 2), seed, &avoid).questions;
        prop_assert_eq!(drawn.len(), usize::from(size));
        prop_assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), drawn.len(), "each once");
        for topic in (0..3).map(topic_id) {
            let of_topic = drawn.iter().filter(|id| pool.question(id).unwrap().topic == topic);
            prop_assert!(of_topic.count() >= 2);
        }
        prop_assert_eq!(&drawn, &draw(&pool, &policy(size, 2), seed, &avoid).questions, "the same seed, the same draw");
    }

    #[test]
    fn a_choice_order_is_a_permutation(seed: u64, n in 0usize..12) {
        let question = question(n);
        let mut order = choice_order(&question, seed);
        order.sort_unstable();
        prop_assert_eq!(order, (0..question.choices.len()).collect::<Vec<_>>());
    }
}
