//! The catalog: what courses there are and what they ask for. These types are the catalog JSON, one
//! of the project's three wire formats, written by the organiser's tool and read by the portal.
//!
//! A course stands in two files: its [`Outline`] (inside `catalog.json`, all the home page needs)
//! and the whole [`Course`] with lecture texts, beside the [`Pool`] of its questions. Both are named
//! by the content hash, which therefore covers all a learner sees and is graded by.

mod check;
mod framework;
mod listing;
mod question;
mod region;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};
use token::calendar::Period;
use token::identifier::{ContentHash, CourseId};

pub use check::{Problem, check};
pub use framework::{
    AlsCourse, AlsOption, AlsPart, Approval, DesignationStatus, EquipmentOwner, EquipmentProfile,
    Framework,
};
pub use listing::{
    Listing, Purpose, SourceKind, SourcePreset, SpecialistCategory, SpecialistCredit, TrainingTag,
};
pub use question::{Pair, Passage, Picture, Pool, Question, QuestionKind};
pub use region::{Point, Region};

use crate::rules::{DetailId, TableId};
use crate::search::directory::SearchName;
use crate::text_form::{checked_name, is_plain_name};
use crate::unit::{Localized, MediaMs, Percent, RatePercent};

/// The version of the catalog JSON this program reads and writes.
pub const CATALOG_VERSION: u32 = 1;

/// The text is not a name of the wanted kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadName;

impl fmt::Display for BadName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a name of this kind: wrong length or characters")
    }
}

impl core::error::Error for BadName {}

checked_name!(
    /// A chapter within its course, such as `01-chain`: ASCII letters, digits, `-`, `_`, `.`; at most
    /// 40 bytes.
    ChapterId,
    |text| is_plain_name(text, 40)
);
checked_name!(
    /// A question within its pool; the same characters as a chapter.
    QuestionId,
    |text| is_plain_name(text, 40)
);
checked_name!(
    /// A topic of a self-assessment; the same characters as a chapter.
    TopicId,
    |text| is_plain_name(text, 40)
);
checked_name!(
    /// A media file below `media/`, named by the first 8 bytes of its SHA-256: `0f3a….mp4`.
    MediaName,
    |text| {
        let Some((hash, extension)) = text.split_once('.') else { return false };
        hash.len() == 16
            && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
            && (1..=5).contains(&extension.len())
            && extension.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    }
);

/// `site.json`: whose site this is and whose signatures it believes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The version of this file's form: [`CATALOG_VERSION`].
    pub version: u32,
    /// The site's name.
    pub title: Localized,
    /// The organisation that answers for it.
    pub organisation: Localized,
    /// Where to ask: an address a browser can open (`mailto:`, `tel:`, `https:`), or plain text.
    pub contact: String,
    /// Root public keys of the trust list, 33 bytes each as hex: the current one, then the next
    /// (token spec §6).
    pub roots: Vec<String>,
}

/// `catalog.json`: the courses of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalog {
    /// The version of this file's form: [`CATALOG_VERSION`].
    pub version: u32,
    /// The courses, in the order in which they are shown.
    pub courses: Vec<CatalogEntry>,
    /// The file of the catalogue's page ([`crate::search::directory::Directory`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directory: Option<SearchName>,
}

impl Catalog {
    /// The course of this id.
    #[must_use]
    pub fn course(&self, id: &CourseId) -> Option<&CatalogEntry> {
        self.courses.iter().find(|entry| entry.outline.id == *id)
    }
}

/// A course as the catalog lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogEntry {
    /// The hash of all a learner sees and is graded by; also the name of the course's folder.
    #[serde(with = "crate::text_form")]
    pub content: ContentHash,
    /// What the course is and asks for.
    pub outline: Outline,
}

/// What a course is and asks for: enough to show where a learner stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// The course's id, as tokens carry it.
    #[serde(with = "crate::text_form")]
    pub id: CourseId,
    /// The authors' own version, such as `2026.11`.
    pub version: String,
    /// The title (R15).
    pub title: Localized,
    /// One or two sentences.
    pub summary: Localized,
    /// Whom it is made for.
    pub audience: Audience,
    /// A sample that no physician has reviewed yet: said wherever the course is shown.
    pub sample: bool,
    /// What helps people find it.
    #[serde(default)]
    pub listing: Listing,
    /// The rule table it is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_table: Option<TableId>,
    /// How long it counts for.
    pub minutes: Minutes,
    /// What it is worth.
    pub curriculum: Curriculum,
    /// What completes it and how long the completion may be used.
    pub completion: CompletionPolicy,
    /// What counts as watching.
    pub watching: WatchPolicy,
    /// The chapters, in order.
    pub chapters: Vec<Chapter>,
}

impl Outline {
    /// The chapter of this id.
    #[must_use]
    pub fn chapter(&self, id: &ChapterId) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.id == *id)
    }

    /// The length of all videos together.
    #[must_use]
    pub fn video_length(&self) -> MediaMs {
        self.chapters.iter().fold(MediaMs::ZERO, |sum, c| sum.saturating_add(c.duration))
    }
}

/// Whom a course is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Anyone at all (住民).
    Anyone,
    /// Physicians (医師).
    Physicians,
    /// All who work in health care (医療従事者).
    HealthProfessionals,
    /// Fire and ambulance staff (消防職員).
    FirePersonnel,
    /// Members of the Japan Medical Association alone (日本医師会会員, R4).
    Members,
}

/// The minutes a course stands for (R148): what the e-learning part replaces, and what remains to be
/// done in person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// 座学相当.
    pub elearning: u16,
    /// 対面実技.
    pub inperson: u16,
}

impl Minutes {
    /// Both parts together.
    #[must_use]
    pub fn total(self) -> u32 {
        u32::from(self.elearning) + u32::from(self.inperson)
    }
}

/// What a course is worth in a curriculum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curriculum {
    /// The table the codes are from.
    pub table: String,
    /// Curriculum codes; empty for a course that gives none (R55).
    pub codes: Vec<String>,
    /// Units in tenths: 10 is 1.0 unit (R20).
    pub units_tenths: u16,
}

/// What completes a course (R144) and how long the completion may be used (R147).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompletionPolicy {
    /// The self-assessment; absent when the course asks none (R62, R80).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<TestPolicy>,
    /// From completion to the practical session.
    pub validity: Validity,
    /// Days after the due date on which the instructor may still decide, 0 to 31 (token spec §14).
    pub grace_days: u16,
    /// The least assurance level an instructor accepts, 0 to 3 (token spec §8).
    pub minimum_level: u8,
    /// Is the course complete only with a practical part (R63)?
    pub practical_required: bool,
    /// May the learner put a name into the token?
    pub name_in_token: bool,
    /// Are missed questions noted in the token, for the instructor's spot check?
    pub missed_in_token: bool,
}

/// How long a completion may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Validity {
    /// So many calendar months.
    Months(u16),
    /// So many days.
    Days(u16),
}

impl From<Validity> for Period {
    fn from(validity: Validity) -> Self {
        match validity {
            Validity::Months(months) => Self::Months(months),
            Validity::Days(days) => Self::Days(days),
        }
    }
}

/// What a self-assessment asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestPolicy {
    /// The least percentage of right answers that passes (R19).
    pub pass: Percent,
    /// How many questions an attempt has.
    pub draw: u16,
    /// How many of them at least come from each topic.
    pub per_topic_min: u16,
    /// How long to wait after a failed attempt; 0 for not at all.
    pub cooldown_minutes: u32,
    /// How many questions the pool has.
    pub pool_size: u16,
}

/// What counts as watching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchPolicy {
    /// The fastest playback that counts.
    pub rate_cap: RatePercent,
    /// How much of a chapter, all gaps together, may remain unwatched.
    pub tolerance: MediaMs,
    /// Does playing count while the page is hidden?
    pub count_hidden: bool,
}

impl Default for WatchPolicy {
    fn default() -> Self {
        Self { rate_cap: RatePercent(200), tolerance: MediaMs(1_000), count_hidden: false }
    }
}

/// A chapter: one video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// The chapter's id within its course.
    pub id: ChapterId,
    /// Its title (R16).
    pub title: Localized,
    /// Its video. A new recording has a new name, and then what was watched of the old one does not
    /// count.
    pub video: MediaName,
    /// The video's real length.
    pub duration: MediaMs,
    /// A picture to show before playing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poster: Option<MediaName>,
    /// Captions (WebVTT).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub captions: Option<MediaName>,
}

/// `course.json`: a whole course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// What the catalog says of it too.
    pub outline: Outline,
    /// Under which regulation it stands.
    #[serde(default)]
    pub framework: Framework,
    /// Who plans it: 企画 (R15).
    pub organiser: String,
    /// Who answers for its content: 総監修 (R15).
    pub supervisors: Vec<Supervisor>,
    /// What one can do after it (R59).
    pub goal: Localized,
    /// What the whole course rests on.
    pub sources: Vec<String>,
    /// The topics of the self-assessment, in order.
    pub topics: Vec<Topic>,
    /// The lecture texts, in the order of the outline's chapters.
    pub chapters: Vec<ChapterText>,
}

/// A supervisor with post and affiliation (R15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supervisor {
    /// Name.
    pub name: String,
    /// Post.
    pub post: String,
    /// Affiliation.
    pub affiliation: String,
}

/// A topic of a self-assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The topic's id, as questions name it.
    pub id: TopicId,
    /// Its title.
    pub title: Localized,
}

/// The lecture text of one chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChapterText {
    /// The chapter it belongs to.
    pub id: ChapterId,
    /// What the chapter teaches, one sentence each.
    pub objectives: Vec<String>,
    /// What the chapter rests on.
    pub sources: Vec<String>,
    /// The 細目 of the rule table that it teaches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<DetailId>,
    /// The text as HTML, made by the organiser's tool from Markdown in which raw HTML is refused.
    /// Images have `src="media:<name>"`.
    pub html: String,
}
