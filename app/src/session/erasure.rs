//! Erasing everything on this device, with a way back for a short while.

use domain::archive;
use domain::journal::{Event, Journal};
use domain::practical::{self, CheckInEvent, CheckInLog};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Session;
use super::check_in::News;
use crate::browser::store::{Shelf, Snapshot, StoreFault, TabMessage};
use crate::browser::{clock, service_worker};

/// Seconds in which an erasure can be taken back.
const UNDO_S: u32 = 20;

/// What was erased, as long as it can be taken back; the oldest first where it was erased again meanwhile.
#[derive(Default)]
pub(super) struct Erasures {
    all: Vec<Erased>,
    /// Counts the erasures, so that only the last one's clock runs.
    round: u32,
}

/// What one erasure took away.
struct Erased {
    snapshot: Snapshot,
    journal: Journal,
    check_ins: CheckInLog,
    /// What had not been written by then.
    unwritten: Vec<Event>,
    unwritten_check_ins: Vec<CheckInEvent>,
}

impl Session {
    /// Seconds left in which an erasure can be taken back (tracked).
    pub fn undo_left_s(self) -> Option<u32> {
        self.undo_left_s.get()
    }

    /// Erases everything on this device: journal, check-ins, key, trust list, what was kept of the
    /// courses. It can be taken back for 20 seconds, as long as the page stays open.
    ///
    /// # Errors
    /// Any [`StoreFault`]; nothing was erased then.
    pub async fn erase(self) -> Result<(), StoreFault> {
        let keeper = self.keeper();
        let snapshot = keeper.store().snapshot().await?;
        keeper.store().erase().await?;
        keeper.forget_waiting();
        keeper.tell(&TabMessage::Erased);
        let erased = self.erased(snapshot);
        self.erasures.update_value(|erasures| erasures.all.push(erased));
        self.forget();
        self.set_aside.set(0);
        self.show_preferences();
        self.count_down();
        // Which courses were opened shows in what is kept of them. It comes back with the next visit.
        service_worker::forget_courses().await;
        Ok(())
    }

    /// What the page knows and the snapshot holds; what only the page knew waited to be written.
    fn erased(self, snapshot: Snapshot) -> Erased {
        let (journal, check_ins) = (self.journal.get_untracked(), self.check_ins.get_untracked());
        let mut written = Journal::new();
        for kept in snapshot.lines(Shelf::Journal) {
            if let Ok(event) = archive::parse_line(&kept.line) {
                written.apply(&event);
            }
        }
        let mut written_log = CheckInLog::new();
        for kept in snapshot.lines(Shelf::CheckIns) {
            if let Ok(event) = practical::parse_line(&kept.line) {
                written_log.apply(&event);
            }
        }
        let unwritten = journal.events().into_iter().filter(|event| written.learn(event)).collect();
        let unwritten_check_ins =
            check_ins.events().filter(|event| written_log.learn(event)).cloned().collect();
        Erased { snapshot, journal, check_ins, unwritten, unwritten_check_ins }
    }

    /// Empties what the page shows of the journal and the log.
    pub(super) fn forget(self) {
        self.journal.set(Journal::new());
        self.check_ins.set(CheckInLog::new());
    }

    /// Takes the erasure back.
    ///
    /// # Errors
    /// Any [`StoreFault`]; the erasure can still be taken back then, as long as time is left.
    pub async fn undo_erase(self) -> Result<(), StoreFault> {
        let mut all = self.take_erased();
        // The oldest last: its key and its settings are the ones to have again.
        while let Some(erased) = all.pop() {
            if let Err(fault) = self.bring_back(&erased).await {
                all.push(erased);
                self.erasures.update_value(|erasures| {
                    all.append(&mut erasures.all);
                    erasures.all = all;
                });
                return Err(fault);
            }
        }
        self.undo_left_s.set(None);
        self.show_preferences();
        self.count_set_aside().await;
        self.keeper().tell(&TabMessage::Changed);
        Ok(())
    }

    async fn bring_back(self, erased: &Erased) -> Result<(), StoreFault> {
        let keeper = self.keeper();
        keeper.store().restore(&erased.snapshot).await?;
        self.journal.update(|journal| journal.merge(&erased.journal));
        self.check_ins.update(|log| log.merge(&erased.check_ins));
        keeper.keep_events(&erased.unwritten);
        keeper.keep_check_ins(&erased.unwritten_check_ins);
        self.tell_of_check_ins(News::InStore);
        Ok(())
    }

    fn take_erased(self) -> Vec<Erased> {
        self.erasures
            .try_update_value(|erasures| std::mem::take(&mut erasures.all))
            .unwrap_or_default()
    }

    fn count_down(self) {
        self.erasures.update_value(|erasures| erasures.round += 1);
        let round = self.erasures.with_value(|erasures| erasures.round);
        self.undo_left_s.set(Some(UNDO_S));
        spawn_local(async move {
            for left in (0..UNDO_S).rev() {
                clock::sleep(1_000).await;
                let is_last = self.erasures.with_value(|erasures| erasures.round == round);
                if !is_last || self.undo_left_s.get_untracked().is_none() {
                    return;
                }
                self.undo_left_s.set(Some(left));
            }
            self.take_erased();
            self.undo_left_s.set(None);
        });
    }
}
