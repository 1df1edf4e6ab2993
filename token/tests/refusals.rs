//! Every error code of the spec is reached, each by the fault that it names.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod organisation;

use std::collections::BTreeSet;

use organisation::*;
use token::calendar::UnixSeconds;
use token::cbor::{Int, Value};
use token::claims::{Checks, Completion, Confirmation, Score, Signer};
use token::cose::{Kind, Sealed};
use token::identifier::{ContentHash, Cti, SessionId};
use token::judge::{Circumstances, Holder, Refused, Verdict, judge, judge_presentation};
use token::presentation::{PresentationDraft, Room, RoomCode};
use token::refusal::{ProofFault, Refusal};
use token::text::Scanned;
use token::ticket::Ticket;
use token::trust::{Roots, TrustBody, TrustError, TrustList};

fn read_and_judge(input: &str, circumstances: &Circumstances<'_>) -> Result<Verdict, Refused> {
    judge(&Scanned::read(input)?, circumstances)
}

fn refusal_code(input: &str, circumstances: &Circumstances<'_>) -> &'static str {
    read_and_judge(input, circumstances)
        .map_or_else(|refused| refused.refusal.code(), |_| "accepted")
}

fn code_of(bytes: Vec<u8>) -> String {
    qr(Kind::Completion, bytes)
}

fn issued(change: impl FnOnce(&mut Completion)) -> String {
    let mut changed = completion();
    change(&mut changed);
    by(ISSUER, &changed).qr()
}

fn ticketed(ticket: Ticket, seed: u8) -> String {
    by_device(&with_ticket(sealed_ticket(&ticket, seed))).qr()
}

/// Faults that are in the code itself, whatever the circumstances.
fn faulty_codes() -> Vec<(&'static str, String)> {
    let good = by(ISSUER, &completion());
    let payload = completion().encode();
    let issuer_header = |extra: Vec<(i64, Value)>| {
        let mut entries = vec![(1, Value::Int((-9).into())), (4, Value::bytes(&kid(ISSUER).0))];
        entries.extend(extra);
        Value::map(entries)
    };
    let signed =
        |header: Value| code_of(cose(Kind::Completion, header, nothing(), &payload, ISSUER));
    let float_claims = vec![0xa1, 0x04, 0xfb, 0x7f, 0xf8, 0, 0, 0, 0, 0, 0];
    vec![
        ("E_EMPTY", String::new()),
        ("E_TOO_LONG", format!("YC1:{}", "0".repeat(1797))),
        ("E_TOO_LONG", code_of(vec![0; 1101])),
        ("E_PREFIX", "HC1:6BF".into()),
        ("E_PREFIX", "https://example.org/".into()),
        ("E_PREFIX", "YX1:00".into()),
        ("E_PREFIX", "yoshu-x1.AA".into()),
        ("E_PREFIX", "yoshu-c1AA".into()),
        ("E_PREFIX", format!(" {}", good.qr())),
        ("E_PREFIX", "予習".into()),
        ("E_PREFIX_VERSION", good.qr().replacen('1', "2", 1)),
        ("E_PREFIX_VERSION", good.text().replacen('1', "2", 1)),
        ("E_KIND", qr(Kind::Enrolment, sealed_ticket(&ticket(), ORGANISER))),
        ("E_KIND", Sealed::from_stored(Kind::Presentation, vec![0x80]).text()),
        ("E_BASE45", good.qr().to_lowercase().replacen("yc1", "YC1", 1)),
        ("E_BASE64", format!("{}=", good.text())),
        ("E_BASE64", "yoshu-c1.AB".into()),
        ("E_CBOR", code_of(good.as_bytes()[..100].to_vec())),
        ("E_CBOR", code_of([good.as_bytes(), &[0]].concat())),
        ("E_CBOR", "YC1:".into()),
        (
            "E_CBOR_PROFILE",
            code_of(cose(Kind::Completion, header(ISSUER), nothing(), &float_claims, ISSUER)),
        ),
        ("E_COSE_SHAPE", code_of(vec![0x80])),
        ("E_COSE_SHAPE", code_of(sign1(vec![Value::bytes(&[]); 4]))),
        ("E_COSE_UNPROTECTED", {
            let unprotected = Value::map([(4, Value::bytes(&kid(ISSUER).0))]);
            code_of(cose(Kind::Completion, header(ISSUER), unprotected, &payload, ISSUER))
        }),
        ("E_COSE_HEADER", signed(issuer_header(vec![(2, Value::Array(vec![]))]))),
        ("E_COSE_HEADER", signed(nothing())),
        ("E_ALG", signed(issuer_header(vec![(1, Value::Int((-7).into()))]))),
        ("E_KID", signed(issuer_header(vec![(4, Value::bytes(&[0; 7]))]))),
        ("E_KEY_UNKNOWN", by(STRANGER, &completion()).qr()),
        (
            "E_CLAIMS_SHAPE",
            code_of(with_claims(|claims| drop(claims.insert(Int::Uint(5), Value::uint(0))))),
        ),
        ("E_CLAIMS_SHAPE", code_of(with_claims(|claims| drop(claims.remove(&Int::Uint(7)))))),
        (
            "E_CLAIM_RANGE",
            code_of(with_claims(|claims| drop(claims.insert(Int::Uint(7), Value::bytes(&[1]))))),
        ),
        (
            "E_CLAIM_RANGE",
            code_of(with_claims(|claims| {
                drop(claims.insert(Int::Uint(4), Value::uint(COMPLETED.0)))
            })),
        ),
        (
            "E_CLAIM_RANGE",
            code_of(with_claims(|claims| {
                drop(claims.insert(Int::Uint(6), Value::uint(1_699_999_999)))
            })),
        ),
        ("E_CNF", code_of(with_claims(|claims| drop(claims.insert(Int::Uint(8), Value::uint(1)))))),
        ("E_CNF", {
            let mut unbound = completion();
            unbound.confirmation = None;
            let device = Value::map([(1, Value::Int((-9).into()))]);
            code_of(cose(Kind::Completion, device, nothing(), &unbound.encode(), DEVICE))
        }),
        ("E_KEY_POINT", {
            let mut off_curve = completion();
            let point = token::key::CompressedPoint::from_x([0xff; 32], false);
            off_curve.confirmation = Some(Confirmation::Key(point));
            seal(off_curve.draft(Signer::Device).unwrap(), DEVICE).qr()
        }),
        ("E_SIG", seal(completion().draft(Signer::Issuer(kid(ISSUER))).unwrap(), STRANGER).qr()),
        ("E_SIG", seal(completion().draft(Signer::Device).unwrap(), STRANGER).qr()),
        ("E_NAME", code_of(with_body(8, Value::text("a\u{202e}b")))),
        ("E_NAME", code_of(with_body(8, Value::text("か\u{3099}")))),
        ("E_KEY_REVOKED", by(REVOKED, &completion()).qr()),
        ("E_KEY_ROLE", by(ORGANISER, &completion()).qr()),
        ("E_KEY_COURSE", by(OTHER_COURSE_ONLY, &completion()).qr()),
        ("E_KEY_TIME", by(EXPIRED, &completion()).qr()),
        ("E_COURSE_UNKNOWN", issued(|claims| claims.course = course("nowhere"))),
        ("E_CONTENT", issued(|claims| claims.content = ContentHash([3; 8]))),
        ("E_SCORE", issued(|claims| claims.score = Score::new(15, 20).unwrap())),
        ("E_SCORE", issued(|claims| claims.score = Score::new(0, 0).unwrap())),
        ("E_CHK", issued(|claims| claims.checks = Some(Checks::SUPERVISED))),
        ("E_CHK", {
            let claims = Completion { checks: Some(Checks::GRADED), ..completion() };
            by_device(&claims).qr()
        }),
        ("E_TICKET", by_device(&with_ticket(vec![0; 60])).qr()),
        ("E_TICKET", by(ISSUER, &with_ticket(vec![0; 60])).qr()),
        ("E_TICKET", {
            let payload = Value::map([(4, Value::uint(1))]).encode();
            let ticket = cose(Kind::Enrolment, header(ORGANISER), nothing(), &payload, ORGANISER);
            by_device(&with_ticket(ticket)).qr()
        }),
        ("E_TICKET_KEY", ticketed(ticket(), STRANGER)),
        ("E_TICKET_SIG", {
            let forged = seal(ticket().draft(kid(ORGANISER)), STRANGER);
            by_device(&with_ticket(forged.into_bytes())).qr()
        }),
        ("E_KEY_REVOKED", ticketed(ticket(), REVOKED)),
        ("E_KEY_ROLE", ticketed(ticket(), ISSUER)),
        ("E_KEY_TIME", ticketed(Ticket { issued: UnixSeconds(1), ..ticket() }, ORGANISER)),
        ("E_TICKET_COURSE", ticketed(Ticket { course: course("strict"), ..ticket() }, ORGANISER)),
        ("E_TICKET_TIME", ticketed(Ticket { expires: COMPLETED, ..ticket() }, ORGANISER)),
        (
            "E_TICKET_TIME",
            ticketed(Ticket { issued: COMPLETED.plus_s(DAY_S + 1), ..ticket() }, ORGANISER),
        ),
        ("E_LEVEL", issued(|claims| claims.course = course("strict"))),
        ("E_EXP_POLICY", issued(|claims| claims.expires.0 += 1)),
        ("E_REVOKED", issued(|claims| claims.cti = Cti([0xdd; 16]))),
    ]
}

/// The issuer's completion with one entry of the body changed.
fn with_body(key: i64, value: Value) -> Vec<u8> {
    with_claims(|claims| {
        let Some(Value::Map(body)) = claims.get_mut(&Int::from(-65537)) else { unreachable!() };
        body.insert(key.into(), value);
    })
}

/// Faults of the circumstances, with a good code.
fn faulty_circumstances(
    good: &Circumstances<'_>,
    check: &mut impl FnMut(&'static str, &Circumstances<'_>),
) {
    let strict = course("strict");
    check("E_TRUST_MISSING", &Circumstances { trust: None, ..*good });
    check("E_CLOCK", &Circumstances { clock_floor: Some(good.now.plus_s(DAY_S + 1)), ..*good });
    check("E_CLOCK", &Circumstances { now: UnixSeconds(COMPLETED.0 - 11 * DAY_S - 1), ..*good });
    check("E_TRUST_STALE", &Circumstances { now: COMPLETED.plus_s(80 * DAY_S + 1), ..*good });
    check("E_COURSE", &Circumstances { course: Some(&strict), ..*good });
    check("E_NOT_YET", &Circumstances { now: UnixSeconds(COMPLETED.0 - DAY_S - 1), ..*good });
    let days_later = |days| COMPLETED.jst_date().plus_days(days);
    check("E_SESSION_DATE", &Circumstances { session_date: days_later(-1), ..*good });
    check("E_EXPIRED", &Circumstances { session_date: days_later(38), ..*good });
    check("accepted", &Circumstances { session_date: days_later(37), ..*good });
    check("accepted", &Circumstances { clock_floor: Some(good.now.plus_s(DAY_S)), ..*good });
    check("accepted", &Circumstances { now: UnixSeconds(COMPLETED.0 - DAY_S), ..*good });
}

#[test]
fn every_refusal_is_reached_by_the_fault_it_names() {
    let trust = load(&list_body());
    let good = circumstances(&trust);
    let mut reached = BTreeSet::new();
    for (expected, input) in faulty_codes() {
        assert_eq!(refusal_code(&input, &good), expected, "{input}");
        reached.insert(expected);
    }
    let code = by(ISSUER, &completion()).qr();
    faulty_circumstances(&good, &mut |expected, circumstances| {
        assert_eq!(refusal_code(&code, circumstances), expected);
        reached.insert(expected);
    });
    let no_token = Scanned::file(&[0x80]).unwrap();
    let refused = judge_presentation(&no_token, &room("S-A", &[]), &good).unwrap_err();
    reached.insert(refused.refusal.code());
    let missing: Vec<_> = Refusal::CODES.iter().filter(|code| !reached.contains(*code)).collect();
    assert!(missing.is_empty(), "not reached: {missing:?}");
}

#[test]
fn a_refusal_after_a_good_signature_carries_the_claims_and_one_before_does_not() {
    let trust = load(&list_body());
    let good = circumstances(&trust);
    let signed = |input: &str| read_and_judge(input, &good).unwrap_err().signed.is_some();
    assert!(signed(&issued(|claims| claims.content = ContentHash([3; 8]))));
    assert!(!signed(&seal(completion().draft(Signer::Device).unwrap(), STRANGER).qr()));
}

fn room(session: &str, codes: &[&str]) -> Room {
    let codes = codes.iter().map(|code| RoomCode::new(code.as_bytes()).unwrap()).collect();
    Room { session: session.parse().unwrap(), codes }
}

fn presented(token: &Sealed, signer: u8, key: u8) -> Sealed {
    let session: SessionId = "S-A".parse().unwrap();
    let code = RoomCode::new(b"482913").unwrap();
    let draft = PresentationDraft::new(token, &public(key), &session, &code, COMPLETED);
    let signature = sign(signer, &draft.to_be_signed());
    draft.seal(signature)
}

#[test]
fn every_fault_of_a_proof_leaves_the_token_accepted_and_the_holder_unconfirmed() {
    let trust = load(&list_body());
    let good = circumstances(&trust);
    let bound = by_device(&completion());
    let unbound = by(ISSUER, &Completion { confirmation: None, ..completion() });
    let here = room("S-A", &["770001", "482913"]);
    let short = Value::Array(vec![Value::bytes(bound.as_bytes())]).encode();
    let off_curve = [[2].as_slice(), &[0xff; 32]].concat();
    let off_curve = [
        Value::bytes(bound.as_bytes()),
        Value::bytes(&off_curve),
        Value::uint(1),
        Value::bytes(&[1; 64]),
    ];
    let cases = [
        ("E_PROOF_SHAPE", qr(Kind::Presentation, short), &here),
        ("E_KEY_POINT", qr(Kind::Presentation, Value::Array(off_curve.into()).encode()), &here),
        ("E_PROOF_NO_CNF", presented(&unbound, DEVICE, DEVICE).qr(), &here),
        ("E_PROOF_KEY", presented(&bound, STRANGER, STRANGER).qr(), &here),
        ("E_PROOF_SIG", presented(&bound, STRANGER, DEVICE).qr(), &here),
        ("E_PROOF_SIG", presented(&bound, DEVICE, DEVICE).qr(), &room("S-B", &["482913"])),
        ("E_PROOF_SIG", presented(&bound, DEVICE, DEVICE).qr(), &room("S-A", &["111111"])),
        ("E_PROOF_SIG", presented(&bound, DEVICE, DEVICE).qr(), &room("S-A", &[])),
    ];
    for (expected, input, room) in &cases {
        let verdict = judge_presentation(&Scanned::read(input).unwrap(), room, &good).unwrap();
        assert_eq!(verdict.proof.unwrap().unwrap_err().code(), *expected);
        assert_eq!(verdict.holder, Holder::Unconfirmed);
    }
    let reached: BTreeSet<_> = cases.iter().map(|(code, ..)| *code).collect();
    assert!(ProofFault::CODES.iter().all(|code| reached.contains(code)));
}

#[test]
fn a_good_proof_shows_the_device_by_key_or_by_thumbprint() {
    let trust = load(&list_body());
    let here = room("S-A", &["482913"]);
    let by_thumb = Completion {
        confirmation: Some(Confirmation::Thumb(public(DEVICE).thumb())),
        ..completion()
    };
    for token in [by_device(&completion()), by(ISSUER, &by_thumb)] {
        let scanned = Scanned::read(&presented(&token, DEVICE, DEVICE).qr()).unwrap();
        let verdict = judge_presentation(&scanned, &here, &circumstances(&trust)).unwrap();
        assert_eq!((verdict.holder, verdict.proof), (Holder::Device, Some(Ok(COMPLETED))));
        assert_eq!(judge(&scanned, &circumstances(&trust)).unwrap_err().refusal.code(), "E_KIND");
    }
}

/// A list whose body was changed after encoding, signed by the root.
fn list_with(change: impl FnOnce(&mut Vec<Value>)) -> Vec<u8> {
    let Value::Map(mut body) = Value::decode(&list_body().encode(), 20_000).unwrap() else {
        unreachable!()
    };
    let Some(Value::Array(keys)) = body.get_mut(&Int::Uint(4)) else { unreachable!() };
    change(keys);
    cose(Kind::TrustList, header(ROOT), nothing(), &Value::Map(body).encode(), ROOT)
}

fn change_key(keys: &mut [Value], field: u64, bytes: &[u8]) {
    let Value::Map(key) = &mut keys[0] else { unreachable!() };
    key.insert(Int::Uint(field), Value::bytes(bytes));
}

#[test]
fn every_fault_of_a_trust_list_is_told_and_the_list_not_taken() {
    let body = list_body();
    let changed = |change: fn(&mut TrustBody)| {
        let mut body = list_body();
        change(&mut body);
        body
    };
    let signed_by = |seed| seal(body.draft(None).unwrap(), seed).into_bytes();
    let forged = seal(body.draft(Some(kid(ROOT))).unwrap(), STRANGER).into_bytes();
    let duplicate = list_with(|keys| keys.push(keys[0].clone()));
    let cases = [
        ("E_TRUST_FORMAT", b"{}".to_vec()),
        ("E_TRUST_FORMAT", by(ISSUER, &completion()).into_bytes()),
        ("E_TRUST_FORMAT", list_with(|keys| keys.push(Value::uint(1)))),
        ("E_TRUST_SIG", forged),
        ("E_TRUST_SIG", signed_by(ISSUER)),
        ("E_TRUST_ROOT", sealed_list(&body, STRANGER)),
        ("E_TRUST_ROOT", signed_by(STRANGER)),
        ("E_TRUST_DUP_KID", duplicate),
        ("E_TRUST_KID", list_with(|keys| change_key(keys, 1, &[0; 8]))),
        (
            "E_KEY_POINT",
            list_with(|keys| change_key(keys, 2, &[[2].as_slice(), &[0xff; 32]].concat())),
        ),
        ("E_TRUST_ROLLBACK", sealed_list(&changed(|body| body.seq = 6), ROOT)),
    ];
    let (pinned, site) = ([public(ROOT)], [public(STRANGER)]);
    let roots = Roots { pinned: &pinned, site: &site };
    for (expected, bytes) in &cases {
        assert_eq!(TrustList::load(bytes, roots, Some(7)).unwrap_err().code(), *expected);
    }
    let reached: BTreeSet<_> = cases.iter().map(|(code, _)| *code).collect();
    assert!(TrustError::CODES.iter().all(|code| reached.contains(code)));
    assert_eq!(TrustList::load(&sealed_list(&body, ROOT), roots, Some(7)).unwrap().body(), &body);
}

#[test]
fn a_new_root_is_taken_only_when_the_pinned_one_has_announced_it() {
    let mut announcing = list_body();
    announcing.next_roots = vec![public(STRANGER)];
    let pinned = load(&announcing).pins(&[public(ROOT)]);
    assert_eq!(pinned, [public(ROOT), public(STRANGER)]);
    let by_successor = sealed_list(&list_body(), STRANGER);
    let list =
        TrustList::load(&by_successor, Roots { pinned: &pinned, site: &pinned }, Some(7)).unwrap();
    assert_eq!(list.root(), &public(STRANGER));
}

#[test]
fn what_a_verifier_would_refuse_is_not_drafted() {
    let mut late = completion();
    late.expires = late.issued;
    assert!(late.draft(Signer::Device).is_err());
    let mut unbound = completion();
    unbound.confirmation = None;
    assert!(unbound.draft(Signer::Device).is_err());
    let mut generous = list_body();
    generous.courses[0].grace_days = 32;
    assert_eq!(generous.draft(None).unwrap_err().code(), "E_TRUST_FORMAT");
}
