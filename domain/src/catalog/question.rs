//! Questions of a self-assessment.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{ChapterId, MediaName, QuestionId, Region, TopicId};
use crate::decimal::Decimal;
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
    /// The choices of a single or multiple question, in the authors' order; none for other kinds.
    pub choices: Vec<Localized>,
    /// Why the right answer is right.
    pub why: Localized,
    /// The seconds of the course that teach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teaches: Option<Passage>,
    /// The seconds of the course that the question is about: they play first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scene: Option<Passage>,
}

/// How a question is answered, and what is right. Choices, items and pairs are counted from 0 in the
/// authors' order.
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
    /// Things to be put into their order; only the whole order is right.
    Order {
        /// The things in the right order.
        items: Vec<Localized>,
    },
    /// To each left the right that belongs to it; each right belongs to one left.
    Match {
        /// What belongs together.
        pairs: Vec<Pair>,
    },
    /// A number.
    Numeric {
        /// The right one.
        answer: Decimal,
        /// How far from it is right too.
        tolerance: Decimal,
        /// What it counts.
        unit: Localized,
    },
    /// A place in a picture.
    Hotspot {
        /// The picture.
        picture: Picture,
        /// A place in any of these is right.
        regions: Vec<Region>,
        /// The right place in words.
        region: Localized,
    },
}

/// Two things that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// What is given.
    pub left: Localized,
    /// What belongs to it.
    pub right: Localized,
}

/// A picture that a question asks about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its file.
    pub name: MediaName,
    /// Its width in pixels.
    pub width: u16,
    /// Its height in pixels.
    pub height: u16,
    /// What it shows, without giving the answer away.
    pub alt: Localized,
}

impl Picture {
    /// Width and height.
    #[must_use]
    pub const fn size(&self) -> (u16, u16) {
        (self.width, self.height)
    }
}

/// A stretch of a chapter: what teaches a question, or what it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The chapter.
    pub chapter: ChapterId,
    /// Where it begins.
    pub from: MediaMs,
    /// Where it ends.
    pub to: MediaMs,
}
