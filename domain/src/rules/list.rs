//! `rules.json`: which tables a site has, without their text.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{RuleTable, TableBody, TableId};
use crate::unit::Localized;

/// The tables of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleList {
    /// The version of this file's form: [`crate::catalog::CATALOG_VERSION`].
    pub version: u32,
    /// The tables, in the order in which they are shown.
    pub tables: Vec<RuleEntry>,
}

/// A table as the list names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleEntry {
    /// The table's id.
    pub id: TableId,
    /// Its name.
    pub title: Localized,
    /// What kind of table it is.
    pub kind: TableKind,
    /// The day as of which it reads.
    pub as_of: String,
    /// The edition of the data.
    pub version: String,
    /// For a table of minutes: 合計, and whether e-learning may stand for a part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<TrainingGist>,
}

/// A table of minutes in one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingGist {
    /// 合計時間, in minutes.
    pub total: u16,
    /// May e-learning stand for the lecture?
    pub elearning: bool,
}

/// Kinds of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableKind {
    /// A 別表 of the fire service.
    Training,
    /// The rules of a designated ALS course.
    Als,
    /// Curriculum codes.
    Codes,
    /// Ways to earn credits.
    Earning,
    /// Least hours of subjects.
    Hours,
    /// Associations with telephone.
    Associations,
    /// Documents and who may receive them.
    Documents,
    /// What Yoshu itself supposes about courses.
    Estimate,
}

impl TableBody {
    /// What kind of table it is.
    #[must_use]
    pub const fn kind(&self) -> TableKind {
        match self {
            Self::Training(_) => TableKind::Training,
            Self::Als(_) => TableKind::Als,
            Self::Codes(_) => TableKind::Codes,
            Self::Earning(_) => TableKind::Earning,
            Self::Hours(_) => TableKind::Hours,
            Self::Associations(_) => TableKind::Associations,
            Self::Documents(_) => TableKind::Documents,
            Self::Estimate(_) => TableKind::Estimate,
        }
    }
}

impl From<&RuleTable> for RuleEntry {
    fn from(table: &RuleTable) -> Self {
        let training = match &table.body {
            TableBody::Training(training) => {
                Some(TrainingGist { total: training.total, elearning: !training.splits.is_empty() })
            }
            _ => None,
        };
        Self {
            id: table.id.clone(),
            title: table.title.clone(),
            kind: table.body.kind(),
            as_of: table.as_of.clone(),
            version: table.version.clone(),
            training,
        }
    }
}
