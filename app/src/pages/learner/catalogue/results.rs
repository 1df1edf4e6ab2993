//! What a search found, as one types.

use std::sync::Arc;

use domain::search::directory::Directory;
use domain::search::{Field, Hit, Hits, Query, marks, search};
use leptos::prelude::*;

use super::Desk;
use super::course_row::{CourseRow, Finding, marked};
use super::scope::includes;
use crate::browser::focus;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::paths::{CatalogueView, Route};
use crate::session::{Entry, Library, Shelves};
use crate::text::catalogue::{self, words};
use crate::text::{Language, pick};

/// Courses that are shown at once.
const AT_ONCE: usize = 20;

/// Selector of the link to a result, counted from 0.
pub(super) fn link(number: usize) -> String {
    format!("#found-{number}")
}

/// A search and what it found.
#[derive(Clone, Debug, Default, PartialEq)]
struct Searched {
    query: Query,
    hits: Hits,
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
    let most = RwSignal::new(AT_ONCE);
    Effect::new(move || {
        desk.typed.track();
        most.set(AT_ONCE);
    });
    let rows = move || {
        let searched = searched.get();
        let shelves = shelves.get_value();
        let hits = searched.shown.iter().take(most.get()).enumerate();
        hits.map(|(number, hit)| row(number, *hit, &searched, desk, shelves.clone())).collect_view()
    };
    let left = move || searched.read().shown.len().saturating_sub(most.get());
    let has_more = move || left() > 0;
    let has_fault = move || desk.library.with_value(Library::fault).is_some();
    view! {
        <section class="stack" aria-labelledby="catalogue-results">
            <h2 id="catalogue-results" class="visually-hidden">{move || words().results}</h2>
            <p role="status">
                {move || match searched.read().shown.len() {
                    0 => catalogue::nothing(desk.typed.read().trim(), session.language()),
                    count => catalogue::found(count, session.language()),
                }}
            </p>
            <Show when=has_fault>
                <Notice
                    meaning=Meaning::Attention
                    title=Signal::derive(move || words().transcripts_missing.to_owned())
                />
            </Show>
            <Show when=move || searched.read().shown.is_empty()>
                <Nothing desk searched />
            </Show>
            <Show when=move || !searched.read().shown.is_empty()>
                <ol class="plain-list card">{rows}</ol>
            </Show>
            <Show when=has_more>
                <div>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            let first = most.get_untracked();
                            most.set(first + AT_ONCE);
                            request_animation_frame(move || {
                                focus::move_to(&link(first));
                            });
                        }
                    >
                        {move || words().more} "（" {move || catalogue::courses(left(), session.language())} "）"
                    </button>
                </div>
            </Show>
        </section>
    }
}

fn run(query: Query, shelves: &Shelves, library: &Library, desk: Desk) -> Searched {
    let hits = library.with_spoken(|spoken| search(&query, &shelves.heads, spoken));
    let is_looked_at = |hit: &&Hit| {
        desk.view.with_value(|view| includes(view, &shelves.entries[hit.course].outline))
    };
    let shown = hits.list().iter().filter(is_looked_at).copied().collect();
    Searched { query, hits, shown }
}

/// What to do where nothing was found.
#[component]
fn Nothing(desk: Desk, searched: Memo<Searched>) -> impl IntoView {
    let session = desk.session;
    let elsewhere = move || {
        let count = searched.read().hits.list().len();
        (count > 0).then(|| {
            let all = CatalogueView {
                query: desk.typed.read().trim().to_owned(),
                ..CatalogueView::default()
            };
            let href = Route::Catalogue(all).href();
            view! {
                <div>
                    <a class="button" href=href>
                        {catalogue::elsewhere(count, session.language())}
                    </a>
                </div>
            }
        })
    };
    view! {
        <div class="stack stack--tight">
            <p class="quiet">{move || words(session.language()).nothing_advice}</p>
            {elsewhere}
        </div>
    }
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
    let finding = Finding { query: query.clone(), id: format!("found-{number}"), on_key };
    let where_found = if hit.only_spoken {
        let passage = desk.library.with_value(|library| {
            library
                .with_spoken(|spoken| searched.hits.passage(&hit, &query, &shelves.heads, spoken))
        });
        view! { <Said desk shelves=shelves.clone() course=hit.course passage query /> }.into_any()
    } else {
        view! { <Described desk shelves=shelves.clone() course=hit.course query /> }.into_any()
    };
    view! {
        <CourseRow desk shelves course=hit.course finding>
            {where_found}
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
    passage: Option<u32>,
    query: Query,
) -> impl IntoView {
    let session = desk.session;
    let entry = shelves.entries[course].clone();
    move || {
        let transcript = desk.library.with_value(|library| library.transcript(course))?;
        let found = transcript.passage(passage?, &query)?;
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
        let entry = &shelves.entries[course];
        let (field, text) = matching(entry, &shelves.directory, course, &query, language);
        let shown = marked(text, &query);
        let label = (field != Field::Summary)
            .then(|| view! { <span>{catalogue::field(field, language)} ": "</span> });
        // These have one language.
        let is_japanese = matches!(field, Field::Title | Field::Keyword | Field::Organiser);
        let lang = is_japanese.then_some("ja");
        view! {
            <p class="quiet">
                {label}
                <span lang=lang>{shown}</span>
            </p>
        }
    }
}

/// The first text, beside title and codes, in which one of the words stands; else the summary.
fn matching<'a>(
    entry: &'a Entry,
    directory: &'a Directory,
    course: usize,
    query: &Query,
    language: Language,
) -> (Field, &'a str) {
    let outline = &entry.outline;
    let words = directory.courses.get(course);
    let chapters = outline.chapters.iter().map(|chapter| &chapter.title);
    let topics = words.into_iter().flat_map(|words| &words.topics);
    let titles = chapters.chain(topics).map(|text| (Field::Topic, pick(text, language)));
    let keywords = outline.listing.keywords.iter().map(|word| (Field::Keyword, word.as_str()));
    let kana = [(Field::Title, outline.listing.kana.as_str())].into_iter();
    let organiser = words.into_iter().map(|words| (Field::Organiser, words.organiser.as_str()));
    let summary = (Field::Summary, pick(&outline.summary, language));
    let has_word = |text: &str| marks(text, query).iter().any(|piece| piece.marked);
    if has_word(pick(&outline.title, language)) {
        return summary;
    }
    let all = [summary].into_iter().chain(titles).chain(keywords).chain(kana).chain(organiser);
    let mut found = all.filter(|(_, text)| has_word(text));
    found.next().unwrap_or(summary)
}
