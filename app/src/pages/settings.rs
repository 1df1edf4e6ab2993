//! Profile, language, theme, storage, export, import, item results, erase.

pub mod erase;
pub mod item_results;
pub mod profile;
pub mod transfer;

use leptos::prelude::*;

use crate::browser::page::Theme;
use crate::browser::store;
use crate::components::notice::{Meaning, Notice};
use crate::components::page_heading::PageHeading;
use crate::session::{Session, StorageState};
use crate::text::settings::{self, words};
use crate::text::{Language, frame};

/// Profile, language, theme, storage, export, import, item results, erase.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <div class="stack stack--loose">
            <PageHeading text=Signal::derive(move || words().heading.to_owned()) />
            <profile::Profile />
            <section class="card stack" aria-labelledby="display">
                <h2 id="display">{move || words().display}</h2>
                <LanguageChoice />
                <ThemeChoice />
                <LetterKeys />
            </section>
            <section class="card stack" aria-labelledby="data">
                <h2 id="data">{move || words().data}</h2>
                <Storage />
                <hr />
                <transfer::Export />
                <hr />
                <transfer::Import />
                <hr />
                <item_results::ItemResultsExport />
                <hr />
                <erase::Erase />
            </section>
        </div>
    }
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let session = Session::here();
    let choices = Language::ALL
        .into_iter()
        .map(|language| {
            view! {
                <label class="choice" lang=language.tag()>
                    <input
                        class="choice__input"
                        type="radio"
                        name="language"
                        prop:checked=move || session.language() == language
                        on:change=move |_| session.set_language(language)
                    />
                    <span>{language.name()}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend class="field__label">{move || words(session.language()).language}</legend>
            <div class="stack stack--tight">{choices}</div>
        </fieldset>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let session = Session::here();
    let name = move |theme: Theme| {
        let words = frame::words(session.language());
        match theme {
            Theme::System => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        }
    };
    let choices = Theme::ALL
        .into_iter()
        .map(|theme| {
            view! {
                <label class="choice">
                    <input
                        class="choice__input"
                        type="radio"
                        name="theme"
                        prop:checked=move || session.theme() == theme
                        on:change=move |_| session.set_theme(theme)
                    />
                    <span>{move || name(theme)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend class="field__label">{move || words(session.language()).theme}</legend>
            <div class="stack stack--tight">{choices}</div>
        </fieldset>
    }
}

/// Whether single letters work as keys of a page.
#[component]
fn LetterKeys() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <fieldset class="field">
            <legend class="field__label">{move || words().keys}</legend>
            <label class="choice">
                <input
                    class="choice__input"
                    type="checkbox"
                    prop:checked=move || session.letter_keys()
                    on:change=move |event| session.set_letter_keys(event_target_checked(&event))
                />
                <span>{move || words().letter_keys}</span>
            </label>
            <p class="quiet">{move || words().letter_keys_note}</p>
        </fieldset>
    }
}

/// Whether the record is kept, how large it is, and whether the browser promised not to delete it.
#[component]
fn Storage() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let share = RwSignal::new(None);
    let promised = RwSignal::new(None);
    let look = move || {
        leptos::task::spawn_local(async move {
            share.try_set(Some(store::share().await));
        });
    };
    look();
    let ask = move |_| {
        leptos::task::spawn_local(async move {
            promised.try_set(Some(store::ask_to_persist().await));
            share.try_set(Some(store::share().await));
        });
    };
    let kept = move || matches!(session.storage(), StorageState::Saved | StorageState::Saving);
    let details = move || {
        let share = share.get()?;
        let language = session.language();
        Some(view! {
            <p class="quiet">{settings::used(share.used, language)}</p>
            <p>{if share.persistent { words().persistent } else { words().not_persistent }}</p>
            {(!share.persistent)
                .then(|| {
                    view! {
                        <div>
                            <button type="button" class="button" on:click=ask>
                                {words().ask_persist}
                            </button>
                        </div>
                    }
                })}
        })
    };
    view! {
        <h3>{move || words().storage}</h3>
        {move || {
            let (meaning, title) = if kept() {
                (Meaning::Done, words().storage_saved)
            } else {
                (Meaning::Stop, words().storage_memory)
            };
            view! { <Notice meaning title=title.to_owned() /> }
        }}
        {details}
        <p role="status">
            {move || {
                promised
                    .get()
                    .map(|promised| if promised { words().now_persistent } else { words().persist_refused })
            }}
        </p>
        {move || {
            let count = session.set_aside();
            (count > 0)
                .then(|| {
                    view! {
                        <Notice meaning=Meaning::Attention title=settings::set_aside(count, session.language())>
                            <transfer::SaveSetAside />
                        </Notice>
                    }
                })
        }}
    }
}
