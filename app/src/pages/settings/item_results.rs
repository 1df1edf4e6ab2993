//! The anonymous item results: what they hold, shown before they are saved. Nothing is sent.

use std::sync::Arc;

use domain::item_result::{self, ItemResults};
use leptos::prelude::*;

use super::transfer::Refused;
use crate::browser::file;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::session::{Entry, Session};
use crate::text::item_result::{amount, of_course, words};
use crate::text::pick;

/// What one may hand on, course by course.
#[component]
pub fn ItemResultsExport() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let courses = Memo::new(move |_| {
        let has_results = |entry: &Entry| results(session, entry).is_some();
        Shown(session.entries().into_iter().filter(has_results).collect())
    });
    let is_none = move || courses.read().0.is_empty();
    view! {
        <div class="stack stack--tight">
            <h3 id="item-results">{move || words().heading}</h3>
            <p>{move || words().purpose}</p>
            <p>{move || words().holds}</p>
            <ul>
                {move || words().held.iter().map(|held| view! { <li>{*held}</li> }).collect_view()}
            </ul>
            <p>{move || words().not_held}</p>
            <Notice
                meaning=Meaning::Information
                title=Signal::derive(move || words().caution_title.to_owned())
            >
                <p>{move || words().caution}</p>
            </Notice>
            <Show when=is_none>
                <p class="quiet">{move || words().none}</p>
            </Show>
            // A course that is shown stays as it is, open or closed, when another fact comes into the record.
            <For
                each=move || courses.get().0
                key=|entry| entry.outline.id.to_string()
                let(entry)
            >
                <OfCourse entry />
            </For>
        </div>
    }
}

/// The courses that there are results of; the same while these are the same.
#[derive(Clone)]
struct Shown(Vec<Entry>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().map(Arc::as_ptr).eq(other.0.iter().map(Arc::as_ptr))
    }
}

fn results(session: Session, entry: &Entry) -> Option<ItemResults> {
    session.journal().with(|journal| ItemResults::of(journal, &entry.outline.id))
}

/// The file of one course: how much is in it, the whole of it, and the button that saves it.
#[component]
fn OfCourse(entry: Entry) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let is_refused = RwSignal::new(false);
    let entry = StoredValue::new(entry);
    let found = Memo::new(move |_| entry.with_value(|entry| results(session, entry)));
    let text =
        move || found.with(|found| found.as_ref().map(item_result::write)).unwrap_or_default();
    let title =
        move || entry.with_value(|entry| pick(&entry.outline.title, session.language()).to_owned());
    let named = move |what: &str| of_course(what, &title(), session.language());
    let how_much = move || {
        let count = |found: &ItemResults| (found.attempts(), found.items());
        let (attempts, items) = found.with(|found| found.as_ref().map_or((0, 0), count));
        amount(attempts, items, session.language())
    };
    let save = move |_| {
        let name = entry.with_value(|entry| format!("yoshu-items-{}.json", entry.outline.id));
        is_refused.set(!file::save(&name, "application/json", text().as_bytes()));
    };
    view! {
        <div class="stack stack--tight">
            <p>
                <strong>{title}</strong>
                " "
                <span class="quiet">{how_much}</span>
            </p>
            <details>
                <summary>{move || words().preview}</summary>
                <textarea
                    class="field__input token__text"
                    rows="10"
                    readonly=true
                    aria-label=move || named(words().preview)
                    prop:value=text
                ></textarea>
            </details>
            <div>
                <button
                    type="button"
                    class="button"
                    aria-label=move || named(words().save)
                    on:click=save
                >
                    <Icon symbol=Symbol::Download />
                    {move || words().save}
                </button>
            </div>
            <Refused is_refused />
        </div>
    }
}
