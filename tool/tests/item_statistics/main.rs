//! Item statistics: the numbers, the files that they come from, and the command that shows them.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod command;
mod files;
mod numbers;

use std::path::{Path, PathBuf};

use domain::catalog::Question;
use domain::item_result::{self, AttemptResult, ContentResults, ItemResult, ItemResults, Outcome};
use tool::statistics::edition::{self, Edition, choices};
use tool::statistics::intake::{Choosing, Given, take_in};
use tool::statistics::report::Report;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site/courses/fixture")
}

fn fixture_edition() -> Edition {
    edition::load(&fixture()).unwrap().remove(0)
}

/// A learner who answers the first so many of the pool rightly and the others wrongly, as the portal writes it.
fn learner(edition: &Edition, right: usize, first: bool) -> ItemResults {
    let item = |(at, question): (usize, &Question)| {
        let keys = choices(question);
        let is_right = at < right;
        let of = |wanted: bool| keys.iter().position(|choice| choice.is_right == wanted);
        let taken: Vec<u16> = if is_right {
            let rights = keys.iter().enumerate().filter(|(_, choice)| choice.is_right);
            rights.map(|(choice, _)| choice as u16).collect()
        } else {
            of(false).into_iter().map(|choice| choice as u16).collect()
        };
        let outcome = if is_right { Outcome::Right } else { Outcome::Wrong };
        ItemResult { question: question.id.clone(), outcome, taken }
    };
    let items = edition.pool.questions.iter().enumerate().map(item).collect();
    let attempts = vec![AttemptResult { first, items }];
    let contents = vec![ContentResults { content: edition.content, attempts }];
    ItemResults { course: edition.id.clone(), contents }
}

fn given(name: &str, results: &ItemResults) -> Given {
    (PathBuf::from(name), Ok(item_result::write(results).into_bytes()))
}

fn counted(given: Vec<Given>, editions: &[Edition], choosing: Choosing) -> Report {
    let intake = take_in(given, &editions[0].id, editions, choosing);
    assert_eq!(intake.bad, []);
    Report::new(&editions[0].id, editions, &intake, choosing.later)
}

const FIRST: Choosing = Choosing { later: false, once: false };
