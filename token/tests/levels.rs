//! What a verdict says of an accepted token: level, holder, due date, warnings (token spec §8, §14).

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod organisation;

use std::collections::BTreeSet;

use organisation::*;
use token::calendar::UnixSeconds;
use token::claims::{Checks, Completion, Enrolment, Level};
use token::identifier::{ContentHash, TicketId};
use token::judge::{Circumstances, Class, SignedBy, Verdict, Warning, judge};
use token::text::Scanned;
use token::trust::{CoursePolicy, TrustBody, TrustKey};

fn verdict(code: &str, circumstances: &Circumstances<'_>) -> Verdict {
    judge(&Scanned::read(code).unwrap(), circumstances).unwrap()
}

/// The list with an issuer that may assert everything.
fn generous_list() -> TrustBody {
    let mut body = list_body();
    body.keys[0].checks = Checks::from_bits(15);
    body
}

#[test]
fn the_level_follows_from_the_signer_and_what_it_may_assert() {
    let trust = load(&generous_list());
    for (bits, level) in [
        (0, Level::A0),
        (1, Level::A0),
        (2, Level::A0),
        (4, Level::A1),
        (3, Level::A2),
        (7, Level::A2),
        (8, Level::A3),
    ] {
        let claims = Completion { checks: Checks::from_bits(bits), ..completion() };
        assert_eq!(
            verdict(&by(ISSUER, &claims).qr(), &circumstances(&trust)).level,
            level,
            "checks {bits}"
        );
    }
    let device = verdict(&by_device(&completion()).qr(), &circumstances(&trust));
    assert_eq!((device.level, device.verified.signed_by()), (Level::A0, &SignedBy::Device));
}

#[test]
fn a_ticket_raises_a_device_or_an_issuer_without_checks_to_a1() {
    let trust = load(&list_body());
    let claims = with_ticket(sealed_ticket(&ticket(), ORGANISER));
    for token in [by_device(&claims), by(ISSUER, &claims)] {
        let verdict = verdict(&token.qr(), &circumstances(&trust));
        assert_eq!(verdict.level, Level::A1);
        assert_eq!(verdict.verified.ticket(), Some(&ticket()));
    }
}

#[test]
fn the_roster_finds_a_ticket_by_its_id_embedded_or_not() {
    let trust = load(&list_body());
    let listed = BTreeSet::from([TicketId([9; 8])]);
    let with_roster = Circumstances { roster: Some(&listed), ..circumstances(&trust) };
    let id =
        |id| Completion { enrolment: Some(Enrolment::Ticket(TicketId([id; 8]))), ..completion() };
    let embedded = with_ticket(sealed_ticket(&ticket(), ORGANISER));
    for (claims, level, warnings) in [
        (id(9), Level::A1, vec![]),
        (embedded, Level::A1, vec![]),
        (id(8), Level::A0, vec![Warning::NotOnRoster]),
        (completion(), Level::A0, vec![Warning::NotOnRoster]),
    ] {
        let verdict = verdict(&by_device(&claims).qr(), &with_roster);
        assert_eq!((verdict.level, verdict.warnings), (level, warnings));
    }
}

#[test]
fn every_warning_is_given_for_its_reason_in_the_order_of_the_steps() {
    let trust = load(&list_body());
    let old = Completion { content: ContentHash([2; 8]), ..completion() };
    let seen = BTreeSet::from([old.cti.hash()]);
    let nobody = BTreeSet::new();
    let good = circumstances(&trust);
    let all_but_skew = Circumstances {
        now: COMPLETED.plus_s(21 * DAY_S),
        roster: Some(&nobody),
        seen: Some(&seen),
        ..good
    };
    let warnings = verdict(&by_device(&old).qr(), &all_but_skew).warnings;
    assert_eq!(
        warnings,
        [Warning::TrustOld, Warning::ContentOld, Warning::NotOnRoster, Warning::Seen]
    );
    for (ahead, warnings) in [(600, vec![]), (601, vec![Warning::ClockSkew])] {
        let now = UnixSeconds(COMPLETED.0 - ahead);
        let verdict = verdict(&by_device(&completion()).qr(), &Circumstances { now, ..good });
        assert_eq!(verdict.warnings, warnings);
    }
}

#[test]
fn a_token_issued_again_keeps_its_first_due_date() {
    let trust = load(&list_body());
    let again = Completion { issued: COMPLETED.plus_s(10 * DAY_S), ..completion() };
    let verdict = verdict(&by(ISSUER, &again).qr(), &circumstances(&trust));
    assert_eq!(verdict.due.to_string(), "2026-12-20");
}

#[test]
fn lateness_is_counted_from_the_due_date_to_the_session() {
    let trust = load(&list_body());
    for (session, class) in [
        ("2026-12-20", Class::Ok),
        ("2026-12-21", Class::Late { days: 1 }),
        ("2026-12-27", Class::Late { days: 7 }),
    ] {
        let session_date = session.parse().unwrap();
        let circumstances = Circumstances { session_date, ..circumstances(&trust) };
        assert_eq!(verdict(&by_device(&completion()).qr(), &circumstances).class, class);
    }
}

#[test]
fn only_a2_and_a3_move_the_clock_floor() {
    let trust = load(&list_body());
    let a2 = Completion { checks: Checks::from_bits(3), ..completion() };
    assert_eq!(
        verdict(&by(ISSUER, &a2).qr(), &circumstances(&trust)).clock_floor(),
        Some(COMPLETED)
    );
    assert_eq!(verdict(&by_device(&completion()).qr(), &circumstances(&trust)).clock_floor(), None);
}

#[test]
fn a_course_without_a_test_needs_no_questions() {
    let mut body = list_body();
    body.courses[0] = CoursePolicy { pass_percent: 0, ..policy("first-aid") };
    let trust = load(&body);
    let untested = Completion {
        score: token::claims::Score::new(0, 0).unwrap(),
        missed: None,
        ..completion()
    };
    assert_eq!(verdict(&by_device(&untested).qr(), &circumstances(&trust)).class, Class::Ok);
}

#[test]
fn a_trust_list_of_thousands_of_revoked_tokens_is_read() {
    let mut body = list_body();
    body.revoked = (0..20_000u64).map(|n| token::identifier::CtiHash(n.to_be_bytes())).collect();
    assert_eq!(load(&body).body(), &body);
    body.revoked.push(token::identifier::CtiHash([0xff; 8]));
    assert_eq!(body.draft(None).unwrap_err().code(), "E_TRUST_FORMAT");
}

#[test]
fn a_key_without_a_limit_of_checks_may_assert_none() {
    let mut body = list_body();
    body.keys[0] = TrustKey { checks: None, ..body.keys[0].clone() };
    let trust = load(&body);
    let claims = Completion { checks: Some(Checks::GRADED), ..completion() };
    let refused = judge(&Scanned::read(&by(ISSUER, &claims).qr()).unwrap(), &circumstances(&trust))
        .unwrap_err();
    assert_eq!(refused.refusal.code(), "E_CHK");
    assert!(refused.signed.is_some());
}
