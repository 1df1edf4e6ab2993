//! One rule in its source's own words.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::text_form::{checked_name, is_plain_name};
use crate::unit::Localized;

checked_name!(
    /// A statement within its table, such as `note-4`; ASCII letters, digits, `-`, `_`, `.`; at most 40 bytes.
    StatementId,
    |text| is_plain_name(text, 40)
);

/// One rule of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id within the table.
    pub id: StatementId,
    /// Where in the table it stands.
    pub kind: StatementKind,
    /// The source's sentence; for a [`StatementKind::Reading`] our own.
    pub text: String,
    /// Our own English of it; the source is Japanese.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_en: Option<String>,
    /// The requirements that were read from it, such as `R97`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<String>,
    /// Where it stands in the source: 備考4, Ⅱ-Q7.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// A remark of ours: a slip of the scan, a conflict and how it was decided (C10), the question to which the sentence is
    /// the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<Localized>,
}

impl Statement {
    /// Whether it is an answer that nobody understands without its question: then the remark gives that.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        ["はい。", "いいえ。"].iter().any(|word| self.text.starts_with(word))
    }
}

/// Where in its table a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementKind {
    /// 到達目標.
    Goal,
    /// 標準的な実施要領.
    Conduct,
    /// 備考.
    Note,
    /// Any other sentence of the source.
    Rule,
    /// From a public page that is not among the source documents: to be confirmed.
    Public,
    /// Our own reading, which the source does not say in words.
    Reading,
}
