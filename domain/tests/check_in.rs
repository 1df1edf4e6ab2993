//! The instructor's door: readings, decisions, identity, and their archive.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use std::collections::BTreeSet;

use domain::archive::{About, ArchiveError, Damage};
use domain::practical::{
    CheckInEvent, CheckInLog, Decision, LateReason, Outcome, Reading, Ruling, Seen, SessionKey,
    export, import, line, parse_line,
};
use domain::unit::UnixMs;
use proptest::prelude::*;
use token::identifier::CtiHash;

/// As the first program wrote it.
const V1: &str = include_str!("archives/check-ins-v1.jsonl");

fn session(day: &str) -> SessionKey {
    SessionKey { course: "als-pre".parse().unwrap(), date: day.parse().unwrap() }
}

fn today() -> SessionKey {
    session("2026-12-05")
}

fn token(n: u8) -> CtiHash {
    CtiHash([n; 8])
}

fn reading(verdict: &str) -> Reading {
    Reading {
        verdict: verdict.into(),
        level: Some(0),
        holder: 0,
        name: Some("長谷川 健太郎".into()),
        score: Some((8, 10)),
        due: Some("2026-12-20".parse().unwrap()),
        receipt: Some("7K2M-9QXD".into()),
        clock: None,
    }
}

/// What a code gives of which nothing could be read.
fn unknown(verdict: &str) -> Reading {
    Reading { level: None, name: None, score: None, due: None, receipt: None, ..reading(verdict) }
}

/// A reading on a day that the instructor typed, since the device's clock said `clock`.
fn scanned_on_a_typed_day(n: u8, verdict: &str, at: i64, clock: i64) -> CheckInEvent {
    let reading = Reading { clock: Some(UnixMs(clock)), ..reading(verdict) };
    CheckInEvent::Scanned { session: today(), cti8: Some(token(n)), reading, at: UnixMs(at) }
}

fn scanned(n: u8, verdict: &str, at: i64) -> CheckInEvent {
    let (cti8, reading) = (Some(token(n)), reading(verdict));
    CheckInEvent::Scanned { session: today(), cti8, reading, at: UnixMs(at) }
}

fn decided(n: u8, decision: Decision, at: i64) -> CheckInEvent {
    let ruling = Ruling { decision, reason: LateReason::AboutOneMonth, note: "台風".into() };
    CheckInEvent::Decided { session: today(), cti8: token(n), ruling, at: UnixMs(at) }
}

fn identity(n: u8, confirmed: bool, at: i64) -> CheckInEvent {
    CheckInEvent::IdentityConfirmed { session: today(), cti8: token(n), confirmed, at: UnixMs(at) }
}

fn log(events: &[CheckInEvent]) -> CheckInLog {
    let mut log = CheckInLog::new();
    events.iter().for_each(|event| log.apply(event));
    log
}

#[test]
fn a_code_read_twice_is_one_row_with_the_first_time() {
    let rows = log(&[scanned(1, "E_TRUST_STALE", 10), scanned(1, "OK", 20)]).rows(&today());
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].first_at, rows[0].readings, rows[0].outcome),
        (UnixMs(10), 2, Outcome::Accepted)
    );
}

#[test]
fn a_late_code_waits_for_a_decision_and_the_newest_one_counts() {
    let mut log = log(&[scanned(1, "LATE", 10)]);
    let outcome = |log: &CheckInLog| log.rows(&today())[0].outcome;
    assert_eq!(outcome(&log), Outcome::Undecided);
    log.apply(&decided(1, Decision::Accept, 20));
    assert_eq!(outcome(&log), Outcome::Accepted);
    log.apply(&decided(1, Decision::Refuse, 30));
    assert_eq!(outcome(&log), Outcome::Refused);
    assert_eq!(log.rows(&today())[0].ruling.as_ref().unwrap().reason, LateReason::AboutOneMonth);
}

#[test]
fn no_decision_lets_a_refused_code_through() {
    let rows = log(&[scanned(1, "E_SIG", 10), decided(1, Decision::Accept, 20)]).rows(&today());
    assert_eq!(rows[0].outcome, Outcome::Refused);
}

#[test]
fn a_person_is_confirmed_and_the_tap_can_be_taken_back() {
    let mut log = log(&[scanned(1, "OK", 10), identity(1, true, 20)]);
    assert_eq!(log.rows(&today())[0].holder, 1);
    log.apply(&identity(1, false, 30));
    assert_eq!(log.rows(&today())[0].holder, 0);
}

#[test]
fn refusals_are_listed_too_even_of_codes_that_cannot_be_read() {
    let unreadable = |at| CheckInEvent::Scanned {
        session: today(),
        cti8: None,
        reading: unknown("E_CBOR"),
        at: UnixMs(at),
    };
    let rows = log(&[unreadable(5), scanned(1, "E_EXPIRED", 10), unreadable(20)]).rows(&today());
    assert_eq!(rows.iter().map(|row| row.first_at.0).collect::<Vec<_>>(), [5, 10, 20]);
    assert!(rows.iter().all(|row| row.outcome == Outcome::Refused));
}

#[test]
fn a_token_is_seen_once_it_was_let_through_in_whatever_session() {
    let mut log = log(&[scanned(1, "E_EXPIRED", 10), scanned(2, "OK", 30), scanned(2, "OK", 20)]);
    assert_eq!(log.seen(token(1)), None, "a refusal lets nobody through");
    assert_eq!(log.seen(token(2)), Some(Seen { at: UnixMs(20), session: today() }));
    assert_eq!(log.seen_tokens(), BTreeSet::from([token(2)]));
    let earlier = CheckInEvent::Scanned {
        session: session("2026-12-04"),
        cti8: Some(token(1)),
        reading: reading("LATE"),
        at: UnixMs(1),
    };
    log.apply(&earlier);
    assert_eq!(log.seen(token(1)).unwrap().session, session("2026-12-04"));
    assert_eq!(log.sessions(), [today(), session("2026-12-04")]);
    assert_eq!(log.rows(&session("2026-12-04")).len(), 1);
}

#[test]
fn a_row_says_whether_the_day_of_its_first_reading_was_typed() {
    let typed = scanned_on_a_typed_day(1, "OK", 10, -1_000_000);
    assert!(log(&[typed.clone(), scanned(1, "OK", 20)]).rows(&today())[0].is_day_typed);
    assert!(!log(&[typed, scanned(1, "OK", 5)]).rows(&today())[0].is_day_typed);
}

#[test]
fn check_ins_of_the_first_program_are_read_as_they_were_written() {
    let imported = import(V1).unwrap();
    assert_eq!((imported.about.program.as_str(), imported.set_aside), ("yoshu 0.1.0", vec![]));
    assert_eq!(imported.events.len(), 6);
    let rows = log(&imported.events).rows(&today());
    let kept: Vec<_> = rows
        .iter()
        .map(|row| (row.reading.verdict.as_str(), row.holder, row.outcome, row.is_day_typed))
        .collect();
    let expected = [
        ("OK", 1, Outcome::Accepted, false),
        ("E_BASE45", 0, Outcome::Refused, false),
        ("LATE", 0, Outcome::Accepted, false),
        ("E_SIG", 0, Outcome::Refused, false),
    ];
    assert_eq!(kept, expected);
    assert_eq!(rows[0].reading, Reading { receipt: None, ..reading("OK") });
}

#[test]
fn the_archive_of_check_ins_sets_damaged_lines_aside_and_keeps_newer_ones() {
    let text = "{\"yoshu\":\"check-ins\",\"version\":1}\n\
        [\"identity\",\"als-pre\",\"2026-12-05\",\"0101010101010101\",true,10]\n\
        [\"identity\",\"als-pre\",\"2026-12-32\",\"0101010101010101\",true,10]\n\
        [\"skill\",\"als-pre\",\"2026-12-05\"]\n\
        [\"scanned\",\"als\n";
    let imported = import(text).unwrap();
    let newer = CheckInEvent::Unknown { text: r#"["skill","als-pre","2026-12-05"]"#.into() };
    assert_eq!(imported.events, [identity(1, true, 10), newer]);
    let reasons: Vec<_> =
        imported.set_aside.iter().map(|damaged| (damaged.line, damaged.reason)).collect();
    assert_eq!(reasons, [(3, Damage::WrongFields), (5, Damage::NotJson)]);
    let journal = r#"{"yoshu":"journal","version":1}"#;
    assert_eq!(import(journal), Err(ArchiveError::OtherKind("journal".into())));
}

fn an_event() -> impl Strategy<Value = CheckInEvent> {
    let verdict = prop::sample::select(vec!["OK", "LATE", "E_SIG", "E_EXPIRED"]);
    let decision = prop::sample::select(vec![Decision::Accept, Decision::Refuse]);
    let full =
        (0u8..3, verdict.clone(), 0i64..9).prop_map(|(n, verdict, at)| scanned(n, verdict, at));
    let typed = (0u8..3, verdict, 0i64..9, -9i64..0)
        .prop_map(|(n, verdict, at, clock)| scanned_on_a_typed_day(n, verdict, at, clock));
    let bare = (0i64..9, "\\PC{0,9}").prop_map(|(at, verdict)| CheckInEvent::Scanned {
        session: today(),
        cti8: None,
        reading: unknown(&verdict),
        at: UnixMs(at),
    });
    prop_oneof![
        3 => full,
        1 => bare,
        1 => typed,
        1 => (0u8..3, decision, 0i64..9).prop_map(|(n, decision, at)| decided(n, decision, at)),
        1 => (0u8..3, any::<bool>(), 0i64..9).prop_map(|(n, confirmed, at)| identity(n, confirmed, at)),
        1 => Just(CheckInEvent::Unknown { text: r#"["skill",1]"#.into() }),
    ]
}

proptest! {
    #[test]
    fn order_repetition_and_side_never_change_a_log(
        events in prop::collection::vec(an_event(), 0..20).prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
        at: prop::sample::Index,
    ) {
        let (ordered, shuffled) = events;
        let expected = log(&ordered);
        let (left, right) = shuffled.split_at(at.index(shuffled.len() + 1));
        let (mut ab, mut ba) = (log(left), log(right));
        ab.merge(&ba);
        ba.merge(&log(left));
        ab.merge(&expected);
        prop_assert_eq!(&ab, &expected);
        prop_assert_eq!(ba.rows(&today()), expected.rows(&today()));
        let archive = import(&export(expected.events(), &About::default())).unwrap();
        prop_assert_eq!(log(&archive.events), expected);
    }

    #[test]
    fn every_check_in_is_read_back_as_it_was_written(event in an_event()) {
        prop_assert_eq!(parse_line(&line(&event)), Ok(event));
    }
}

#[test]
fn a_session_that_is_forgotten_leaves_nothing_and_the_others_all() {
    let other = |at| CheckInEvent::Scanned {
        session: session("2026-12-06"),
        cti8: Some(token(1)),
        reading: reading("OK"),
        at: UnixMs(at),
    };
    let newer = CheckInEvent::Unknown { text: "[\"later\",1]".into() };
    let mut log = CheckInLog::new();
    let kept = [other(5), newer];
    for event in [scanned(1, "LATE", 1), decided(1, Decision::Accept, 2), scanned(2, "OK", 3)] {
        log.apply(&event);
    }
    kept.iter().for_each(|event| log.apply(event));
    log.forget(&today());
    assert_eq!(log.events().collect::<BTreeSet<_>>(), kept.iter().collect());
    assert_eq!(log.seen(token(2)), None);
    assert_eq!(log.seen(token(1)).map(|seen| seen.at), Some(UnixMs(5)));
}
