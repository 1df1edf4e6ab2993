//! Loads everything before the first page is shown: store, journal, site, catalog.

use std::rc::Rc;
use std::sync::Arc;

use domain::archive;
use domain::catalog::{Catalog, Site};
use domain::journal::Journal;
use futures_util::future::join3;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::check_in::News;
use super::keeper::{Keeper, StorageState};
use super::{Session, Shelved, preference};
use crate::browser::fetch::{self, FetchFault};
use crate::browser::store::{Kept, Shelf, Store, StoreFault, TabMessage};
use crate::browser::{clock, page_life};
use crate::paths::content;

/// Name of the database: one for each origin, whatever sub-folder the site lives in.
const DATABASE: &str = "yoshu";

/// What was loaded.
pub struct Booted {
    store: Rc<Store>,
    storage: StorageState,
    journal: Journal,
    /// Key of the last line that is in the journal.
    read_to: Option<u64>,
    set_aside: usize,
    catalog: Result<Shelved, FetchFault>,
}

/// Loads everything the first page needs. Never fails: what could not be had is said in the session.
pub async fn boot() -> Booted {
    let (memory, site, catalog) =
        join3(remember(), fetch::json(content::SITE), fetch::json(content::CATALOG)).await;
    Booted { catalog: shelve(site, catalog), ..memory }
}

async fn remember() -> Booted {
    match recall().await {
        Ok(booted) => booted,
        Err(fault) => Booted {
            store: Rc::new(Store::in_memory()),
            storage: StorageState::Memory(fault),
            journal: Journal::new(),
            read_to: None,
            set_aside: 0,
            catalog: Err(FetchFault::Offline),
        },
    }
}

async fn recall() -> Result<Booted, StoreFault> {
    let store = Store::open(DATABASE).await?;
    let mut journal = Journal::new();
    let lines = store.lines(Shelf::Journal, None).await?;
    let read_to = lines.last().map(|kept| kept.key);
    let damaged = replay(&mut journal, lines);
    if !damaged.is_empty() {
        // Where they cannot be moved they stay, and are found again the next time.
        let _ = store.set_aside(Shelf::Journal, &damaged).await;
    }
    let set_aside = store.lines(Shelf::SetAside, None).await.map_or(damaged.len(), |l| l.len());
    Ok(Booted {
        store: Rc::new(store),
        storage: StorageState::Saved,
        journal,
        read_to,
        set_aside,
        catalog: Err(FetchFault::Offline),
    })
}

/// Applies kept lines, and gives back those that nobody can read.
fn replay(journal: &mut Journal, lines: Vec<Kept>) -> Vec<Kept> {
    let mut damaged = Vec::new();
    for kept in lines {
        match archive::parse_line(&kept.line) {
            Ok(event) if kept.is_text => journal.apply(&event),
            Ok(_) | Err(_) => damaged.push(kept),
        }
    }
    damaged
}

fn shelve(
    site: Result<Site, FetchFault>,
    catalog: Result<Catalog, FetchFault>,
) -> Result<Shelved, FetchFault> {
    let (site, catalog) = (site?, catalog?);
    Ok(Shelved {
        site: Arc::new(site),
        entries: catalog.courses.into_iter().map(Arc::new).collect(),
        directory: catalog.directory,
    })
}

impl Session {
    /// The session of what was loaded. Call it once, at the root of the page.
    pub fn new(booted: Booted) -> Self {
        let storage = RwSignal::new(booted.storage);
        let (language, theme) = preference::chosen(&booted.journal);
        let session = Self {
            journal: RwSignal::new(booted.journal),
            check_ins: RwSignal::default(),
            check_in_ear: StoredValue::new_local(None),
            trust: RwSignal::default(),
            catalog: RwSignal::new(booted.catalog),
            now: RwSignal::new(clock::now()),
            language: RwSignal::new(language),
            theme: RwSignal::new(theme),
            storage,
            set_aside: RwSignal::new(booted.set_aside),
            undo_left_s: RwSignal::new(None),
            erasures: StoredValue::new_local(Default::default()),
            keeper: StoredValue::new_local(Rc::new(Keeper::new(
                booted.store,
                storage,
                booted.read_to,
            ))),
            courses: StoredValue::default(),
            library: StoredValue::new_local(None),
            before_export: StoredValue::new_local(None),
            counted_ms: StoredValue::new(0),
        };
        preference::show(language, theme);
        session.follow();
        session.note_completions();
        session
    }

    /// Follows the clock, the other tabs, and the page's own life.
    fn follow(self) {
        clock::each_minute(move |now| self.now.set(now));
        self.keeper().join(move |message| self.hear(message));
        let keeper = self.keeper();
        self.keeper().store().on_newer(move || keeper.give_way());
        // A page that slept, or that another tab could not tell, heard nothing meanwhile.
        let returned = page_life::on_return(move || self.catch_up());
        let shown = page_life::on_visibility(move |is_visible| {
            if is_visible {
                self.catch_up();
            }
        });
        let leaving = page_life::ask_before_leaving(move || self.would_lose_anything());
        for listener in [returned, shown, leaving].into_iter().flatten() {
            listener.forever();
        }
    }

    /// Whether closing the page would lose something that was done in it. A preference alone is not worth a question.
    fn would_lose_anything(self) -> bool {
        let is_in_memory = matches!(self.storage.get_untracked(), StorageState::Memory(_));
        let has_any = || {
            self.journal.with_untracked(Journal::has_more_than_preferences)
                || self.check_ins.with_untracked(|log| log.events().next().is_some())
        };
        self.keeper().has_unsaved() || (is_in_memory && has_any())
    }

    fn hear(self, message: TabMessage) {
        match message {
            TabMessage::Journal(lines) => self.journal.update(|journal| {
                let events = lines.lines().filter_map(|line| archive::parse_line(line).ok());
                events.for_each(|event| journal.apply(&event));
            }),
            TabMessage::CheckIns(lines) => self.tell_of_check_ins(News::Recorded(&lines)),
            TabMessage::Forgotten(sessions) => {
                self.tell_of_check_ins(News::Forgotten(&sessions));
            }
            TabMessage::Erased => {
                self.keeper().forget_waiting();
                self.forget();
                self.set_aside.set(0);
            }
            TabMessage::Changed => {
                self.catch_up();
                spawn_local(self.count_set_aside());
            }
        }
    }

    /// Reads what has come into the store since it was last read; what is known already changes nothing.
    pub(super) fn catch_up(self) {
        self.tell_of_check_ins(News::InStore);
        let keeper = self.keeper();
        spawn_local(async move {
            if let Ok(lines) = keeper.unread_lines().await
                && !lines.is_empty()
            {
                self.journal.update(|journal| {
                    replay(journal, lines);
                });
            }
        });
    }

    /// Loads the catalog again, after a fault.
    pub fn retry_catalog(self) {
        spawn_local(async move {
            let (site, catalog) = futures_util::future::join(
                fetch::json(content::SITE),
                fetch::json(content::CATALOG),
            )
            .await;
            self.catalog.set(shelve(site, catalog));
            self.note_completions();
        });
    }
}
