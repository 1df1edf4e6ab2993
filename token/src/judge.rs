//! The verdict on a completion: the thirty steps of token spec §7, in order, ending at the first error.

mod signer;
mod steps;

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{JstDate, UnixSeconds};
use crate::claims::{Completion, Level};
use crate::cose::Kind;
use crate::identifier::{CourseId, CtiHash, Kid, TicketId};
use crate::presentation::{Presentation, Room};
use crate::refusal::{ProofFault, Refusal};
use crate::text::{PrintableNfc, Scanned};
use crate::ticket::Ticket;
use crate::trust::{CoursePolicy, TrustList};

/// Under what circumstances a token is judged. This crate has no clock and no store: the caller says.
#[derive(Clone, Copy)]
pub struct Circumstances<'a> {
    /// The trust list, if there is one.
    pub trust: Option<&'a TrustList>,
    /// The time now.
    pub now: UnixSeconds,
    /// The date of the practical session, by default today in Japan. The due date is compared with it.
    pub session_date: JstDate,
    /// The course of the session; any course if absent.
    pub course: Option<&'a CourseId>,
    /// The ticket ids on the roster, if one is loaded.
    pub roster: Option<&'a BTreeSet<TicketId>>,
    /// Tokens read on this device before.
    pub seen: Option<&'a BTreeSet<CtiHash>>,
    /// The latest instant known to have passed: the last run, or the `iat` of an A2 or A3 token
    /// ([`Verdict::clock_floor`]). The list's own date is added here.
    pub clock_floor: Option<UnixSeconds>,
    /// The check of names: [`crate::text::printable_nfc`] or the browser's.
    pub printable_nfc: PrintableNfc,
}

/// What is said of a token that is not refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// In time, or late.
    pub class: Class,
    /// How far the token can be relied on.
    pub level: Level,
    /// Whether the person is the one who learned; shown apart from the level.
    pub holder: Holder,
    /// What the proof of a presentation says: nothing for a plain token.
    pub proof: Option<Result<UnixSeconds, ProofFault>>,
    /// The due date of the token.
    pub due: JstDate,
    /// What the instructor should know besides.
    pub warnings: Vec<Warning>,
    /// The completion.
    pub verified: Verified,
}

/// In time, or late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The session is not after the due date.
    Ok,
    /// The session is after the due date, within the grace: the instructor decides and gives a reason.
    Late {
        /// Days over the due date.
        days: u32,
    },
}

/// Whether the person is the one who learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    /// H0 未確認. All that reading a code can say without a proof.
    Unconfirmed,
    /// H1 本人確認: the instructor compared roster or identity card. Never set here.
    Identified,
    /// H2 端末証明: the device that learned signed for this room.
    Device,
}

/// What the instructor should know, though the token is not refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The trust list is over its next update (`W_TRUST_OLD`).
    TrustOld,
    /// Older content, still accepted (`W_CONTENT_OLD`).
    ContentOld,
    /// Not on the loaded roster (`W_NOT_ON_ROSTER`).
    NotOnRoster,
    /// Completed more than 10 minutes ahead of this clock (`W_CLOCK_SKEW`).
    ClockSkew,
    /// Read on this device before (`W_SEEN`).
    Seen,
}

impl Warning {
    /// Every warning.
    pub const ALL: [Self; 5] =
        [Self::TrustOld, Self::ContentOld, Self::NotOnRoster, Self::ClockSkew, Self::Seen];

    /// The code of the spec.
    pub fn code(self) -> &'static str {
        match self {
            Self::TrustOld => "W_TRUST_OLD",
            Self::ContentOld => "W_CONTENT_OLD",
            Self::NotOnRoster => "W_NOT_ON_ROSTER",
            Self::ClockSkew => "W_CLOCK_SKEW",
            Self::Seen => "W_SEEN",
        }
    }
}

/// A completion that went through all steps. Only [`judge`] and [`judge_presentation`] make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    completion: Completion,
    signed_by: SignedBy,
    ticket: Option<Ticket>,
    policy: CoursePolicy,
}

/// Whose signature a token carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedBy {
    /// The learner's device: the token was not changed since; it says nothing of learning.
    Device,
    /// A key of the trust list.
    Issuer {
        /// The key id.
        kid: Kid,
        /// The key's label in the trust list.
        label: String,
    },
}

impl Verified {
    /// The claims.
    pub fn completion(&self) -> &Completion {
        &self.completion
    }

    /// Whose signature it carries.
    pub fn signed_by(&self) -> &SignedBy {
        &self.signed_by
    }

    /// The embedded ticket, checked.
    pub fn ticket(&self) -> Option<&Ticket> {
        self.ticket.as_ref()
    }

    /// The id under which the roster may know the person.
    pub fn ticket_id(&self) -> Option<TicketId> {
        steps::ticket_id(&self.completion, self.ticket.as_ref())
    }

    /// The policy of the course in the trust list it was judged by.
    pub fn policy(&self) -> &CoursePolicy {
        &self.policy
    }
}

impl Verdict {
    /// What the clock floor can be raised to: only by A2 and A3, since a device's own time is anyone's choice.
    pub fn clock_floor(&self) -> Option<UnixSeconds> {
        (self.level >= Level::A2).then_some(self.verified.completion.issued)
    }
}

/// A refusal, and what was signed, if the signature was good: to show the details, never to accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub refusal: Refusal,
    /// The claims, where the signature matched and they could be read.
    pub signed: Option<alloc::boxed::Box<Completion>>,
}

impl<E: Into<Refusal>> From<E> for Refused {
    fn from(error: E) -> Self {
        Self { refusal: error.into(), signed: None }
    }
}

/// Judges a completion code.
///
/// # Errors
/// The first of the thirty steps that fails. A presentation is of another kind: see [`judge_presentation`].
pub fn judge(scanned: &Scanned, circumstances: &Circumstances<'_>) -> Result<Verdict, Refused> {
    if scanned.kind() != Kind::Completion {
        return Err(Refusal::Kind { scanned: scanned.kind() }.into());
    }
    steps::judge_token(&scanned.bytes()?, circumstances)
}

/// Judges a presentation code: the completion in it, and then whether its device signed for this room (§9). A wrong
/// proof does not change the verdict; the holder stays unconfirmed.
///
/// # Errors
/// As [`judge`]; and bytes from which no completion can be taken.
pub fn judge_presentation(
    scanned: &Scanned,
    room: &Room,
    circumstances: &Circumstances<'_>,
) -> Result<Verdict, Refused> {
    if scanned.kind() != Kind::Presentation {
        return Err(Refusal::Kind { scanned: scanned.kind() }.into());
    }
    let presentation = Presentation::decode(&scanned.bytes()?)?;
    let mut verdict = steps::judge_token(&presentation.token, circumstances)?;
    let proof = presentation.check(verdict.verified.completion.confirmation.as_ref(), room);
    if proof.is_ok() {
        verdict.holder = Holder::Device;
    }
    verdict.proof = Some(proof);
    Ok(verdict)
}
