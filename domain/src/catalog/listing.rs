//! How a course is found in the catalogue.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

/// What helps people find a course.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// How the title is read, in hiragana.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kana: String,
    /// Further words that people search for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// What kind of source its credit comes from (R10, R14).
    #[serde(default, skip_serializing_if = "SourceKind::is_other")]
    pub source_kind: SourceKind,
    /// The trainings of the medical fee schedule that it counts for (R23).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TrainingTag>,
    /// Its worth as 専門医共通講習 (R22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialist: Option<SpecialistCredit>,
}

/// What kind of source a credit comes from: the JMA portal's two lists are made of these (R10, R14).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// 生涯教育講座.
    CmeLecture,
    /// インターネット生涯教育協力講座.
    PartnerLecture,
    /// 「日医雑誌」問題解答.
    Journal,
    /// ラジオNIKKEI「医学講座」.
    Radio,
    /// 日医雑誌オンライン.
    JournalOnline,
    /// None of these.
    #[default]
    Other,
}

impl SourceKind {
    fn is_other(&self) -> bool {
        *self == Self::Other
    }
}

/// The two lists that the JMA's portal offers (R10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourcePreset {
    /// 日医e-ラーニング全単位・CC.
    #[default]
    All,
    /// 生涯教育講座・協力講座単位・CC.
    Lectures,
}

impl SourcePreset {
    /// Whether a source belongs to the list.
    #[must_use]
    pub const fn includes(self, kind: SourceKind) -> bool {
        match self {
            Self::All => true,
            Self::Lectures => matches!(kind, SourceKind::CmeLecture | SourceKind::PartnerLecture),
        }
    }
}

/// A training that the medical fee schedule asks for (R23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrainingTag {
    /// 向精神薬長期処方の研修要件.
    PsychotropicLongTerm,
    /// 地域包括診療加算・地域包括診療料の「慢性疾患の指導に係る適切な研修」.
    ChronicDiseaseGuidance,
}

/// What a learner may need a course for besides units and codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// 専門医共通講習 (R22).
    Specialist,
    /// A training of the medical fee schedule (R23).
    Training(TrainingTag),
}

impl Purpose {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [
        Self::Specialist,
        Self::Training(TrainingTag::PsychotropicLongTerm),
        Self::Training(TrainingTag::ChronicDiseaseGuidance),
    ];

    /// Whether a course serves it.
    #[must_use]
    pub fn is_served_by(self, listing: &Listing) -> bool {
        match self {
            Self::Specialist => listing.specialist.is_some(),
            Self::Training(tag) => listing.tags.contains(&tag),
        }
    }
}

/// What a course is worth as 専門医共通講習 (R22).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecialistCredit {
    /// The category, such as 医療倫理.
    pub category: SpecialistCategory,
    /// Units in tenths: 10 is 1.0 unit.
    pub units_tenths: u16,
}

/// The categories of 専門医共通講習. The source names 医療倫理 and says "such as": others are kept as their organiser
/// writes them (R22).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpecialistCategory {
    /// 医療倫理.
    MedicalEthics,
    /// 医療安全.
    MedicalSafety,
    /// 感染対策.
    InfectionControl,
    /// Another, in the organiser's words.
    Named(String),
}
