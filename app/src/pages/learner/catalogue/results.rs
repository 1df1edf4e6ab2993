//! What a search found, as one types.

use std::sync::Arc;

use domain::search::{Field, Hit, Hits, Query, Readers, Text, excerpt, search};
use leptos::prelude::*;

use super::Desk;
use super::course_row::{CourseRow, Finding, marked};
use super::more::{self, More};
use super::nothing::{Nothing, WithoutCourse, codes_without};
use crate::browser::focus;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::paths::Route;
use crate::session::{Library, Shelves};
use crate::text::Language;
use crate::text::catalogue::{self, words};

/// The list's name.
const FOUND: &str = "found";

/// Selector of the link to a result, counted from 0.
pub(super) fn link(number: usize) -> String {
    format!("#{}", more::link(FOUND, number))
}

/// A search and what it found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Searched {
    /// What was searched for.
    pub(super) query: Query,
    /// What was found, whatever is looked at.
    pub(super) hits: Hits,
    /// The hits among the courses looked at.
    shown: Vec<Hit>,
}

/// Number of hits, the hits, or what to do where there are none.
#[component]
pub fn Results(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: Arc<Shelves>,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let shelves = StoredValue::new(shelves);
    let searched = Memo::new(move |_| {
        let query = Query::parse(&desk.typed.read());
        shelves.with_value(|shelves| {
            desk.library.with_value(|library| run(query, shelves, library, desk))
        })
    });
    // What of the index a search needs and is not here yet comes afterwards, and then is searched as well.
    Effect::new(move || {
        let query = searched.read().query.clone();
        desk.library.with_value(|library| library.want(&query));
    });
    let rows = move || {
        let searched = searched.get();
        let shelves = shelves.get_value();
        let hits = searched.shown.iter().take(desk.most()).enumerate();
        hits.map(|(number, hit)| row(number, *hit, &searched, desk, shelves.clone())).collect_view()
    };
    let asked = move |ask: fn(&Library, &Query) -> bool| {
        Memo::new(move |_| {
            let query = searched.read().query.clone();
            desk.library.with_value(|library| ask(library, &query))
        })
    };
    let has_fault = asked(Library::has_fault);
    // "None" is said when nothing is on its way for the first time; what could not be had is told beside it.
    let is_coming = asked(Library::is_coming);
    let is_none = Memo::new(move |_| searched.read().shown.is_empty() && !is_coming.get());
    let without = Memo::new(move |_| {
        let found_none = is_none.get() && searched.read().hits.list().is_empty();
        shelves.with_value(|shelves| codes_without(&searched.read().query, shelves, found_none))
    });
    let has_found = Memo::new(move |_| !searched.read().shown.is_empty());
    let names_code = Memo::new(move |_| !without.read().is_empty());
    view! {
        <section class="stack" aria-labelledby="catalogue-results">
            <h2 id="catalogue-results" class="visually-hidden">{move || words().results}</h2>
            <p role="status">
                {move || match searched.read().shown.len() {
                    0 if is_coming.get() => words().still_searching.to_owned(),
                    0 => catalogue::nothing(desk.typed.read().trim(), session.language()),
                    count => catalogue::found(count, session.language()),
                }}
            </p>
            <Show when=move || has_fault.get()>
                <Notice
                    meaning=Meaning::Attention
                    title=Signal::derive(move || words().transcripts_missing.to_owned())
                />
            </Show>
            <Show when=move || names_code.get()>
                <WithoutCourse desk shelves codes=without has_found />
            </Show>
            <Show when=move || is_none.get()>
                <Nothing desk searched names_code />
            </Show>
            <Show when=move || has_found.get()>
                <ol class="plain-list card">{rows}</ol>
            </Show>
            <More desk list=FOUND count=Signal::derive(move || searched.read().shown.len()) />
        </section>
    }
}

fn run(query: Query, shelves: &Shelves, library: &Library, desk: Desk) -> Searched {
    let hits = library.with_spoken(|spoken| search(&query, &shelves.heads, spoken));
    let shown = desk.view.with_value(|view| {
        let is_looked_at = |hit: &&Hit| {
            desk.looks_at(view, &shelves.directory, &shelves.entries[hit.course].outline)
        };
        hits.list().iter().filter(is_looked_at).copied().collect()
    });
    Searched { query, hits, shown }
}

fn row(number: usize, hit: Hit, searched: &Searched, desk: Desk, shelves: Arc<Shelves>) -> AnyView {
    let query = searched.query.clone();
    let on_key = Callback::new(move |event: leptos::ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => {
                focus::move_to(&link(number + 1));
            }
            "ArrowUp" if number == 0 => {
                focus::move_to(&format!("#{}", super::FIELD));
            }
            "ArrowUp" => {
                focus::move_to(&link(number - 1));
            }
            "Escape" => desk.clear(),
            _ => return,
        }
        event.prevent_default();
    });
    let finding = Finding { query: query.clone(), on_key };
    let id = more::link(FOUND, number);
    // What is described is shown where it stands; what is said, with the way to it, also beside that.
    let described = (!hit.only_spoken).then(|| {
        view! { <Described desk shelves=shelves.clone() course=hit.course query=query.clone() /> }
    });
    let passage = desk.library.with_value(|library| {
        library.with_spoken(|spoken| searched.hits.passage(&hit, &query, &shelves.heads, spoken))
    });
    let said = passage.map(|passage| {
        view! { <Said desk shelves=shelves.clone() course=hit.course passage query /> }
    });
    view! {
        <CourseRow desk shelves course=hit.course id finding>
            {described}
            {said}
        </CourseRow>
    }
    .into_any()
}

/// What is said in a video, with the way to that second.
#[component]
fn Said(
    desk: Desk,
    shelves: Arc<Shelves>,
    course: usize,
    passage: u32,
    query: Query,
) -> impl IntoView {
    let session = desk.session;
    let entry = shelves.entries[course].clone();
    move || {
        let transcript = desk.library.with_value(|library| library.transcript(course))?;
        let found = transcript.passage(passage, &query)?;
        let place = entry.outline.chapters.iter().position(|of| of.id == found.chapter)?;
        let href = Route::chapter_at(&entry.outline.id, &found.chapter, found.second, None).href();
        let said = marked(&found.text, &query);
        Some(view! {
            <blockquote class="catalogue-row__passage" lang="ja">"「" {said} "」"</blockquote>
            <p>
                <a class="button button--quiet" href=href>
                    <Icon symbol=Symbol::Play />
                    {catalogue::said_at(place + 1, found.second, session.language())}
                </a>
            </p>
        })
    }
}

/// What of the description has the words; where that is the title alone, the summary.
#[component]
fn Described(desk: Desk, shelves: Arc<Shelves>, course: usize, query: Query) -> impl IntoView {
    let session = desk.session;
    move || {
        let language = session.language();
        let reader = match language {
            Language::Ja => Readers::Japanese,
            Language::En => Readers::English,
        };
        let texts = shelves.directory.described(course, &shelves.entries[course].outline);
        let Text { field, text, readers } = excerpt(&texts, &query, reader)?;
        let shown = marked(text, &query);
        let label = (*field != Field::Summary)
            .then(|| view! { <span>{catalogue::field(*field, language)} ": "</span> });
        let lang = match readers {
            Readers::Any => None,
            Readers::English => Some("en"),
            Readers::Japanese | Readers::All => Some("ja"),
        };
        let lang = lang.filter(|_| *readers != reader);
        Some(view! {
            <p class="quiet">
                {label}
                <span lang=lang>{shown}</span>
            </p>
        })
    }
}
