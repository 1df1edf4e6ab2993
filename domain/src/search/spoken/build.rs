//! Making an index.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::{Pair, bytes, pair};
use crate::search::fold::{SPACE, Unit};

/// The list of a pair while it grows.
#[derive(Clone, Debug, Default)]
struct List {
    last: u32,
    bytes: Vec<u8>,
}

/// A slice as it is written to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SliceBytes {
    /// The first pair in it.
    pub first: Pair,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Takes passages in order and makes the slices of their index.
#[derive(Clone, Debug, Default)]
pub struct IndexBuilder {
    passages: u32,
    lists: BTreeMap<Pair, List>,
}

impl IndexBuilder {
    /// Adds the next passage.
    pub fn add(&mut self, units: &[Unit]) {
        let searched = units.windows(2).filter(|two| !two.contains(&SPACE));
        let mut pairs: Vec<Pair> = searched.map(|two| pair(two[0], two[1])).collect();
        pairs.sort_unstable();
        pairs.dedup();
        for pair in pairs {
            let list = self.lists.entry(pair).or_default();
            bytes::push(&mut list.bytes, self.passages - list.last);
            list.last = self.passages;
        }
        self.passages += 1;
    }

    /// The slices, each of about so many bytes.
    #[must_use]
    pub fn slices(self, about_bytes: usize) -> Vec<SliceBytes> {
        let mut slices = Vec::new();
        let mut draft = Draft::default();
        for (pair, list) in self.lists {
            if draft.lists.len() >= about_bytes {
                slices.extend(core::mem::take(&mut draft).finish());
            }
            draft.add(pair, &list.bytes);
        }
        slices.extend(draft.finish());
        slices
    }
}

#[derive(Default)]
struct Draft {
    first: Option<Pair>,
    last: Pair,
    count: u32,
    pairs: Vec<u8>,
    lists: Vec<u8>,
}

impl Draft {
    fn add(&mut self, pair: Pair, list: &[u8]) {
        self.first.get_or_insert(pair);
        bytes::push(&mut self.pairs, pair - self.last);
        // A list is never longer than the slice, and a slice of 4 GB is never made.
        bytes::push(&mut self.pairs, list.len() as u32);
        self.lists.extend_from_slice(list);
        self.last = pair;
        self.count += 1;
    }

    fn finish(self) -> Option<SliceBytes> {
        let first = self.first?;
        let mut bytes = Vec::with_capacity(self.pairs.len() + self.lists.len() + 4);
        bytes::push(&mut bytes, self.count);
        bytes.extend_from_slice(&self.pairs);
        bytes.extend_from_slice(&self.lists);
        Some(SliceBytes { first, bytes })
    }
}
