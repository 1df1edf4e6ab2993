//! The form of the file, written and strictly read.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};
use token::identifier::CourseId;

use super::{AttemptResult, ContentResults, ItemResults, Outcome, VERSION};
use crate::catalog::QuestionId;

const KIND: &str = "item-results";

/// Why a text cannot be read as item results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemResultsError {
    /// There is nothing in it.
    Empty,
    /// Not JSON: cut off, or changed by hand.
    NotJson {
        /// Where, from 1.
        line: usize,
        /// Where in the line, from 1.
        column: usize,
    },
    /// JSON, but not item results of Yoshu's.
    NotItemResults,
    /// Of a version that this program does not know.
    UnknownVersion(u64),
    /// A field is missing, unknown, or not what it should be.
    WrongField {
        /// Where, from 1; 0 when the reader cannot tell.
        line: usize,
        /// What the reader says.
        reason: String,
    },
    /// No attempt, or one without a question.
    NothingAsked,
    /// A question stands twice in one attempt.
    Repeated(QuestionId),
    /// The choices taken contradict the outcome, or are not in ascending order.
    Contradiction(QuestionId),
    /// More than one attempt is called the first, or a version of the course stands twice.
    NotOneDevice,
}

impl fmt::Display for ItemResultsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::NotJson { line, column } => write!(f, "line {line}:{column}: not JSON"),
            Self::NotItemResults => f.write_str("not item results of Yoshu's"),
            Self::UnknownVersion(version) => {
                write!(f, "version {version} of the form; this program reads version {VERSION}")
            }
            Self::WrongField { line, reason } => write!(f, "line {line}: {reason}"),
            Self::NothingAsked => f.write_str("no attempt, or one without a question"),
            Self::Repeated(question) => write!(f, "{question} stands twice in one attempt"),
            Self::Contradiction(question) => {
                write!(f, "{question}: the choices taken contradict the outcome")
            }
            Self::NotOneDevice => {
                f.write_str("not as one device writes it: two first attempts, or one version twice")
            }
        }
    }
}

impl core::error::Error for ItemResultsError {}

/// What a text says of itself, whatever else is in it.
#[derive(Deserialize)]
struct Head {
    yoshu: String,
    version: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    #[serde(rename = "yoshu")]
    _kind: String,
    #[serde(rename = "version")]
    _version: u32,
    #[serde(with = "crate::text_form")]
    course: CourseId,
    contents: Vec<ContentResults>,
}

/// The results as text, an answer a line, so that a person can read what the file holds.
#[must_use]
pub fn write(results: &ItemResults) -> String {
    let course = json(&results.course.to_string());
    let contents = list(results.contents.iter().map(|content| {
        let attempts = list(content.attempts.iter().map(|attempt| {
            let items = list(attempt.items.iter().map(json));
            format!(r#"{{"first":{},"items":{items}}}"#, attempt.first)
        }));
        format!(r#"{{"content":"{}","attempts":{attempts}}}"#, content.content)
    }));
    format!(r#"{{"yoshu":"{KIND}","version":{VERSION},"course":{course},"contents":{contents}}}"#)
        + "\n"
}

fn list(lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.collect();
    format!("[\n{}\n]", lines.join(",\n"))
}

fn json<T: Serialize>(value: &T) -> String {
    // safe: texts, numbers and lists always have a JSON form
    serde_json::to_string(value).unwrap_or_default()
}

/// Reads what [`write`] wrote, and nothing else.
///
/// # Errors
/// Anything that is not just as a device writes it.
pub fn read(text: &str) -> Result<ItemResults, ItemResultsError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ItemResultsError::Empty);
    }
    let head: Head = serde_json::from_str(text).map_err(|error| {
        if error.is_data() {
            ItemResultsError::NotItemResults
        } else {
            ItemResultsError::NotJson { line: error.line(), column: error.column() }
        }
    })?;
    if head.yoshu != KIND {
        return Err(ItemResultsError::NotItemResults);
    }
    if head.version != u64::from(VERSION) {
        return Err(ItemResultsError::UnknownVersion(head.version));
    }
    let form: Form = serde_json::from_str(text).map_err(|error| ItemResultsError::WrongField {
        line: error.line(),
        reason: error.to_string(),
    })?;
    check(&form.contents)?;
    Ok(ItemResults { course: form.course, contents: form.contents })
}

fn check(contents: &[ContentResults]) -> Result<(), ItemResultsError> {
    let versions: BTreeSet<_> = contents.iter().map(|content| content.content.0).collect();
    let attempts = || contents.iter().flat_map(|content| &content.attempts);
    let firsts = attempts().filter(|attempt| attempt.first).count();
    if versions.len() < contents.len() || firsts > 1 {
        return Err(ItemResultsError::NotOneDevice);
    }
    if contents.is_empty() || contents.iter().any(|content| content.attempts.is_empty()) {
        return Err(ItemResultsError::NothingAsked);
    }
    attempts().try_for_each(check_attempt)
}

fn check_attempt(attempt: &AttemptResult) -> Result<(), ItemResultsError> {
    if attempt.items.is_empty() {
        return Err(ItemResultsError::NothingAsked);
    }
    let mut seen = BTreeSet::new();
    for item in &attempt.items {
        if !seen.insert(&item.question) {
            return Err(ItemResultsError::Repeated(item.question.clone()));
        }
        let ascends = item.taken.is_sorted_by(|one, next| one < next);
        if !ascends || (item.outcome == Outcome::Unanswered && !item.taken.is_empty()) {
            return Err(ItemResultsError::Contradiction(item.question.clone()));
        }
    }
    Ok(())
}
