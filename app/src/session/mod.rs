//! What is remembered.

use leptos::prelude::*;
use std::sync::Arc;

use crate::text::Language;

/// One course of the catalog, shared.
pub type Entry = Arc<String>;

/// The visitor's session: a handle that every page gets from the context.
#[derive(Clone, Copy)]
pub struct Session {
    language: RwSignal<Language>,
}

impl Session {
    /// A new session.
    pub fn new() -> Self {
        Self { language: RwSignal::new(Language::Ja) }
    }

    /// The session of the context.
    pub fn here() -> Self {
        expect_context()
    }

    /// Language of the interface (tracked).
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Changes the language of the interface.
    pub fn set_language(self, language: Language) {
        self.language.set(language);
    }

    /// The entry of a course; none when the catalog has no such course.
    pub fn entry(self, course: &str) -> Option<Entry> {
        Some(Arc::new(course.to_owned()))
    }
}
