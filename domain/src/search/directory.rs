//! The files of the catalogue, as the organiser's tool writes them: what the catalogue's page needs beyond the catalog,
//! and what is said in each course.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use token::calendar::JstDate;
use token::identifier::CourseId;

use super::fold::{Unit, append, fold};
use super::spoken::{OVERLAP, Pair};
use super::{Text, described};
use crate::catalog::{ChapterId, Listing, Outline, Purpose};
use crate::rules::{Codes, Specialist, TableId};
use crate::text_form::checked_name;
use crate::unit::Localized;

checked_name!(
    /// A file below `search/`, named by the first 8 bytes of its SHA-256: `0f3a….json`, `0f3a….bin`.
    SearchName,
    |text| {
        let Some((hash, extension)) = text.split_once('.') else { return false };
        hash.len() == 16
            && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
            && matches!(extension, "json" | "bin")
    }
);

/// The catalogue's own file, named by `catalog.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directory {
    /// The code table that the courses' codes are from; absent when no course has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub codes: Option<CodeList>,
    /// What the catalog does not say of its courses, in its order.
    pub courses: Vec<CourseWords>,
    /// The index of what is said.
    pub slices: Vec<SliceAt>,
    /// The bytes of all slices and transcripts together.
    pub bytes: u64,
}

impl Directory {
    /// Everything that describes a course, by its place in the catalog.
    #[must_use]
    pub fn described<'a>(&'a self, course: usize, outline: &'a Outline) -> Vec<Text<'a>> {
        let words = self.courses.get(course).filter(|words| words.id == outline.id);
        described(outline, words, self.codes.as_ref())
    }

    /// Whether a course, taken on this day, serves a purpose: as 専門医共通講習 it counts from a day on (R22).
    #[must_use]
    pub fn serves(&self, purpose: Purpose, course: &Listing, taken: JstDate) -> bool {
        let specialist = self.codes.as_ref().and_then(|list| list.specialist.as_ref());
        let counts = match purpose {
            Purpose::Specialist => specialist.is_none_or(|rule| rule.counts(taken)),
            Purpose::Training(_) => true,
        };
        counts && purpose.is_served_by(course)
    }
}

/// What the rules' tables say of the courses' codes and credits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeList {
    /// The id of the code table, as courses name it.
    pub table: TableId,
    /// Its name with the version.
    pub title: Localized,
    /// Its codes (R8, R11, R12).
    pub codes: Codes,
    /// When courses count as 専門医共通講習 (R22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialist: Option<Specialist>,
}

/// What is searched of a course beyond its outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseWords {
    /// The course.
    #[serde(with = "crate::text_form")]
    pub id: CourseId,
    /// Who plans it.
    pub organiser: String,
    /// The topics of its self-assessment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Localized>,
    /// How many passages its transcript has.
    pub passages: u32,
    /// What is said in it; absent when it has no captions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript: Option<SearchName>,
}

/// Where a slice of the index is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SliceAt {
    /// The first pair in it.
    pub first: Pair,
    /// Its file.
    pub file: SearchName,
}

/// What is said in a course.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// Chapter by chapter; those without captions are left out.
    pub chapters: Vec<ChapterLines>,
}

/// What is said in a chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChapterLines {
    /// The chapter.
    pub id: ChapterId,
    /// The captions: the second of the video at which each begins, and its words.
    pub lines: Vec<(u32, String)>,
    /// The line with which each passage begins; the first is 0.
    pub passages: Vec<u32>,
}

/// Characters after which the next caption begins a new passage.
const PASSAGE_CHARACTERS: usize = 120;

impl ChapterLines {
    /// Cuts captions into passages.
    #[must_use]
    pub fn new(id: ChapterId, lines: Vec<(u32, String)>) -> Self {
        let mut passages = Vec::new();
        let mut characters = PASSAGE_CHARACTERS;
        for (at, (_, text)) in lines.iter().enumerate() {
            if characters >= PASSAGE_CHARACTERS {
                passages.extend(u32::try_from(at));
                characters = 0;
            }
            characters += text.chars().count();
        }
        Self { id, lines, passages }
    }

    /// The lines of a passage.
    pub(super) fn lines_of(&self, passage: usize) -> &[(u32, String)] {
        let at = |index: usize| self.passages.get(index).map(|line| *line as usize);
        let (start, end) = (at(passage), at(passage + 1).unwrap_or(self.lines.len()));
        start.and_then(|start| self.lines.get(start..end)).unwrap_or_default()
    }

    /// Each passage as it is indexed: with the beginning of the next.
    pub fn folded(&self) -> impl Iterator<Item = Vec<Unit>> {
        let texts: Vec<Vec<Unit>> = (0..self.passages.len())
            .map(|passage| {
                let mut units = Vec::new();
                let lines = self.lines_of(passage).iter();
                lines.for_each(|(_, text)| append(&mut units, &fold(text)));
                units
            })
            .collect();
        (0..texts.len()).map(move |at| {
            let mut units = texts[at].clone();
            let next = texts.get(at + 1).map(Vec::as_slice).unwrap_or_default();
            append(&mut units, &next[..next.len().min(OVERLAP)]);
            units
        })
    }
}
