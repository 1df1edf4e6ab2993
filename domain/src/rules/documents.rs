//! Which documents there are and who may receive them (C7).

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::StatementId;
use crate::text_form::{checked_name, is_plain_name};
use crate::unit::Localized;

checked_name!(
    /// A kind of person, such as `member-physician`; ASCII letters, digits, `-`, `_`, `.`; at most 40 bytes.
    PersonId,
    |text| is_plain_name(text, 40)
);
checked_name!(
    /// A kind of document, such as `als-certificate`; the same characters as a person.
    DocumentId,
    |text| is_plain_name(text, 40)
);

/// Kinds of documents, and who may receive each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Documents {
    /// Kinds of persons.
    pub persons: Vec<Person>,
    /// Kinds of documents.
    pub documents: Vec<Document>,
}

/// A kind of person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// What they are called.
    pub title: Localized,
}

/// A kind of document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The id.
    pub id: DocumentId,
    /// What it is called.
    pub title: Localized,
    /// Who may receive it: an answer for each kind of person.
    pub answers: Vec<Answer>,
    /// The statements that say so.
    pub statements: Vec<StatementId>,
}

/// Whether a kind of person may receive a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The kind of person.
    pub person: PersonId,
    /// Whether they may.
    pub receives: Receives,
    /// Under which condition, or a remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Localized>,
    /// Our own conclusion, which the source does not say in words.
    #[serde(default)]
    pub inferred: bool,
}

/// Whether a document may be received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Receives {
    /// It may.
    Yes,
    /// It may not.
    No,
    /// It may, under a condition.
    Condition,
    /// The source does not speak of such persons.
    Unsaid,
}

impl Documents {
    /// Whether a kind of person may receive a kind of document; none when the table knows one of them not.
    #[must_use]
    pub fn may_receive(&self, document: &str, person: &str) -> Option<&Answer> {
        let document = self.documents.iter().find(|of| of.id.as_str() == document)?;
        document.answers.iter().find(|answer| answer.person.as_str() == person)
    }
}

impl Document {
    /// The kinds of persons that the document has no answer for.
    pub fn unanswered<'a>(&'a self, persons: &'a [Person]) -> impl Iterator<Item = &'a Person> {
        persons.iter().filter(|person| self.answers.iter().all(|of| of.person != person.id))
    }
}
