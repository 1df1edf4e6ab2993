//! The trust list (token spec §6): whose signatures count, for which courses, by which policy. It is signed by an
//! offline root whose public key stands in the site's settings.

mod decode;
mod encode;
mod load;

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{Period, UnixSeconds};
use crate::claims::{Checks, Level};
use crate::identifier::{ContentHash, CourseId, CtiHash, Kid};
use crate::key::PublicKey;

pub use load::{Roots, TrustError};

/// The most days of grace that a course may give.
pub const MAX_GRACE_DAYS: u8 = 31;
/// How long after `next_update` a list is still used, with a warning.
pub const STALE_AFTER_S: u64 = 60 * 86_400;

/// What a trust list says, as the organiser writes it. [`TrustBody::draft`] makes it ready to be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustBody {
    /// Number of the list; a verifier never goes back to a lower one.
    pub seq: u64,
    /// When it was made.
    pub issued: UnixSeconds,
    /// When it should be replaced; about 30 days after.
    pub next_update: UnixSeconds,
    /// Keys that may sign.
    pub keys: Vec<TrustKey>,
    /// Revoked tokens.
    pub revoked: Vec<CtiHash>,
    /// Courses and their policies.
    pub courses: Vec<CoursePolicy>,
    /// Root keys that may sign lists from now on.
    pub next_roots: Vec<PublicKey>,
}

/// A key that may sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustKey {
    /// The point; the key id follows from it.
    pub key: PublicKey,
    /// What it may sign.
    pub roles: Roles,
    /// First instant at which it may have signed.
    pub not_before: UnixSeconds,
    /// First instant at which it may no longer have signed.
    pub not_after: UnixSeconds,
    /// Name shown to the instructor.
    pub label: String,
    /// The courses it may sign for; empty for all.
    pub courses: Vec<CourseId>,
    /// The checks it may assert; none when absent.
    pub checks: Option<Checks>,
    /// When it was revoked: all its tokens are refused, whatever their date.
    pub revoked_since: Option<UnixSeconds>,
}

/// What a key may sign: a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u8);

impl Roles {
    /// Completions.
    pub const ISSUE: Self = Self(1);
    /// Enrolment tickets.
    pub const ENROL: Self = Self(2);
    /// Attendances.
    pub const ATTEND: Self = Self(4);

    /// The set of these bits; nothing if there is a bit beyond 4.
    pub fn from_bits(bits: u8) -> Option<Self> {
        (bits <= 7).then_some(Self(bits))
    }

    /// The bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Both sets together.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` is in this set.
    pub fn contains(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }
}

/// The organiser's policy for a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoursePolicy {
    /// The course.
    pub course: CourseId,
    /// Current content, at least one.
    pub content: Vec<ContentHash>,
    /// Pass mark in percent, 0–100; 0 for a course without a test.
    pub pass_percent: u8,
    /// How long a completion may be used.
    pub validity: Period,
    /// Days after the due date on which the instructor may still accept, 0–31.
    pub grace_days: u8,
    /// The least assurance level.
    pub minimum_level: Level,
    /// Older content, accepted with a warning.
    pub older_content: Vec<ContentHash>,
    /// Title shown to people.
    pub title: Option<String>,
    /// Minutes of both parts.
    pub minutes: Option<Minutes>,
    /// A split series: within how long of the completion the last part must be held.
    pub series: Option<Period>,
}

/// Minutes of the two parts of a split course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// 座学相当: the e-learning part.
    pub elearning: u16,
    /// 対面実技: the practical part.
    pub in_person: u16,
}

/// A trust list that was loaded: its root signature, its keys and its number have been checked. There is no other way
/// to get one than [`TrustList::load`].
#[derive(Clone, Debug)]
pub struct TrustList {
    body: TrustBody,
    root: PublicKey,
    /// The ids of `body.keys`, in the same order.
    kids: Vec<Kid>,
}

/// How old a trust list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Before its next update.
    Fresh,
    /// Up to 60 days over it.
    Old,
    /// More than 60 days over it.
    Stale,
}

impl TrustList {
    /// Everything it says.
    pub fn body(&self) -> &TrustBody {
        &self.body
    }

    /// Number of the list.
    pub fn seq(&self) -> u64 {
        self.body.seq
    }

    /// When it was made.
    pub fn issued(&self) -> UnixSeconds {
        self.body.issued
    }

    /// When it should be replaced.
    pub fn next_update(&self) -> UnixSeconds {
        self.body.next_update
    }

    /// The root that signed it.
    pub fn root(&self) -> &PublicKey {
        &self.root
    }

    /// The key with that id.
    pub fn key(&self, kid: Kid) -> Option<&TrustKey> {
        self.kids.iter().position(|listed| *listed == kid).map(|index| &self.body.keys[index])
    }

    /// The policy of a course.
    pub fn course(&self, course: &CourseId) -> Option<&CoursePolicy> {
        self.body.courses.iter().find(|policy| policy.course == *course)
    }

    /// Whether a token was revoked.
    pub fn is_revoked(&self, token: CtiHash) -> bool {
        self.body.revoked.contains(&token)
    }

    /// How old the list is.
    pub fn age(&self, now: UnixSeconds) -> Age {
        let next_update = self.body.next_update;
        if now > next_update.plus_s(STALE_AFTER_S) {
            Age::Stale
        } else if now > next_update {
            Age::Old
        } else {
            Age::Fresh
        }
    }

    /// The root keys to pin after this list: those pinned before, and those it announces.
    pub fn pins(&self, pinned: &[PublicKey]) -> Vec<PublicKey> {
        let mut pins = pinned.to_vec();
        for root in &self.body.next_roots {
            if !pins.contains(root) {
                pins.push(root.clone());
            }
        }
        pins
    }
}
