//! The learner's data in and out: export, import, erasing with a way back.

use std::cell::RefCell;

use domain::archive::{self, About, ArchiveError};
use domain::journal::Journal;
use domain::practical::CheckInLog;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Session;
use crate::browser::store::{Durability, Shelf, Snapshot, StoreFault, TabMessage};
use crate::browser::{clock, file, service_worker};

/// Seconds in which an erasure can be taken back.
const UNDO_S: u32 = 20;

/// What an import brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// Facts that were read.
    pub read: usize,
    /// Whether any of them was new to this device.
    pub is_new: bool,
    /// Lines that nobody can read; they were set aside, not dropped.
    pub set_aside: usize,
    /// Facts that the file's first line promises and that are not there: its end is missing.
    pub missing: usize,
}

thread_local! {
    /// What was erased last, as long as it can be taken back.
    static ERASED: RefCell<Option<Erased>> = const { RefCell::new(None) };
}

struct Erased {
    journal: Journal,
    snapshot: Snapshot,
}

impl Session {
    /// Everything the learner has done, as text. Also what is in memory only.
    pub fn export(self) -> String {
        if let Some(keep) = self.before_export.get_value() {
            keep();
        }
        let about = About {
            program: format!("yoshu {}", env!("CARGO_PKG_VERSION")),
            made_at: clock::now(),
        };
        self.journal.with_untracked(|journal| archive::export(&journal.events(), &about))
    }

    /// Offers the export as a file to keep. False when the browser refuses.
    pub fn save_export(self) -> bool {
        let day = clock::now().seconds().jst_date();
        let name = format!("yoshu-record-{day}.txt");
        file::save(&name, "text/plain;charset=utf-8", self.export().as_bytes())
    }

    /// Takes in what an export holds, beside what is here already.
    ///
    /// # Errors
    /// When the text is no journal at all; nothing has changed then.
    pub fn import(self, text: &str) -> Result<ImportReport, ArchiveError> {
        let imported = archive::import(text)?;
        let before = self.journal.get_untracked();
        let mut after = before.clone();
        imported.events.iter().for_each(|event| after.apply(event));
        let is_new = after != before;
        if is_new {
            self.record_all(&imported.events);
        }
        for damaged in &imported.set_aside {
            self.keeper().keep(Shelf::SetAside, damaged.text.clone(), Durability::Strict);
        }
        self.set_aside.update(|count| *count += imported.set_aside.len());
        self.show_preferences();
        Ok(ImportReport {
            read: imported.events.len(),
            is_new,
            set_aside: imported.set_aside.len(),
            missing: imported.missing,
        })
    }

    /// The damaged records as they are, one a line, to save or to send to somebody who can help.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn set_aside_text(self) -> Result<String, StoreFault> {
        let kept = self.keeper().store().lines(Shelf::SetAside, None).await?;
        Ok(kept.into_iter().map(|kept| kept.line + "\n").collect())
    }

    /// Seconds left in which an erasure can be taken back (tracked).
    pub fn undo_left_s(self) -> Option<u32> {
        self.undo_left_s.get()
    }

    /// Erases everything on this device: journal, check-ins, key, trust list,
    /// what was kept of the courses. It can be taken back for 20 seconds, as long as the page stays open.
    ///
    /// # Errors
    /// Any [`StoreFault`]; nothing was erased then.
    pub async fn erase(self) -> Result<(), StoreFault> {
        let keeper = self.keeper();
        let snapshot = keeper.store().snapshot().await?;
        keeper.store().erase().await?;
        keeper.forget_waiting();
        keeper.tell(&TabMessage::Erased);
        let journal = self.journal.get_untracked();
        ERASED.set(Some(Erased { journal, snapshot }));
        self.journal.set(Journal::new());
        self.check_ins.set(CheckInLog::new());
        self.set_aside.set(0);
        self.show_preferences();
        self.count_down();
        // Which courses were opened shows in what is kept of them. It comes back with the next visit.
        service_worker::forget_courses().await;
        Ok(())
    }

    /// Takes the last erasure back.
    ///
    /// # Errors
    /// Any [`StoreFault`]; the erasure can still be taken back then, as long as time is left.
    pub async fn undo_erase(self) -> Result<(), StoreFault> {
        let Some(erased) = ERASED.take() else { return Ok(()) };
        let keeper = self.keeper();
        if let Err(fault) = keeper.store().restore(&erased.snapshot).await {
            ERASED.set(Some(erased));
            return Err(fault);
        }
        self.undo_left_s.set(None);
        self.journal.update(|journal| journal.merge(&erased.journal));
        self.show_preferences();
        self.catch_up_check_ins();
        keeper.tell(&TabMessage::Changed);
        Ok(())
    }

    fn count_down(self) {
        let is_counting = self.undo_left_s.get_untracked().is_some();
        self.undo_left_s.set(Some(UNDO_S));
        if is_counting {
            return;
        }
        spawn_local(async move {
            while let Some(left) = self.undo_left_s.get_untracked() {
                if left == 0 {
                    ERASED.set(None);
                    self.undo_left_s.set(None);
                    break;
                }
                clock::sleep(1_000).await;
                self.undo_left_s.update(|left| *left = left.map(|left| left.saturating_sub(1)));
            }
        });
    }
}
