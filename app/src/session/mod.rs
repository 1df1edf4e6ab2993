//! What is remembered: the journal and its keeping, the catalog, the device's key.
//!
//! Only this room changes the journal, and only through [`Session::record`]. Everything else that a
//! page wants to know follows from the journal by the pure rules of `domain`.

mod backup;
mod boot;
mod check_in;
mod course;
mod erasure;
mod keeper;
mod library;
mod memo;
mod preference;
mod progress;
mod seal;
mod trust;
pub mod watching;

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use domain::catalog::{CatalogEntry, Site};
use domain::journal::{Event, Journal};
use domain::practical::CheckInLog;
use domain::search::directory::SearchName;
use domain::unit::UnixMs;
use leptos::prelude::*;

pub use backup::ImportReport;
pub use boot::{Booted, boot};
pub use course::{CourseFault, CourseState, LoadedCourse};
pub use keeper::StorageState;
pub use library::{Library, Shelves, ShelvesState};
pub use seal::SealFault;
pub use trust::{Trust, TrustFault};

use crate::browser::clock;
use crate::browser::fetch::FetchFault;
use crate::browser::page::Theme;
use crate::text::Language;
use course::Courses;
use erasure::Erasures;
use keeper::Keeper;

/// One course of the catalog, shared.
pub type Entry = Arc<CatalogEntry>;

/// The catalog as it came.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// The site's settings.
    pub site: Arc<Site>,
    /// Its courses, in the order they are shown.
    pub entries: Arc<[Entry]>,
    /// The file of the catalogue's page.
    pub directory: Option<SearchName>,
}

type BeforeExport = Rc<dyn Fn()>;

/// The visitor's session: a handle that every page gets from the context.
#[derive(Clone, Copy)]
pub struct Session {
    journal: RwSignal<Journal>,
    check_ins: RwSignal<CheckInLog>,
    /// Whether the instructor's log was read; then it is kept up with the other tabs.
    check_in_ear: StoredValue<Option<check_in::Ear>, LocalStorage>,
    trust: RwSignal<Trust>,
    catalog: RwSignal<Result<Shelved, FetchFault>>,
    now: RwSignal<UnixMs>,
    language: RwSignal<Language>,
    theme: RwSignal<Theme>,
    storage: RwSignal<StorageState>,
    set_aside: RwSignal<usize>,
    undo_left_s: RwSignal<Option<u32>>,
    erasures: StoredValue<Erasures, LocalStorage>,
    keeper: StoredValue<Rc<Keeper>, LocalStorage>,
    courses: StoredValue<Courses>,
    /// What the catalogue's page has loaded; only its own part of the program knows what that is.
    library: StoredValue<Option<Rc<dyn Any>>, LocalStorage>,
    /// Lets the chapter that is being watched keep what it has not yet kept.
    before_export: StoredValue<Option<BeforeExport>, LocalStorage>,
    /// Video time counted since the page began, in milliseconds.
    counted_ms: StoredValue<u32>,
}

impl Session {
    /// The session of the context.
    pub fn here() -> Self {
        // The frame provides it before any page exists.
        expect_context()
    }

    /// The learner's journal (tracked).
    pub fn journal(self) -> Signal<Journal> {
        self.journal.into()
    }

    /// The wall clock (tracked), moved on at each new minute and at each event.
    pub fn now(self) -> UnixMs {
        self.now.get()
    }

    /// Takes a fact into the journal, and keeps it. The only way to change what is remembered.
    pub fn record(self, event: Event) {
        self.record_all(&[event]);
    }

    /// Takes several facts at once, in this order even where the clock was set back.
    pub fn record_all(self, events: &[Event]) {
        let mut journal = self.journal.write();
        let placed = events.iter().map(|event| {
            let event = journal.in_order(event.clone());
            journal.apply(&event);
            event
        });
        let placed: Vec<Event> = placed.collect();
        drop(journal);
        self.keeper().keep_events(&placed);
        self.now.set(clock::now());
        self.follow_up(&placed);
    }

    /// Takes facts that happened elsewhere or before, as they are.
    fn take(self, events: &[Event]) {
        self.keeper().keep_events(events);
        self.now.set(clock::now());
        self.journal.update(|journal| events.iter().for_each(|event| journal.apply(event)));
        self.follow_up(events);
    }

    /// Whether what was recorded is kept (tracked).
    pub fn storage(self) -> StorageState {
        self.storage.get()
    }

    /// How many damaged records were found and set aside (tracked).
    pub fn set_aside(self) -> usize {
        self.set_aside.get()
    }

    /// The catalog, or why there is none (tracked).
    pub fn catalog(self) -> Result<Shelved, FetchFault> {
        self.catalog.get()
    }

    /// The site's settings, once the catalog is there (tracked).
    pub fn site(self) -> Option<Arc<Site>> {
        self.catalog.with(|catalog| catalog.as_ref().ok().map(|shelved| shelved.site.clone()))
    }

    /// The courses in the order they are shown; none while there is no catalog (tracked).
    pub fn entries(self) -> Vec<Entry> {
        self.catalog
            .with(|catalog| catalog.as_ref().map(|s| s.entries.to_vec()).unwrap_or_default())
    }

    fn entries_untracked(self) -> Vec<Entry> {
        self.catalog.with_untracked(|catalog| {
            catalog.as_ref().map(|s| s.entries.to_vec()).unwrap_or_default()
        })
    }

    /// The course of an id (tracked).
    pub fn entry(self, course: &str) -> Option<Entry> {
        self.catalog.with(|catalog| {
            let entries = &catalog.as_ref().ok()?.entries;
            entries.iter().find(|entry| entry.outline.id.as_str() == course).cloned()
        })
    }

    fn keeper(self) -> Rc<Keeper> {
        self.keeper.get_value()
    }
}
