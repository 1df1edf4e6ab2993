//! Sentences of the settings page.

use super::Language;

/// Fixed sentences.
pub struct Words {
    /// Heading of the page.
    pub heading: &'static str,
}

/// Japanese.
pub static JA: Words = Words { heading: "settings" };

/// English.
pub static EN: Words = Words { heading: "settings" };

/// The sentences in one language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}
