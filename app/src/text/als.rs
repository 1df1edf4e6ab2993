//! Sentences of the course page about a JMA ALS course.

use domain::catalog::{Approval, DesignationStatus, EquipmentOwner, EquipmentProfile};

use super::{Language, format};

/// Fixed sentences.
pub struct Words {
    /// Heading over what an ALS course says of itself.
    pub heading: &'static str,
    /// Whose words the facts are.
    pub stated: &'static str,
    /// Field: 実施主体.
    pub body: &'static str,
    /// Field: whether the course is designated.
    pub designation: &'static str,
    /// Field: equipment.
    pub equipment: &'static str,
    /// Field: オプション研修.
    pub options: &'static str,
    /// Field: the text.
    pub textbook: &'static str,
    /// Heading over the parts of a split course.
    pub parts: &'static str,
    /// What a split course asks for (R64).
    pub parts_advice: &'static str,
    /// Title of the notice that a course of options alone asks for a 修了証 (R79).
    pub holders_only: &'static str,
    /// What that means.
    pub holders_only_advice: &'static str,
}

/// Japanese.
static JA: Words = Words {
    heading: "日本医師会ALS研修として",
    stated: "この欄は主催者の申告です。",
    body: "実施主体",
    designation: "日本医師会長の指定",
    equipment: "資器材",
    options: "オプション研修",
    textbook: "テキスト",
    parts: "分割開催の回",
    parts_advice: "すべての回を順に受けて、はじめて研修の修了になります。",
    holders_only: "修了証をお持ちの方のための講習です",
    holders_only_advice: "オプション研修だけの講習です。日本医師会ALS研修の修了証を交付された方が追加で受講する場合に限り、オプション研修会として認められます。",
};

/// English.
static EN: Words = Words {
    heading: "As a JMA ALS course",
    stated: "As stated by the organiser.",
    body: "Held by",
    designation: "Designation by the JMA’s president",
    equipment: "Equipment",
    options: "Options",
    textbook: "Textbook",
    parts: "Parts of the course",
    parts_advice: "The course is completed only when all parts were taken, in their order.",
    holders_only: "For those who hold the certificate already",
    holders_only_advice: "This course consists of options alone. It counts only for those to whom the certificate of the JMA ALS course has been issued.",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Whether the course is designated (R53).
pub fn designation(status: DesignationStatus, language: Language) -> &'static str {
    match (status, language) {
        (DesignationStatus::NotApplied, Language::Ja) => "未申請",
        (DesignationStatus::NotApplied, Language::En) => "not applied for",
        (DesignationStatus::Applied, Language::Ja) => "申請中",
        (DesignationStatus::Applied, Language::En) => "applied for",
        (DesignationStatus::Designated, Language::Ja) => "指定済",
        (DesignationStatus::Designated, Language::En) => "designated",
    }
}

/// What equipment the course supposes (R60), and whose it is (R77).
pub fn equipment(
    profile: EquipmentProfile,
    owner: Option<EquipmentOwner>,
    language: Language,
) -> String {
    let supposed = match (profile, language) {
        (EquipmentProfile::Hospital, Language::Ja) => "病院にある設備で行います",
        (EquipmentProfile::Hospital, Language::En) => "What a hospital has",
        (EquipmentProfile::Clinic, Language::Ja) => {
            "診療所向け（診療所に普段ない設備は省くことがあります）"
        }
        (EquipmentProfile::Clinic, Language::En) => {
            "What a clinic has (what it does not normally keep may be left out)"
        }
    };
    let Some(owner) = owner else { return supposed.to_owned() };
    let whose = match (owner, language) {
        (EquipmentOwner::Own, Language::Ja) => "自己所有",
        (EquipmentOwner::Own, Language::En) => "own equipment",
        (EquipmentOwner::Lent, Language::Ja) => "貸与",
        (EquipmentOwner::Lent, Language::En) => "on loan",
        (EquipmentOwner::Rented, Language::Ja) => "レンタル",
        (EquipmentOwner::Rented, Language::En) => "rented",
    };
    match language {
        Language::Ja => format!("{supposed}・{whose}"),
        Language::En => format!("{supposed}; {whose}"),
    }
}

/// The name of a part by its place.
pub fn part(number: usize, title: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("第{number}回　{title}"),
        Language::En => format!("Part {number}: {title}"),
    }
}

/// The day on which another body was allowed to hold a part (R65). Who allowed it and by which document stands behind
/// it, in Japanese alone.
pub fn approved(approval: &Approval, language: Language) -> String {
    let day = format::jst_date(approval.on, true, language);
    match language {
        Language::Ja => format!("承認：{day}"),
        Language::En => format!("Approved on {day}:"),
    }
}
