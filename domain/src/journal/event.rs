//! The facts a journal is made of.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use token::identifier::{ContentHash, CourseId, Cti};

use crate::assessment::Answer;
use crate::catalog::{BadName, ChapterId, MediaName, QuestionId};
use crate::coverage::Span;
use crate::text_form::{hex64, read_hex64};
use crate::unit::{MediaMs, UnixMs};

/// The random id of one attempt at a self-assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptId(pub u64);

impl fmt::Display for AttemptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex64(self.0))
    }
}

impl FromStr for AttemptId {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        read_hex64(text).map(Self).ok_or(BadName)
    }
}

/// Something that happened. Nothing here is ever changed or taken back; a later fact may outweigh it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// A stretch of a chapter's video was played.
    Watched {
        /// The course.
        course: CourseId,
        /// The chapter.
        chapter: ChapterId,
        /// The very recording.
        video: MediaName,
        /// The stretch.
        span: Span,
        /// When it was noted.
        at: UnixMs,
    },
    /// The learner stopped here, and resumes here. The newest outweighs the others.
    Stopped {
        /// The course.
        course: CourseId,
        /// The chapter.
        chapter: ChapterId,
        /// The very recording.
        video: MediaName,
        /// Where.
        position: MediaMs,
        /// When.
        at: UnixMs,
    },
    /// An attempt at the self-assessment began.
    AttemptStarted {
        /// The attempt.
        attempt: AttemptId,
        /// The course.
        course: CourseId,
        /// The version of the course.
        content: ContentHash,
        /// What the questions were drawn and the choices shuffled with.
        seed: u64,
        /// The questions, in the order in which they are asked.
        questions: Vec<QuestionId>,
        /// When.
        at: UnixMs,
    },
    /// A question was answered, or its answer taken back (`None`). The newest outweighs the others,
    /// up to the moment the attempt is handed in.
    Answered {
        /// The attempt.
        attempt: AttemptId,
        /// The question.
        question: QuestionId,
        /// The answer.
        answer: Option<Answer>,
        /// When.
        at: UnixMs,
    },
    /// An attempt was handed in and graded. The earliest outweighs the others.
    HandedIn {
        /// The attempt.
        attempt: AttemptId,
        /// Right answers.
        correct: u16,
        /// Questions asked.
        total: u16,
        /// Was that enough?
        passed: bool,
        /// The questions missed.
        missed: Vec<QuestionId>,
        /// When.
        at: UnixMs,
    },
    /// All a version of a course asks for was done. The earliest outweighs the others: it is the
    /// moment a token states (`iat`).
    Completed {
        /// The course.
        course: CourseId,
        /// The version of the course.
        content: ContentHash,
        /// When.
        at: UnixMs,
    },
    /// A completion token was made.
    Sealed {
        /// The course.
        course: CourseId,
        /// The version of the course.
        content: ContentHash,
        /// The token's id.
        cti: Cti,
        /// The token's bytes.
        token: Vec<u8>,
        /// When.
        at: UnixMs,
    },
    /// A field of the profile was set; empty takes it away. The newest outweighs the others.
    ProfileSet {
        /// Which field.
        field: ProfileField,
        /// What it says.
        value: String,
        /// When.
        at: UnixMs,
    },
    /// A preference was set. The newest outweighs the others.
    PreferenceSet {
        /// Which preference.
        preference: Preference,
        /// What it is now.
        value: String,
        /// When.
        at: UnixMs,
    },
    /// A note was written at a position of a chapter; empty takes it away. The newest outweighs the
    /// others of the same place.
    NoteWritten {
        /// The course.
        course: CourseId,
        /// The chapter.
        chapter: ChapterId,
        /// Where in the video.
        position: MediaMs,
        /// The note.
        text: String,
        /// When.
        at: UnixMs,
    },
    /// A fact of a newer version of the program: not understood, kept as it was written.
    Unknown {
        /// Its line in the archive.
        text: String,
    },
}

impl Event {
    /// Its moment; none of a fact that is not understood.
    pub(super) fn at_mut(&mut self) -> Option<&mut UnixMs> {
        match self {
            Self::Watched { at, .. }
            | Self::Stopped { at, .. }
            | Self::AttemptStarted { at, .. }
            | Self::Answered { at, .. }
            | Self::HandedIn { at, .. }
            | Self::Completed { at, .. }
            | Self::Sealed { at, .. }
            | Self::ProfileSet { at, .. }
            | Self::PreferenceSet { at, .. }
            | Self::NoteWritten { at, .. } => Some(at),
            Self::Unknown { .. } => None,
        }
    }
}

/// Defines an enum whose variants have a fixed text in archives.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in archives.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The one of this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == name)
            }
        }
    };
}

named!(
    /// A field of the learner's profile. All are optional, and none leaves the device but by the
    /// learner's own hand.
    ProfileField {
        /// The name, as it may stand in a token.
        Name = "name",
        /// The profession.
        Profession = "profession",
        /// The member id of the Japan Medical Association: 日医会員ID.
        JmaMemberId = "jma-member-id",
        /// MAMIS ID.
        MamisId = "mamis-id",
        /// The number in the register of physicians: 医籍番号.
        PhysicianRegistrationNumber = "physician-registration-number",
        /// Whether one is a member of the Japan Medical Association: `member`, `non-member`
        /// ([`crate::audience::Membership`]).
        JmaMembership = "jma-membership",
    }
);

named!(
    /// A preference of the learner.
    Preference {
        /// The language of the interface: `ja`, `en`.
        Language = "language",
        /// `light`, `dark`, or `system`.
        Theme = "theme",
        /// Are captions shown: `on`, `off`.
        Captions = "captions",
        /// The playback rate in hundredths.
        PlaybackRate = "playback-rate",
        /// The volume in hundredths.
        Volume = "volume",
        /// Do single letters and signs work as keys of a page: `on`, `off` (WCAG 2.1.4).
        LetterKeys = "letter-keys",
    }
);
