//! Sentences on who earns the credit of a course.

use domain::audience::{Membership, Reason};

use super::Language;

/// Fixed sentences.
pub struct Words {
    /// The learner earns no credit (R5, adapted: the portal knows a setting, no user id).
    pub earns_none: &'static str,
    /// What is kept from nobody.
    pub may_learn: &'static str,
    /// The learner earns the credit of a course for members.
    pub earns: &'static str,
    /// Link to the setting.
    pub to_setting: &'static str,
    /// No name in the profile.
    pub no_name: &'static str,
    /// Legend of the setting.
    pub question: &'static str,
    /// What the setting does.
    pub hint: &'static str,
}

/// Japanese.
pub static JA: Words = Words {
    earns_none: "この設定では単位の取得ができません",
    may_learn: "講習を読むこと、視聴すること、予習修了コードを作ることはできます。",
    earns: "日本医師会会員として受講します",
    to_setting: "プロフィールの設定を変える",
    no_name: "（氏名未設定）",
    question: "日本医師会の会員ですか",
    hint: "会員だけが単位を取得できる講習で、単位の対象かどうかの表示に使います。どれを選んでも、講習は受けられます。",
};

/// English.
pub static EN: Words = Words {
    earns_none: "With this setting you earn no credit",
    may_learn: "You can read, watch and complete the course all the same.",
    earns: "You take this course as a member of the Japan Medical Association",
    to_setting: "Change the setting in your profile",
    no_name: "(no name set)",
    question: "Are you a member of the Japan Medical Association?",
    hint: "Some courses give credit to members only; this decides what they say of your credit. Every course is open to you whatever you choose.",
};

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Why there is no credit.
pub fn reason(reason: Reason, language: Language) -> &'static str {
    match (reason, language) {
        (Reason::NotAMember, Language::Ja) => {
            "この講習の単位とCCは日本医師会会員だけが取得できます。プロフィールは「会員ではない」になっています。"
        }
        (Reason::MembershipNotSaid, Language::Ja) => {
            "この講習の単位とCCは日本医師会会員だけが取得できます。会員かどうかが、プロフィールに設定されていません。"
        }
        (Reason::NotAMember, Language::En) => {
            "Units and codes of this course are for members of the Japan Medical Association. Your profile says that you are none."
        }
        (Reason::MembershipNotSaid, Language::En) => {
            "Units and codes of this course are for members of the Japan Medical Association. Your profile does not say whether you are one."
        }
    }
}

/// An answer of the setting.
pub fn membership(answer: Membership, language: Language) -> &'static str {
    match (answer, language) {
        (Membership::Member, Language::Ja) => "会員",
        (Membership::NonMember, Language::Ja) => "会員ではない",
        (Membership::NotSaid, Language::Ja) => "答えない（日医会員IDがあれば会員とみなします）",
        (Membership::Member, Language::En) => "Member",
        (Membership::NonMember, Language::En) => "Not a member",
        (Membership::NotSaid, Language::En) => "No answer (a JMA member ID counts as a member)",
    }
}

/// What is said of the learner, beside the name (R5).
pub fn said_of(name: Option<&str>, what: &str, language: Language) -> String {
    let none = words(language).no_name;
    match (name, language) {
        (Some(name), Language::Ja) => format!("{name} さん：{what}"),
        (None, Language::Ja) => format!("{none}：{what}"),
        (name, Language::En) => format!("{}: {what}", name.unwrap_or(none)),
    }
}
