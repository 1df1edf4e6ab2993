//! An organisation for tests: keys, a trust list, tokens, and objects that no honest program makes.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its own part, and a test may fail"
)]

use std::collections::BTreeMap;

use p256::ecdsa::SigningKey;
use p256::ecdsa::signature::Signer as _;
use token::calendar::{Period, UnixSeconds};
use token::cbor::Value;
use token::claims::{
    Checks, Completion, Confirmation, Enrolment, Level, Missed, Name, Score, Signer, Watched,
};
use token::cose::{Draft, Kind, Sealed};
use token::identifier::{ContentHash, CourseId, Cti, Kid, TicketId};
use token::judge::Circumstances;
use token::key::PublicKey;
use token::text::printable_nfc;
use token::ticket::Ticket;
use token::trust::{CoursePolicy, Roles, Roots, TrustBody, TrustKey, TrustList};

/// 2026-11-20T15:00:00 JST: when the tests' learner completes.
pub(crate) const COMPLETED: UnixSeconds = UnixSeconds(1_795_154_400);
pub(crate) const DAY_S: u64 = 86_400;

pub(crate) fn secret(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).unwrap()
}

pub(crate) const ROOT: u8 = 1;
pub(crate) const ISSUER: u8 = 2;
pub(crate) const ORGANISER: u8 = 3;
pub(crate) const REVOKED: u8 = 4;
pub(crate) const OTHER_COURSE_ONLY: u8 = 5;
pub(crate) const EXPIRED: u8 = 6;
pub(crate) const DEVICE: u8 = 7;
pub(crate) const STRANGER: u8 = 8;

pub(crate) fn public(seed: u8) -> PublicKey {
    PublicKey::from_raw(secret(seed).verifying_key().to_encoded_point(false).as_bytes()).unwrap()
}

pub(crate) fn kid(seed: u8) -> Kid {
    public(seed).kid()
}

pub(crate) fn course(id: &str) -> CourseId {
    id.parse().unwrap()
}

pub(crate) fn sign(seed: u8, message: &[u8]) -> [u8; 64] {
    let signature: p256::ecdsa::Signature = secret(seed).sign(message);
    signature.to_bytes().into()
}

pub(crate) fn seal(draft: Draft, seed: u8) -> Sealed {
    let signature = sign(seed, &draft.to_be_signed());
    draft.seal(signature)
}

fn trust_key(seed: u8, roles: Roles) -> TrustKey {
    TrustKey {
        key: public(seed),
        roles,
        not_before: UnixSeconds(COMPLETED.0 - 30 * DAY_S),
        not_after: UnixSeconds(COMPLETED.0 + 70 * DAY_S),
        label: format!("key {seed}"),
        courses: vec![],
        checks: Checks::from_bits(7),
        revoked_since: None,
    }
}

pub(crate) fn policy(id: &str) -> CoursePolicy {
    CoursePolicy {
        course: course(id),
        content: vec![ContentHash([1; 8])],
        pass_percent: 80,
        validity: Period::Months(1),
        grace_days: 7,
        minimum_level: Level::A0,
        older_content: vec![ContentHash([2; 8])],
        title: Some("普通救命講習 I".into()),
        minutes: None,
        series: None,
    }
}

pub(crate) fn list_body() -> TrustBody {
    let strict = CoursePolicy { minimum_level: Level::A1, ..policy("strict") };
    let mut other = trust_key(OTHER_COURSE_ONLY, Roles::ISSUE);
    other.courses = vec![course("strict")];
    let mut expired = trust_key(EXPIRED, Roles::ISSUE);
    expired.not_after = COMPLETED;
    let mut revoked = trust_key(REVOKED, Roles::ISSUE.and(Roles::ENROL));
    revoked.revoked_since = Some(COMPLETED);
    TrustBody {
        seq: 7,
        issued: UnixSeconds(COMPLETED.0 - 10 * DAY_S),
        next_update: UnixSeconds(COMPLETED.0 + 20 * DAY_S),
        keys: vec![
            trust_key(ISSUER, Roles::ISSUE),
            trust_key(ORGANISER, Roles::ENROL),
            other,
            expired,
            revoked,
        ],
        revoked: vec![Cti([0xdd; 16]).hash()],
        courses: vec![policy("first-aid"), strict],
        next_roots: vec![],
    }
}

pub(crate) fn sealed_list(body: &TrustBody, root: u8) -> Vec<u8> {
    seal(body.draft(Some(kid(root))).unwrap(), root).into_bytes()
}

pub(crate) fn load(body: &TrustBody) -> TrustList {
    TrustList::load(&sealed_list(body, ROOT), Roots::first(&[public(ROOT)]), None).unwrap()
}

pub(crate) fn circumstances(trust: &TrustList) -> Circumstances<'_> {
    let now = UnixSeconds(COMPLETED.0 + 15 * DAY_S);
    Circumstances {
        trust: Some(trust),
        now,
        session_date: now.jst_date(),
        course: None,
        roster: None,
        seen: None,
        clock_floor: None,
        printable_nfc,
    }
}

/// A good completion, bound to [`DEVICE`].
pub(crate) fn completion() -> Completion {
    Completion {
        expires: COMPLETED.jst_date().due(Period::Months(1)).end(),
        issued: COMPLETED,
        cti: Cti(*b"0123456789abcdef"),
        confirmation: Some(Confirmation::Key(public(DEVICE).compressed())),
        course: course("first-aid"),
        content: ContentHash([1; 8]),
        score: Score::new(18, 20).unwrap(),
        checks: None,
        watched: Some(Watched::new([0, 1, 2], 3_600)),
        evidence: None,
        missed: Missed::new(20, [2, 19]),
        name: Some(Name::new("山田 花子", printable_nfc).unwrap()),
        enrolment: None,
        codes: vec![],
    }
}

pub(crate) fn by_device(completion: &Completion) -> Sealed {
    seal(completion.draft(Signer::Device).unwrap(), DEVICE)
}

pub(crate) fn by(seed: u8, completion: &Completion) -> Sealed {
    seal(completion.draft(Signer::Issuer(kid(seed))).unwrap(), seed)
}

pub(crate) fn ticket() -> Ticket {
    Ticket {
        expires: UnixSeconds(COMPLETED.0 + 5 * DAY_S),
        issued: UnixSeconds(COMPLETED.0 - 5 * DAY_S),
        id: TicketId([9; 8]),
        course: course("first-aid"),
        session: None,
    }
}

/// A completion in which these bytes stand as the ticket.
pub(crate) fn with_ticket(ticket: Vec<u8>) -> Completion {
    Completion { enrolment: Some(Enrolment::Embedded(ticket)), ..completion() }
}

pub(crate) fn sealed_ticket(ticket: &Ticket, seed: u8) -> Vec<u8> {
    seal(ticket.draft(kid(seed)), seed).into_bytes()
}

/// A COSE_Sign1 of any parts, honestly signed over them.
pub(crate) fn cose(
    kind: Kind,
    header: Value,
    unprotected: Value,
    payload: &[u8],
    seed: u8,
) -> Vec<u8> {
    let mut context = *b"yoshu/?/1";
    context[6] = kind.letter().to_ascii_lowercase() as u8;
    let protected = header.encode();
    let message = Value::Array(vec![
        Value::text("Signature1"),
        Value::bytes(&protected),
        Value::bytes(&context),
        Value::bytes(payload),
    ]);
    let signature = sign(seed, &message.encode());
    sign1(vec![
        Value::bytes(&protected),
        unprotected,
        Value::bytes(payload),
        Value::bytes(&signature),
    ])
}

pub(crate) fn sign1(parts: Vec<Value>) -> Vec<u8> {
    Value::Sign1(Box::new(Value::Array(parts))).encode()
}

/// The header of an object signed by a listed key.
pub(crate) fn header(seed: u8) -> Value {
    Value::map([(1, Value::Int((-9).into())), (4, Value::bytes(&kid(seed).0))])
}

pub(crate) fn nothing() -> Value {
    Value::Map(BTreeMap::new())
}

/// A completion signed by the issuer whose claims were changed after encoding.
pub(crate) fn with_claims(change: impl FnOnce(&mut BTreeMap<token::cbor::Int, Value>)) -> Vec<u8> {
    let Value::Map(mut claims) = Value::decode(&completion().encode(), 64).unwrap() else {
        unreachable!()
    };
    change(&mut claims);
    cose(Kind::Completion, header(ISSUER), nothing(), &Value::Map(claims).encode(), ISSUER)
}

pub(crate) fn qr(kind: Kind, bytes: Vec<u8>) -> String {
    Sealed::from_stored(kind, bytes).qr()
}
