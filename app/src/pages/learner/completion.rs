//! The completion page: what is missing, or making the code, or the code itself.

use domain::progress::Missing;
use leptos::prelude::*;

use crate::components::notice::{Meaning, Notice};
use crate::components::page_heading::PageHeading;
use crate::pages::learner::completion_form::CompletionForm;
use crate::pages::learner::completion_token::CompletionToken;
use crate::paths::Route;
use crate::session::{Entry, Session};
use crate::text::completion::words;
use crate::text::{course, pick};

/// Sealing and showing the completion token.
#[component]
pub fn CompletionPage(
    /// The course of the address.
    entry: Entry,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let title = {
        let entry = entry.clone();
        move || pick(&entry.outline.title, session.language()).to_owned()
    };
    let href = Route::course(&entry.outline.id).href();
    let progress = session.progress(&entry);
    let newest = {
        let course = entry.outline.id.clone();
        Memo::new(move |_| {
            session.journal().with(|journal| journal.tokens(&course).next_back().cloned())
        })
    };
    let complete = Memo::new(move |_| progress.read().missing.is_empty());
    let again = RwSignal::new(false);
    let body = move || {
        let entry = entry.clone();
        match (newest.get(), complete.get(), again.get()) {
            (Some(sealed), may_repeat, false) => view! {
                <CompletionToken entry sealed />
                <Show when=move || may_repeat>
                    <Again again />
                </Show>
            }
            .into_any(),
            (newest, true, _) => {
                let on_cancel = newest.is_some().then(|| Callback::new(move |()| again.set(false)));
                let on_sealed = Callback::new(move |()| again.set(false));
                view! { <CompletionForm entry on_sealed on_cancel /> }.into_any()
            }
            _ => view! { <NotYet entry /> }.into_any(),
        }
    };
    view! {
        <div class="stack">
            <div class="stack stack--tight on-screen-only">
                <a href=href>{title}</a>
                <PageHeading text=Signal::derive(move || words().heading.to_owned()) />
            </div>
            {body}
        </div>
    }
}

#[component]
fn Again(again: RwSignal<bool>) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <section class="stack stack--tight on-screen-only">
            <p class="quiet">{move || words().again_advice}</p>
            <div>
                <button type="button" class="button" on:click=move |_| again.set(true)>
                    {move || words().again}
                </button>
            </div>
        </section>
    }
}

/// Lists all that is missing, each with its link.
#[component]
fn NotYet(entry: Entry) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let progress = session.progress(&entry);
    let rows = move || {
        let language = session.language();
        progress
            .read()
            .missing
            .iter()
            .map(|missing| {
                let (href, text) = match missing {
                    Missing::Chapter(chapter, left) => {
                        let number =
                            entry.outline.chapters.iter().position(|one| one.id == *chapter);
                        let text = course::chapter_missing(
                            number.unwrap_or(0) + 1,
                            left.0.into(),
                            language,
                        );
                        (Route::chapter(&entry.outline.id, chapter).href(), text)
                    }
                    Missing::Test => (
                        Route::self_assessment(&entry.outline.id).href(),
                        words().missing_test.to_owned(),
                    ),
                };
                view! { <li><a href=href>{text}</a></li> }
            })
            .collect_view()
    };
    view! {
        <Notice meaning=Meaning::Attention title=Signal::derive(move || words().not_yet.to_owned())>
            <p>{move || words().missing}</p>
            <ul>{rows}</ul>
        </Notice>
    }
}
