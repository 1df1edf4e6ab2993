//! Keeps what is recorded: appends it to the store, tells the other tabs, says how that goes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::archive;
use domain::journal::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::browser::key::{DeviceKey, KeyFault};
use crate::browser::store::{Durability, Shelf, Store, StoreFault, TabMessage, Tabs};

/// How long to wait before a write that failed is tried again.
const RETRY_MS: i32 = 10_000;

/// Whether what was recorded is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageState {
    /// All of it is in the browser's database.
    Saved,
    /// The last of it is on its way.
    Saving,
    /// Storage was refused: it is in memory, until the page is closed.
    Memory(StoreFault),
    /// The last of it could not be written and waits in memory; it is tried again.
    Failing(StoreFault),
}

struct Waiting {
    shelf: Shelf,
    line: String,
    durability: Durability,
}

/// Keeps lines, in order, never losing one that could not be written.
pub(super) struct Keeper {
    store: Rc<Store>,
    waiting: RefCell<Vec<Waiting>>,
    /// The device's key while the store refuses it: it serves this session, and is offered to the store again.
    unkept_key: RefCell<Option<DeviceKey>>,
    is_scheduled: Cell<bool>,
    in_flight: Cell<u32>,
    state: RwSignal<StorageState>,
    tabs: RefCell<Option<Tabs>>,
}

impl Keeper {
    pub(super) fn new(store: Rc<Store>, state: RwSignal<StorageState>) -> Self {
        Self {
            store,
            waiting: RefCell::default(),
            unkept_key: RefCell::default(),
            is_scheduled: Cell::new(false),
            in_flight: Cell::new(0),
            state,
            tabs: RefCell::new(None),
        }
    }

    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// Joins the talk between tabs.
    pub(super) fn join(&self, on_message: impl Fn(TabMessage) + 'static) {
        *self.tabs.borrow_mut() = Some(Tabs::join("yoshu", on_message));
    }

    pub(super) fn tell(&self, message: &TabMessage) {
        if let Some(tabs) = &*self.tabs.borrow() {
            tabs.tell(message);
        }
    }

    pub(super) fn keep_event(self: &Rc<Self>, event: &Event) {
        let line = archive::line(event);
        self.tell(&TabMessage::Journal(line.clone()));
        self.keep(Shelf::Journal, line, durability(event));
    }

    /// Keeps a line. It is handed to the browser before the current event of the page is over, so
    /// that even a page that is being left keeps it.
    pub(super) fn keep(self: &Rc<Self>, shelf: Shelf, line: String, durability: Durability) {
        self.waiting.borrow_mut().push(Waiting { shelf, line, durability });
        if matches!(self.state.get_untracked(), StorageState::Saved) {
            self.state.set(StorageState::Saving);
        }
        if !self.is_scheduled.replace(true) {
            let keeper = Rc::clone(self);
            spawn_local(async move { keeper.write().await });
        }
    }

    /// The device's key: the one that is kept, else a new one. A store that does not take or give it stops nobody: the
    /// new key serves this session then, and waits to be kept like everything else.
    ///
    /// # Errors
    /// Any [`KeyFault`].
    pub(super) async fn device_key(self: &Rc<Self>) -> Result<DeviceKey, KeyFault> {
        if let Some(key) = self.unkept_key.borrow().clone() {
            return Ok(key);
        }
        if let Ok(Some(key)) = DeviceKey::kept(&self.store).await {
            return Ok(key);
        }
        let key = DeviceKey::make().await?;
        match key.keep(&self.store).await {
            Ok(kept) => Ok(kept),
            Err(fault) => {
                *self.unkept_key.borrow_mut() = Some(key.clone());
                Rc::clone(self).wait_and_retry(Vec::new(), fault);
                Ok(key)
            }
        }
    }

    /// Drops what waits: it was erased.
    pub(super) fn forget_waiting(&self) {
        self.waiting.borrow_mut().clear();
        self.unkept_key.take();
    }

    /// Drops those of the lines that wait for a shelf that are not to be kept any more.
    pub(super) fn drop_waiting(&self, shelf: Shelf, is_dropped: impl Fn(&str) -> bool) {
        self.waiting.borrow_mut().retain(|w| w.shelf != shelf || !is_dropped(&w.line));
    }

    /// Whether something would be lost if the page were closed now.
    pub(super) fn has_unsaved(&self) -> bool {
        matches!(self.state.get_untracked(), StorageState::Failing(_))
    }

    async fn write(self: Rc<Self>) {
        self.is_scheduled.set(false);
        let mut batch = self.waiting.take();
        let mut outcome = Ok(());
        self.in_flight.set(self.in_flight.get() + 1);
        for shelf in [Shelf::Journal, Shelf::CheckIns, Shelf::SetAside] {
            let of_shelf = batch.iter().filter(|w| w.shelf == shelf);
            let Some(durability) = of_shelf.clone().map(|w| w.durability).max() else { continue };
            let lines: Vec<String> = of_shelf.map(|w| w.line.clone()).collect();
            match self.store.append(shelf, &lines, durability).await {
                Ok(()) => batch.retain(|w| w.shelf != shelf),
                Err(fault) => outcome = Err(fault),
            }
        }
        if let Err(fault) = self.keep_key().await {
            outcome = Err(fault);
        }
        self.in_flight.set(self.in_flight.get() - 1);
        match outcome {
            Ok(()) => self.settle(),
            Err(fault) => self.wait_and_retry(batch, fault),
        }
    }

    async fn keep_key(&self) -> Result<(), StoreFault> {
        let Some(key) = self.unkept_key.borrow().clone() else { return Ok(()) };
        key.keep(&self.store).await?;
        self.unkept_key.take();
        Ok(())
    }

    fn settle(&self) {
        let has_nothing_left =
            self.waiting.borrow().is_empty() && self.unkept_key.borrow().is_none();
        let is_done = self.in_flight.get() == 0 && has_nothing_left;
        let state = self.state.get_untracked();
        if is_done && matches!(state, StorageState::Saving | StorageState::Failing(_)) {
            self.state.set(StorageState::Saved);
        }
    }

    fn wait_and_retry(self: Rc<Self>, mut batch: Vec<Waiting>, fault: StoreFault) {
        batch.append(&mut self.waiting.borrow_mut());
        *self.waiting.borrow_mut() = batch;
        self.state.set(StorageState::Failing(fault));
        if !self.is_scheduled.replace(true) {
            spawn_local(async move {
                clock::sleep(RETRY_MS).await;
                self.write().await;
            });
        }
    }
}

/// What a learner cannot do again must be on the disk; a few seconds of video can be watched again.
fn durability(event: &Event) -> Durability {
    match event {
        Event::Watched { .. } | Event::Stopped { .. } | Event::PreferenceSet { .. } => {
            Durability::Relaxed
        }
        Event::AttemptStarted { .. }
        | Event::Answered { .. }
        | Event::HandedIn { .. }
        | Event::Completed { .. }
        | Event::Sealed { .. }
        | Event::ProfileSet { .. }
        | Event::NoteWritten { .. }
        | Event::Unknown { .. } => Durability::Strict,
    }
}
