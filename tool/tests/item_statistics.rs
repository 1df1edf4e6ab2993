//! The numbers of item statistics against values computed by hand, their laws, and the command as an organiser runs it.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use domain::catalog::{Pool, Question, QuestionKind};
use domain::item_result::{self, AttemptResult, ContentResults, ItemResult, ItemResults, Outcome};
use domain::unit::Localized;
use proptest::prelude::*;
use tool::language::Language;
use tool::statistics::edition::{self, Edition, choices};
use tool::statistics::intake::{Choosing, FileFault, Given, Remark, take_in};
use tool::statistics::measure::{Groups, Measured, Response, measure};
use tool::statistics::page;
use tool::statistics::report::{self, Report};
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
    assert_eq!(flags(30, 15, 0.099, &[15, 15]), judged(&[Flag::Weak]));
    assert_eq!(flags(30, 15, 0.0, &[15, 15]), judged(&[Flag::Weak]));
    assert_eq!(flags(30, 15, -0.001, &[15, 15]), judged(&[Flag::Negative]));
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

// ---- files ----

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site/courses/fixture")
}

fn fixture_edition() -> Edition {
    edition::load(&fixture()).unwrap().remove(0)
}

/// A learner who answers the first so many of the pool rightly and the others wrongly, as the portal writes it.
fn learner(edition: &Edition, right: usize, first: bool) -> ItemResults {
    let item = |(at, question): (usize, &Question)| {
        let keys = choices(question);
        let is_right = at < right;
        let of = |wanted: bool| keys.iter().position(|choice| choice.is_right == wanted);
        let taken: Vec<u16> = if is_right {
            let rights = keys.iter().enumerate().filter(|(_, choice)| choice.is_right);
            rights.map(|(choice, _)| choice as u16).collect()
        } else {
            of(false).into_iter().map(|choice| choice as u16).collect()
        };
        let outcome = if is_right { Outcome::Right } else { Outcome::Wrong };
        ItemResult { question: question.id.clone(), outcome, taken }
    };
    let items = edition.pool.questions.iter().enumerate().map(item).collect();
    let attempts = vec![AttemptResult { first, items }];
    let contents = vec![ContentResults { content: edition.content, attempts }];
    ItemResults { course: edition.id.clone(), contents }
}

fn given(name: &str, results: &ItemResults) -> Given {
    (PathBuf::from(name), Ok(item_result::write(results).into_bytes()))
}

fn counted(given: Vec<Given>, editions: &[Edition], choosing: Choosing) -> Report {
    let intake = take_in(given, &editions[0].id, editions, choosing);
    assert_eq!(intake.bad, []);
    Report::new(&editions[0].id, editions, &intake, choosing.later)
}

const FIRST: Choosing = Choosing { later: false, once: false };

#[test]
fn the_order_of_the_files_changes_nothing() {
    let edition = fixture_edition();
    let mut files: Vec<Given> = (0..40)
        .map(|number| given(&format!("{number}.json"), &learner(&edition, number % 13, true)))
        .collect();
    let before = counted(files.clone(), std::slice::from_ref(&edition), FIRST);
    files.reverse();
    files.swap(3, 20);
    let after = counted(files, &[edition], FIRST);
    assert_eq!(report::json(&before).unwrap(), report::json(&after).unwrap());
    assert_eq!(page::write(&before, Language::Ja), page::write(&after, Language::Ja));
}

#[test]
fn people_who_answer_alike_all_count_unless_one_file_is_said_to_be_there_twice() {
    let edition = fixture_edition();
    let all_right = learner(&edition, edition.pool.questions.len(), true);
    let mut files: Vec<Given> =
        (0..20).map(|number| given(&format!("right-{number}"), &all_right)).collect();
    files.extend(
        (0..10).map(|number| given(&format!("other-{number}"), &learner(&edition, number, true))),
    );
    let editions = [edition.clone()];
    let all = take_in(files.clone(), &edition.id, &editions, Choosing::default());
    assert_eq!((all.used, all.attempts.len()), (30, 30));
    let paths: Vec<PathBuf> = files[..20].iter().map(|(path, _)| path.clone()).collect();
    assert_eq!(all.remarks, [Remark::Same { paths: paths.clone(), once: false }]);
    assert!(all.remarks[0].sentence(Language::Ja).contains("--once"));
    let once = take_in(files, &edition.id, &editions, Choosing { once: true, ..FIRST });
    assert_eq!((once.used, once.attempts.len()), (11, 11));
    assert_eq!(once.remarks, [Remark::Same { paths, once: true }]);
}

#[test]
fn a_later_export_of_the_same_device_is_pointed_out() {
    let edition = fixture_edition();
    let early = learner(&edition, 5, true);
    let mut late = early.clone();
    let again = learner(&edition, 12, false).contents.remove(0).attempts.remove(0);
    late.contents[0].attempts.push(again);
    let files = vec![
        given("early", &early),
        given("other", &learner(&edition, 6, true)),
        given("late", &late),
    ];
    let intake = take_in(files, &edition.id, std::slice::from_ref(&edition), Choosing::default());
    let (path, longer) = ("early".into(), "late".into());
    assert_eq!(intake.remarks, [Remark::ContinuedBy { path, longer }]);
    assert_eq!((intake.attempts.len(), intake.left_out), (3, 1));
}

#[test]
fn first_attempts_count_and_later_ones_only_when_asked_for() {
    let edition = fixture_edition();
    let files =
        || vec![given("a", &learner(&edition, 5, true)), given("b", &learner(&edition, 12, false))];
    let editions = [edition.clone()];
    let first = counted(files(), &editions, FIRST);
    assert_eq!((first.attempts, first.left_out), (1, 1));
    let all = counted(files(), &editions, Choosing { later: true, ..FIRST });
    assert_eq!((all.attempts, all.left_out), (2, 0));
    // The sixth question: missed at first, right later.
    assert_eq!((first.rows[5].measured.right, all.rows[5].measured.right), (0, 1));
}

#[test]
fn versions_are_counted_together_where_they_ask_the_same_and_apart_where_not() {
    let new = fixture_edition();
    let mut old = new.clone();
    old.content.0 = [7; 8];
    old.version = "old".into();
    old.pool = Pool { questions: new.pool.questions[..11].to_vec() };
    old.pool.questions[2].text = Localized::japanese_only("前の問題文");
    old.pool.questions[3].why = Localized::japanese_only("理由だけの変更");
    let files = vec![given("new", &learner(&new, 12, true)), given("old", &learner(&old, 0, true))];
    let report = counted(files, &[new.clone(), old], FIRST);
    let asked = |name: &str| {
        let row = report.rows.iter().find(|row| row.name == name);
        row.map(|row| (row.measured.asked, row.measured.right))
    };
    let id = |at: usize| new.pool.questions[at].id.to_string();
    assert_eq!(asked(&id(0)), Some((2, 1)));
    assert_eq!(asked(&id(3)), Some((2, 1)), "another reason asks nothing else");
    assert_eq!(asked(&id(11)), Some((1, 1)));
    assert_eq!(asked(&id(2)), None, "two wordings have two names");
    assert_eq!(asked(&format!("{} [{} ({})]", id(2), new.version, new.content)), Some((1, 1)));
    assert_eq!(asked(&format!("{} [old (0707070707070707)]", id(2))), Some((1, 0)));
    assert_eq!(report.rows.len(), 13);
}

#[test]
fn each_bad_file_is_named_by_what_is_wrong_with_it() {
    let edition = fixture_edition();
    let good = learner(&edition, 12, true);
    let text = item_result::write(&good);
    let changed = |change: &dyn Fn(&mut ItemResults)| {
        let mut results = good.clone();
        change(&mut results);
        item_result::write(&results).into_bytes()
    };
    let item = |results: &mut ItemResults, change: &dyn Fn(&mut ItemResult)| {
        change(&mut results.contents[0].attempts[0].items[0]);
    };
    let id = edition.pool.questions[0].id.clone();
    let other = "other".parse().unwrap();
    let cases: Vec<(Vec<u8>, FileFault)> = vec![
        (vec![0xff, 0xfe], FileFault::NotUtf8),
        (
            changed(&|results| results.course = "other".parse().unwrap()),
            FileFault::OtherCourse(other),
        ),
        (
            changed(&|results| results.contents[0].content.0 = [9; 8]),
            FileFault::UnknownVersion(token::identifier::ContentHash([9; 8])),
        ),
        (
            changed(&|results| item(results, &|item| item.question = "nowhere".parse().unwrap())),
            FileFault::UnknownQuestion("nowhere".parse().unwrap()),
        ),
        (
            changed(&|results| item(results, &|item| item.taken = vec![2])),
            FileFault::NoSuchChoice(id.clone()),
        ),
        (
            changed(&|results| item(results, &|item| item.taken.clear())),
            FileFault::NoSuchChoice(id.clone()),
        ),
        (
            changed(&|results| item(results, &|item| item.outcome = Outcome::Wrong)),
            FileFault::Contradiction(id),
        ),
        (
            text.replace(r#""version":1"#, r#""version":9"#).into_bytes(),
            FileFault::Form(item_result::ItemResultsError::UnknownVersion(9)),
        ),
    ];
    for (bytes, fault) in cases {
        let files = vec![(PathBuf::from("bad.json"), Ok(bytes)), given("good", &good)];
        let intake = take_in(files, &edition.id, std::slice::from_ref(&edition), FIRST);
        assert_eq!(intake.used, 1);
        assert_eq!(intake.bad.len(), 1, "{fault:?}");
        assert_eq!(intake.bad[0].fault, fault);
        for language in [Language::Ja, Language::En] {
            assert!(intake.bad[0].fault.sentence(language).len() > 20);
        }
    }
}

#[test]
fn no_file_gives_orders_to_a_terminal() {
    let fault = FileFault::OtherCourse("a\u{1b}[2J\u{7}".parse().unwrap());
    assert!(fault.sentence(Language::Ja).contains("a\u{fffd}[2J\u{fffd}"));
}

// ---- the command ----

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn with(learners: impl IntoIterator<Item = ItemResults>) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        fs::create_dir(desk.path("files")).unwrap();
        for (number, results) in learners.into_iter().enumerate() {
            let path = desk.path(&format!("files/{number:02}.json"));
            fs::write(path, item_result::write(&results)).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn stats(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_yoshu"))
            .args(["content", "stats"])
            .arg(self.path("files"))
            .arg("--content")
            .arg(fixture())
            .args(arguments)
            .output()
            .unwrap()
    }

    fn stats_to_page(&self, arguments: &[&str]) -> Output {
        let page = self.path("report.html");
        self.stats(&[&["--out", page.to_str().unwrap()], arguments].concat())
    }
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn an_organiser_gets_a_table_and_a_page_that_needs_nothing_beside_it() {
    let edition = fixture_edition();
    let desk = Desk::with((0..40).map(|number| learner(&edition, number % 12, true)));
    let output = desk.stats_to_page(&[]);
    assert!(output.status.success(), "{}", said(&output.stderr));
    let table = said(&output.stdout);
    assert!(table.contains("ファイル 40 件の、最初の回 40 回分"), "{table}");
    // The last question was missed by all: too hard, and its wrong choice leads.
    let last = table.lines().last().unwrap();
    assert!(
        last.starts_with("12") && last.contains("0.0%") && last.contains("難しすぎる"),
        "{last}"
    );

    let page = fs::read_to_string(desk.path("report.html")).unwrap();
    let left: Vec<_> =
        fs::read_dir(desk.path("")).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "the files and the page, nothing half written: {left:?}");
    for question in &edition.pool.questions {
        assert!(page.contains(question.text.ja()), "{}", question.id);
    }
    for outside in ["http:", "https:", "<script", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    let svg = &page[page.find("<svg").unwrap()..page.find("</svg>").unwrap() + 6];
    let drawing = roxmltree::Document::parse(svg).unwrap();
    let points = drawing
        .descendants()
        .filter(|node| matches!(node.attribute("class"), Some("fine" | "few" | "flagged")));
    // All but the last, which nobody got right, have a place.
    assert_eq!(points.count(), 11);
}

#[test]
fn other_programs_and_spreadsheets_get_the_same_numbers() {
    let edition = fixture_edition();
    let desk = Desk::with((0..40).map(|number| learner(&edition, number % 12, true)));
    let output = desk.stats(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((json["files"].as_u64(), json["attempts"].as_u64()), (Some(40), Some(40)));
    let first = &json["questions"][0];
    // 0, 12, 24 and 36 had none right: 36 of 40.
    assert_eq!(first["right"], 36);
    assert_eq!(first["difficulty"], 0.9);
    assert_eq!(first["flags"], serde_json::json!([]));
    assert_eq!(json["questions"][11]["flags"][0], "too-hard");
    let csv = said(&desk.stats(&["--format", "csv"]).stdout);
    assert!(csv.lines().nth(1).unwrap().contains(",40,36,0.9000,"), "{csv}");
}

#[test]
fn few_answers_get_numbers_but_no_verdict() {
    let edition = fixture_edition();
    let desk = Desk::with((0..12).map(|number| learner(&edition, number, true)));
    let output = desk.stats(&["--lang", "en"]);
    let table = said(&output.stdout);
    assert_eq!(table.matches("too few answers").count(), 12, "{table}");
    assert!(!table.contains("too hard"));
    let json = desk.stats(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert!(json["questions"][0].get("flags").is_none());
}

#[test]
fn with_a_bad_file_nothing_is_written_unless_it_is_skipped() {
    let edition = fixture_edition();
    let desk = Desk::with((0..3).map(|number| learner(&edition, number, true)));
    fs::write(desk.path("files/empty.json"), "").unwrap();
    fs::write(desk.path("files/cut.json"), &item_result::write(&learner(&edition, 4, true))[..300])
        .unwrap();
    let output = desk.stats_to_page(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said(&output.stdout), "");
    let errors = said(&output.stderr);
    assert!(errors.contains("empty.json: エラー: 空のファイルです"), "{errors}");
    assert!(errors.contains("cut.json: エラー: "), "{errors}");
    assert!(errors.contains("--skip-bad"), "{errors}");
    assert!(!desk.path("report.html").exists());

    let output = desk.stats_to_page(&["--skip-bad"]);
    assert!(output.status.success());
    assert!(said(&output.stderr).contains("cut.json: 除きました"));
    assert!(said(&output.stdout).contains("ファイル 3 件"));
    assert!(desk.path("report.html").exists());
}

#[test]
fn nothing_takes_the_place_of_somebodys_results() {
    let edition = fixture_edition();
    let desk = Desk::with([learner(&edition, 3, true)]);
    let file = desk.path("files/00.json");
    let before = fs::read(&file).unwrap();
    let output = desk.stats(&["--out", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read(&file).unwrap(), before);
    let nowhere = desk.path("no/such/folder.html");
    let output = desk.stats(&["--out", nowhere.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).contains("folder.html"));
}

#[test]
fn built_content_serves_as_well_as_what_authors_wrote() {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site");
    let built = tempfile::tempdir().unwrap();
    let content = tool::content::read(&site).unwrap();
    tool::bundle::build(&content, built.path(), false, &mut |_| {}).unwrap();
    let editions = edition::load(built.path()).unwrap();
    let written = fixture_edition();
    let same = editions.iter().find(|edition| edition.id == written.id).unwrap();
    assert_eq!((same.content, &same.pool), (written.content, &written.pool));
    let folder = built.path().join(format!("courses/fixture/{}", same.content));
    fs::write(folder.join("questions.json"), "{\"questions\":[]}").unwrap();
    assert!(
        edition::load(built.path()).is_err(),
        "changed questions are not those that were asked"
    );
}
