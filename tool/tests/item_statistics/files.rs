//! Taking in learners' files.

use std::path::PathBuf;

use domain::catalog::Pool;
use domain::item_result::{self, ItemResult, ItemResults, Outcome};
use domain::unit::Localized;
use tool::language::Language;
use tool::statistics::intake::{Choosing, FileFault, Given, Remark, take_in};
use tool::statistics::{page, report};

use super::{FIRST, counted, fixture_edition, given, learner};

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
