//! What a search found, as one types.

use std::sync::Arc;

use domain::search::spoken::Spoken;
use domain::search::{
    Field, Hit, Hits, Query, Readers, Recent, Stretch, Text, excerpt, marks, search,
};
use leptos::prelude::*;

use super::Desk;
use super::course_row::{CourseRow, Finding, pieces};
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

impl Searched {
    /// Before anything is typed: rows of courses. They are found by a search like any other, after which the browser has
    /// the program for the first one ready.
    fn waiting(shelves: &Shelves, library: &Library) -> Self {
        let Some(entry) = shelves.entries.first() else { return Self::default() };
        let query = Query::parse(entry.outline.title.ja());
        let find = |spoken: &Spoken| search(&query, &shelves.heads, spoken, &mut Recent::default());
        let found = library.with_spoken(find);
        let others = (0..shelves.entries.len()).map(|course| Hit {
            course,
            field: None,
            only_spoken: false,
            score: 0,
        });
        let shown = found.list().iter().copied().chain(others).take(more::AT_ONCE).collect();
        Self { shown, ..Self::default() }
    }
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
    let recent = StoredValue::new(Recent::default());
    let searched = Memo::new(move |last: Option<&Searched>| {
        let (typed, shelves) = (desk.typed.read(), shelves.get_value());
        desk.library.with_value(|library| match last {
            // While nothing is typed nobody sees the rows: they wait as they are for what comes.
            Some(last) if typed.trim().is_empty() => last.clone(),
            None if typed.trim().is_empty() => Searched::waiting(&shelves, library),
            _ => run(&typed, &shelves, library, desk, &mut recent.write_value()),
        })
    });
    let query = Memo::new(move |_| searched.read().query.clone());
    // What of the index a search needs and is not here yet comes afterwards, and then is searched as well.
    Effect::new(move || {
        desk.library.with_value(|library| library.want(&query.read()));
    });
    let rows = move || 0..searched.read().shown.len().min(desk.most());
    let asked = move |ask: fn(&Library, &Query) -> bool| {
        Memo::new(move |_| desk.library.with_value(|library| ask(library, &query.read())))
    };
    let has_fault = asked(Library::has_fault);
    // "None" is said when nothing is on its way for the first time; what could not be had is told beside it.
    let is_coming = asked(Library::is_coming);
    let is_none = Memo::new(move |_| searched.read().shown.is_empty() && !is_coming.get());
    let without = Memo::new(move |_| {
        let found_none = is_none.get() && searched.read().hits.list().is_empty();
        shelves.with_value(|shelves| codes_without(&query.read(), shelves, found_none))
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
                <ol class="plain-list card">
                    <For each=rows key=|row| *row let:row>
                        <FoundRow desk shelves searched query row />
                    </For>
                </ol>
            </Show>
            <More desk list=FOUND count=Signal::derive(move || searched.read().shown.len()) />
        </section>
    }
}

fn run(
    typed: &str,
    shelves: &Shelves,
    library: &Library,
    desk: Desk,
    recent: &mut Recent,
) -> Searched {
    let query = Query::parse(typed);
    let hits = library.with_spoken(|spoken| search(&query, &shelves.heads, spoken, recent));
    let shown = desk.view.with_value(|view| {
        let is_looked_at = |hit: &&Hit| {
            desk.looks_at(view, &shelves.directory, &shelves.entries[hit.course].outline)
        };
        hits.list().iter().filter(is_looked_at).copied().collect()
    });
    Searched { query, hits, shown }
}

/// A row of what was found. It stays, and shows the course that each keystroke brings there: to make it anew costs more
/// time than a keystroke has.
#[component]
fn FoundRow(
    desk: Desk,
    shelves: StoredValue<Arc<Shelves>>,
    searched: Memo<Searched>,
    query: Memo<Query>,
    row: usize,
) -> impl IntoView {
    // When there are fewer, the rows that go have nothing new to show.
    let hit = Memo::new(move |last: Option<&Option<Hit>>| {
        searched.read().shown.get(row).or(last.and_then(Option::as_ref)).copied()
    });
    let course = Memo::new(move |_| hit.get().map_or(0, |hit| hit.course));
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
    let passage = Memo::new(move |_| {
        let (hit, searched) = (hit.get()?, searched.read());
        let passage = |library: &Library| {
            library.with_spoken(|spoken| {
                let heads = |shelves: &Arc<Shelves>| {
                    searched.hits.passage(&hit, &searched.query, &shelves.heads, spoken)
                };
                shelves.with_value(heads)
            })
        };
        desk.library.with_value(passage)
    });
    // What is described is shown where it stands; what is said, with the way to it, also beside that.
    let is_described = Memo::new(move |_| hit.read().is_some_and(|hit| !hit.only_spoken));
    let finding = Finding { query, on_key };
    let id = more::link(FOUND, row);
    view! {
        <CourseRow desk shelves=shelves.get_value() course id finding>
            <Show when=move || is_described.get()>
                <Described desk shelves course query />
            </Show>
            <Said desk shelves course passage query />
        </CourseRow>
    }
}

/// What is said in a video, with the way to that second.
#[component]
fn Said(
    desk: Desk,
    shelves: StoredValue<Arc<Shelves>>,
    course: Memo<usize>,
    passage: Memo<Option<u32>>,
    query: Memo<Query>,
) -> impl IntoView {
    let session = desk.session;
    let said = Memo::new(move |_| {
        let passage = passage.get()?;
        let transcript = desk.library.with_value(|library| library.transcript(course.get()))?;
        let found = transcript.passage(passage, &query.read())?;
        shelves.with_value(|shelves| {
            let outline = &shelves.entries[course.get()].outline;
            let place = outline.chapters.iter().position(|of| of.id == found.chapter)?;
            let href = Route::chapter_at(&outline.id, &found.chapter, found.second, None).href();
            let label = catalogue::said_at(place + 1, found.second, session.language());
            Some((href, label, marks(&found.text, &query.read())))
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
fn Described(
    desk: Desk,
    shelves: StoredValue<Arc<Shelves>>,
    course: Memo<usize>,
    query: Memo<Query>,
) -> impl IntoView {
    let session = desk.session;
    let shown = Memo::new(move |_| {
        let reader = match session.language() {
            Language::Ja => Readers::Japanese,
            Language::En => Readers::English,
        };
        shelves.with_value(|shelves| {
            let outline = &shelves.entries[course.get()].outline;
            let texts = shelves.directory.described(course.get(), outline);
            let Text { field, text, readers } = excerpt(&texts, &query.read(), reader)?;
            let lang = match readers {
                Readers::Any => None,
                Readers::English => Some("en"),
                Readers::Japanese | Readers::All => Some("ja"),
            };
            let lang = lang.filter(|_| *readers != reader);
            Some(Excerpt { field: *field, lang, pieces: marks(text, &query.read()) })
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
