//! Sentences of the interface in Japanese and English, and how values are written.
//!
//! One file an area, each with `pub struct Words`, `JA`, `EN` and `words(Language)`; sentences with
//! values are functions beside them. Errors and verdicts are matched exhaustively here.

pub mod als;
pub mod answering;
pub mod assessment;
pub mod audience;
pub mod catalogue;
pub mod chapter;
pub mod completion;
pub mod course;
pub mod fault;
pub mod format;
pub mod frame;
pub mod home;
pub mod item_result;
pub mod reader;
pub mod refusal;
pub mod rules;
pub mod settings;
pub mod verify;

use domain::unit::Localized;

/// Language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Japanese, the first language of the portal.
    #[default]
    Ja,
    /// English.
    En,
}

impl Language {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// BCP 47 tag, also the stored form.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language's own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",
            Self::En => "English",
        }
    }

    /// The language of a stored or a browser's tag (`en-GB`); none when we do not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// A text of a course in the visitor's language, or in the one it has.
pub fn pick(text: &Localized, language: Language) -> &str {
    match language {
        Language::Ja => text.ja(),
        Language::En => text.en(),
    }
}
