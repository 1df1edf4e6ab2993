//! What a search found, as one types.

use std::sync::Arc;

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
    /// Before anything is typed: the first courses, so that there are rows for what will be found.
    fn waiting(shelves: &Shelves) -> Self {
        let hit = |course| Hit { course, field: None, only_spoken: false, score: 0 };
        let shown = (0..shelves.entries.len()).take(more::AT_ONCE).map(hit).collect();
        Self { shown, ..Self::default() }
    }
}

/// Number of hits, the hits, or what to do where there are none.
#[component]
pub fn Results(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: StoredValue<Arc<Shelves>>,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let is_searching = desk.is_searching;
    let recent = StoredValue::new(Recent::default());
    let searched = Memo::new_owning(move |last: Option<Searched>| {
        let shelves = shelves.get_value();
        match (is_searching.get(), last) {
            // While nothing is typed nobody sees the rows: they wait as they are for what comes.
            (false, Some(last)) => (last, false),
            (false, None) => (Searched::waiting(&shelves), true),
            (true, _) => {
                let (typed, mut recent) = (desk.typed.read(), recent.write_value());
                let run = |library: &Library| run(&typed, &shelves, library, desk, &mut recent);
                (desk.library.with_value(run), true)
            }
        }
    });
    let query = Memo::new(move |_| searched.read().query.clone());
    // What of the index a search needs and is not here yet comes afterwards, and then is searched as well.
    Effect::new(move || {
        if is_searching.get() {
            desk.library.with_value(|library| library.want(&query.read()));
        }
    });
    let most = desk.most_found();
    let count = Memo::new(move |_| searched.read().shown.len());
    let rows = Memo::new(move |_| count.get().min(most.get()));
    let asked = move |ask: fn(&Library, &Query) -> bool| {
        Memo::new(move |_| desk.library.with_value(|library| ask(library, &query.read())))
    };
    let has_fault = asked(Library::has_fault);
    // "None" is said when nothing is on its way for the first time; what could not be had is told beside it.
    let is_coming = asked(Library::is_coming);
    let is_none = Memo::new(move |_| count.get() == 0 && !is_coming.get());
    let without = Memo::new(move |_| {
        let found_none = is_none.get() && searched.read().hits.list().is_empty();
        shelves.with_value(|shelves| codes_without(&query.read(), shelves, found_none))
    });
    let has_found = Memo::new(move |_| count.get() > 0);
    let names_code = Memo::new(move |_| !without.read().is_empty());
    let said = move || match (is_searching.get(), count.get()) {
        (false, _) => String::new(),
        (true, 0) if is_coming.get() => words().still_searching.to_owned(),
        (true, 0) => catalogue::nothing(desk.typed.read().trim(), session.language()),
        (true, count) => catalogue::found(count, session.language()),
    };
    let labelled = move || is_searching.get().then_some("catalogue-results");
    // What it says is heard only when it was there before: it alone does not go away.
    view! {
        <section class="stack" class:catalogue-gone=move || !is_searching.get() aria-labelledby=labelled>
            <Show when=move || is_searching.get()>
                <h2 id="catalogue-results" class="visually-hidden">{move || words().results}</h2>
            </Show>
            <p role="status" class:visually-hidden=move || !is_searching.get()>{said}</p>
            <div class="stack" class:catalogue-away=move || !is_searching.get()>
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
                        <For each=move || 0..rows.get() key=|row| *row let:row>
                            <FoundRow desk shelves searched rows row />
                        </For>
                    </ol>
                </Show>
                <More desk list=FOUND count most />
            </div>
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
fn FoundRow(
    desk: Desk,
    shelves: StoredValue<Arc<Shelves>>,
    searched: Memo<Searched>,
    rows: Memo<usize>,
    row: usize,
) -> impl IntoView {
    let found = Memo::new(move |last: Option<&Found>| {
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
    let id = more::link(FOUND, row);
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
