//! What describes the courses: short enough to be read through at each keystroke.

use alloc::vec;
use alloc::vec::Vec;

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

/// Stands between two texts; no folded character is 0.
const END: Unit = 0;

#[derive(Clone, Copy, Debug)]
struct Place {
    start: usize,
    course: usize,
    field: Field,
}

/// The descriptions of all courses, folded.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    units: Vec<Unit>,
    /// In order of their starts, and of courses.
    places: Vec<Place>,
    courses: usize,
}

impl Heads {
    /// Adds one course after the others, with all its texts.
    pub fn add<'a>(&mut self, texts: impl IntoIterator<Item = (Field, &'a str)>) {
        for (field, text) in texts {
            let folded = fold(text);
            if !folded.is_empty() {
                self.places.push(Place { start: self.units.len(), course: self.courses, field });
                self.units.extend(folded);
                self.units.push(END);
            }
        }
        self.courses += 1;
    }

    /// How many courses there are.
    #[must_use]
    pub fn courses(&self) -> usize {
        self.courses
    }

    /// The best place of a word in each course.
    pub(super) fn find(&self, term: &[Unit]) -> Vec<Option<Match>> {
        let mut best: Vec<Option<Match>> = vec![None; self.courses];
        self.each(0, self.places.len(), term, |course, found| {
            let best = &mut best[course];
            if best.is_none_or(|best| best.weight < found.weight) {
                *best = Some(found);
            }
        });
        best
    }

    /// The weightiest thing of this course in which the word stands.
    pub(super) fn field(&self, course: usize, term: &[Unit]) -> Option<Field> {
        let first = self.places.partition_point(|place| place.course < course);
        let end = self.places.partition_point(|place| place.course <= course);
        let mut best = None;
        self.each(first, end, term, |_, found| best = best.max(Some(found.field)));
        best
    }

    /// Tells of every text, of the places from one to another, in which the word stands.
    fn each(&self, first: usize, end: usize, term: &[Unit], mut tell: impl FnMut(usize, Match)) {
        let (Some(initial), Some(from)) = (term.first(), self.places.get(first)) else { return };
        let to = self.start(end);
        let (mut at, mut text) = (from.start, first);
        while let Some(next) = self.units[at..to].iter().position(|unit| unit == initial) {
            at += next;
            if !self.units[at..to].starts_with(term) {
                at += 1;
                continue;
            }
            // Texts are short and finds are far apart: from one to the next there are few.
            text += self.places[text..end].partition_point(|place| place.start <= at) - 1;
            tell(self.places[text].course, self.weigh(text, at, term.len()));
            at = self.start(text + 1);
        }
    }

    fn start(&self, text: usize) -> usize {
        self.places.get(text).map_or(self.units.len(), |place| place.start)
    }

    /// A word that begins a text weighs more, and one that is the whole of it still more.
    fn weigh(&self, text: usize, at: usize, length: usize) -> Match {
        let Place { start, field, .. } = self.places[text];
        let whole = self.start(text + 1) - start - 1;
        let bonus = match (at == start, length == whole) {
            (true, true) => 9,
            (true, false) => 5,
            _ => 0,
        };
        Match { field, weight: field.weight() + bonus }
    }
}
