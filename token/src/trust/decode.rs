//! Bytes to a trust list: its form, and then its keys, in the order of §6.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::{CoursePolicy, MAX_GRACE_DAYS, Minutes, Roles, TrustBody, TrustError, TrustKey};
use crate::calendar::{Period, UnixSeconds};
use crate::cbor::{Int, TRUST_LIST_MAX_ENTRIES, Value};
use crate::claims::{Checks, Fields, Level, text_of};
use crate::identifier::{ContentHash, CtiHash, Kid};
use crate::key::PublicKey;
use crate::ticket::time_of;

/// A list whose form is right; its keys have not been looked at.
pub(super) struct Parsed {
    seq: u64,
    issued: UnixSeconds,
    next_update: UnixSeconds,
    keys: Vec<ParsedKey>,
    revoked: Vec<CtiHash>,
    courses: Vec<CoursePolicy>,
    next_roots: Vec<[u8; 33]>,
}

struct ParsedKey {
    kid: Kid,
    point: [u8; 33],
    roles: Roles,
    not_before: UnixSeconds,
    not_after: UnixSeconds,
    label: String,
    courses: Vec<crate::identifier::CourseId>,
    checks: Option<Checks>,
    revoked_since: Option<UnixSeconds>,
}

impl TrustBody {
    /// Reads a list from a payload whose signature has been, or need not be, checked.
    pub fn decode(payload: &[u8]) -> Result<Self, TrustError> {
        Ok(Parsed::read(payload)?.check_keys()?.0)
    }
}

impl Parsed {
    pub(super) fn read(payload: &[u8]) -> Result<Self, TrustError> {
        let value =
            Value::decode(payload, TRUST_LIST_MAX_ENTRIES).map_err(|_| TrustError::Format)?;
        Self::of(value).ok_or(TrustError::Format)
    }

    fn of(value: Value) -> Option<Self> {
        let mut body = Fields::of(value, &[1, 2, 3, 4, 5, 6], &[7])?;
        let parsed = Self {
            seq: number(&body.take(1)?)?,
            issued: time_of(&body.take(2)?)?,
            next_update: time_of(&body.take(3)?)?,
            keys: list(body.take(4)?, read_key)?,
            revoked: list(body.take(5)?, |token| CtiHash::from_slice(bytes(&token)?))?,
            courses: list(body.take(6)?, read_course)?,
            next_roots: optional(body.take(7), |roots| {
                list(roots, |root| bytes(&root)?.try_into().ok())
            })?
            .unwrap_or_default(),
        };
        let mut courses = BTreeSet::new();
        let is_each_once = parsed.courses.iter().all(|policy| courses.insert(&policy.course));
        is_each_once.then_some(parsed)
    }

    /// Each key id once; each the thumbprint of its key; each point on the curve.
    pub(super) fn check_keys(self) -> Result<(TrustBody, Vec<Kid>), TrustError> {
        let ids = self.keys.iter().map(|key| key.kid).collect();
        let mut kids = BTreeSet::new();
        if let Some(twice) = self.keys.iter().find(|key| !kids.insert(key.kid)) {
            return Err(TrustError::DuplicateKid { kid: twice.kid });
        }
        let points: Vec<_> =
            self.keys.iter().map(|key| PublicKey::from_slice(&key.point).ok()).collect();
        for (key, point) in self.keys.iter().zip(&points) {
            if point.as_ref().is_some_and(|point| point.kid() != key.kid) {
                return Err(TrustError::Kid { kid: key.kid });
            }
        }
        let keys = self.keys.into_iter().zip(points).map(|(key, point)| key.with_point(point));
        let roots = self.next_roots.iter().map(|root| PublicKey::from_slice(root));
        let body = TrustBody {
            seq: self.seq,
            issued: self.issued,
            next_update: self.next_update,
            keys: keys.collect::<Option<_>>().ok_or(TrustError::KeyPoint)?,
            revoked: self.revoked,
            courses: self.courses,
            next_roots: roots.collect::<Result<_, _>>().map_err(|_| TrustError::KeyPoint)?,
        };
        Ok((body, ids))
    }
}

impl ParsedKey {
    fn with_point(self, point: Option<PublicKey>) -> Option<TrustKey> {
        Some(TrustKey {
            key: point?,
            roles: self.roles,
            not_before: self.not_before,
            not_after: self.not_after,
            label: self.label,
            courses: self.courses,
            checks: self.checks,
            revoked_since: self.revoked_since,
        })
    }
}

fn read_key(value: Value) -> Option<ParsedKey> {
    let mut key = Fields::of(value, &[1, 2, 3, 4, 5, 6], &[7, 8, 9])?;
    Some(ParsedKey {
        kid: Kid::from_slice(bytes(&key.take(1)?)?)?,
        point: bytes(&key.take(2)?)?.try_into().ok()?,
        roles: Roles::from_bits(small(&key.take(3)?)?)?,
        not_before: time_of(&key.take(4)?)?,
        not_after: time_of(&key.take(5)?)?,
        label: text(key.take(6)?)?,
        courses: optional(key.take(7), |courses| some_of(courses, |course| text_of(&course)))?
            .unwrap_or_default(),
        checks: optional(key.take(8), |checks| Checks::from_bits(small(&checks)?))?,
        revoked_since: optional(key.take(9), |since| time_of(&since))?,
    })
}

fn read_course(value: Value) -> Option<CoursePolicy> {
    let mut policy = Fields::of(value, &[1, 2, 3, 4, 5, 6], &[7, 8, 9, 10])?;
    Some(CoursePolicy {
        course: text_of(&policy.take(1)?)?,
        content: some_of(policy.take(2)?, read_hash)?,
        pass_percent: small(&policy.take(3)?).filter(|percent| *percent <= 100)?,
        validity: read_period(policy.take(4)?)?,
        grace_days: small(&policy.take(5)?).filter(|days| *days <= MAX_GRACE_DAYS)?,
        minimum_level: Level::from_number(number(&policy.take(6)?)?)?,
        older_content: optional(policy.take(7), |hashes| list(hashes, read_hash))?
            .unwrap_or_default(),
        title: optional(policy.take(8), text)?,
        minutes: optional(policy.take(9), |minutes| {
            let (elearning, in_person) = read_pair(minutes)?;
            Some(Minutes {
                elearning: elearning.try_into().ok()?,
                in_person: in_person.try_into().ok()?,
            })
        })?,
        series: optional(policy.take(10), read_period)?,
    })
}

fn read_hash(value: Value) -> Option<ContentHash> {
    ContentHash::from_slice(bytes(&value)?)
}

fn read_period(value: Value) -> Option<Period> {
    match read_pair(value)? {
        (1, months) => Some(Period::Months(months.try_into().ok()?)),
        (2, days) => Some(Period::Days(days.try_into().ok()?)),
        _ => None,
    }
}

fn read_pair(value: Value) -> Option<(u64, u64)> {
    let Value::Array(items) = value else { return None };
    match items.as_slice() {
        [first, second] => Some((number(first)?, number(second)?)),
        _ => None,
    }
}

fn number(value: &Value) -> Option<u64> {
    match value {
        Value::Int(Int::Uint(number)) => Some(*number),
        _ => None,
    }
}

fn small(value: &Value) -> Option<u8> {
    u8::try_from(number(value)?).ok()
}

fn bytes(value: &Value) -> Option<&[u8]> {
    match value {
        Value::Bytes(bytes) => Some(bytes),
        _ => None,
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn list<T>(value: Value, read: impl Fn(Value) -> Option<T>) -> Option<Vec<T>> {
    match value {
        Value::Array(items) => items.into_iter().map(read).collect(),
        _ => None,
    }
}

/// A list of at least one.
fn some_of<T>(value: Value, read: impl Fn(Value) -> Option<T>) -> Option<Vec<T>> {
    list(value, read).filter(|items| !items.is_empty())
}

/// An entry that may be absent, but is right if it is there.
fn optional<T>(value: Option<Value>, read: impl Fn(Value) -> Option<T>) -> Option<Option<T>> {
    match value {
        None => Some(None),
        Some(value) => read(value).map(Some),
    }
}
