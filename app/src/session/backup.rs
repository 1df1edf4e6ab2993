//! Everything on this device in and out: export and import.

use domain::archive::{About, ArchiveError};
use domain::backup::{self, Backup};
use domain::journal::Event;
use domain::practical::CheckInEvent;
use leptos::prelude::*;

use super::Session;
use crate::browser::store::{Durability, Shelf, StoreFault};
use crate::browser::{clock, file};

/// What an import brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// Facts that were read.
    pub read: usize,
    /// How many of them were new to this device.
    pub new: usize,
    /// Lines that nobody can read; they were set aside, not dropped.
    pub set_aside: usize,
    /// Facts that the file's first line promises and that are not there: its end is missing.
    pub missing: usize,
}

impl Session {
    /// Everything the learner has done and the instructor has noted, as text. Also what is in memory only.
    pub async fn export(self) -> String {
        if let Some(keep) = self.before_export.get_value() {
            keep();
        }
        // A log that cannot be read is left out; what this page knows of it is in the text.
        let _ = self.read_check_ins().await;
        let about = About {
            program: format!("yoshu {}", env!("CARGO_PKG_VERSION")),
            made_at: clock::now(),
        };
        let events = self.journal.with_untracked(domain::journal::Journal::events);
        self.check_ins.with_untracked(|log| backup::export(&events, log, &about))
    }

    /// Offers the export as a file to keep. False when the browser refuses.
    pub async fn save_export(self) -> bool {
        let text = self.export().await;
        let name = format!("yoshu-record-{}.txt", clock::now().jst_date());
        // A plain text: every device can open it, and offers it again when a file is chosen.
        file::save(&name, "text/plain;charset=utf-8", text.as_bytes())
    }

    /// Takes in what an export holds, beside what is here already.
    ///
    /// # Errors
    /// When the text is no such export; nothing has changed then.
    pub async fn import(self, text: &str) -> Result<ImportReport, ArchiveError> {
        let backup = backup::import(text)?;
        // Unread, the log takes everything as new: said twice, it counts once.
        let _ = self.read_check_ins().await;
        let new = self.take_in(&backup);
        self.set_lines_aside(&backup).await;
        self.show_preferences();
        Ok(ImportReport {
            read: backup.events.len() + backup.check_ins.len(),
            new,
            set_aside: backup.set_aside.len(),
            missing: backup.missing,
        })
    }

    /// Keeps what is new in it, and says how much that is.
    fn take_in(self, backup: &Backup) -> usize {
        let mut journal = self.journal.get_untracked();
        let events: Vec<Event> =
            backup.events.iter().filter(|event| journal.learn(event)).cloned().collect();
        let mut log = self.check_ins.get_untracked();
        let check_ins: Vec<CheckInEvent> =
            backup.check_ins.iter().filter(|event| log.learn(event)).cloned().collect();
        if !events.is_empty() {
            self.take(&events);
        }
        if !check_ins.is_empty() {
            self.take_check_ins(&check_ins);
        }
        events.len() + check_ins.len()
    }

    /// Sets unreadable lines aside, each once however often its file is taken in.
    async fn set_lines_aside(self, backup: &Backup) {
        if backup.set_aside.is_empty() {
            return;
        }
        let keeper = self.keeper();
        let known = keeper.store().lines(Shelf::SetAside, None).await.unwrap_or_default();
        let mut known: std::collections::BTreeSet<&str> =
            known.iter().map(|kept| &*kept.line).collect();
        let mut count = 0;
        for damaged in backup.set_aside.iter().filter(|damaged| known.insert(&damaged.text)) {
            keeper.keep(Shelf::SetAside, damaged.text.clone(), Durability::Strict);
            count += 1;
        }
        self.set_aside.update(|all| *all += count);
    }

    /// Counts again what was set aside: an erasure was taken back.
    pub(super) async fn count_set_aside(self) {
        if let Ok(lines) = self.keeper().store().lines(Shelf::SetAside, None).await {
            self.set_aside.set(lines.len());
        }
    }

    /// The damaged records as they are, one a line, to save or to send to somebody who can help.
    ///
    /// # Errors
    /// Any [`StoreFault`].
    pub async fn set_aside_text(self) -> Result<String, StoreFault> {
        let kept = self.keeper().store().lines(Shelf::SetAside, None).await?;
        Ok(kept.into_iter().map(|kept| kept.line + "\n").collect())
    }
}
