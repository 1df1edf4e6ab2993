//! What a completion says (token spec §4): the claims as types that carry their ranges.

mod decode;
mod encode;

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::UnixSeconds;
use crate::cbor::CborError;
use crate::identifier::{
    ContentHash, CourseId, Cti, CurriculumCode, EvidenceDigest, KeyThumb, Kid, TicketId,
};
use crate::key::CompressedPoint;
use crate::text::PrintableNfc;

pub(crate) use decode::{Fields, text_of};
pub(crate) use encode::{BODY, pair};

/// The earliest `iat`: 2023-11-14.
pub const EARLIEST_ISSUED: UnixSeconds = UnixSeconds(1_700_000_000);
/// The latest time a claim may hold, far beyond any use; it keeps date arithmetic in range.
pub const LATEST_TIME: UnixSeconds = UnixSeconds(1 << 40);

/// The claims of a completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// `exp`: 24:00 JST of the due date. After `issued`.
    pub expires: UnixSeconds,
    /// `iat`: the instant of completion. Not before [`EARLIEST_ISSUED`].
    pub issued: UnixSeconds,
    /// `cti`: random, of this token alone.
    pub cti: Cti,
    /// `cnf`: the learner's device. A device-signed completion has its key here.
    pub confirmation: Option<Confirmation>,
    /// The course.
    pub course: CourseId,
    /// What was shown and asked.
    pub content: ContentHash,
    /// Right answers; `0/0` where the course has no test.
    pub score: Score,
    /// What an issuing service vouches for; a device vouches for nothing.
    pub checks: Option<Checks>,
    /// Chapters completed and seconds watched.
    pub watched: Option<Watched>,
    /// Digest of the evidence file.
    pub evidence: Option<EvidenceDigest>,
    /// Questions answered wrongly.
    pub missed: Option<Missed>,
    /// The learner's name, if the learner wants it in the code.
    pub name: Option<Name>,
    /// How the learner enrolled.
    pub enrolment: Option<Enrolment>,
    /// Curriculum codes, at most 8; empty for the course's own.
    pub codes: Vec<CurriculumCode>,
}

/// Who signs a completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// The learner's device, with the key in the confirmation.
    Device,
    /// An issuing service, with a key of the trust list.
    Issuer(Kid),
}

/// The device a completion is bound to (RFC 8747).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// Its public key; the point has not been checked.
    Key(CompressedPoint),
    /// The thumbprint of its key.
    Thumb(KeyThumb),
}

/// Right answers out of all: `correct <= total`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    correct: u8,
    total: u8,
}

impl Score {
    /// A score; nothing if there are more right answers than questions.
    pub fn new(correct: u8, total: u8) -> Option<Self> {
        (correct <= total).then_some(Self { correct, total })
    }

    /// Right answers.
    pub fn correct(self) -> u8 {
        self.correct
    }

    /// Questions.
    pub fn total(self) -> u8 {
        self.total
    }

    /// Whether the pass mark is reached, in whole numbers. A pass mark of 0 means a course without a test; with a
    /// test there must have been questions.
    pub fn passes(self, pass_percent: u8) -> bool {
        100 * u32::from(self.correct) >= u32::from(pass_percent) * u32::from(self.total)
            && (self.total > 0 || pass_percent == 0)
    }
}

/// What an issuer vouches for: a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checks(u8);

impl Checks {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// The service graded the answers.
    pub const GRADED: Self = Self(1);
    /// The service timed the chapters.
    pub const TIMED: Self = Self(2);
    /// A ticket was checked.
    pub const TICKET: Self = Self(4);
    /// Staff supervised.
    pub const SUPERVISED: Self = Self(8);

    /// The set of these bits; nothing if there is a bit beyond 8.
    pub fn from_bits(bits: u8) -> Option<Self> {
        (bits <= 15).then_some(Self(bits))
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

/// How far a token can be relied on (token spec §8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 自己申告: the learner's word.
    A0,
    /// 申込確認済: enrolled with the organiser.
    A1,
    /// 発行者確認済: graded and timed by an issuing service.
    A2,
    /// 対面・監督下: supervised by staff.
    A3,
}

impl Level {
    /// The level of a number 0–3.
    pub fn from_number(number: u64) -> Option<Self> {
        [Self::A0, Self::A1, Self::A2, Self::A3].get(usize::try_from(number).ok()?).copied()
    }

    /// The number 0–3.
    pub fn number(self) -> u8 {
        self as u8
    }
}

/// Chapters completed, as a bitmap, and seconds of video watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watched {
    chapters: u32,
    seconds: u32,
}

impl Watched {
    /// The most seconds: eleven days.
    pub const MAX_SECONDS: u32 = 1_000_000;
    /// The most chapters that a bitmap can name.
    pub const MAX_CHAPTERS: u32 = u32::BITS;

    /// The completed chapters by their index from 0, and seconds of video (cut at [`Self::MAX_SECONDS`]). Chapters
    /// from [`Self::MAX_CHAPTERS`] on cannot be named and are left out.
    pub fn new(chapters: impl IntoIterator<Item = u32>, seconds: u32) -> Self {
        let chapters = chapters
            .into_iter()
            .filter_map(|index| 1u32.checked_shl(index))
            .fold(0, |bits, bit| bits | bit);
        Self { chapters, seconds: seconds.min(Self::MAX_SECONDS) }
    }

    /// The bitmap: bit 0 is the first chapter.
    pub fn bits(self) -> u32 {
        self.chapters
    }

    /// The indexes of the completed chapters.
    pub fn chapters(self) -> impl Iterator<Item = u32> {
        (0..u32::BITS).filter(move |index| self.chapters >> index & 1 == 1)
    }

    /// Seconds watched.
    pub fn seconds(self) -> u32 {
        self.seconds
    }
}

/// The questions answered wrongly: a bitmap of 1 to 32 bytes, bit 0 of byte 0 is question 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed(Vec<u8>);

impl Missed {
    /// The most questions that a bitmap can name.
    pub const MAX_QUESTIONS: usize = 256;

    /// The wrong ones among `questions` (at least 1) questions, by their index from 0. Nothing if there are more than
    /// [`Self::MAX_QUESTIONS`], or an index is beyond the last question.
    pub fn new(questions: usize, wrong: impl IntoIterator<Item = usize>) -> Option<Self> {
        if !(1..=Self::MAX_QUESTIONS).contains(&questions) {
            return None;
        }
        let mut bits = alloc::vec![0; questions.div_ceil(8)];
        for index in wrong {
            if index >= questions {
                return None;
            }
            bits[index / 8] |= 1 << (index % 8);
        }
        Some(Self(bits))
    }

    /// A bitmap of 1 to 32 bytes.
    pub fn from_slice(bits: &[u8]) -> Option<Self> {
        (1..=32).contains(&bits.len()).then(|| Self(bits.into()))
    }

    /// The bitmap.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The indexes, from 0, of the questions answered wrongly.
    pub fn questions(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.0.len() * 8).filter(|index| self.0[index / 8] >> (index % 8) & 1 == 1)
    }
}

/// A name of 1 to 60 bytes, NFC, all of it printable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

/// Why a text cannot be the name in a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// Nothing in it.
    Empty,
    /// More than 60 bytes of UTF-8 (20 kanji).
    TooLong,
    /// Not NFC, or a character that cannot be printed.
    NotPrintable,
}

impl Name {
    /// The most bytes of UTF-8.
    pub const MAX_BYTES: usize = 60;

    /// Checks a name. Normalise it to NFC before: see [`PrintableNfc`].
    pub fn new(name: &str, printable_nfc: PrintableNfc) -> Result<Self, NameError> {
        if name.is_empty() {
            Err(NameError::Empty)
        } else if name.len() > Self::MAX_BYTES {
            Err(NameError::TooLong)
        } else if !printable_nfc(name) {
            Err(NameError::NotPrintable)
        } else {
            Ok(Self(name.into()))
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How a learner enrolled: never both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enrolment {
    /// The id of a ticket, to be found on the roster.
    Ticket(TicketId),
    /// The whole ticket, 60 to 400 bytes; not checked yet.
    Embedded(Vec<u8>),
}

/// Why bytes are not the claims of a completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimsError {
    /// Not well-formed CBOR, or outside the deterministic subset.
    Cbor(CborError),
    /// A claim is missing, unknown or of the wrong type (`E_CLAIMS_SHAPE`).
    Shape,
    /// A claim is out of its range (`E_CLAIM_RANGE`).
    Range,
    /// The name is not NFC or not printable (`E_NAME`).
    Name,
    /// The confirmation is wrong, or missing where the device signs (`E_CNF`).
    Confirmation,
}

impl From<CborError> for ClaimsError {
    fn from(error: CborError) -> Self {
        Self::Cbor(error)
    }
}
