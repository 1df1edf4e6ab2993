//! Words that a course must not use (R56), in every text that learners can read: settings, lecture texts, questions,
//! captions, descriptions of figures and their lettering.
//!
//! A sentence that says that the course is *no* qualification must use the word. The table lists the phrases in which it may
//! stand. They are whole phrases on purpose: a pattern such as "word … not" would also let "this qualification is not hard
//! to get" pass, and a phrase too few costs its author a minute, while a claim too many is printed.

use domain::rules::{Forbidden, RuleTable};

use super::prose::{Prose, Reading};
use super::{Inspector, cite};
use crate::breach::Breach;

/// Characters shown on each side of a word.
const REACH: usize = 8;

/// Reports every forbidden word that stands in no allowed phrase.
pub(super) fn check(inspector: &Inspector<'_>, table: &RuleTable, forbidden: &Forbidden) {
    let letters = |words: &[String]| -> Vec<Vec<char>> {
        let plain = |word: &String| word.chars().filter(|c| !c.is_whitespace()).collect();
        words.iter().map(plain).collect()
    };
    let (words, allowed) = (letters(&forbidden.words), letters(&forbidden.allowed));
    for (name, path) in inspector.subject.files {
        let Some(reading) = Reading::of(name, path) else { continue };
        for prose in &reading.prose {
            for (at, word) in occurrences(prose, &words, &allowed) {
                let breach = Breach::ForbiddenWord {
                    word: word.iter().collect(),
                    context: prose.around(at, word.len(), REACH),
                };
                let place = reading.place(prose.characters[at].1);
                inspector.find_at(&place, breach, cite(table, Some(&forbidden.statement)));
            }
        }
    }
}

/// Where words stand outside allowed phrases. Of words that begin at one place the longest is reported.
fn occurrences<'a>(
    prose: &Prose,
    words: &'a [Vec<char>],
    allowed: &[Vec<char>],
) -> Vec<(usize, &'a [char])> {
    let excused: Vec<(usize, usize)> = allowed
        .iter()
        .flat_map(|phrase| prose.find(phrase).map(move |at| (at, at + phrase.len())))
        .collect();
    let mut found: Vec<(usize, &[char])> = Vec::new();
    for word in words {
        for at in prose.find(word) {
            let end = at + word.len();
            if !excused.iter().any(|(from, to)| *from <= at && end <= *to) {
                found.push((at, word));
            }
        }
    }
    found.sort_by_key(|(at, word)| (*at, usize::MAX - word.len()));
    found.dedup_by_key(|(at, _)| *at);
    found
}
