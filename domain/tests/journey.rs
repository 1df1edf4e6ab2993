//! The product's story with no browser. Read this first.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod course;

use course::*;
use domain::catalog::WatchPolicy;
use domain::completion::{DueEntry, NameChoice, NotComplete, calendar_file, claims};
use domain::journal::{Event, Journal, ProfileField};
use domain::profile;
use domain::progress::{Missing, NextStep, TestState, completion_event, progress};
use domain::unit::{MediaMs, RatePercent, UnixMs};
use domain::watch::{Observation, Watcher};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use token::calendar::JstDate;
use token::claims::{Completion, Level, Signer};
use token::cose::Sealed;
use token::identifier::Cti;
use token::judge::{Circumstances, Class, Holder, judge};
use token::key::{CompressedPoint, PublicKey};
use token::text::{Scanned, printable_nfc};
use token::trust::{CoursePolicy, Roots, TrustBody, TrustList};

/// 2026-11-21 10:00 in Japan.
const MORNING: UnixMs = UnixMs(1_795_222_800_000);

fn minutes(n: i64) -> UnixMs {
    MORNING.saturating_add_ms(n * 60_000)
}

/// Plays a stretch of a chapter at the video's own speed, observed four times a second.
fn play(journal: &mut Journal, chapter: usize, from: u32, to: u32, at: UnixMs) {
    let mut watcher = Watcher::new(WatchPolicy::default(), MediaMs(CHAPTER_MS));
    for position in (from..to).step_by(250).chain([to]) {
        let observed = watcher.observe(Observation {
            at_ms: u64::from(position),
            position: MediaMs(position),
            rate: RatePercent::NORMAL,
            playing: position < to,
            seeking: false,
            stalled: false,
            visible: true,
        });
        observed.span.into_iter().for_each(|span| journal.apply(&watched(chapter, span, at)));
    }
    journal.apply(&stopped(chapter, to, at));
}

/// What the learner's device does with its key; here it is thrown away after the test.
struct Device(SigningKey);

impl Device {
    fn new() -> Self {
        Self(SigningKey::from_slice(&[7; 32]).unwrap())
    }

    fn key(&self) -> CompressedPoint {
        CompressedPoint::from_slice(self.0.verifying_key().to_encoded_point(true).as_bytes())
            .unwrap()
    }

    fn seal(&self, claims: &Completion) -> Sealed {
        let draft = claims.draft(Signer::Device).unwrap();
        let signature: Signature = self.0.sign(&draft.to_be_signed());
        let signature: [u8; 64] = signature.to_bytes().into();
        assert!(draft.is_signed_by(&PublicKey::from_compressed(self.key()).unwrap(), &signature));
        draft.seal(signature)
    }
}

/// The instructor's list: this course, as its catalog entry says, signed by the organiser's root.
fn trust() -> TrustList {
    let entry = entry();
    let policy = &entry.outline.completion;
    let body = TrustBody {
        seq: 1,
        issued: MORNING.seconds(),
        next_update: MORNING.seconds().plus_s(30 * 86_400),
        keys: vec![],
        revoked: vec![],
        courses: vec![CoursePolicy {
            course: entry.outline.id.clone(),
            content: vec![entry.content],
            pass_percent: policy.test.unwrap().pass.get(),
            validity: policy.validity.into(),
            grace_days: u8::try_from(policy.grace_days).unwrap(),
            minimum_level: Level::A0,
            older_content: vec![],
            title: None,
            minutes: None,
            series: None,
        }],
        next_roots: vec![],
    };
    let root = SigningKey::from_slice(&[9; 32]).unwrap();
    let draft = body.draft(None).unwrap();
    let signature: Signature = root.sign(&draft.to_be_signed());
    let signed = draft.seal(signature.to_bytes().into());
    let point =
        PublicKey::from_slice(root.verifying_key().to_encoded_point(true).as_bytes()).unwrap();
    TrustList::load(signed.as_bytes(), Roots::first(&[point]), None).unwrap()
}

#[test]
fn from_the_first_second_to_a_verdict() {
    let (entry, pool, mut journal) = (entry(), pool(), Journal::new());
    let start = progress(&entry, &journal, MORNING);
    assert_eq!(start.next, NextStep::Watch { chapter: chapter_id(1), position: MediaMs::ZERO });
    assert_eq!(start.missing.len(), 4, "three chapters and the test");

    // The first chapter is left in the middle and gone on with in its last part: a gap remains.
    play(&mut journal, 1, 0, 4_000, minutes(1));
    play(&mut journal, 1, 7_000, 10_000, minutes(2));
    let gapped = progress(&entry, &journal, minutes(2));
    assert_eq!(gapped.chapters[0].gaps, [span(4_000, 7_000)]);
    assert_eq!(gapped.chapters[0].percent.get(), 70);
    assert_eq!(gapped.missing[0], Missing::Chapter(chapter_id(1), MediaMs(3_000)));
    assert_eq!(gapped.next, NextStep::Watch { chapter: chapter_id(1), position: MediaMs(4_000) });

    // Only the gap is played, then the others: the test opens.
    play(&mut journal, 1, 4_000, 7_000, minutes(3));
    play(&mut journal, 2, 0, 10_000, minutes(4));
    let locked = progress(&entry, &journal, minutes(4));
    assert_eq!(locked.test, TestState::Locked { missing: vec![chapter_id(3)] });
    play(&mut journal, 3, 0, 10_000, minutes(5));
    assert_eq!(progress(&entry, &journal, minutes(5)).next, NextStep::TakeTest);

    // Seven of ten fail; a new draw avoids what it can, and eight pass.
    attempt(&mut journal, 1, 7, &[], minutes(6));
    assert_eq!(progress(&entry, &journal, minutes(7)).next, NextStep::TakeTest);
    assert_eq!(completion_event(&entry, &journal, minutes(7)), None);
    let last = journal.attempts(&entry.outline.id)[0].questions.to_vec();
    attempt(&mut journal, 2, 8, &last, minutes(8));
    assert_eq!(journal.attempts(&entry.outline.id).len(), 2, "every attempt is kept");

    // Nothing is missing: completion is recorded once, and no claims are made before it is.
    let device = Device::new();
    let name = NameChoice::Include(printable_nfc);
    let make = |journal: &Journal, cti: u8, now: UnixMs| {
        claims(&entry, Some(&pool), journal, name, Cti([cti; 16]), device.key(), now)
    };
    assert_eq!(make(&journal, 1, minutes(9)), Err(NotComplete::NotRecorded));
    let completed = completion_event(&entry, &journal, minutes(9)).unwrap();
    journal.apply(&completed);
    assert_eq!(completion_event(&entry, &journal, minutes(10)), None);
    let standing = progress(&entry, &journal, minutes(10));
    assert_eq!(standing.next, NextStep::Seal);
    assert_eq!(standing.due.unwrap().due, "2026-12-21".parse::<JstDate>().unwrap());
    assert_eq!(standing.due.unwrap().days_left, 30);
    let mut alone = entry.clone();
    alone.outline.completion.practical_required = false;
    let without_practical = progress(&alone, &journal, minutes(10));
    assert_eq!(without_practical.next, NextStep::Seal);
    assert_eq!(without_practical.due, None, "nothing is due");

    // The learner's name goes in by choice, and the device seals.
    let has_letter = |name: &str| name.contains(char::is_alphabetic);
    let written =
        profile::name("　長谷川 健太郎", str::to_string, printable_nfc, has_letter).unwrap();
    let value = written.as_str().to_string();
    journal.apply(&Event::ProfileSet { field: ProfileField::Name, value, at: minutes(11) });
    let made = make(&journal, 1, minutes(12)).unwrap();
    assert_eq!((made.score.correct(), made.score.total()), (8, 10));
    assert_eq!((made.watched.unwrap().bits(), made.watched.unwrap().seconds()), (0b111, 30));
    assert_eq!(made.missed.as_ref().unwrap().questions().count(), 2);
    let sealed = device.seal(&made);
    journal.apply(&Event::Sealed {
        course: entry.outline.id.clone(),
        content: entry.content,
        cti: made.cti,
        token: sealed.as_bytes().to_vec(),
        at: minutes(12),
    });
    assert_eq!(progress(&entry, &journal, minutes(13)).next, NextStep::ShowToken);

    // Sealed again a week later it has another id, and the due date stays.
    let again = make(&journal, 2, minutes(7 * 24 * 60)).unwrap();
    assert_eq!((again.issued, again.expires), (made.issued, made.expires));
    assert_ne!(again.cti, made.cti);

    // At the door, with no network: what the instructor's page says.
    let trust = trust();
    let session_date: JstDate = "2026-12-05".parse().unwrap();
    let circumstances = Circumstances {
        trust: Some(&trust),
        now: session_date.start(),
        session_date,
        course: Some(&entry.outline.id),
        roster: None,
        seen: None,
        clock_floor: None,
        printable_nfc,
    };
    let scanned = Scanned::read(&sealed.qr()).unwrap();
    let verdict = judge(&scanned, &circumstances).unwrap();
    assert_eq!((verdict.class, verdict.level), (Class::Ok, Level::A0));
    assert_eq!((verdict.holder, verdict.warnings.len()), (Holder::Unconfirmed, 0));
    assert_eq!(verdict.verified.completion(), &made);
    assert_eq!(verdict.due, standing.due.unwrap().due);

    // And what the learner's calendar says.
    let calendar = calendar_file(&DueEntry {
        cti: made.cti,
        due: verdict.due,
        summary: "実技の期限",
        description: "修了コードを持参してください",
        made_at: minutes(13),
    });
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261221"));
}

#[test]
fn everything_missing_is_named_when_a_token_is_asked_for_too_early() {
    let (entry, mut journal) = (entry(), Journal::new());
    journal.apply(&watched(2, span(0, 9_000), MORNING));
    let early = claims(
        &entry,
        Some(&pool()),
        &journal,
        NameChoice::LeaveOut,
        Cti([1; 16]),
        Device::new().key(),
        MORNING,
    );
    let missing = vec![
        Missing::Chapter(chapter_id(1), MediaMs(10_000)),
        Missing::Chapter(chapter_id(3), MediaMs(10_000)),
        Missing::Test,
    ];
    assert_eq!(early, Err(NotComplete::Missing(missing)));
}

#[test]
fn a_course_without_a_test_is_complete_when_it_is_watched() {
    let (entry, mut journal) = (entry_without_test(), Journal::new());
    watch_everything(&mut journal, MORNING);
    let standing = progress(&entry, &journal, MORNING);
    assert_eq!((standing.test, standing.missing.len()), (TestState::NotRequired, 0));
    journal.apply(&completion_event(&entry, &journal, MORNING).unwrap());
    let key = Device::new().key();
    let made =
        claims(&entry, None, &journal, NameChoice::LeaveOut, Cti([1; 16]), key, MORNING).unwrap();
    assert_eq!((made.score.total(), made.missed.clone(), made.name.clone()), (0, None, None));
    Device::new().seal(&made);
}
