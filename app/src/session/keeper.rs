//! Keeps what is recorded: appends it to the store, tells the other tabs, says how that goes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::archive;
use domain::journal::Event;
use domain::practical::{self, CheckInEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::browser::key::{DeviceKey, KeyFault};
use crate::browser::store::{Durability, Kept, Shelf, Store, StoreFault, TabMessage, Tabs};

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
    is_retrying: Cell<bool>,
    in_flight: Cell<u32>,
    /// How often what waits was dropped: what was being written at that moment does not come back.
    erasures: Cell<u32>,
    /// Whether a newer version of this program has the store.
    is_outdated: Cell<bool>,
    /// Key of the last line of the journal that was read. Keys only ever grow, also beyond an erasure.
    read_to: Cell<Option<u64>>,
    state: RwSignal<StorageState>,
    tabs: RefCell<Option<Tabs>>,
}

impl Keeper {
    pub(super) fn new(
        store: Rc<Store>,
        state: RwSignal<StorageState>,
        read_to: Option<u64>,
    ) -> Self {
        Self {
            store,
            waiting: RefCell::default(),
            unkept_key: RefCell::default(),
            is_scheduled: Cell::new(false),
            is_retrying: Cell::new(false),
            in_flight: Cell::new(0),
            erasures: Cell::new(0),
            is_outdated: Cell::new(false),
            read_to: Cell::new(read_to),
            state,
            tabs: RefCell::new(None),
        }
    }

    pub(super) fn store(&self) -> &Store {
        &self.store
    }

    /// The lines of the journal that have come into the store since it was last read.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub(super) async fn unread_lines(&self) -> Result<Vec<Kept>, StoreFault> {
        let lines = self.store.lines(Shelf::Journal, self.read_to.get()).await?;
        self.read_to.set(lines.last().map(|kept| kept.key).or(self.read_to.get()));
        Ok(lines)
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

    /// Keeps facts, and tells the other tabs of all of them at once.
    pub(super) fn keep_events(self: &Rc<Self>, events: &[Event]) {
        let lines: Vec<String> = events.iter().map(archive::line).collect();
        if !lines.is_empty() {
            self.tell(&TabMessage::Journal(lines.join("\n")));
        }
        for (event, line) in events.iter().zip(lines) {
            self.keep(Shelf::Journal, line, durability(event));
        }
    }

    /// Keeps facts of the instructor's log, and tells the other tabs of all of them at once.
    pub(super) fn keep_check_ins(self: &Rc<Self>, events: &[CheckInEvent]) {
        let lines: Vec<String> = events.iter().map(practical::line).collect();
        if !lines.is_empty() {
            self.tell(&TabMessage::CheckIns(lines.join("\n")));
        }
        for line in lines {
            self.keep(Shelf::CheckIns, line, Durability::Strict);
        }
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
        self.erasures.set(self.erasures.get() + 1);
        self.waiting.borrow_mut().clear();
        self.unkept_key.take();
        self.settle();
    }

    /// Drops those of the lines that wait for a shelf that are not to be kept any more.
    pub(super) fn drop_waiting(&self, shelf: Shelf, is_dropped: impl Fn(&str) -> bool) {
        self.waiting.borrow_mut().retain(|w| w.shelf != shelf || !is_dropped(&w.line));
        self.settle();
    }

    /// Whether something that could not be written would be lost if the page were closed now.
    pub(super) fn has_unsaved(&self) -> bool {
        matches!(self.state.get_untracked(), StorageState::Failing(_)) && self.has_waiting()
    }

    fn has_waiting(&self) -> bool {
        !self.waiting.borrow().is_empty() || self.unkept_key.borrow().is_some()
    }

    /// A newer version of this program, in another tab, has the store now: it takes nothing from this one any more.
    pub(super) fn give_way(&self) {
        self.is_outdated.set(true);
        self.state.set(StorageState::Failing(StoreFault::Newer));
    }

    async fn write(self: Rc<Self>) {
        self.is_scheduled.set(false);
        let mut batch = self.waiting.take();
        let mut outcome = Ok(());
        let erasures = self.erasures.get();
        self.in_flight.set(self.in_flight.get() + 1);
        for shelf in [Shelf::Journal, Shelf::CheckIns, Shelf::SetAside] {
            if self.erasures.get() != erasures {
                batch.clear();
            }
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
            Err(fault) if self.erasures.get() == erasures => self.wait_and_retry(batch, fault),
            Ok(()) | Err(_) => self.settle(),
        }
    }

    async fn keep_key(&self) -> Result<(), StoreFault> {
        let Some(key) = self.unkept_key.borrow().clone() else { return Ok(()) };
        key.keep(&self.store).await?;
        self.unkept_key.take();
        Ok(())
    }

    fn settle(&self) {
        let is_done = self.in_flight.get() == 0 && !self.has_waiting();
        let state = self.state.get_untracked();
        if is_done
            && !self.is_outdated.get()
            && matches!(state, StorageState::Saving | StorageState::Failing(_))
        {
            self.state.set(StorageState::Saved);
        }
    }

    fn wait_and_retry(self: Rc<Self>, mut batch: Vec<Waiting>, fault: StoreFault) {
        batch.append(&mut self.waiting.borrow_mut());
        *self.waiting.borrow_mut() = batch;
        self.state.set(StorageState::Failing(fault));
        if !self.is_retrying.replace(true) {
            spawn_local(async move {
                clock::sleep(RETRY_MS).await;
                self.is_retrying.set(false);
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

#[cfg(test)]
mod tests {
    use domain::journal::{AttemptId, Preference, ProfileField};
    use domain::unit::{MediaMs, UnixMs};

    use super::*;

    const AT: UnixMs = UnixMs(1);

    #[test]
    fn answers_results_tokens_and_what_was_typed_must_be_on_the_disk() {
        let (attempt, course) = (AttemptId(1), "als-pre".parse().unwrap());
        let content = token::identifier::ContentHash([1; 8]);
        let events = [
            Event::AttemptStarted {
                attempt,
                course,
                content,
                seed: 1,
                questions: Vec::new(),
                at: AT,
            },
            Event::Answered { attempt, question: "q1".parse().unwrap(), answer: None, at: AT },
            Event::HandedIn {
                attempt,
                correct: 1,
                total: 1,
                passed: true,
                missed: Vec::new(),
                at: AT,
            },
            Event::Completed { course: "als-pre".parse().unwrap(), content, at: AT },
            Event::Sealed {
                course: "als-pre".parse().unwrap(),
                content,
                cti: token::identifier::Cti([1; 16]),
                token: Vec::new(),
                at: AT,
            },
            Event::ProfileSet { field: ProfileField::Name, value: "a".into(), at: AT },
            Event::Unknown { text: "[\"credit\"]".into() },
        ];
        for event in events {
            assert_eq!(durability(&event), Durability::Strict, "{event:?}");
        }
    }

    #[test]
    fn a_few_seconds_of_video_need_not_wait_for_the_disk() {
        let stopped = Event::Stopped {
            course: "als-pre".parse().unwrap(),
            chapter: "01".parse().unwrap(),
            video: "0000000000000001.mp4".parse().unwrap(),
            position: MediaMs(1),
            at: AT,
        };
        let preference =
            Event::PreferenceSet { preference: Preference::Theme, value: "dark".into(), at: AT };
        for event in [stopped, preference] {
            assert_eq!(durability(&event), Durability::Relaxed, "{event:?}");
        }
    }
}
