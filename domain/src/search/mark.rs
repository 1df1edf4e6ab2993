//! Where in a text the words of a search stand: what the eye should fall on.

use alloc::string::String;
use alloc::vec::Vec;

use super::Query;
use super::directory::{ChapterLines, Transcript};
use super::fold::{Unit, append, fold, fold_with_places, position};
use crate::catalog::ChapterId;

/// A piece of a text, and whether it is one of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The piece.
    pub text: String,
    /// Whether it was searched for.
    pub marked: bool,
}

/// The text in pieces, those that were searched for marked.
#[must_use]
pub fn marks(text: &str, query: &Query) -> Vec<Stretch> {
    let (units, places) = fold_with_places(text);
    let mut marked: Vec<(usize, usize)> = query
        .terms()
        .iter()
        .flat_map(|term| positions(&units, term).map(|at| (at, at + term.len() - 1)))
        .map(|(first, last)| (places[first].0, places[last].1))
        .collect();
    marked.sort_unstable();
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, marked| {
        if from < to {
            pieces.push(Stretch { text: text[from..to].into(), marked });
        }
    };
    for (start, end) in marked {
        if end > done {
            push(done, start.max(done), false);
            push(start.max(done), end, true);
            done = end;
        }
    }
    push(done, text.len(), false);
    pieces
}

fn positions<'a>(units: &'a [Unit], term: &'a [Unit]) -> impl Iterator<Item = usize> + 'a {
    let windows = units.windows(term.len().max(1)).enumerate();
    windows.filter(move |(_, window)| *window == term).map(|(at, _)| at)
}

/// What is said where the search leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The chapter.
    pub chapter: ChapterId,
    /// The second of its video at which the first of the words is said.
    pub second: u32,
    /// What is said there and just after.
    pub text: String,
}

/// Characters that are shown of a passage.
const SHOWN: usize = 70;

impl Transcript {
    /// What a passage says from the first of the words on; from its beginning when none of them is in it.
    #[must_use]
    pub fn passage(&self, number: u32, query: &Query) -> Option<Found> {
        let mut number = number as usize;
        for chapter in &self.chapters {
            if number < chapter.passages.len() {
                return Some(chapter.found(number, query));
            }
            number -= chapter.passages.len();
        }
        None
    }
}

impl ChapterLines {
    fn found(&self, passage: usize, query: &Query) -> Found {
        // A word may run into the next passage.
        let lines = || self.lines_of(passage).iter().chain(self.lines_of(passage + 1));
        let (mut units, mut starts) = (Vec::new(), Vec::new());
        for (_, text) in lines() {
            starts.push(units.len());
            append(&mut units, &fold(text));
        }
        let first = query.terms().iter().filter_map(|term| position(&units, term)).min();
        let line = starts.partition_point(|start| *start <= first.unwrap_or(0)).saturating_sub(1);
        let second = lines().nth(line).map_or(0, |(second, _)| *second);
        let mut text = String::new();
        for (_, more) in lines().skip(line) {
            if text.chars().count() >= SHOWN {
                break;
            }
            join(&mut text, more);
        }
        Found { chapter: self.id.clone(), second, text }
    }
}

/// Captions follow each other with a space only between words of a script that has spaces.
fn join(text: &mut String, more: &str) {
    let is_plain = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
    if is_plain(text.chars().next_back()) && is_plain(more.chars().next()) {
        text.push(' ');
    }
    text.push_str(more);
}
