//! What Yoshu itself supposes about courses: no rule of any source, but numbers that its judgement of courses rests on.

use serde::{Deserialize, Serialize};

use super::StatementId;

/// Yoshu's own suppositions about courses, to be replaced by whoever knows better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// How many characters of lecture text are read in a minute (R149).
    pub characters_per_minute: Supposed,
    /// How many seconds a question and its explanation take (R149).
    pub seconds_per_question: Supposed,
    /// How many times the number drawn the pool should hold.
    pub draws_in_pool: Supposed,
    /// Seconds of a video that may pass without a caption.
    pub caption_gap_seconds: Supposed,
    /// The statement that each chapter should be asked about.
    pub questions: StatementId,
    /// The statement that each chapter should name its sources.
    pub sources: StatementId,
    /// The statement that a medical review leaves a record.
    pub review: StatementId,
}

/// A number that is supposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supposed {
    /// The number.
    pub value: u16,
    /// The statement that says why.
    pub statement: StatementId,
}
