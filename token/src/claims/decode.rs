//! Bytes to claims, strictly: nothing unknown, nothing missing, all in range.

use alloc::vec::Vec;
use core::str::FromStr;

use super::encode::BODY;
use super::{
    Checks, ClaimsError, Completion, Confirmation, EARLIEST_ISSUED, Enrolment, LATEST_TIME, Missed,
    Name, NameError, Score, Watched,
};
use crate::calendar::UnixSeconds;
use crate::cbor::{Int, TOKEN_MAX_ENTRIES, Value};
use crate::identifier::{ContentHash, Cti, EvidenceDigest, KeyThumb, TicketId};
use crate::key::CompressedPoint;
use crate::text::PrintableNfc;

use ClaimsError::{Range, Shape};

impl Completion {
    /// Reads claims from a payload (steps 14b and 16 of §7).
    pub fn decode(payload: &[u8], printable_nfc: PrintableNfc) -> Result<Self, ClaimsError> {
        let claims = Value::decode(payload, TOKEN_MAX_ENTRIES)?;
        let mut claims = Fields::of(claims, &[4, 6, 7, BODY], &[8]).ok_or(Shape)?;
        let expires = time(claims.take(4), UnixSeconds(1))?;
        let issued = time(claims.take(6), EARLIEST_ISSUED)?;
        let cti = Cti::from_slice(&bytes(claims.take(7))?).ok_or(Range)?;
        let body = claims.take(BODY).ok_or(Shape)?;
        let mut body = Fields::of(body, &[1, 2, 3], &[4, 5, 6, 7, 8, 9, 10, 11]).ok_or(Shape)?;
        let completion = Self {
            expires,
            issued,
            cti,
            course: short_text(body.take(1).ok_or(Shape)?)?,
            content: ContentHash::from_slice(&bytes(body.take(2))?).ok_or(Range)?,
            score: score(body.take(3))?,
            checks: body.take(4).map(checks).transpose()?,
            watched: body.take(5).map(watched).transpose()?,
            evidence: fixed(body.take(6), EvidenceDigest::from_slice)?,
            missed: fixed(body.take(7), Missed::from_slice)?,
            name: body.take(8).map(|value| name(value, printable_nfc)).transpose()?,
            enrolment: enrolment(body.take(9), body.take(10))?,
            codes: body.take(11).map(codes).transpose()?.unwrap_or_default(),
            confirmation: claims.take(8).map(confirmation).transpose()?,
        };
        if expires <= issued { Err(Range) } else { Ok(completion) }
    }
}

/// The entries of a map with integer keys, all of them known.
pub(crate) struct Fields(Vec<(Int, Value)>);

impl Fields {
    /// The entries, if every required key is there and no other than an optional one.
    pub(crate) fn of(value: Value, required: &[i64], optional: &[i64]) -> Option<Self> {
        let Value::Map(entries) = value else { return None };
        let known =
            |key: &Int| required.iter().chain(optional).any(|known| Int::from(*known) == *key);
        let complete = required.iter().all(|key| entries.contains_key(&Int::from(*key)));
        (complete && entries.keys().all(known)).then(|| Self(entries.into_iter().collect()))
    }

    /// The value of a key, once.
    pub(crate) fn take(&mut self, key: i64) -> Option<Value> {
        let position = self.0.iter().position(|(there, _)| *there == key.into())?;
        Some(self.0.swap_remove(position).1)
    }
}

/// A text as an identifier of limited length.
pub(crate) fn text_of<T: FromStr>(value: &Value) -> Option<T> {
    match value {
        Value::Text(text) => text.parse().ok(),
        _ => None,
    }
}

fn number(value: Value, least: u64, most: u64) -> Result<u64, ClaimsError> {
    match value {
        Value::Int(Int::Uint(number)) if (least..=most).contains(&number) => Ok(number),
        Value::Int(_) => Err(Range),
        _ => Err(Shape),
    }
}

fn time(value: Option<Value>, earliest: UnixSeconds) -> Result<UnixSeconds, ClaimsError> {
    number(value.ok_or(Shape)?, earliest.0, LATEST_TIME.0).map(UnixSeconds)
}

fn bytes(value: Option<Value>) -> Result<Vec<u8>, ClaimsError> {
    match value {
        Some(Value::Bytes(bytes)) => Ok(bytes),
        _ => Err(Shape),
    }
}

fn fixed<T>(value: Option<Value>, read: fn(&[u8]) -> Option<T>) -> Result<Option<T>, ClaimsError> {
    match value {
        None => Ok(None),
        some => read(&bytes(some)?).ok_or(Range).map(Some),
    }
}

fn short_text<T: FromStr>(value: Value) -> Result<T, ClaimsError> {
    match &value {
        Value::Text(_) => text_of(&value).ok_or(Range),
        _ => Err(Shape),
    }
}

fn two(value: Option<Value>) -> Result<[Value; 2], ClaimsError> {
    match value {
        Some(Value::Array(items)) => items.try_into().map_err(|_| Range),
        _ => Err(Shape),
    }
}

fn score(value: Option<Value>) -> Result<Score, ClaimsError> {
    let [correct, total] = two(value)?;
    // safe: both are at most 255
    let (correct, total) = (number(correct, 0, 255)? as u8, number(total, 0, 255)? as u8);
    Score::new(correct, total).ok_or(Range)
}

fn checks(value: Value) -> Result<Checks, ClaimsError> {
    // safe: at most 15
    Checks::from_bits(number(value, 0, 15)? as u8).ok_or(Range)
}

fn watched(value: Value) -> Result<Watched, ClaimsError> {
    let [chapters, seconds] = two(Some(value))?;
    let chapters = number(chapters, 0, u64::from(u32::MAX))? as u32;
    let seconds = number(seconds, 0, u64::from(Watched::MAX_SECONDS))? as u32;
    Ok(Watched { chapters, seconds })
}

fn name(value: Value, printable_nfc: PrintableNfc) -> Result<Name, ClaimsError> {
    let Value::Text(text) = value else { return Err(Shape) };
    Name::new(&text, printable_nfc).map_err(|error| match error {
        NameError::Empty | NameError::TooLong => Range,
        NameError::NotPrintable => ClaimsError::Name,
    })
}

fn enrolment(id: Option<Value>, ticket: Option<Value>) -> Result<Option<Enrolment>, ClaimsError> {
    let id = fixed(id, TicketId::from_slice)?;
    let ticket =
        fixed(ticket, |ticket| (60..=400).contains(&ticket.len()).then(|| Vec::from(ticket)))?;
    match (id, ticket) {
        (None, None) => Ok(None),
        (Some(id), None) => Ok(Some(Enrolment::Ticket(id))),
        (None, Some(ticket)) => Ok(Some(Enrolment::Embedded(ticket))),
        (Some(_), Some(_)) => Err(Shape),
    }
}

fn codes<T: FromStr>(value: Value) -> Result<Vec<T>, ClaimsError> {
    match value {
        Value::Array(codes) if (1..=8).contains(&codes.len()) => {
            codes.into_iter().map(short_text).collect()
        }
        Value::Array(_) => Err(Range),
        _ => Err(Shape),
    }
}

fn confirmation(value: Value) -> Result<Confirmation, ClaimsError> {
    let Value::Map(members) = value else { return Err(ClaimsError::Confirmation) };
    let mut members = members.into_iter();
    match (members.next(), members.next()) {
        (Some((Int::Uint(1), key)), None) => {
            key_of(key).map(Confirmation::Key).ok_or(ClaimsError::Confirmation)
        }
        (Some((Int::Uint(3), Value::Bytes(thumb))), None) => {
            KeyThumb::from_slice(&thumb).map(Confirmation::Thumb).ok_or(Range)
        }
        _ => Err(ClaimsError::Confirmation),
    }
}

/// A COSE_Key of P-256 with a compressed point.
fn key_of(value: Value) -> Option<CompressedPoint> {
    let mut key = Fields::of(value, &[1, -1, -2, -3], &[])?;
    let curve_is_right = key.take(1)? == Value::uint(2) && key.take(-1)? == Value::uint(1);
    match (key.take(-2)?, key.take(-3)?) {
        (Value::Bytes(x), Value::Bool(y_is_odd)) if curve_is_right => {
            Some(CompressedPoint::from_x(x.try_into().ok()?, y_is_odd))
        }
        _ => None,
    }
}
