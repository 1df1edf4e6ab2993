//! The journal as text: what was once written is always read, and what is damaged is set aside.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod course;

use course::*;
use domain::archive::{
    About, ArchiveError, Damage, Damaged, Imported, VERSION, export, import, line, parse_line,
};
use domain::assessment::Answer;
use domain::catalog::Point;
use domain::journal::{AttemptId, Event, Journal, Preference, ProfileField};
use domain::unit::{MediaMs, UnixMs};

/// An archive as version 1 wrote it. This file never changes.
const V1: &str = include_str!("archives/v1.jsonl");

#[test]
fn an_archive_of_version_1_is_read_as_it_was_meant() {
    let imported = import(V1).unwrap();
    assert_eq!((imported.set_aside.len(), imported.missing), (0, 0));
    assert_eq!(
        imported.about,
        About { program: "0.1.0".into(), made_at: UnixMs(1_795_222_800_000) }
    );
    let mut journal = Journal::new();
    imported.events.iter().for_each(|event| journal.apply(event));

    let course = outline().id;
    assert_eq!(journal.coverage(&course, &chapter_id(1), &video(1)).spans(), [span(0, 10_000)]);
    assert_eq!(journal.resume(&course, &chapter_id(1), &video(1)), Some(MediaMs(10_000)));
    let attempts = journal.attempts(&course);
    assert_eq!((attempts.len(), attempts[0].id, attempts[0].seed), (1, AttemptId(0xa1), u64::MAX));
    let answers = attempts[0].answers();
    assert_eq!(answers.get(&question_id(0)), Some(&Answer::TrueFalse(true)));
    assert_eq!(answers.get(&question_id(3)), None, "taken back");
    assert_eq!(answers.get(&question_id(6)), Some(&Answer::Multiple([0, 2].into())));
    assert_eq!(attempts[0].handed_in.unwrap().missed, [question_id(3)]);
    assert_eq!(journal.completed_at(&course, entry().content), Some(UnixMs(1_795_223_000_000)));
    assert_eq!(journal.tokens(&course).next().unwrap().token, [0xd2, 0x84, 0xff, 0xfb, 0xff]);
    assert_eq!(journal.profile(ProfileField::Name), Some("長谷川 \"健\" 太郎"));
    assert_eq!(journal.preference(Preference::Theme), Some("dark"));
    assert_eq!(journal.notes(&course, &chapter_id(1)).next().unwrap().text, "電極の位置\nもう一度");
    assert_eq!(journal.unknown_count(), 1);
}

#[test]
fn what_version_1_wrote_is_written_the_same_today() {
    let imported = import(V1).unwrap();
    assert_eq!(
        VERSION, 1,
        "a new version needs a migration, a file of its own here, and another test than this"
    );
    assert_eq!(export(&imported.events, &imported.about), V1);
}

#[test]
fn each_kind_of_answer_is_written_by_what_was_done() {
    let answers = [
        (None, r#"["answered","00000000000000a1","q0",null,1]"#),
        (Some(Answer::Order(vec![2, 0, 1])), r#"["ordered","00000000000000a1","q0",[2,0,1],1]"#),
        (
            Some(Answer::Match(vec![Some(1), None, Some(0)])),
            r#"["matched","00000000000000a1","q0",[1,null,0],1]"#,
        ),
        (
            Some(Answer::Number("約 \"１１０\"".into())),
            r#"["typed","00000000000000a1","q0","約 \"１１０\"",1]"#,
        ),
        (
            Some(Answer::Spot(Point { x: 3_050, y: 10_000 })),
            r#"["pointed","00000000000000a1","q0",3050,10000,1]"#,
        ),
    ];
    for (answer, text) in answers {
        let (attempt, question) = (AttemptId(0xa1), question_id(0));
        let event = Event::Answered { attempt, question, answer, at: UnixMs(1) };
        assert_eq!(line(&event), text);
        assert_eq!(parse_line(text), Ok(event));
    }
}

#[test]
fn an_event_of_a_newer_program_survives_unread() {
    for text in [
        r#"["dreamt",1,{"deep":[true]}]"#,
        r#"["profile","shoe-size","27",1795223200000]"#,
        r#"["preference","motion","none",1795223200000]"#,
        r#"["drawn","00000000000000a1","q0",[[1,2],[3,4]],1795223000000]"#,
        r#"["pointed","00000000000000a1","q0",1,2,3,1795223000000]"#,
        r#"["completed","als-pre","00112233aabbccdd",1795223000000,"and more"]"#,
    ] {
        let event = parse_line(text).unwrap();
        assert_eq!(event, Event::Unknown { text: text.into() });
        assert_eq!(line(&event), text);
    }
}

#[test]
fn damaged_lines_are_set_aside_with_number_and_reason_and_the_others_are_read() {
    let mut lines: Vec<&str> = V1.lines().collect();
    let cut = &lines[1][..20];
    lines[1] = cut;
    lines[4] = r#"{"json":"but no event"}"#;
    lines[10] = r#"["completed","als-pre","00112233",1795223000000]"#;
    let spliced = format!("\u{feff}{}\r\n\r\n", lines.join("\r\n"));
    let imported = import(&spliced).unwrap();
    let damaged = |line: usize, reason: Damage| Damaged {
        line: line + 1,
        reason,
        text: lines[line].to_string(),
    };
    assert_eq!(
        imported.set_aside,
        [
            damaged(1, Damage::NotJson),
            damaged(4, Damage::NotAnEvent),
            damaged(10, Damage::WrongFields)
        ]
    );
    assert_eq!((imported.events.len(), imported.missing), (12, 0));
}

#[test]
fn fields_that_cannot_be_are_damage() {
    for text in [
        r#"["watched","als-pre","01","0000000000000001.mp4",5000,5000,1]"#,
        r#"["watched","als-pre","01","0000000000000001.mp4",-1,5000,1]"#,
        r#"["watched","als-pre","01","../../secret.mp4",0,5000,1]"#,
        r#"["watched","","01","0000000000000001.mp4",0,5000,1]"#,
        r#"["watched","als-pre","01","0000000000000001.mp4",0,4294967296,1]"#,
        r#"["watched","als-pre","01"]"#,
        r#"["answered","00000000000000a1","q0","yes",1]"#,
        r#"["answered","00000000000000a1","q0",-1,1]"#,
        r#"["ordered","00000000000000a1","q0",[0,-1],1]"#,
        r#"["matched","00000000000000a1","q0",["a"],1]"#,
        r#"["typed","00000000000000a1","q0",110,1]"#,
        r#"["pointed","00000000000000a1","q0",10001,0,1]"#,
        r#"["pointed","00000000000000a1","q0",1]"#,
        r#"["sealed","als-pre","00112233aabbccdd","0102030405060708090a0b0c0d0e0f10","0oT/+/8",1]"#,
        r#"["attempt","a1","als-pre","00112233aabbccdd","ffffffffffffffff",[],1]"#,
    ] {
        assert_eq!(
            parse_line(text).map_err(|damaged| damaged.reason),
            Err(Damage::WrongFields),
            "{text}"
        );
    }
    for (text, reason) in [
        ("", Damage::NotJson),
        ("[\"watched\"", Damage::NotJson),
        ("[\"completed\",\"als-pre\",\"00112233aabbccdd\",1] tail", Damage::NotJson),
        ("[1,2]", Damage::NotAnEvent),
        ("[]", Damage::NotAnEvent),
        ("7", Damage::NotAnEvent),
    ] {
        assert_eq!(parse_line(text).map_err(|damaged| damaged.reason), Err(reason), "{text}");
    }
}

#[test]
fn a_file_that_is_no_archive_is_refused_with_the_reason() {
    for (text, error) in [
        ("", ArchiveError::Empty),
        (" \n\n", ArchiveError::Empty),
        ("hello", ArchiveError::NotAnArchive),
        (r#"["completed","als-pre","00112233aabbccdd",1]"#, ArchiveError::NotAnArchive),
        (r#"{"yoshu":"check-ins","version":1}"#, ArchiveError::OtherKind("check-ins".into())),
        (r#"{"yoshu":"journal","version":2}"#, ArchiveError::NewerVersion(2)),
        (r#"{"yoshu":"journal","version":0}"#, ArchiveError::UnknownVersion(0)),
    ] {
        assert_eq!(import(text), Err(error), "{text}");
    }
}

#[test]
fn an_empty_journal_is_an_archive_too() {
    let text = export(&[], &About::default());
    assert_eq!(import(&text), Ok(Imported::default()));
}

#[test]
fn a_file_that_was_cut_off_says_how_much_is_missing() {
    let half: Vec<&str> = V1.lines().take(6).collect();
    assert_eq!(import(&half.join("\n")).unwrap().missing, 10);
}

#[test]
fn an_archive_that_promises_more_than_can_be_counted_is_read_all_the_same() {
    let most = usize::MAX;
    let header = format!(r#"{{"yoshu":"journal","version":1,"events":{most}}}"#);
    assert_eq!(import(&header).unwrap().missing, most);
    let twice = domain::backup::import(&format!("{header}\n{header}\n")).unwrap();
    assert_eq!(twice.missing, most);
}
