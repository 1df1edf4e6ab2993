//! A 別表 of the fire service (応急手当講習): items, minutes, split, ratios, window.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::StatementId;
use crate::text_form::{checked_name, is_plain_name};
use crate::unit::Percent;

checked_name!(
    /// A 細目 within its table, such as `compression`; ASCII letters, digits, `-`, `_`, `.`; at most 40 bytes.
    DetailId,
    |text| is_plain_name(text, 40)
);

/// The numbers of a 別表. Times are minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// 合計時間.
    pub total: u16,
    /// 項目, in order.
    pub items: Vec<Item>,
    /// How the total may be divided between e-learning and practical (R148); empty where the table offers no
    /// e-learning (R106, R118).
    pub splits: Vec<Split>,
    /// What may be held as a live online course.
    pub live_online: LiveOnline,
    /// How the practical part is held (R117).
    pub practical: Practical,
    /// The statement that lets the lecture be held as e-learning or live online (R97).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<StatementId>,
    /// The statement by which no e-learning leads to a completion code, where there are no splits (R118–R125).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_elearning: Option<StatementId>,
    /// Sums over the items of one outer heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subtotals: Vec<Subtotal>,
    /// The written and practical examination (R111).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exam: Option<Exam>,
    /// Class, sets, instructors (R93–R95).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratios: Option<Ratios>,
    /// From the lecture to the practical (R98, R147).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// 再講習 (R100).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retraining: Option<Retraining>,
    /// The statement that lets content and time be divided (R96).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_split: Option<StatementId>,
    /// The statement that lets the time be shortened (R99).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_shorten: Option<StatementId>,
}

/// 項目: a row of the table, or a group of rows under one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The headings from the outer to the inner one: 救命に必要な応急手当 › 心肺蘇生法.
    pub headings: Vec<String>,
    /// The time of these rows, where the table gives one or its sum leaves only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<PartMinutes>,
    /// 細目.
    pub details: Vec<Detail>,
}

/// The sum of the items under one outer heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subtotal {
    /// The first heading of those items.
    pub heading: String,
    /// Their minutes together.
    pub minutes: PartMinutes,
}

/// Minutes of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartMinutes {
    /// How many.
    pub minutes: u16,
    /// Not printed in the source: what its total leaves (C10.3).
    #[serde(default)]
    pub derived: bool,
}

/// 細目.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// Its id, as chapters name it.
    pub id: DetailId,
    /// The source's wording.
    pub title: String,
    /// The heading of its own below the item's, such as 心肺蘇生法; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// What an e-learning is expected to do about it.
    pub kind: DetailKind,
}

/// What an e-learning is expected to do about a 細目: our own reading, which the source leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DetailKind {
    /// Teach it: a chapter must cover it.
    Lecture,
    /// Belongs to the longer e-learning alone (上級, 120分相当).
    ExtendedLecture,
    /// Nothing: it is done in the practical session.
    Practical,
    /// An examination.
    Exam,
}

/// One way to divide the total.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// 座学相当.
    pub elearning: u16,
    /// 対面による実技講習等.
    pub inperson: u16,
    /// What the e-learning includes beyond the usual.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub includes: String,
    /// The statement that says so.
    pub statement: StatementId,
}

/// What may be held as オンライン講習 (two-way, live).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LiveOnline {
    /// Nothing.
    None,
    /// The lecture.
    Lecture,
    /// The lecture, and the practical too (R117).
    LectureAndPractical,
    /// All of it, and nothing by e-learning (R118).
    All,
}

/// How the practical part is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Practical {
    /// 対面による.
    FaceToFace,
    /// In person or live online (R117).
    FaceToFaceOrLive,
}

/// 筆記試験・実技試験 (R111).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exam {
    /// 原則として so many percent.
    pub pass: Percent,
    /// The statement that says so.
    pub statement: StatementId,
}

/// What is recommended (望ましい): warnings, never obstacles (R95).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratios {
    /// Learners of a class.
    pub class: u16,
    /// Learners to a set of training equipment.
    pub per_set: u16,
    /// Learners to an instructor.
    pub per_instructor: u16,
    /// The statements that say so: of the class, the sets, the instructors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<StatementId>,
}

/// おおむね so many months from the lecture to the practical (R147).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Calendar months.
    pub months: u16,
    /// Days after that which may still pass for おおむね: our own reading; the instructor decides.
    #[serde(default)]
    pub grace_days: u16,
    /// The statement that says so.
    pub statement: StatementId,
}

/// 定期的な再講習 (R100).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retraining {
    /// From so many years.
    pub from_years: u16,
    /// To so many years.
    pub to_years: u16,
    /// How binding it is.
    pub duty: RetrainingDuty,
    /// The statement that says so.
    pub statement: StatementId,
}

/// How binding a 再講習 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RetrainingDuty {
    /// Learners are advised to take it (受講するよう指導すること).
    Advised,
    /// Learners take it (受講すること).
    Required,
    /// Those are advised to take it who are expected to respond.
    AdvisedIfExpectedToRespond,
}
