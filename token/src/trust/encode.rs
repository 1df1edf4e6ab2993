//! A trust list to bytes.

use alloc::vec;
use alloc::vec::Vec;

use super::{CoursePolicy, TrustBody, TrustError, TrustKey};
use crate::calendar::Period;
use crate::cbor::Value;
use crate::claims::pair;
use crate::cose::{Draft, Kind};
use crate::identifier::{ContentHash, Kid};

impl TrustBody {
    /// The list as deterministic CBOR: the payload.
    pub fn encode(&self) -> Vec<u8> {
        let mut body = vec![
            (1, Value::uint(self.seq)),
            (2, Value::uint(self.issued.0)),
            (3, Value::uint(self.next_update.0)),
            (4, Value::Array(self.keys.iter().map(encode_key).collect())),
            (5, Value::Array(self.revoked.iter().map(|token| Value::bytes(&token.0)).collect())),
            (6, Value::Array(self.courses.iter().map(encode_course).collect())),
        ];
        if !self.next_roots.is_empty() {
            let roots =
                self.next_roots.iter().map(|root| Value::bytes(root.compressed().as_bytes()));
            body.push((7, Value::Array(roots.collect())));
        }
        Value::map(body).encode()
    }

    /// A draft to be signed with a root key. With the root's key id a verifier can tell a list by a root it does not
    /// know from a changed list.
    ///
    /// # Errors
    /// What a verifier would refuse: values out of range, the same key twice.
    pub fn draft(&self, root: Option<Kid>) -> Result<Draft, TrustError> {
        let payload = self.encode();
        Self::decode(&payload)?;
        Ok(Draft::new(Kind::TrustList, root, payload))
    }
}

fn encode_key(key: &TrustKey) -> Value {
    let mut entry = vec![
        (1, Value::bytes(&key.key.kid().0)),
        (2, Value::bytes(key.key.compressed().as_bytes())),
        (3, Value::uint(u64::from(key.roles.bits()))),
        (4, Value::uint(key.not_before.0)),
        (5, Value::uint(key.not_after.0)),
        (6, Value::text(&key.label)),
    ];
    if !key.courses.is_empty() {
        entry.push((
            7,
            Value::Array(key.courses.iter().map(|course| Value::text(course.as_str())).collect()),
        ));
    }
    entry.extend(key.checks.map(|checks| (8, Value::uint(u64::from(checks.bits())))));
    entry.extend(key.revoked_since.map(|since| (9, Value::uint(since.0))));
    Value::map(entry)
}

fn encode_course(policy: &CoursePolicy) -> Value {
    let mut entry = vec![
        (1, Value::text(policy.course.as_str())),
        (2, encode_hashes(&policy.content)),
        (3, Value::uint(u64::from(policy.pass_percent))),
        (4, encode_period(policy.validity)),
        (5, Value::uint(u64::from(policy.grace_days))),
        (6, Value::uint(u64::from(policy.minimum_level.number()))),
    ];
    if !policy.older_content.is_empty() {
        entry.push((7, encode_hashes(&policy.older_content)));
    }
    entry.extend(policy.title.as_deref().map(|title| (8, Value::text(title))));
    entry.extend(
        policy.minutes.map(|minutes| (9, pair(minutes.elearning.into(), minutes.in_person.into()))),
    );
    entry.extend(policy.series.map(|series| (10, encode_period(series))));
    Value::map(entry)
}

fn encode_hashes(hashes: &[ContentHash]) -> Value {
    Value::Array(hashes.iter().map(|hash| Value::bytes(&hash.0)).collect())
}

fn encode_period(period: Period) -> Value {
    match period {
        Period::Months(months) => pair(1, months.into()),
        Period::Days(days) => pair(2, days.into()),
    }
}
