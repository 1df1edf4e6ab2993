//! Everything a device keeps in one file: what was written is read again, by whichever program wrote it.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use domain::archive::{About, ArchiveError, Damage};
use domain::backup::{Backup, export, import};
use domain::journal::Event;
use domain::practical::{self, CheckInEvent, CheckInLog};
use domain::unit::UnixMs;

/// The parts as the first programs wrote them: a journal alone, and check-ins alone.
const JOURNAL: &str = include_str!("archives/v1.jsonl");
const CHECK_INS: &str = include_str!("archives/check-ins-v1.jsonl");

fn about() -> About {
    About { program: "yoshu 9".into(), made_at: UnixMs(1_796_430_000_000) }
}

fn both() -> (Vec<Event>, CheckInLog) {
    let mut log = CheckInLog::new();
    practical::import(CHECK_INS).unwrap().events.iter().for_each(|event| log.apply(event));
    (domain::archive::import(JOURNAL).unwrap().events, log)
}

#[test]
fn everything_that_was_exported_is_imported_again() {
    let (events, log) = both();
    let read = import(&export(&events, &log, &about())).unwrap();
    let check_ins: Vec<CheckInEvent> = log.events().cloned().collect();
    assert_eq!(read, Backup { events, check_ins, set_aside: Vec::new(), missing: 0 });
}

#[test]
fn a_learner_without_check_ins_exports_a_journal_and_nothing_else() {
    let (events, _) = both();
    let text = export(&events, &CheckInLog::new(), &about());
    assert_eq!(text, domain::archive::export(&events, &about()));
}

#[test]
fn files_of_early_programs_are_read_alone_and_one_after_the_other() {
    for (text, events, check_ins) in [
        (JOURNAL.to_string(), 15, 0),
        (CHECK_INS.to_string(), 0, 6),
        (format!("{JOURNAL}{CHECK_INS}\n\u{feff}\n{JOURNAL}"), 30, 6),
        (format!("\u{feff}{CHECK_INS}{JOURNAL}").replace('\n', "\r\n"), 15, 6),
    ] {
        let read = import(&text).unwrap();
        assert_eq!((read.events.len(), read.check_ins.len(), read.missing), (events, check_ins, 0));
    }
}

#[test]
fn damage_is_numbered_through_the_whole_file_and_what_is_cut_off_is_counted() {
    let journal_lines = JOURNAL.lines().count();
    let cut: Vec<&str> = CHECK_INS.lines().take(3).collect();
    let text = format!("{JOURNAL}{}\n[\"scanned\"", cut.join("\n"));
    let read = import(&text).unwrap();
    let damage: Vec<_> =
        read.set_aside.iter().map(|damaged| (damaged.line, damaged.reason)).collect();
    assert_eq!(damage, [(journal_lines + 4, Damage::NotJson)]);
    assert_eq!((read.events.len(), read.check_ins.len(), read.missing), (15, 2, 3));
}

#[test]
fn a_part_that_only_a_newer_program_knows_is_set_aside_line_by_line() {
    let newer = "{\"yoshu\":\"ledger\",\"version\":1,\"events\":1}\n[\"credit\",1]\n";
    for text in [format!("{newer}{JOURNAL}"), format!("{JOURNAL}{newer}")] {
        let read = import(&text).unwrap();
        let texts: Vec<&str> = read.set_aside.iter().map(|damaged| &*damaged.text).collect();
        assert_eq!(texts, newer.lines().collect::<Vec<_>>());
        assert_eq!(read.events.len(), 15);
    }
    assert_eq!(import(newer), Err(ArchiveError::OtherKind("ledger".into())));
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_with_the_reason() {
    let newer = JOURNAL.replace("\"version\":1", "\"version\":2");
    for (text, error) in [
        ("", ArchiveError::Empty),
        (" \n\u{feff}\n", ArchiveError::Empty),
        ("hello\n", ArchiveError::NotAnArchive),
        (&*format!("hello\n{JOURNAL}"), ArchiveError::NotAnArchive),
        (&*format!("{CHECK_INS}{newer}"), ArchiveError::NewerVersion(2)),
    ] {
        assert_eq!(import(text), Err(error), "{text}");
    }
}
