//! Why a token is not accepted (token spec §7 and §9): each error code is a variant.

use core::fmt;

use crate::calendar::{JstDate, UnixSeconds};
use crate::cbor::CborError;
use crate::claims::{ClaimsError, Level, Score};
use crate::cose::{CoseError, Kind};
use crate::identifier::{ContentHash, CourseId, Kid};

macro_rules! coded {
    ($(#[$doc:meta])* pub enum $name:ident { $( $(#[$vdoc:meta])* $code:literal $variant:ident $({ $( $(#[$fdoc:meta])* $field:ident: $ty:ty ),* $(,)? })? ),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name { $( $(#[$vdoc])* #[doc = concat!("(`", $code, "`)")] $variant $({ $( $(#[$fdoc])* $field: $ty ),* })? ),* }

        impl $name {
            /// Every code of this enum, in the order of the steps.
            pub const CODES: &[&str] = &[$($code),*];

            /// The code of the spec.
            pub fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code ),* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl core::error::Error for $name {}
    };
}
pub(crate) use coded;

coded! {
    /// Why a completion is refused.
    pub enum Refusal {
        /// Nothing was given.
        "E_EMPTY" Empty,
        /// More than 1800 characters or 1100 bytes.
        "E_TOO_LONG" TooLong,
        /// Not a Yoshu code.
        "E_PREFIX" Prefix,
        /// A code of another version.
        "E_PREFIX_VERSION" PrefixVersion {
            /// The version's character.
            version: char,
        },
        /// A Yoshu code of another kind than the one asked for.
        "E_KIND" Kind {
            /// What was scanned.
            scanned: Kind,
        },
        /// Not base45.
        "E_BASE45" Base45,
        /// Not base64url in canonical form.
        "E_BASE64" Base64,
        /// Not well-formed CBOR.
        "E_CBOR" Cbor,
        /// CBOR outside the deterministic subset.
        "E_CBOR_PROFILE" CborProfile,
        /// Not a COSE_Sign1.
        "E_COSE_SHAPE" CoseShape,
        /// Something in the unprotected header.
        "E_COSE_UNPROTECTED" CoseUnprotected,
        /// Unknown or missing protected header.
        "E_COSE_HEADER" CoseHeader,
        /// Another algorithm than ESP256.
        "E_ALG" Algorithm,
        /// A key id that is not 8 bytes.
        "E_KID" KeyId,
        /// There is no trust list.
        "E_TRUST_MISSING" TrustMissing,
        /// The clock is more than a day behind what is known to have passed.
        "E_CLOCK" Clock {
            /// The latest instant known to have passed.
            floor: UnixSeconds,
        },
        /// The trust list is more than 60 days over its next update.
        "E_TRUST_STALE" TrustStale {
            /// Number of the list.
            seq: u64,
            /// When it should have been replaced.
            next_update: UnixSeconds,
        },
        /// The signing key is not in the trust list.
        "E_KEY_UNKNOWN" KeyUnknown {
            /// The key id.
            kid: Kid,
            /// Number of the list.
            seq: u64,
            /// Date of the list.
            issued: UnixSeconds,
        },
        /// Claims missing, unknown or of the wrong type.
        "E_CLAIMS_SHAPE" ClaimsShape,
        /// A claim out of its range.
        "E_CLAIM_RANGE" ClaimRange,
        /// A name that is not NFC or has characters that cannot be seen.
        "E_NAME" Name,
        /// The confirmation claim is missing or wrong.
        "E_CNF" Confirmation,
        /// The device's key is not a point of the curve.
        "E_KEY_POINT" KeyPoint,
        /// The signature does not match.
        "E_SIG" Signature,
        /// The signing key was revoked.
        "E_KEY_REVOKED" KeyRevoked {
            /// The key id.
            kid: Kid,
        },
        /// The key may not sign this kind of object.
        "E_KEY_ROLE" KeyRole {
            /// The key id.
            kid: Kid,
        },
        /// The key may not sign for this course.
        "E_KEY_COURSE" KeyCourse {
            /// The key id.
            kid: Kid,
        },
        /// Signed outside the key's time.
        "E_KEY_TIME" KeyTime {
            /// The key id.
            kid: Kid,
        },
        /// The trust list has no such course.
        "E_COURSE_UNKNOWN" CourseUnknown {
            /// The token's course.
            course: CourseId,
        },
        /// Another course than the session's.
        "E_COURSE" Course {
            /// The token's course.
            course: CourseId,
        },
        /// Content that is no longer accepted.
        "E_CONTENT" Content {
            /// The token's content.
            content: ContentHash,
        },
        /// The score is below the pass mark.
        "E_SCORE" Score {
            /// The token's score.
            score: Score,
            /// The pass mark in percent.
            pass_percent: u8,
        },
        /// Checks asserted that the signer may not assert.
        "E_CHK" Checks,
        /// The embedded ticket has not the right shape.
        "E_TICKET" Ticket,
        /// The embedded ticket's key is not in the trust list.
        "E_TICKET_KEY" TicketKey {
            /// Number of the list.
            seq: u64,
            /// Date of the list.
            issued: UnixSeconds,
        },
        /// The embedded ticket's signature does not match.
        "E_TICKET_SIG" TicketSignature,
        /// The embedded ticket is for another course.
        "E_TICKET_COURSE" TicketCourse {
            /// The ticket's course.
            course: CourseId,
        },
        /// The completion was not in the ticket's time.
        "E_TICKET_TIME" TicketTime,
        /// The assurance level is below the course's minimum.
        "E_LEVEL" Level {
            /// The token's level.
            level: Level,
            /// The course's minimum.
            minimum: Level,
        },
        /// Completed in the future.
        "E_NOT_YET" NotYet {
            /// The instant of completion.
            completed: UnixSeconds,
        },
        /// Expires later than the course's policy allows.
        "E_EXP_POLICY" ExpiryPolicy,
        /// Completed after the session.
        "E_SESSION_DATE" SessionDate {
            /// The date of completion.
            completed: JstDate,
        },
        /// This token was revoked.
        "E_REVOKED" Revoked,
        /// Over the due date and the grace.
        "E_EXPIRED" Expired {
            /// The due date.
            due: JstDate,
            /// Days over it on the session date.
            days_late: u32,
        },
        /// A presentation from which no token can be taken.
        "E_PROOF_SHAPE" ProofShape,
    }
}

coded! {
    /// Why a presentation does not show that the learner's device is here (§9). It does not change the verdict on
    /// the token: the holder stays unconfirmed.
    pub enum ProofFault {
        /// Not `[token, key, time, proof]`.
        "E_PROOF_SHAPE" Shape,
        /// The key is not a point of the curve.
        "E_KEY_POINT" KeyPoint,
        /// The token is bound to no device.
        "E_PROOF_NO_CNF" NoConfirmation,
        /// Another device's key.
        "E_PROOF_KEY" Key,
        /// Not signed for this session and one of its accepted codes.
        "E_PROOF_SIG" Signature,
    }
}

impl From<CborError> for Refusal {
    fn from(error: CborError) -> Self {
        match error {
            CborError::Malformed => Self::Cbor,
            CborError::Profile => Self::CborProfile,
        }
    }
}

impl From<CoseError> for Refusal {
    fn from(error: CoseError) -> Self {
        match error {
            CoseError::Cbor(error) => error.into(),
            CoseError::Shape => Self::CoseShape,
            CoseError::Unprotected => Self::CoseUnprotected,
            CoseError::Header => Self::CoseHeader,
            CoseError::Algorithm => Self::Algorithm,
            CoseError::KeyId => Self::KeyId,
        }
    }
}

impl From<ClaimsError> for Refusal {
    fn from(error: ClaimsError) -> Self {
        match error {
            ClaimsError::Cbor(error) => error.into(),
            ClaimsError::Shape => Self::ClaimsShape,
            ClaimsError::Range => Self::ClaimRange,
            ClaimsError::Name => Self::Name,
            ClaimsError::Confirmation => Self::Confirmation,
        }
    }
}
