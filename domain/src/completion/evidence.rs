//! The evidence file: what stands behind a token, for whoever the learner shows it to. The token
//! holds its digest only.

use alloc::vec;
use alloc::vec::Vec;

use token::cbor::Value;
use token::identifier::Cti;

use crate::assessment::Answer;
use crate::catalog::{CatalogEntry, Pool};
use crate::journal::{Attempt, Journal};
use crate::unit::UnixMs;

/// The evidence of a token, deterministic CBOR (token spec §4):
/// `[1, cti, [[chapter, watched s, first s, last s]…], [[question, choice]…], []]`.
///
/// Chapters are counted from 0 in the course's order, with the moments at which they were first and
/// last played; questions from 0 in the pool's order. A choice is 1 or 0 for true or false, the index
/// of a single choice, or a bitmap of several (bit 0 is the first). Questions without an answer are
/// not listed. A device has no receipts.
#[must_use]
pub fn evidence(
    entry: &CatalogEntry,
    test: Option<(&Attempt<'_>, &Pool)>,
    journal: &Journal,
    cti: Cti,
) -> Vec<u8> {
    let chapters = chapters(entry, journal);
    let choices = test.map(|(attempt, pool)| choices(attempt, pool)).unwrap_or_default();
    let file = vec![
        Value::uint(1),
        Value::bytes(&cti.0),
        Value::Array(chapters),
        Value::Array(choices),
        Value::Array(Vec::new()),
    ];
    Value::Array(file).encode()
}

fn chapters(entry: &CatalogEntry, journal: &Journal) -> Vec<Value> {
    let outline = &entry.outline;
    let row = |(index, chapter): (u64, &crate::catalog::Chapter)| {
        let coverage = journal.coverage(&outline.id, &chapter.id, &chapter.video);
        let watched = coverage.covered_within(chapter.duration).seconds();
        let (first, last) =
            journal.played_between(&outline.id, &chapter.id, &chapter.video).unwrap_or_default();
        let moment = |at: UnixMs| Value::uint(at.seconds().0);
        Value::Array(vec![
            Value::uint(index),
            Value::uint(watched.into()),
            moment(first),
            moment(last),
        ])
    };
    (0..).zip(&outline.chapters).map(row).collect()
}

fn choices(attempt: &Attempt<'_>, pool: &Pool) -> Vec<Value> {
    let asked = (0..).zip(&pool.questions).filter(|(_, q)| attempt.questions.contains(&q.id));
    let row = |(index, question): (u64, &crate::catalog::Question)| {
        let choice = match attempt.answer(&question.id)? {
            Answer::TrueFalse(given) => u64::from(*given),
            Answer::Single(given) => *given as u64,
            Answer::Multiple(given) => {
                given.iter().filter(|i| **i < 64).fold(0, |bits, i| bits | 1 << i)
            }
        };
        Some(Value::Array(vec![Value::uint(index), Value::uint(choice)]))
    };
    asked.filter_map(row).collect()
}
