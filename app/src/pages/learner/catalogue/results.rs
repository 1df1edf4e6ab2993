//! What a search found, as one types.

use std::sync::Arc;

use domain::search::spoken::Spoken;
use domain::search::{Hit, Hits, Query, Recent, search};
use leptos::prelude::*;

use super::Desk;
use super::found_row::FoundRow;
use super::more::{self, More};
use super::nothing::{Nothing, WithoutCourse, codes_without};
use crate::browser::clock;
use crate::components::notice::{Meaning, Notice};
use crate::session::{Library, Shelves};
use crate::text::catalogue::{self, words};

/// The list's name.
const FOUND: &str = "found";

/// Selector of the link to a result, counted from 0.
pub(super) fn link(number: usize) -> String {
    format!("#{}", link_id(number))
}

/// Its id.
pub(super) fn link_id(number: usize) -> String {
    more::link(FOUND, number)
}

/// Rows that change in the frame of a key: as many as a phone shows. So many others follow in each frame after it.
const PER_FRAME: usize = 4;

/// A search and what it found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Searched {
    /// Which search of the page this is.
    number: u32,
    /// Whether it was typed, and not only rehearsed.
    is_typed: bool,
    /// What was searched for.
    pub(super) query: Query,
    /// What was found, whatever is looked at.
    pub(super) hits: Hits,
    /// The hits among the courses looked at.
    pub(super) shown: Vec<Hit>,
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
    let searched = searched(desk, shelves);
    let query = Memo::new(move |_| searched.read().query.clone());
    // What of the index a search needs and is not here yet comes afterwards, and then is searched as well.
    Effect::new(move || {
        if is_searching.get() {
            desk.library.with_value(|library| library.want(&query.read()));
        }
    });
    let most = desk.most_found();
    let count = Memo::new(move |_| searched.read().shown.len());
    let wanted = Memo::new(move |_| count.get().min(most.get()));
    let reach = reach(searched, wanted);
    let rows = Memo::new(move |last: Option<&usize>| {
        let there = last.copied().unwrap_or_else(|| wanted.get());
        wanted.get().min(reach.get().max(there))
    });
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
            <h2
                id="catalogue-results"
                class="visually-hidden"
                hidden=move || !is_searching.get()
            >
                {move || words().results}
            </h2>
            <p role="status" class:visually-hidden=move || !is_searching.get()>{said}</p>
            <div class="stack" class:catalogue-waiting=move || !is_searching.get()>
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
                            <FoundRow desk shelves searched reach rows row />
                        </For>
                    </ol>
                </Show>
                <More desk list=FOUND count most />
            </div>
        </section>
    }
}

/// How many rows show the newest search: more after each frame, until all that are wanted do.
fn reach(searched: Memo<Searched>, wanted: Memo<usize>) -> Memo<usize> {
    let reached = RwSignal::new((searched.read_untracked().number, usize::MAX));
    let reach = Memo::new(move |_| match reached.get() {
        (number, rows) if number == searched.read().number => rows,
        _ => PER_FRAME,
    });
    Effect::new(move || {
        let (number, rows) = (searched.read().number, reach.get());
        if rows == usize::MAX {
            return;
        }
        let next = rows + PER_FRAME;
        let next = if next < wanted.get() { next } else { usize::MAX };
        clock::after_frame(move || {
            // None is left when the page has been left.
            let _ = reached.try_set((number, next));
        });
    });
    reach
}

/// So many milliseconds after the results are made, their first letters are searched out of sight.
const REHEARSALS_MS: [i32; 2] = [200, 400];

/// What is searched out of sight before anything is typed: the beginning of a title, letter by letter. A browser makes each
/// part of the program ready when it is first called, and fast when it was called before; the first key need not wait
/// for that.
fn rehearsed(shelves: StoredValue<Arc<Shelves>>) -> RwSignal<String> {
    let rehearsed = RwSignal::new(String::new());
    let title = shelves.with_value(|shelves| {
        shelves.entries.first().map(|entry| entry.outline.title.ja.clone()).unwrap_or_default()
    });
    for (letters, at) in (1..).zip(REHEARSALS_MS) {
        let text = title.chars().take(letters).collect();
        clock::later(at, move || {
            // None is left when the page has been left.
            let _ = rehearsed.try_set(text);
        });
    }
    rehearsed
}

/// What is typed, searched at each key.
fn searched(desk: Desk, shelves: StoredValue<Arc<Shelves>>) -> Memo<Searched> {
    let rehearsed = rehearsed(shelves);
    let recent = StoredValue::new(Recent::default());
    Memo::new_owning(move |last: Option<Searched>| {
        let shelves = shelves.get_value();
        let last = last.unwrap_or_else(|| Searched::waiting(&shelves));
        let typed = match (desk.is_searching.get(), last.is_typed) {
            (true, _) => desk.typed.get(),
            // While nothing is typed nobody sees the rows: they wait as they are for what comes.
            (false, true) => return (last, false),
            (false, false) => rehearsed.get(),
        };
        if typed.is_empty() {
            return (last, true);
        }
        let is_typed = desk.is_searching.get();
        let run = |spoken: &Spoken| {
            // What is said would have to be fetched: that is not done for a rehearsal.
            let spoken = if is_typed { spoken } else { &Spoken::default() };
            run(&typed, &shelves, spoken, desk, &mut recent.write_value())
        };
        let found = desk.library.with_value(|library| library.with_spoken(run));
        if !is_typed && found.shown.is_empty() {
            // The rows that wait are worth more.
            return (last, false);
        }
        // What comes of the index does not make another search of it.
        let is_other = found.query != last.query;
        let number = last.number.wrapping_add(u32::from(is_other));
        (Searched { number, is_typed, ..found }, true)
    })
}

fn run(
    typed: &str,
    shelves: &Shelves,
    spoken: &Spoken,
    desk: Desk,
    recent: &mut Recent,
) -> Searched {
    let query = Query::parse(typed);
    let hits = search(&query, &shelves.heads, spoken, recent);
    let shown = desk.view.with_value(|view| {
        let is_looked_at = |hit: &&Hit| {
            desk.looks_at(view, &shelves.directory, &shelves.entries[hit.course].outline)
        };
        hits.list().iter().filter(is_looked_at).copied().collect()
    });
    Searched { query, hits, shown, ..Searched::default() }
}
