//! Enrolment tickets (token spec §4, §11): signed by the organiser, without personal data; the roster maps the
//! ticket's id to a person.

use alloc::vec::Vec;

use crate::calendar::UnixSeconds;
use crate::cbor::{Int, TOKEN_MAX_ENTRIES, Value};
use crate::claims::{BODY, Fields, LATEST_TIME, text_of};
use crate::cose::{Draft, Kind};
use crate::identifier::{CourseId, Kid, SessionId, TicketId};

/// The claims of an enrolment ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// `exp`: completions before this instant are accepted.
    pub expires: UnixSeconds,
    /// `iat`: when it was signed.
    pub issued: UnixSeconds,
    /// `tid`: random.
    pub id: TicketId,
    /// The course it is for.
    pub course: CourseId,
    /// The session it is for.
    pub session: Option<SessionId>,
}

/// The bytes are not the claims of a ticket (`E_TICKET`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadTicket;

impl Ticket {
    /// The claims as deterministic CBOR.
    pub fn encode(&self) -> Vec<u8> {
        let mut body = alloc::vec![(1, Value::text(self.course.as_str()))];
        body.extend(self.session.as_ref().map(|session| (2, Value::text(session.as_str()))));
        Value::map([
            (4, Value::uint(self.expires.0)),
            (6, Value::uint(self.issued.0)),
            (7, Value::bytes(&self.id.0)),
            (BODY, Value::map(body)),
        ])
        .encode()
    }

    /// Reads the claims from a payload.
    pub fn decode(payload: &[u8]) -> Result<Self, BadTicket> {
        let claims = Value::decode(payload, TOKEN_MAX_ENTRIES).map_err(|_| BadTicket)?;
        Self::from_claims(claims).ok_or(BadTicket)
    }

    fn from_claims(claims: Value) -> Option<Self> {
        let mut claims = Fields::of(claims, &[4, 6, 7, BODY], &[])?;
        let mut body = Fields::of(claims.take(BODY)?, &[1], &[2])?;
        let Some(Value::Bytes(id)) = claims.take(7) else { return None };
        Some(Self {
            expires: time_of(&claims.take(4)?)?,
            issued: time_of(&claims.take(6)?)?,
            id: TicketId::from_slice(&id)?,
            course: text_of(&body.take(1)?)?,
            session: match body.take(2) {
                None => None,
                Some(session) => Some(text_of(&session)?),
            },
        })
    }

    /// A draft to be signed with the organiser's key of that id.
    pub fn draft(&self, kid: Kid) -> Draft {
        Draft::new(Kind::Enrolment, Some(kid), self.encode())
    }
}

/// A time up to [`LATEST_TIME`].
pub(crate) fn time_of(value: &Value) -> Option<UnixSeconds> {
    match value {
        Value::Int(Int::Uint(time)) if *time <= LATEST_TIME.0 => Some(UnixSeconds(*time)),
        _ => None,
    }
}
