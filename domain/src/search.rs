//! The catalogue's search: what a learner types finds courses by their titles, codes, topics and by what is said in
//! them.
//!
//! Texts are compared in a folded form ([`fold`]): width, case, kana, small and long signs and variants of a kanji do
//! not matter. What describes a course ([`Heads`]) is read through at each keystroke; of what is said there is an
//! index of pairs of characters ([`spoken`]), in slices of which a search needs only a few. Japanese has no spaces, so
//! that pairs find a word wherever it stands, in any compound.

pub mod codes;
mod described;
pub mod directory;
pub mod fold;
mod heads;
mod mark;
mod query;
pub mod spoken;
mod variant;

use alloc::vec;
use alloc::vec::Vec;

pub use described::{Readers, Text, described, excerpt};
use heads::Match;
pub use heads::{Field, Heads};
pub use mark::{Found, Stretch, marks};
pub use query::Query;

use fold::{Unit, position};
use spoken::{Passages, Spoken};

/// A course that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the catalog.
    pub course: usize,
    /// The weightiest thing in which a word was found; `None` when all of them are only spoken.
    pub field: Option<Field>,
    /// Whether some word is only spoken: then no description shows it, and there is a passage to show
    /// ([`Hits::passage`]).
    pub only_spoken: bool,
    /// How well it fits; only to compare with others of the same search.
    pub score: u32,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    hits: Vec<Hit>,
    /// Where each word is said.
    said: Vec<Passages>,
}

/// What a word that is only spoken weighs.
const SPOKEN: u32 = 10;

/// How many words that are described, too, a word that only the videos have is worth in a passage: more than anybody
/// types.
const ONLY_SAID: u16 = 1 << 8;

/// In what the words of the last search stand: whoever types a second word has had the first one searched already, and
/// what lacks a part of a word lacks the word. Among other courses it begins anew.
#[derive(Clone, Debug, Default)]
pub struct Recent(Vec<(Vec<Unit>, Vec<Option<Match>>)>);

impl Recent {
    /// Has the words of a query, in their order, and no others.
    fn take(&mut self, query: &Query, heads: &Heads) {
        let mut last = core::mem::take(&mut self.0);
        last.retain(|(_, fields)| fields.len() == heads.courses());
        let found = |term: &Vec<Unit>| match last.iter().position(|(known, _)| known == term) {
            Some(at) => last.swap_remove(at),
            None => {
                let part = last.iter().find(|(known, _)| position(term, known).is_some());
                (term.clone(), heads.find(term, part.map(|(_, fields)| fields.as_slice())))
            }
        };
        self.0 = query.terms().iter().map(found).collect();
    }
}

/// The courses in which every word of the query is found, the best first; equal ones in the catalog's order. What the
/// slices of the index that are not loaded hold is not found yet ([`Spoken::missing`]).
#[must_use]
pub fn search(query: &Query, heads: &Heads, spoken: &Spoken, recent: &mut Recent) -> Hits {
    if query.is_empty() {
        return Hits::default();
    }
    recent.take(query, heads);
    let start = |course| Some(Hit { course, field: None, only_spoken: false, score: 0 });
    let mut hits: Vec<Option<Hit>> = (0..heads.courses()).map(start).collect();
    let mut said = Vec::with_capacity(query.terms().len());
    for (term, fields) in &recent.0 {
        let passages = spoken.find(term);
        let is_spoken = spoken.courses_of(&passages, hits.len());
        for (hit, (field, is_spoken)) in hits.iter_mut().zip(fields.iter().zip(is_spoken)) {
            *hit = hit.and_then(|hit| weigh(hit, *field, is_spoken));
        }
        said.push(passages);
    }
    let mut hits: Vec<Hit> = hits.into_iter().flatten().collect();
    // The sort is stable: what fits equally well keeps the catalog's order.
    hits.sort_by_key(|hit| core::cmp::Reverse(hit.score));
    Hits { hits, said }
}

/// The hit with one more word; a word found nowhere ends it.
fn weigh(hit: Hit, field: Option<Match>, is_spoken: bool) -> Option<Hit> {
    match field {
        Some(found) => {
            let weightiest = hit.field.map_or(found.field, |field| field.max(found.field));
            Some(Hit { field: Some(weightiest), score: hit.score + found.weight, ..hit })
        }
        None if is_spoken => Some(Hit { only_spoken: true, score: hit.score + SPOKEN, ..hit }),
        None => None,
    }
}

impl Hits {
    /// The courses, the best first.
    #[must_use]
    pub fn list(&self) -> &[Hit] {
        &self.hits
    }

    /// The first passage of a hit's videos, counted within the course, with the most of those words that only the
    /// videos have, and then of those that the title has not: who types a title looks for no place in a video. The
    /// arguments are those of the search.
    #[must_use]
    pub fn passage(&self, hit: &Hit, query: &Query, heads: &Heads, spoken: &Spoken) -> Option<u32> {
        let range = spoken.range_of(hit.course);
        let mut sums = vec![0_u16; range.len()];
        for (term, passages) in query.terms().iter().zip(&self.said) {
            let worth = match heads.field(hit.course, term) {
                Some(Field::Title) => continue,
                Some(_) => 1,
                None => ONLY_SAID,
            };
            for passage in passages.within(&range) {
                let sum = &mut sums[(passage - range.start) as usize];
                *sum = sum.saturating_add(worth);
            }
        }
        let most = sums.iter().copied().max().filter(|most| *most > 0)?;
        sums.iter().position(|sum| *sum == most).and_then(|at| u32::try_from(at).ok())
    }
}
