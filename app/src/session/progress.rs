//! Where the learner stands, and the moment of completion.

use domain::journal::Event;
use domain::progress::{Progress, completion_event, progress};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Entry, Session};
use crate::browser::{clock, store};

/// Watched time after which the browser is asked to keep our data: by now it is worth something.
const WORTH_KEEPING_MS: u32 = 60_000;

impl Session {
    /// Where the learner stands in a course; follows the journal and the clock.
    pub fn progress(self, entry: &Entry) -> Memo<Progress> {
        let entry = entry.clone();
        Memo::new(move |_| {
            let now = self.now.get();
            self.journal.with(|journal| progress(&entry, journal, now))
        })
    }

    /// What follows from events beyond the journal itself: the moment of completion, and the wish
    /// that the browser keeps our data.
    pub(super) fn follow_up(self, events: &[Event]) {
        let mut counted_ms = 0;
        let mut may_complete = false;
        for event in events {
            match event {
                Event::Watched { span, .. } => {
                    counted_ms += span.length().0;
                    may_complete = true;
                }
                Event::HandedIn { .. } => {
                    counted_ms += WORTH_KEEPING_MS;
                    may_complete = true;
                }
                _ => {}
            }
        }
        if may_complete {
            self.note_completions();
            self.ask_to_persist_once(counted_ms);
        }
    }

    /// Records each completion whose last requirement is met: at that moment, and again where the moment could have been
    /// missed (a browser that died just then, a catalog that came late).
    pub(super) fn note_completions(self) {
        let now = clock::now();
        for entry in self.entries_untracked() {
            let event =
                self.journal.with_untracked(|journal| completion_event(&entry, journal, now));
            if let Some(event) = event {
                self.keeper().keep_events(core::slice::from_ref(&event));
                self.journal.update(|journal| journal.apply(&event));
            }
        }
    }

    fn ask_to_persist_once(self, counted_ms: u32) {
        let before = self.counted_ms.get_value();
        self.counted_ms.set_value(before.saturating_add(counted_ms));
        if before < WORTH_KEEPING_MS && before.saturating_add(counted_ms) >= WORTH_KEEPING_MS {
            spawn_local(async {
                store::ask_to_persist().await;
            });
        }
    }
}
