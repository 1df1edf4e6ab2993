//! Claims to bytes.

use alloc::vec;
use alloc::vec::Vec;

use super::{ClaimsError, Completion, Confirmation, Enrolment, Signer};
use crate::cbor::Value;
use crate::cose::{Draft, Kind};

/// The private claim that holds a completion's or a ticket's body.
pub(crate) const BODY: i64 = -65537;

impl Completion {
    /// The claims as deterministic CBOR: the payload.
    pub fn encode(&self) -> Vec<u8> {
        let mut claims = vec![
            (4, Value::uint(self.expires.0)),
            (6, Value::uint(self.issued.0)),
            (7, Value::bytes(&self.cti.0)),
            (BODY, self.body()),
        ];
        claims.extend(
            self.confirmation.as_ref().map(|confirmation| (8, encode_confirmation(confirmation))),
        );
        Value::map(claims).encode()
    }

    fn body(&self) -> Value {
        let mut body = vec![
            (1, Value::text(self.course.as_str())),
            (2, Value::bytes(&self.content.0)),
            (3, pair(u64::from(self.score.correct()), u64::from(self.score.total()))),
        ];
        body.extend(self.checks.map(|checks| (4, Value::uint(u64::from(checks.bits())))));
        body.extend(
            self.watched
                .map(|watched| (5, pair(u64::from(watched.bits()), u64::from(watched.seconds())))),
        );
        body.extend(self.evidence.map(|digest| (6, Value::bytes(&digest.0))));
        body.extend(self.missed.as_ref().map(|missed| (7, Value::bytes(missed.as_bytes()))));
        body.extend(self.name.as_ref().map(|name| (8, Value::text(name.as_str()))));
        body.extend(self.enrolment.as_ref().map(|enrolment| match enrolment {
            Enrolment::Ticket(id) => (9, Value::bytes(&id.0)),
            Enrolment::Embedded(ticket) => (10, Value::bytes(ticket)),
        }));
        if !self.codes.is_empty() {
            body.push((
                11,
                Value::Array(self.codes.iter().map(|code| Value::text(code.as_str())).collect()),
            ));
        }
        Value::map(body)
    }

    /// A draft to be signed. It is read back by the strict decoder first, so that nothing is signed which a verifier
    /// would refuse for its form.
    ///
    /// # Errors
    /// Claims out of range (`expires` not after `issued`, more than 8 codes, …); a device's signature without its key
    /// in the confirmation.
    pub fn draft(&self, signer: Signer) -> Result<Draft, ClaimsError> {
        let payload = self.encode();
        // The name was checked when it was made.
        Self::decode(&payload, |_| true)?;
        let kid = match (signer, &self.confirmation) {
            (Signer::Issuer(kid), _) => Some(kid),
            (Signer::Device, Some(Confirmation::Key(_))) => None,
            (Signer::Device, _) => return Err(ClaimsError::Confirmation),
        };
        Ok(Draft::new(Kind::Completion, kid, payload))
    }
}

fn encode_confirmation(confirmation: &Confirmation) -> Value {
    match confirmation {
        Confirmation::Key(point) => {
            let key = Value::map([
                (1, Value::uint(2)),
                (-1, Value::uint(1)),
                (-2, Value::bytes(point.x())),
                (-3, Value::Bool(point.y_is_odd())),
            ]);
            Value::map([(1, key)])
        }
        Confirmation::Thumb(thumb) => Value::map([(3, Value::bytes(&thumb.0))]),
    }
}

pub(crate) fn pair(first: u64, second: u64) -> Value {
    Value::Array(vec![Value::uint(first), Value::uint(second)])
}
