//! Questions of a self-assessment.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{ChapterId, QuestionId, TopicId};
use crate::unit::{Localized, MediaMs};

/// `questions.json`: all questions of a course, in the authors' order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// The questions.
    pub questions: Vec<Question>,
}

impl Pool {
    /// The question of this id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The place of this question in the pool, from 0.
    #[must_use]
    pub fn position(&self, id: &QuestionId) -> Option<usize> {
        self.questions.iter().position(|question| question.id == *id)
    }
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The question's id within its pool.
    pub id: QuestionId,
    /// What it is about.
    pub topic: TopicId,
    /// How it is answered, and what is right.
    pub kind: QuestionKind,
    /// What is asked.
    pub text: Localized,
    /// The choices, in the authors' order; none for true/false.
    pub choices: Vec<Localized>,
    /// Why the right answer is right.
    pub why: Localized,
    /// The seconds of the course that teach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teaches: Option<Passage>,
}

/// How a question is answered, and what is right. Choices are counted from 0 in the authors' order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// True or false.
    TrueFalse {
        /// Is the statement true?
        right: bool,
    },
    /// One choice is right.
    Single {
        /// Which one.
        right: usize,
    },
    /// All the right choices, and only those.
    Multiple {
        /// Which ones.
        right: Vec<usize>,
    },
}

/// The stretch of a chapter that teaches a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The chapter.
    pub chapter: ChapterId,
    /// Where it begins.
    pub from: MediaMs,
    /// Where it ends.
    pub to: MediaMs,
}
