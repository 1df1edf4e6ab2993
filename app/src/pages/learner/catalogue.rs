//! The catalogue: all courses by curriculum code (R8–R14), by what they count for (R22, R23), and by search.
//!
//! What is shown stands in the address, so that going back and loading again bring it back.

pub mod codes;
pub mod course_row;
pub mod found_row;
pub mod more;
pub mod nothing;
pub mod results;
pub mod scope;

use std::sync::Arc;

use domain::catalog::Outline;
use domain::search::directory::Directory;
use leptos::prelude::*;
use token::calendar::JstDate;

use crate::browser::{clock, focus, history};
use crate::components::icon::{Icon, Symbol};
use crate::components::load_trouble::LoadTrouble;
use crate::components::page_heading::PageHeading;
use crate::paths::{CatalogueView, Route};
use crate::session::{Library, Session, Shelves, ShelvesState};
use crate::text::catalogue::words;
use crate::text::fault::fetch_fault;
use codes::{CodeContent, Codes};
use results::Results;
use scope::{Counting, Scope};

/// Id of the search field.
const FIELD: &str = "catalogue-search";

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Desk {
    session: Session,
    library: StoredValue<Library>,
    /// The day on which the page was opened.
    today: JstDate,
    /// What the address named when the page opened; the following have their newest values apart.
    view: StoredValue<CatalogueView>,
    /// What is typed.
    typed: RwSignal<String>,
    /// Whether only codes with content are shown.
    with_content: RwSignal<bool>,
    /// How often more of the list that is seen was asked for.
    more: RwSignal<u8>,
    /// Whether something is searched: what was found is seen, and what is browsed waits out of sight.
    is_searching: Memo<bool>,
}

impl Desk {
    /// What is shown now (tracked).
    fn now(self) -> CatalogueView {
        let query = self.typed.read().trim().to_owned();
        let (with_content, more) = (self.with_content.get(), self.more.get());
        CatalogueView { query, with_content, more, ..self.view.get_value() }
    }

    /// Address of another view of what is browsed, which begins at its top and with an empty field (tracked).
    fn browsed(self, change: impl FnOnce(&mut CatalogueView)) -> String {
        let (query, with_content) = (String::new(), self.with_content.get());
        let mut view = CatalogueView { query, with_content, more: 0, ..self.view.get_value() };
        change(&mut view);
        Route::Catalogue(view).href()
    }

    /// Address of another view, which begins at its top, with what is typed now (tracked).
    fn href(self, change: impl FnOnce(&mut CatalogueView)) -> String {
        let mut view = CatalogueView { more: 0, ..self.now() };
        change(&mut view);
        Route::Catalogue(view).href()
    }

    /// Writes what is shown into the address.
    fn note(self) {
        history::note(&Route::Catalogue(untrack(|| self.now())).href());
    }

    /// Takes what was typed: another search, of which the first are shown.
    fn type_in(self, text: String) {
        self.typed.set(text);
        self.more.set(0);
        self.note();
    }

    /// Shows all codes, or those with content.
    fn show_codes(self, with_content: bool) {
        self.with_content.set(with_content);
        self.note();
    }

    /// Shows more of what was found.
    fn show_more(self) {
        self.more.update(|more| *more = more.saturating_add(1));
        self.note();
    }

    /// Whether a course is among those looked at, if it is taken today.
    fn looks_at(self, view: &CatalogueView, directory: &Directory, course: &Outline) -> bool {
        let serves = |only| directory.serves(only, &course.listing, self.today);
        let counts = view.only.is_none_or(serves);
        counts && view.preset.includes(course.listing.source_kind)
    }

    /// Empties the field and goes back into it.
    fn clear(self) {
        self.type_in(String::new());
        focus::move_to(&format!("#{FIELD}"));
    }
}

/// The catalogue.
#[component]
pub fn CataloguePage(
    /// What the address names.
    view: CatalogueView,
) -> impl IntoView {
    let session = Session::here();
    let library = session.library();
    let typed = RwSignal::new(view.query.clone());
    let desk = Desk {
        session,
        library: StoredValue::new(library.clone()),
        today: untrack(|| session.now()).jst_date(),
        typed,
        with_content: RwSignal::new(view.with_content),
        more: RwSignal::new(view.more),
        view: StoredValue::new(view),
        is_searching: Memo::new(move |_| !typed.read().trim().is_empty()),
    };
    let words = move || words(session.language());
    let body = move || match library.shelves() {
        ShelvesState::Loading => {
            view! { <p class="quiet" role="status">{words().loading}</p> }.into_any()
        }
        ShelvesState::Failed(fault) => {
            let said = Signal::derive(move || fetch_fault(&fault, session.language()));
            let retry = Signal::derive(move || words().retry);
            let again = Callback::new(move |()| desk.library.with_value(Library::retry));
            view! { <LoadTrouble said retry again /> }.into_any()
        }
        ShelvesState::Ready(shelves) => view! { <Body desk shelves /> }.into_any(),
    };
    view! {
        <div class="stack stack--loose">
            <PageHeading text=Signal::derive(move || words().heading.to_owned()) />
            <SearchField desk />
            {body}
        </div>
    }
}

/// The field, with what is searched below it.
#[component]
fn SearchField(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        // While a word is being composed, the keys choose among its spellings.
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Escape" if !desk.typed.read_untracked().is_empty() => desk.clear(),
            "ArrowDown"
                if desk.is_searching.get_untracked() && focus::move_to(&results::link(0)) => {}
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <form role="search" class="field catalogue-search" on:submit=|event| event.prevent_default()>
            <label class="field__label" for=FIELD>
                {move || words().search}
            </label>
            <div class="catalogue-search__row">
                <input
                    id=FIELD
                    class="field__input"
                    type="search"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    aria-describedby="catalogue-search-hint"
                    prop:value=desk.typed
                    on:input=move |event| desk.type_in(event_target_value(&event))
                    on:keydown=on_key
                />
                <button
                    type="button"
                    class="button"
                    hidden=move || desk.typed.read().is_empty()
                    on:click=move |_| desk.clear()
                >
                    <Icon symbol=Symbol::Close />
                    {move || words().clear}
                </button>
            </div>
            <span class="field__hint" id="catalogue-search-hint">
                {move || words().search_hint}
            </span>
        </form>
    }
}

/// So many milliseconds after the page the rows of the results are made, before anything is found.
const READY_MS: i32 = 300;

/// What was found; or, while nothing is typed, what is browsed. The other one stays, out of sight: to make its rows anew
/// costs more time than a keystroke has.
#[component]
fn Body(desk: Desk, shelves: Arc<Shelves>) -> impl IntoView {
    let is_searching = desk.is_searching;
    let was_browsed = Memo::new(move |was| was == Some(&true) || !is_searching.get());
    let is_ready = RwSignal::new(false);
    clock::later(READY_MS, move || {
        // None is left when the page has been left.
        let _ = is_ready.try_set(true);
    });
    let has_results =
        Memo::new(move |had| had == Some(&true) || is_searching.get() || is_ready.get());
    let shelves = StoredValue::new(shelves);
    view! {
        <Scope desk shelves=shelves.get_value() />
        <Show when=move || has_results.get()>
            <Results desk shelves />
        </Show>
        <Show when=move || was_browsed.get()>
            <div
                class="stack stack--loose"
                class:catalogue-away=is_searching
                class:catalogue-gone=is_searching
            >
                <Browsed desk shelves=shelves.get_value() />
            </div>
        </Show>
    }
}

/// The content of a code, what counts for something, or all codes.
#[component]
fn Browsed(desk: Desk, shelves: Arc<Shelves>) -> impl IntoView {
    let view = desk.view.get_value();
    match (view.code, view.only) {
        (Some(code), _) => view! { <CodeContent desk shelves code /> }.into_any(),
        (None, Some(only)) => view! { <Counting desk shelves only /> }.into_any(),
        (None, None) => view! { <Codes desk shelves /> }.into_any(),
    }
}
