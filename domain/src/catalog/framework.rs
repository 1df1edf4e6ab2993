//! Under which regulation a course stands, and what a JMA ALS course says of itself.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use token::calendar::JstDate;

use crate::rules::Specialist;
use crate::unit::Localized;

/// Under which regulation a course stands, beside the table that its outline names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Framework {
    /// The table's name, so that the course's page need not load the table to name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_title: Option<Localized>,
    /// What a JMA ALS course says of itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub als: Option<AlsCourse>,
    /// From when on the course counts as 専門医共通講習, where it is one and a table says so (R22).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specialist: Option<Specialist>,
}

/// What a JMA ALS course says of itself for its designation, and for those who may take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlsCourse {
    /// Who holds it: 実施主体 (R53).
    pub body: String,
    /// Whether the president of the JMA has designated it (R53).
    pub designation: DesignationStatus,
    /// What equipment it supposes (R60).
    pub equipment: EquipmentProfile,
    /// Whose equipment that is (R77).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<EquipmentOwner>,
    /// Its text (R70).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub textbook: Option<String>,
    /// オプション研修 that it contains (R67, R79).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<AlsOption>,
    /// It consists of options alone: only for those who hold a 修了証 already (R79).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub options_only: bool,
    /// The parts of a split course, in their order (R64); empty for a course in one piece.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<AlsPart>,
}

/// Whether the president of the JMA has designated a course (R53).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DesignationStatus {
    /// 未申請.
    NotApplied,
    /// 申請中.
    Applied,
    /// 指定済.
    Designated,
}

/// What equipment an ALS course supposes (R60).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EquipmentProfile {
    /// What a hospital has.
    #[default]
    Hospital,
    /// What a clinic has: equipment it does not normally keep may be left out.
    Clinic,
}

/// Whose equipment an ALS course uses (R77).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EquipmentOwner {
    /// 自己所有.
    Own,
    /// 貸与, as from a university or an emergency centre.
    Lent,
    /// レンタル.
    Rented,
}

/// An オプション研修 that a course contains (R67).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlsOption {
    /// Its id in the table.
    pub id: String,
    /// Its name.
    pub name: Localized,
}

/// A part of a course that is held in several (R64).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlsPart {
    /// What it is.
    pub title: Localized,
    /// Who holds it.
    pub body: String,
    /// Who allowed that another body than the course's own holds it (R65).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
}

/// A prefectural association's approval of a part held by another body (R65).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who approved.
    pub by: String,
    /// When.
    #[serde(with = "crate::text_form")]
    pub on: JstDate,
    /// Number of the document.
    pub document: String,
}
