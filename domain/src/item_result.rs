//! Anonymous item results: how the questions of a course were answered on one device, so that its authors
//! find the questions that do not serve. A learner exports them by hand; nothing else writes them.
//!
//! A file is UTF-8 JSON, one file a course:
//!
//! ```text
//! {"yoshu":"item-results","version":1,"course":"als-pre","contents":[
//! {"content":"00112233aabbccdd","attempts":[
//! {"first":true,"items":[
//! {"question":"q-01","outcome":"right","taken":[2]},
//! {"question":"q-02","outcome":"unanswered"}
//! ]}
//! ]}
//! ]}
//! ```
//!
//! That is all it ever holds: no name, no id of an attempt or a device, no token, no time. Attempts stand
//! in the order in which they were handed in; questions by their ids, not in the order in which they were
//! drawn, which only this one learner saw. Still, a set of answers can be telling to somebody who knows it
//! from elsewhere: a completion token may name the questions missed.

mod text;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use token::identifier::{ContentHash, CourseId};

use crate::assessment::Answer;
use crate::catalog::QuestionId;
use crate::journal::{Attempt, HandedIn, Journal};

pub use text::{ItemResultsError, read, write};

/// The version of the form that this program writes and reads.
pub const VERSION: u32 = 1;

/// The results of one course on one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemResults {
    /// The course.
    pub course: CourseId,
    /// By version of the course, in the order in which they were first attempted.
    pub contents: Vec<ContentResults>,
}

/// The attempts at one version of a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContentResults {
    /// The version.
    #[serde(with = "crate::text_form")]
    pub content: ContentHash,
    /// The attempts that were handed in, in this order.
    pub attempts: Vec<AttemptResult>,
}

/// One attempt that was handed in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttemptResult {
    /// Was nothing handed in before it, in whatever version of the course? From then on the learner has
    /// seen the right answers.
    pub first: bool,
    /// What was asked, by question id.
    pub items: Vec<ItemResult>,
}

/// How one question was answered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemResult {
    /// The question.
    pub question: QuestionId,
    /// How it was graded.
    pub outcome: Outcome,
    /// Which choices were taken, from 0 in the authors' order and ascending; of true and false, 0 is
    /// true. None where there are none to take, and none of an unanswered question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<u16>,
}

/// How an answer was graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Right.
    Right,
    /// Answered, but not right.
    Wrong,
    /// Not answered, or only begun.
    Unanswered,
}

impl ItemResults {
    /// What the journal holds of a course; `None` when no attempt was handed in.
    #[must_use]
    pub fn of(journal: &Journal, course: &CourseId) -> Option<Self> {
        let mut finished: Vec<(&HandedIn, Attempt<'_>)> = Vec::new();
        for attempt in journal.attempts(course) {
            let Some(handed_in) = attempt.handed_in else { continue };
            if attempt.questions.is_empty() {
                continue;
            }
            let moment = (handed_in.at, attempt.id);
            let place = finished.partition_point(|(at, other)| (at.at, other.id) < moment);
            finished.insert(place, (handed_in, attempt));
        }
        let mut contents: Vec<ContentResults> = Vec::new();
        for (index, (handed_in, attempt)) in finished.iter().enumerate() {
            let result = AttemptResult { first: index == 0, items: items(attempt, handed_in) };
            match contents.iter_mut().find(|known| known.content == attempt.content) {
                Some(known) => known.attempts.push(result),
                None => contents
                    .push(ContentResults { content: attempt.content, attempts: [result].into() }),
            }
        }
        (!contents.is_empty()).then(|| Self { course: course.clone(), contents })
    }

    /// How many attempts there are.
    #[must_use]
    pub fn attempts(&self) -> usize {
        self.contents.iter().map(|content| content.attempts.len()).sum()
    }

    /// How many answers there are.
    #[must_use]
    pub fn items(&self) -> usize {
        let attempts = self.contents.iter().flat_map(|content| &content.attempts);
        attempts.map(|attempt| attempt.items.len()).sum()
    }
}

/// As it was graded then: the questions may have been changed since.
fn items(attempt: &Attempt<'_>, handed_in: &HandedIn) -> Vec<ItemResult> {
    let mut items = BTreeMap::new();
    for question in attempt.questions {
        let taken = attempt.answer(question).and_then(taken);
        let outcome = match &taken {
            None => Outcome::Unanswered,
            Some(_) if handed_in.missed.contains(question) => Outcome::Wrong,
            Some(_) => Outcome::Right,
        };
        let taken = taken.unwrap_or_default();
        items.insert(question, ItemResult { question: question.clone(), outcome, taken });
    }
    items.into_values().collect()
}

/// The choices that an answer takes; `None` when it was only begun. A number that cannot be read counts
/// as a wrong one here: what its unit is only the questions know.
fn taken(answer: &Answer) -> Option<Vec<u16>> {
    let choice = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
    match answer {
        Answer::TrueFalse(given) => Some([u16::from(!given)].into()),
        Answer::Single(given) => Some([choice(*given)].into()),
        Answer::Multiple(given) if given.is_empty() => None,
        Answer::Multiple(given) => Some(given.iter().copied().map(choice).collect()),
        Answer::Match(given) => given.iter().all(Option::is_some).then(Vec::new),
        Answer::Number(given) if given.trim().is_empty() => None,
        Answer::Order(_) | Answer::Number(_) | Answer::Spot(_) => Some(Vec::new()),
    }
}
