//! The numbers against values computed by hand, their laws, and the borders of the verdicts.

use domain::catalog::{Question, QuestionKind};
use domain::item_result::Outcome;
use domain::unit::Localized;
use proptest::prelude::*;
use tool::statistics::measure::{Groups, Measured, Response, measure};
use tool::statistics::verdict::{Flag, Verdict, judge};

/// An attempt in which each of the questions was answered rightly (1) or wrongly (0); `-` was not asked.
fn attempt(answers: &str) -> Vec<Response> {
    let asked = answers.chars().enumerate().filter(|(_, answer)| *answer != '-');
    let response = |(item, answer)| {
        let outcome = if answer == '1' { Outcome::Right } else { Outcome::Wrong };
        Response { item, outcome, taken: Vec::new() }
    };
    asked.map(response).collect()
}

fn measured(attempts: &[&str]) -> Vec<Measured> {
    let attempts: Vec<Vec<Response>> = attempts.iter().map(|answers| attempt(answers)).collect();
    measure(&attempts, &[0; 3])
}

fn close(one: Option<f64>, other: f64) -> bool {
    one.is_some_and(|one| (one - other).abs() < 1e-12)
}

#[test]
fn difficulty_and_item_rest_correlation_are_those_of_the_textbook() {
    // Of A: x = 1 1 1 0 0 0, rest = 1 ½ ½ ½ ½ 0; covariance ½, variances 3/2 and ½: r = ½ / √¾ = 1/√3.
    // Of B: rest = 1 ½ 1 0 ½ 0, products ¼ 0 −¼ −¼ 0 ¼: r = 0. Of C likewise.
    let items = measured(&["111", "110", "101", "010", "001", "000"]);
    assert!(items.iter().all(|item| close(item.difficulty(), 0.5) && item.asked == 6));
    assert!(close(items[0].discrimination, 1.0 / 3.0_f64.sqrt()));
    assert!(close(items[1].discrimination, 0.0));
    assert!(close(items[2].discrimination, 0.0));
    assert!(items.iter().all(|item| item.groups.is_none()), "six are too few for groups");
}

#[test]
fn a_question_counts_only_where_it_was_asked() {
    // C was asked twice, once right. Of A the rest is one question: 1 0 against 1 0, so r = 1.
    let items = measured(&["11-", "0-0", "1-1"]);
    assert_eq!((items[0].asked, items[1].asked, items[2].asked), (3, 1, 2));
    assert!(close(items[0].difficulty(), 2.0 / 3.0));
    assert!(close(items[0].discrimination, 1.0));
    assert!(close(items[2].discrimination, 1.0));
    assert_eq!(items[1].discrimination, None, "one answer correlates with nothing");
    assert_eq!(measured(&["111", "110"])[0].discrimination, None, "all answered alike");
    assert_eq!(measured(&["1--", "0--"])[0].discrimination, None, "there is no rest");
    assert_eq!(measured(&[])[0].difficulty(), None);
}

#[test]
fn the_upper_and_the_lower_27_percent_are_compared_with_ties_in_part() {
    let group = |right: usize, wrong: usize, rest: &str| {
        let one = |first: &str, count| vec![format!("{first}{rest}"); count];
        [one("1", right), one("0", wrong)].concat()
    };
    // 40 answers: groups of 11 (10.8). Two levels of 20: 15 right above, 5 right below.
    let attempts = [group(15, 5, "11"), group(5, 15, "00")].concat();
    let item = &measured(&attempts.iter().map(String::as_str).collect::<Vec<_>>())[0];
    let groups = item.groups.unwrap();
    assert_eq!(groups.size, 11);
    assert!((groups.upper - 0.75).abs() < 1e-12 && (groups.lower - 0.25).abs() < 1e-12);
    assert!((groups.difference() - 0.5).abs() < 1e-12);
    // φ = (15·15 − 5·5) / (20·20) = ½.
    assert!(close(item.discrimination, 0.5));

    // 5 above, all right; 30 in the middle, half of them right; 5 below, none: (5 + 6·½)/11 against (6·½)/11.
    let attempts = [group(5, 0, "11"), group(15, 15, "10"), group(0, 5, "00")].concat();
    let item = &measured(&attempts.iter().map(String::as_str).collect::<Vec<_>>())[0];
    let groups = item.groups.unwrap();
    assert!((groups.upper - 8.0 / 11.0).abs() < 1e-12);
    assert!((groups.lower - 3.0 / 11.0).abs() < 1e-12);

    // 35 answers give groups of 9 (9.45): too few. 36 give 10 (9.72).
    let many = |count| measured(&vec!["110"; count])[0].groups.map(|groups: Groups| groups.size);
    assert_eq!((many(35), many(36)), (None, Some(10)));
}

fn attempts() -> impl Strategy<Value = Vec<Vec<Response>>> {
    let response = (0..4_usize, 0..3_u8);
    let one = prop::collection::btree_map(0..5_usize, response, 1..=5).prop_map(|answers| {
        let response = |(item, (choice, outcome)): (usize, (usize, u8))| {
            let outcome =
                [Outcome::Right, Outcome::Wrong, Outcome::Unanswered][usize::from(outcome)];
            let taken =
                if outcome == Outcome::Unanswered { Vec::new() } else { vec![choice as u16] };
            Response { item, outcome, taken }
        };
        answers.into_iter().map(response).collect()
    });
    prop::collection::vec(one, 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_order_of_the_attempts_changes_not_the_last_digit(
        (attempts, shuffled) in attempts().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        prop_assert_eq!(measure(&attempts, &[4; 5]), measure(&shuffled, &[4; 5]));
    }

    #[test]
    fn every_number_lies_where_it_must(attempts in attempts()) {
        for item in measure(&attempts, &[4; 5]) {
            prop_assert!(item.right + item.unanswered <= item.asked);
            prop_assert_eq!(item.choices.iter().sum::<usize>(), item.asked - item.unanswered);
            prop_assert!(item.difficulty().is_none_or(|share| (0.0..=1.0).contains(&share)));
            prop_assert!(item.discrimination.is_none_or(|r| (-1.0..=1.0).contains(&r)));
            if let Some(groups) = item.groups {
                prop_assert!((0.0..=1.0).contains(&groups.upper) && (0.0..=1.0).contains(&groups.lower));
                prop_assert!(groups.size >= 10 && 3 * groups.size <= item.asked);
            }
        }
    }

    #[test]
    fn the_same_people_twice_change_no_share_and_no_correlation(attempts in attempts()) {
        let twice = [attempts.clone(), attempts.clone()].concat();
        for (once, twice) in measure(&attempts, &[4; 5]).iter().zip(measure(&twice, &[4; 5])) {
            prop_assert_eq!(twice.asked, 2 * once.asked);
            prop_assert_eq!(twice.difficulty(), once.difficulty());
            match (once.discrimination, twice.discrimination) {
                (Some(once), Some(twice)) => prop_assert!((once - twice).abs() < 1e-9),
                (once, twice) => prop_assert_eq!(once, twice),
            }
        }
    }

    #[test]
    fn turning_every_answer_round_turns_difficulty_and_keeps_discrimination(attempts in attempts()) {
        let turned: Vec<Vec<Response>> = attempts.iter().map(|attempt| {
            let turn = |one: &Response| {
                let outcome = if one.outcome == Outcome::Right { Outcome::Wrong } else { Outcome::Right };
                Response { outcome, ..one.clone() }
            };
            attempt.iter().map(turn).collect()
        }).collect();
        for (one, other) in measure(&attempts, &[4; 5]).iter().zip(measure(&turned, &[4; 5])) {
            prop_assert_eq!(one.right + other.right, one.asked);
            match (one.discrimination, other.discrimination) {
                (Some(one), Some(other)) => prop_assert!((one - other).abs() < 1e-9),
                (one, other) => prop_assert_eq!(one.is_none(), other.is_none()),
            }
        }
    }
}

fn question(kind: QuestionKind, choices: usize) -> Question {
    let text = |text: &str| Localized::japanese_only(text);
    Question {
        id: "q".parse().unwrap(),
        topic: "t".parse().unwrap(),
        kind,
        text: text("問い"),
        choices: (0..choices).map(|at| text(&format!("選択肢{at}"))).collect(),
        why: text("理由"),
        teaches: None,
        scene: None,
    }
}

fn flags(asked: usize, right: usize, discrimination: f64, choices: &[usize]) -> Verdict {
    let measured = Measured {
        asked,
        right,
        choices: choices.to_vec(),
        discrimination: Some(discrimination),
        ..Measured::default()
    };
    judge(&question(QuestionKind::Single { right: 0 }, choices.len()), &measured)
}

#[test]
fn each_flag_begins_just_behind_its_border() {
    let judged = |flags: &[Flag]| Verdict::Judged(flags.to_vec());
    assert_eq!(flags(29, 0, -1.0, &[0, 29]), Verdict::TooFew);
    assert_eq!(flags(30, 15, 0.5, &[15, 15]), judged(&[]));
    assert_eq!(flags(100, 95, 0.5, &[95, 5]), judged(&[]));
    assert_eq!(flags(100, 96, 0.5, &[96, 4]), judged(&[Flag::TooEasy]));
    assert_eq!(flags(100, 30, 0.5, &[30, 25, 25, 20]), judged(&[]));
    assert_eq!(flags(100, 29, 0.5, &[29, 25, 26, 20]), judged(&[Flag::TooHard]));
    assert_eq!(flags(30, 15, 0.1, &[15, 15]), judged(&[]));
    assert_eq!(flags(30, 15, 0.094, &[15, 15]), judged(&[Flag::Weak]));
    assert_eq!(flags(30, 15, 0.0, &[15, 15]), judged(&[Flag::Weak]));
    // What is shown as 0.00 is not called negative, nor what is shown as 0.10 weak.
    assert_eq!(flags(30, 15, -0.004, &[15, 15]), judged(&[Flag::Weak]));
    assert_eq!(flags(30, 15, 0.096, &[15, 15]), judged(&[]));
    assert_eq!(flags(30, 15, -0.006, &[15, 15]), judged(&[Flag::Negative]));
    assert_eq!(flags(40, 15, 0.5, &[15, 16, 9]), judged(&[Flag::WrongAhead(1)]));
    assert_eq!(flags(30, 15, 0.5, &[15, 0, 15]), judged(&[Flag::Unused(1)]));
}

#[test]
fn a_statement_has_no_unused_choice_and_a_multiple_question_is_led_by_its_least_taken_right_one() {
    let numbers = |choices: &[usize], right| Measured {
        asked: 40,
        right,
        choices: choices.to_vec(),
        ..Measured::default()
    };
    let statement = question(QuestionKind::TrueFalse { right: false }, 0);
    assert_eq!(judge(&statement, &numbers(&[0, 38], 38)), Verdict::Judged(vec![]));
    assert_eq!(
        judge(&statement, &numbers(&[25, 15], 15)),
        Verdict::Judged(vec![Flag::WrongAhead(0)])
    );
    let multiple = question(QuestionKind::Multiple { right: vec![0, 2] }, 3);
    assert_eq!(
        judge(&multiple, &numbers(&[38, 21, 20], 20)),
        Verdict::Judged(vec![Flag::WrongAhead(1)])
    );
}
