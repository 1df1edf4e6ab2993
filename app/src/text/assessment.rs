//! Sentences of the assessment page.

use super::Language;

/// Fixed sentences.
pub struct Words {
    /// Heading of the page.
    pub heading: &'static str,
}

/// Japanese.
pub static JA: Words = Words { heading: "assessment" };

/// English.
pub static EN: Words = Words { heading: "assessment" };

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}
