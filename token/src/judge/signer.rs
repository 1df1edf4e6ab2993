//! Who signed: steps 14, 15 and 17 for completions, step 22 for embedded tickets.

use super::{Circumstances, SignedBy};
use crate::calendar::UnixSeconds;
use crate::cbor::TOKEN_MAX_ENTRIES;
use crate::claims::{Completion, Confirmation, Enrolment};
use crate::cose::{Kind, Sign1};
use crate::identifier::{CourseId, Kid};
use crate::key::PublicKey;
use crate::refusal::Refusal;
use crate::ticket::Ticket;
use crate::trust::{Roles, TrustKey, TrustList};

/// A completion under a good signature, and the key of the trust list that made it.
pub(super) struct Signed<'a> {
    pub(super) completion: Completion,
    pub(super) key: Option<(Kid, &'a TrustKey)>,
}

impl Signed<'_> {
    pub(super) fn signed_by(&self) -> SignedBy {
        match self.key {
            None => SignedBy::Device,
            Some((kid, key)) => SignedBy::Issuer { kid, label: key.label.clone() },
        }
    }
}

/// Steps 14 to 16. The signature comes before any use of the claims; where the key is inside, they are only read.
pub(super) fn open_signed<'a>(
    token: &Sign1,
    trust: &'a TrustList,
    circumstances: &Circumstances<'_>,
) -> Result<Signed<'a>, Refusal> {
    let Some(kid) = token.kid else { return open_device_signed(token, circumstances) };
    let unknown = Refusal::KeyUnknown { kid, seq: trust.seq(), issued: trust.issued() };
    let key = trust.key(kid).ok_or(unknown)?;
    if !token.is_signed_by(&key.key, Kind::Completion) {
        return Err(Refusal::Signature);
    }
    let completion = Completion::decode(&token.payload, circumstances.printable_nfc)?;
    Ok(Signed { completion, key: Some((kid, key)) })
}

fn open_device_signed<'a>(
    token: &Sign1,
    circumstances: &Circumstances<'_>,
) -> Result<Signed<'a>, Refusal> {
    let completion = Completion::decode(&token.payload, circumstances.printable_nfc)?;
    let Some(Confirmation::Key(point)) = completion.confirmation else {
        return Err(Refusal::Confirmation);
    };
    let key = PublicKey::from_compressed(point).map_err(|_| Refusal::KeyPoint)?;
    if !token.is_signed_by(&key, Kind::Completion) {
        return Err(Refusal::Signature);
    }
    Ok(Signed { completion, key: None })
}

/// Step 17: whether a key may have signed this.
pub(super) fn check_key(
    (kid, key): (Kid, &TrustKey),
    role: Roles,
    course: &CourseId,
    issued: UnixSeconds,
) -> Result<(), Refusal> {
    if key.revoked_since.is_some() {
        Err(Refusal::KeyRevoked { kid })
    } else if !key.roles.contains(role) {
        Err(Refusal::KeyRole { kid })
    } else if !key.courses.is_empty() && !key.courses.contains(course) {
        Err(Refusal::KeyCourse { kid })
    } else if issued < key.not_before || issued >= key.not_after {
        Err(Refusal::KeyTime { kid })
    } else {
        Ok(())
    }
}

/// Step 22: the embedded ticket, if there is one.
pub(super) fn check_ticket(
    completion: &Completion,
    trust: &TrustList,
) -> Result<Option<Ticket>, Refusal> {
    const DAY_S: u64 = 86_400;
    let Some(Enrolment::Embedded(bytes)) = &completion.enrolment else { return Ok(None) };
    let signed = Sign1::open(bytes, TOKEN_MAX_ENTRIES).map_err(|_| Refusal::Ticket)?;
    let kid = signed.kid.ok_or(Refusal::Ticket)?;
    let key =
        trust.key(kid).ok_or(Refusal::TicketKey { seq: trust.seq(), issued: trust.issued() })?;
    if !signed.is_signed_by(&key.key, Kind::Enrolment) {
        return Err(Refusal::TicketSignature);
    }
    let ticket = Ticket::decode(&signed.payload).map_err(|_| Refusal::Ticket)?;
    check_key((kid, key), Roles::ENROL, &ticket.course, ticket.issued)?;
    if ticket.course != completion.course {
        return Err(Refusal::TicketCourse { course: ticket.course });
    }
    let is_in_time =
        completion.issued.plus_s(DAY_S) >= ticket.issued && completion.issued < ticket.expires;
    if is_in_time { Ok(Some(ticket)) } else { Err(Refusal::TicketTime) }
}
