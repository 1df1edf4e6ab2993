//! The index of what is said: for each pair of neighbouring characters, the passages in which it is said.
//!
//! A passage is some sentences of a chapter ([`super::directory::Transcript`]). The passages of all courses are counted
//! through in the catalog's order, so that one number names course and passage. The index is cut into slices of pairs
//! in order; a search needs the one or two slices that hold its own pairs.
//!
//! A slice is a list of pairs, then the lists of their passages: all numbers are LEB128, each pair and each passage as its
//! distance from the one before.

mod build;
mod bytes;

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

pub use build::{IndexBuilder, SliceBytes};

use super::Query;
use super::fold::Unit;
use bytes::Reader;

/// Units of the next passage that belong to a passage too, so that words across the border are found.
pub const OVERLAP: usize = 24;

/// The bytes are not a slice of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadSlice;

impl core::fmt::Display for BadSlice {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("not a slice of a search index: cut or damaged")
    }
}

impl core::error::Error for BadSlice {}

/// Two neighbouring folded characters.
pub type Pair = u32;

const fn pair(first: Unit, second: Unit) -> Pair {
    (first as u32) << 16 | second as u32
}

/// Numbers of passages, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages(Vec<u32>);

impl Passages {
    /// Those within a range.
    pub(super) fn within(&self, range: &Range<u32>) -> impl Iterator<Item = u32> {
        let start = self.0.partition_point(|passage| *passage < range.start);
        let end = self.0.partition_point(|passage| *passage < range.end);
        self.0[start..end].iter().copied()
    }
}

/// A slice that is loaded: the pairs in order, each with its list's place in the bytes.
#[derive(Clone, Debug)]
struct Slice {
    pairs: Vec<(Pair, u32)>,
    bytes: Vec<u8>,
}

impl Slice {
    fn read(bytes: Vec<u8>) -> Result<Self, BadSlice> {
        let mut reader = Reader::new(&bytes);
        let count = reader.number().ok_or(BadSlice)? as usize;
        // Each pair takes two bytes at least: a count beyond that would only exhaust the memory.
        if count > bytes.len() / 2 {
            return Err(BadSlice);
        }
        let (mut pairs, mut last, mut length) = (Vec::with_capacity(count), 0_u32, 0_u32);
        for _ in 0..count {
            last = reader.number().and_then(|step| last.checked_add(step)).ok_or(BadSlice)?;
            pairs.push((last, length));
            length = reader.number().and_then(|more| length.checked_add(more)).ok_or(BadSlice)?;
        }
        let lists = reader.position();
        if bytes.len() - lists != length as usize {
            return Err(BadSlice);
        }
        let lists = u32::try_from(lists).map_err(|_| BadSlice)?;
        pairs.iter_mut().for_each(|(_, start)| *start += lists);
        Ok(Self { pairs, bytes })
    }

    /// The bytes of the lists of all pairs from one to another.
    fn lists(&self, from: Pair, to: Pair) -> impl Iterator<Item = &[u8]> {
        let first = self.pairs.partition_point(|(pair, _)| *pair < from);
        let end = self.pairs.partition_point(|(pair, _)| *pair <= to);
        (first..end).map(|at| {
            let next =
                self.pairs.get(at + 1).map_or(self.bytes.len(), |(_, start)| *start as usize);
            &self.bytes[self.pairs[at].1 as usize..next]
        })
    }
}

/// The index as far as it is loaded.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// The first passage of each course, and behind the last course the number of all passages.
    starts: Vec<u32>,
    /// The first pair of each slice, in order.
    firsts: Vec<Pair>,
    slices: Vec<Option<Slice>>,
}

impl Spoken {
    /// An index of which nothing is loaded: how many passages each course has, and the first pair of each slice.
    #[must_use]
    pub fn new(passages: impl IntoIterator<Item = u32>, firsts: Vec<Pair>) -> Self {
        let mut starts = vec![0_u32];
        for count in passages {
            let end = starts.last().copied().unwrap_or_default();
            starts.push(end.saturating_add(count));
        }
        let slices = firsts.iter().map(|_| None).collect();
        Self { starts, firsts, slices }
    }

    /// Takes a slice.
    ///
    /// # Errors
    /// [`BadSlice`], also for a number that no slice has; nothing is changed then.
    pub fn load(&mut self, number: usize, bytes: Vec<u8>) -> Result<(), BadSlice> {
        let slice = Slice::read(bytes)?;
        *self.slices.get_mut(number).ok_or(BadSlice)? = Some(slice);
        Ok(())
    }

    /// The slices that a search needs and that are not loaded, in order.
    #[must_use]
    pub fn missing(&self, query: &Query) -> Vec<usize> {
        let mut missing: Vec<usize> = Vec::new();
        for term in query.terms() {
            for range in pairs_of(term) {
                missing
                    .extend(self.slices_of(&range).filter(|slice| self.slices[*slice].is_none()));
            }
        }
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    /// The slices that may hold pairs of a range.
    fn slices_of(&self, range: &(Pair, Pair)) -> Range<usize> {
        let first = self.firsts.partition_point(|first| *first <= range.0).saturating_sub(1);
        let end = self.firsts.partition_point(|first| *first <= range.1);
        first..end
    }

    /// The passages that say a word, as far as the index is loaded. Of a word of several characters every pair is said
    /// in the passage; the same characters in another order are found as well, which hardly ever happens.
    pub(super) fn find(&self, term: &[Unit]) -> Passages {
        let mut lists: Vec<Vec<&[u8]>> =
            pairs_of(term).into_iter().map(|range| self.lists(&range)).collect();
        // The shortest first: what follows only has to confirm.
        lists.sort_by_key(|lists| lists.iter().map(|list| list.len()).sum::<usize>());
        let mut lists = lists.into_iter();
        let Some(first) = lists.next() else { return Passages::default() };
        let count = self.starts.last().copied().unwrap_or_default();
        let mut passages = union(&first, count);
        for more in lists {
            if passages.is_empty() {
                break;
            }
            confirm(&mut passages, more.first().copied().unwrap_or_default());
        }
        Passages(passages)
    }

    fn lists(&self, range: &(Pair, Pair)) -> Vec<&[u8]> {
        let slices = self.slices_of(range).filter_map(|slice| self.slices[slice].as_ref());
        slices.flat_map(|slice| slice.lists(range.0, range.1)).collect()
    }

    /// For each of so many courses, whether one of the passages is its own.
    pub(super) fn courses_of(&self, passages: &Passages, courses: usize) -> Vec<bool> {
        let mut said = vec![false; courses];
        let mut course = 0;
        for passage in &passages.0 {
            while self.starts.get(course + 1).is_some_and(|end| end <= passage) {
                course += 1;
            }
            if let Some(said) = said.get_mut(course) {
                *said = true;
            }
        }
        said
    }

    /// The passages of a course.
    pub(super) fn range_of(&self, course: usize) -> Range<u32> {
        let at = |index: usize| self.starts.get(index).copied().unwrap_or_default();
        if course + 1 < self.starts.len() { at(course)..at(course + 1) } else { 0..0 }
    }
}

/// The pairs of a word. A single kanji asks for all pairs that begin with it; a single kana or letter is said
/// everywhere, and asks for none.
fn pairs_of(term: &[Unit]) -> Vec<(Pair, Pair)> {
    match term {
        [kanji @ 0x3400..=0x9fff] => vec![(pair(*kanji, 0), pair(*kanji, Unit::MAX))],
        _ => {
            let mut pairs: Vec<_> = term.windows(2).map(|two| pair(two[0], two[1])).collect();
            pairs.sort_unstable();
            pairs.dedup();
            pairs.into_iter().map(|pair| (pair, pair)).collect()
        }
    }
}

/// The passages of several lists, of so many in all.
fn union(lists: &[&[u8]], count: u32) -> Vec<u32> {
    if let [list] = lists {
        return bytes::Distances::new(list).collect();
    }
    // A kanji alone begins hundreds of pairs: their lists meet in a map of one bit a passage.
    let mut said = vec![0_u64; (count as usize).div_ceil(64)];
    for passage in lists.iter().flat_map(|list| bytes::Distances::new(list)) {
        if let Some(bits) = said.get_mut(passage as usize / 64) {
            *bits |= 1 << (passage % 64);
        }
    }
    let mut passages = Vec::new();
    for (start, mut bits) in (0..).step_by(64).zip(said) {
        while bits != 0 {
            passages.push(start + bits.trailing_zeros());
            bits &= bits - 1;
        }
    }
    passages
}

/// Keeps the passages that are in a list too.
fn confirm(passages: &mut Vec<u32>, list: &[u8]) {
    let mut listed = bytes::Distances::new(list);
    let mut next = listed.next();
    passages.retain(|passage| {
        while let Some(listed_one) = next
            && listed_one < *passage
        {
            next = listed.next();
        }
        next == Some(*passage)
    });
}
