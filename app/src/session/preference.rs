//! Language and theme: from the journal, else from the device.

use domain::journal::{Event, Journal, Preference};
use domain::unit::RatePercent;
use leptos::prelude::*;

use super::Session;
use crate::browser::page::{self, Theme};
use crate::browser::{clock, prefers};
use crate::text::Language;

/// What the learner chose, else what the device asks for.
pub(super) fn chosen(journal: &Journal) -> (Language, Theme) {
    let language = journal.preference(Preference::Language).and_then(Language::from_tag);
    let of_device = || prefers::languages().iter().find_map(|tag| Language::from_tag(tag));
    let theme = journal.preference(Preference::Theme).and_then(Theme::from_name);
    (language.or_else(of_device).unwrap_or_default(), theme.unwrap_or_default())
}

/// Shows the document in a language and a theme.
pub(super) fn show(language: Language, theme: Theme) {
    page::set_root_attribute("lang", Some(language.tag()));
    page::set_theme(theme);
}

impl Session {
    /// Language of the interface (tracked).
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Chooses the language of the interface.
    pub fn set_language(self, language: Language) {
        self.prefer(Preference::Language, language.tag());
        self.language.set(language);
        show(language, self.theme.get_untracked());
    }

    /// The chosen theme (tracked).
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Chooses the theme.
    pub fn set_theme(self, theme: Theme) {
        self.prefer(Preference::Theme, theme.name());
        self.theme.set(theme);
        show(self.language.get_untracked(), theme);
    }

    /// Whether single letters and signs work as keys of a page (tracked); they do until the visitor switches them off.
    pub fn letter_keys(self) -> bool {
        self.journal.with(|journal| journal.preference(Preference::LetterKeys) != Some("off"))
    }

    /// Switches single letters and signs on or off as keys of a page.
    pub fn set_letter_keys(self, on: bool) {
        self.prefer(Preference::LetterKeys, if on { "on" } else { "off" });
    }

    /// Whether captions show; they do until the learner hides them.
    pub fn captions(self) -> bool {
        self.journal
            .with_untracked(|journal| journal.preference(Preference::Captions) != Some("off"))
    }

    /// Remembers whether captions show.
    pub fn set_captions(self, on: bool) {
        self.prefer(Preference::Captions, if on { "on" } else { "off" });
    }

    /// The playback rate that was chosen last.
    pub fn rate(self) -> RatePercent {
        self.journal.with_untracked(|journal| {
            let chosen = journal.preference(Preference::PlaybackRate);
            chosen.and_then(|rate| rate.parse().ok()).map_or(RatePercent::NORMAL, RatePercent)
        })
    }

    /// Remembers the playback rate.
    pub fn set_rate(self, rate: RatePercent) {
        self.prefer(Preference::PlaybackRate, &rate.0.to_string());
    }

    /// Remembers a preference.
    pub fn prefer(self, preference: Preference, value: &str) {
        self.record(Event::PreferenceSet { preference, value: value.into(), at: clock::now() });
    }

    /// Shows what the journal now says, after an import or an erasure.
    pub(super) fn show_preferences(self) {
        let (language, theme) = self.journal.with_untracked(chosen);
        self.language.set(language);
        self.theme.set(theme);
        show(language, theme);
    }
}
