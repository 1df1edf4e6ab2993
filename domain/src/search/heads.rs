//! What describes the courses: short enough to be read through at each keystroke.

use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Range;

use super::fold::{Unit, fold};

/// Where something stands in a course, the weightiest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Who plans it.
    Organiser,
    /// The short text of the list.
    Summary,
    /// The title of a chapter, or a topic of its self-assessment.
    Topic,
    /// The name of one of its codes, or how that is read.
    CodeName,
    /// A word that its authors name.
    Keyword,
    /// The number of one of its codes.
    Code,
    /// The title, or how that is read.
    Title,
}

impl Field {
    const fn weight(self) -> u32 {
        match self {
            Self::Organiser => 20,
            Self::Summary => 25,
            Self::Topic => 40,
            Self::CodeName => 60,
            Self::Keyword => 65,
            Self::Code => 70,
            Self::Title => 100,
        }
    }
}

/// A word found in a course: where, and what that weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) field: Field,
    pub(super) weight: u32,
}

/// That a word is the whole of a text adds so much to its weight; that it begins it, less.
const MOST_BONUS: u32 = 9;

#[derive(Clone, Copy, Debug)]
struct Place {
    start: usize,
    field: Field,
}

/// Which characters the texts of a course have, roughly: one bit for all whose codes leave the same rest. Most courses
/// do not have all characters of a word, and are passed over without reading them.
#[derive(Clone, Copy, Debug, Default)]
struct Letters([u64; 16]);

impl Letters {
    fn bit(unit: Unit) -> (usize, u64) {
        (usize::from(unit >> 6) % 16, 1 << (unit % 64))
    }

    fn add(&mut self, unit: Unit) {
        let (at, bit) = Self::bit(unit);
        self.0[at] |= bit;
    }

    fn may_have(&self, term: &[Unit]) -> bool {
        term.iter().all(|unit| {
            let (at, bit) = Self::bit(*unit);
            self.0[at] & bit != 0
        })
    }
}

/// The descriptions of all courses, folded.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    units: Vec<Unit>,
    /// In order of their starts, and of courses; of each course the weightiest first.
    places: Vec<Place>,
    /// Of each course its first place, and its letters.
    courses: Vec<(usize, Letters)>,
}

impl Heads {
    /// Adds one course after the others, with all its texts.
    pub fn add<'a>(&mut self, texts: impl IntoIterator<Item = (Field, &'a str)>) {
        let mut folded: Vec<(Field, Vec<Unit>)> =
            texts.into_iter().map(|(field, text)| (field, fold(text))).collect();
        folded.sort_by_key(|(field, _)| Reverse(*field));
        let (first, mut letters) = (self.places.len(), Letters::default());
        for (field, text) in folded.into_iter().filter(|(_, text)| !text.is_empty()) {
            text.iter().for_each(|unit| letters.add(*unit));
            self.places.push(Place { start: self.units.len(), field });
            self.units.extend(text);
        }
        self.courses.push((first, letters));
    }

    /// How many courses there are.
    #[must_use]
    pub fn courses(&self) -> usize {
        self.courses.len()
    }

    /// The best place of a word in each course.
    pub(super) fn find(&self, term: &[Unit]) -> Vec<Option<Match>> {
        (0..self.courses.len()).map(|course| self.best(course, term)).collect()
    }

    /// The weightiest thing of this course in which the word stands.
    pub(super) fn field(&self, course: usize, term: &[Unit]) -> Option<Field> {
        self.texts(course, term).find_map(|text| self.found(text, term)).map(|found| found.field)
    }

    fn best(&self, course: usize, term: &[Unit]) -> Option<Match> {
        let mut best: Option<Match> = None;
        for text in self.texts(course, term) {
            // This text and those that follow weigh no more.
            let most = self.places[text].field.weight() + MOST_BONUS;
            if best.is_some_and(|best| best.weight >= most) {
                break;
            }
            if let Some(found) = self.found(text, term) {
                best = best.filter(|best| best.weight >= found.weight).or(Some(found));
            }
        }
        best
    }

    /// The texts of a course; none where it cannot have the word.
    fn texts(&self, course: usize, term: &[Unit]) -> Range<usize> {
        let known = self.courses.get(course);
        let known = known.filter(|(_, letters)| !term.is_empty() && letters.may_have(term));
        let end = self.courses.get(course + 1).map_or(self.places.len(), |(first, _)| *first);
        known.map_or(0..0, |(first, _)| *first..end)
    }

    /// What it weighs that the word stands in a text. One that begins it weighs more, and one that is the whole of it
    /// still more.
    fn found(&self, text: usize, term: &[Unit]) -> Option<Match> {
        let Place { start, field } = self.places[text];
        let end = self.places.get(text + 1).map_or(self.units.len(), |next| next.start);
        let units = &self.units[start..end];
        let at = position(units, term)?;
        let bonus = match (at == 0, term.len() == units.len()) {
            (true, true) => MOST_BONUS,
            (true, false) => 5,
            _ => 0,
        };
        Some(Match { field, weight: field.weight() + bonus })
    }
}

/// Where a word first stands in a text.
fn position(text: &[Unit], term: &[Unit]) -> Option<usize> {
    let (initial, rest) = term.split_first()?;
    let last = text.len().checked_sub(rest.len())?;
    let begins = |at: &usize| text[*at] == *initial && text[*at + 1..].starts_with(rest);
    (0..last).find(begins)
}
