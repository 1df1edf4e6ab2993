//! What a device tells of its answers: all that authors need, and nothing of who gave them.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

use std::collections::BTreeSet;

use domain::assessment::Answer;
use domain::catalog::QuestionId;
use domain::item_result::{ItemResults, ItemResultsError, Outcome, read, write};
use domain::journal::{AttemptId, Event, Journal, ProfileField};
use domain::unit::UnixMs;
use token::identifier::{ContentHash, CourseId};

const NOW: i64 = 1_795_100_000_000;

fn course() -> CourseId {
    "als-pre".parse().unwrap()
}

fn id(name: &str) -> QuestionId {
    name.parse().unwrap()
}

/// An attempt that was handed in `minute` minutes after the start of it all, with these answers.
fn attempt(
    number: u64,
    content: u8,
    minute: i64,
    answers: &[(&str, Option<Answer>, bool)],
) -> Vec<Event> {
    let attempt = AttemptId(0xfeed_0000_0000_0000 | number);
    let at = |second: i64| UnixMs(NOW + minute * 60_000 + second * 1000);
    let questions: Vec<QuestionId> = answers.iter().map(|(name, ..)| id(name)).collect();
    let missed: Vec<QuestionId> =
        answers.iter().filter(|(.., right)| !right).map(|(name, ..)| id(name)).collect();
    let mut events = vec![Event::AttemptStarted {
        attempt,
        course: course(),
        content: ContentHash([content; 8]),
        seed: 0xabcd_ef01_2345_6789,
        questions,
        at: at(0),
    }];
    for (name, answer, _) in answers {
        events.push(Event::Answered {
            attempt,
            question: id(name),
            answer: answer.clone(),
            at: at(10),
        });
    }
    events.push(Event::HandedIn {
        attempt,
        correct: (answers.len() - missed.len()) as u16,
        total: answers.len() as u16,
        passed: missed.is_empty(),
        missed,
        at: at(20),
    });
    events
}

fn journal(events: impl IntoIterator<Item = Vec<Event>>) -> Journal {
    let mut journal = Journal::new();
    events.into_iter().flatten().for_each(|event| journal.apply(&event));
    journal
}

fn varied() -> Vec<Event> {
    attempt(
        7,
        0x11,
        0,
        &[
            ("q-9", Some(Answer::Single(2)), true),
            ("q-1", Some(Answer::TrueFalse(false)), false),
            ("q-5", Some(Answer::Multiple(BTreeSet::from([3, 0]))), false),
            ("q-2", None, false),
            ("q-3", Some(Answer::Number("１１０".into())), true),
            ("q-4", Some(Answer::Match(vec![Some(1), None])), false),
        ],
    )
}

#[test]
fn it_says_how_each_question_was_answered_and_which_choices_were_taken() {
    let results = ItemResults::of(&journal([varied()]), &course()).unwrap();
    assert_eq!((results.attempts(), results.items()), (1, 6));
    let attempt = &results.contents[0].attempts[0];
    let told: Vec<(&str, Outcome, &[u16])> = attempt
        .items
        .iter()
        .map(|item| (item.question.as_str(), item.outcome, item.taken.as_slice()))
        .collect();
    // By id, not in the order in which they were drawn.
    assert_eq!(
        told,
        [
            ("q-1", Outcome::Wrong, &[1][..]),
            ("q-2", Outcome::Unanswered, &[]),
            ("q-3", Outcome::Right, &[]),
            ("q-4", Outcome::Unanswered, &[]),
            ("q-5", Outcome::Wrong, &[0, 3]),
            ("q-9", Outcome::Right, &[2]),
        ]
    );
}

#[test]
fn the_file_is_what_its_description_says_to_the_letter() {
    let results = ItemResults::of(&journal([varied()]), &course()).unwrap();
    let expected = r#"{"yoshu":"item-results","version":1,"course":"als-pre","contents":[
{"content":"1111111111111111","attempts":[
{"first":true,"items":[
{"question":"q-1","outcome":"wrong","taken":[1]},
{"question":"q-2","outcome":"unanswered"},
{"question":"q-3","outcome":"right"},
{"question":"q-4","outcome":"unanswered"},
{"question":"q-5","outcome":"wrong","taken":[0,3]},
{"question":"q-9","outcome":"right","taken":[2]}
]}
]}
]}
"#;
    assert_eq!(write(&results), expected);
    assert_eq!(read(expected), Ok(results));
}

#[test]
fn it_holds_nothing_that_says_who_or_when() {
    let mut journal = journal([varied()]);
    let profile = [(ProfileField::Name, "山田花子"), (ProfileField::JmaMemberId, "1234567890")];
    for (field, value) in profile {
        journal.apply(&Event::ProfileSet { field, value: value.into(), at: UnixMs(NOW) });
    }
    let before = write(&ItemResults::of(&journal, &course()).unwrap());
    for secret in ["山田花子", "1234567890", "feed", "abcdef0123456789", "17951", "2026", "１１０"]
    {
        assert!(!before.contains(secret), "{secret} is in the file");
    }
    // The same answers by another person, with another draw, years later: the very same bytes.
    let other: Vec<Event> = {
        let mut events = attempt(
            99,
            0x11,
            2_000_000,
            &[
                ("q-3", Some(Answer::Number("110".into())), true),
                ("q-2", None, false),
                ("q-4", Some(Answer::Match(vec![None, Some(0)])), false),
                ("q-9", Some(Answer::Single(2)), true),
                ("q-5", Some(Answer::Multiple(BTreeSet::from([0, 3]))), false),
                ("q-1", Some(Answer::TrueFalse(false)), false),
            ],
        );
        if let Some(Event::AttemptStarted { seed, .. }) = events.first_mut() {
            *seed = 1;
        }
        events
    };
    let after = ItemResults::of(&self::journal([other]), &course()).unwrap();
    assert_eq!(write(&after), before);
}

#[test]
fn only_what_was_handed_in_is_told_and_the_first_of_all_versions_is_known() {
    let one = |number, content, minute| {
        attempt(number, content, minute, &[("q", Some(Answer::Single(0)), true)])
    };
    let mut open = one(1, 0x11, 0);
    open.pop();
    let journal = journal([open, one(4, 0x22, 30), one(3, 0x11, 10), one(2, 0x22, 20)]);
    let results = ItemResults::of(&journal, &course()).unwrap();
    let told: Vec<(u8, Vec<bool>)> = results
        .contents
        .iter()
        .map(|content| (content.content.0[0], content.attempts.iter().map(|a| a.first).collect()))
        .collect();
    assert_eq!(told, [(0x11, vec![true]), (0x22, vec![false, false])]);
    assert_eq!(ItemResults::of(&journal, &"other".parse().unwrap()), None);
}

#[test]
fn what_is_not_quite_such_a_file_is_refused_with_its_reason() {
    let good = write(&ItemResults::of(&journal([varied()]), &course()).unwrap());
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        read(&good.replacen(from, to, 1)).unwrap_err()
    };
    assert_eq!(read(" \n"), Err(ItemResultsError::Empty));
    assert_eq!(read(r#"{"yoshu":"journal","version":1}"#), Err(ItemResultsError::NotItemResults));
    assert_eq!(read("[1]"), Err(ItemResultsError::NotItemResults));
    assert_eq!(changed(r#""version":1"#, r#""version":2"#), ItemResultsError::UnknownVersion(2));
    assert!(matches!(
        read(&good[..good.len() / 2]),
        Err(ItemResultsError::NotJson { line: 5.., .. })
    ));
    assert!(matches!(
        changed(r#""outcome":"unanswered""#, r#""outcome":"unanswered","name":"山田""#),
        ItemResultsError::WrongField { line: 5, .. }
    ));
    assert!(matches!(
        changed("unanswered", "perhaps"),
        ItemResultsError::WrongField { line: 5, .. }
    ));
    assert!(matches!(changed("als-pre", ""), ItemResultsError::WrongField { .. }));
    assert_eq!(changed("q-2", "q-1"), ItemResultsError::Repeated(id("q-1")));
    assert_eq!(changed("[0,3]", "[3,0]"), ItemResultsError::Contradiction(id("q-5")));
    assert_eq!(
        changed(r#""outcome":"right","taken""#, r#""outcome":"unanswered","taken""#),
        ItemResultsError::Contradiction(id("q-9"))
    );
    let two = good.replacen(
        "\n]}\n]}\n",
        "\n]},\n{\"first\":true,\"items\":[{\"question\":\"q\",\"outcome\":\"right\"}]}\n]}\n",
        1,
    );
    assert_eq!(read(&two), Err(ItemResultsError::NotOneDevice));
    assert_eq!(
        read(r#"{"yoshu":"item-results","version":1,"course":"a","contents":[]}"#),
        Err(ItemResultsError::NothingAsked)
    );
}
