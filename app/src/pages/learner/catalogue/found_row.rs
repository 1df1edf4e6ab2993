//! A row of what a search found: the course, and where the words stand in it.

use std::sync::Arc;

use domain::search::{Field, Hit, Query, Readers, Stretch, Text, excerpt, marks};
use leptos::prelude::*;

use super::Desk;
use super::course_row::{CourseRow, Finding, pieces};
use super::results::{Searched, link, link_id};
use crate::browser::focus;
use crate::components::icon::{Icon, Symbol};
use crate::paths::Route;
use crate::session::{Library, Shelves};
use crate::text::Language;
use crate::text::catalogue;

/// What a row shows: all of one search.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    course: usize,
    query: Query,
    /// Whether a description has one of the words.
    is_described: bool,
    /// Where one of the words is said.
    passage: Option<u32>,
}

impl Found {
    fn new(hit: &Hit, searched: &Searched, shelves: &Shelves, library: &Library) -> Self {
        let Searched { query, hits, .. } = searched;
        let passage =
            library.with_spoken(|spoken| hits.passage(hit, query, &shelves.heads, spoken));
        let is_described = !hit.only_spoken;
        Self { course: hit.course, query: query.clone(), is_described, passage }
    }
}

/// A row of what was found. It stays, and shows the course that each keystroke brings there: to make it anew costs more
/// time than a keystroke has.
#[component]
pub fn FoundRow(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: StoredValue<Arc<Shelves>>,
    /// The search.
    searched: Memo<Searched>,
    /// How many rows show it yet.
    reach: Memo<usize>,
    /// Rows that there are.
    rows: Memo<usize>,
    /// Which of them this is, counted from 0.
    row: usize,
) -> impl IntoView {
    let found = Memo::new(move |last: Option<&Found>| {
        if let Some(last) = last
            && row >= reach.get()
        {
            return last.clone();
        }
        let searched = searched.read();
        let hit = searched.shown.get(row).filter(|_| row < rows.get());
        let found = |hit| {
            let of = |library: &Library| {
                shelves.with_value(|shelves| Found::new(hit, &searched, shelves, library))
            };
            desk.library.with_value(of)
        };
        // A row that goes has nothing new to show.
        hit.map(found).or_else(|| last.cloned()).unwrap_or_default()
    });
    let on_key = Callback::new(move |event: leptos::ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => {
                focus::move_to(&link(row + 1));
            }
            "ArrowUp" if row == 0 => {
                focus::move_to(&format!("#{}", super::FIELD));
            }
            "ArrowUp" => {
                focus::move_to(&link(row - 1));
            }
            "Escape" => desk.clear(),
            _ => return,
        }
        event.prevent_default();
    });
    // What is described is shown where it stands; what is said, with the way to it, also beside that.
    let is_described = Memo::new(move |_| found.read().is_described);
    let course = Memo::new(move |_| found.read().course);
    let finding = Finding { query: Signal::derive(move || found.read().query.clone()), on_key };
    let id = link_id(row);
    view! {
        <CourseRow desk shelves course id finding>
            <Show when=move || is_described.get()>
                <Described desk shelves found />
            </Show>
            <Said desk shelves found />
        </CourseRow>
    }
}

/// What is said in a video, with the way to that second.
#[component]
fn Said(desk: Desk, shelves: StoredValue<Arc<Shelves>>, found: Memo<Found>) -> impl IntoView {
    let session = desk.session;
    let said = Memo::new(move |_| {
        let Found { course, query, passage, .. } = &*found.read();
        let passage = (*passage)?;
        let transcript = desk.library.with_value(|library| library.transcript(*course))?;
        let said = transcript.passage(passage, query)?;
        shelves.with_value(|shelves| {
            let outline = &shelves.entries[*course].outline;
            let place = outline.chapters.iter().position(|of| of.id == said.chapter)?;
            let href = Route::chapter_at(&outline.id, &said.chapter, said.second, None).href();
            let label = catalogue::said_at(place + 1, said.second, session.language());
            Some((href, label, marks(&said.text, query)))
        })
    });
    move || {
        said.get().map(|(href, label, text)| {
            view! {
                <blockquote class="catalogue-row__passage" lang="ja">
                    "「" {pieces(text)} "」"
                </blockquote>
                <p>
                    <a class="button button--quiet" href=href>
                        <Icon symbol=Symbol::Play />
                        {label}
                    </a>
                </p>
            }
        })
    }
}

/// What is shown of a description.
#[derive(Clone, PartialEq)]
struct Excerpt {
    field: Field,
    lang: Option<&'static str>,
    pieces: Vec<Stretch>,
}

/// What of the description has the words; where that is the title alone, the summary.
#[component]
fn Described(desk: Desk, shelves: StoredValue<Arc<Shelves>>, found: Memo<Found>) -> impl IntoView {
    let session = desk.session;
    let shown = Memo::new(move |_| {
        let reader = match session.language() {
            Language::Ja => Readers::Japanese,
            Language::En => Readers::English,
        };
        let Found { course, query, .. } = &*found.read();
        shelves.with_value(|shelves| {
            let outline = &shelves.entries[*course].outline;
            let texts = shelves.directory.described(*course, outline);
            let Text { field, text, readers } = excerpt(&texts, query, reader)?;
            let lang = match readers {
                Readers::Any => None,
                Readers::English => Some("en"),
                Readers::Japanese | Readers::All => Some("ja"),
            };
            let lang = lang.filter(|_| *readers != reader);
            Some(Excerpt { field: *field, lang, pieces: marks(text, query) })
        })
    });
    let field = move || {
        let field = shown.read().as_ref()?.field;
        let label = || view! { <span>{catalogue::field(field, session.language())} ": "</span> };
        (field != Field::Summary).then(label)
    };
    let text = move || shown.read().as_ref().map(|shown| pieces(shown.pieces.clone()));
    view! {
        <p class="quiet">
            {field}
            <span lang=move || shown.read().as_ref().and_then(|shown| shown.lang)>{text}</span>
        </p>
    }
}
