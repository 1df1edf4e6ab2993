//! Judging what was read, once and again when another trust list or another date is at hand, and telling of it.

use std::sync::Arc;

use leptos::prelude::*;
use token::calendar::JstDate;

use super::desk::Desk;
use super::finding::{Finding, Input, Setting};
use super::instead::{Instead, Unread};
use super::spoken;
use crate::browser::signal::{self, Tone};
use crate::browser::{clock, focus, text_rules};

/// The heading of the verdict.
pub(super) const VERDICT: &str = "#verdict-heading";

impl Desk {
    /// Judges what was read: one code is shown, several become a table. Nothing, once the page was left.
    pub(super) fn take(self, inputs: Vec<Input>) {
        if self.is_gone() {
            return;
        }
        let judge = |input| self.file(self.judge(input));
        let findings: Vec<_> = inputs.into_iter().map(judge).collect();
        if findings.is_empty() {
            return;
        }
        self.tell(&findings);
        self.begin();
        if findings.len() > 1 {
            self.batch.set(findings);
            move_focus("#batch-heading");
        } else {
            self.finding.set(findings.into_iter().next());
            move_focus(VERDICT);
        }
    }

    /// Lets the worst of them be heard and felt, and all of them be said.
    fn tell(self, findings: &[Arc<Finding>]) {
        let tone = findings.iter().map(|finding| finding.tone()).max_by_key(|tone| severity(*tone));
        if let Some(tone) = tone.filter(|_| !self.is_muted.get_untracked()) {
            signal::give(tone);
        }
        focus::announce(&spoken::findings(self, findings));
    }

    fn judge(self, input: Input) -> Finding {
        let trust = untrack(|| self.session.trust());
        self.session.check_ins().with_untracked(|log| {
            self.course.with_untracked(|course| {
                Finding::judge(
                    input,
                    &Setting {
                        trust: trust.list.as_deref(),
                        clock_floor: trust.clock_floor,
                        now: self.now(),
                        clock: self.typed_date.with_untracked(Option::is_some).then(clock::now),
                        course: course.as_ref(),
                        date: self.date.get_untracked(),
                        log,
                        printable_nfc: text_rules::is_printable,
                    },
                )
            })
        })
    }

    /// Notes what was learned from a code.
    fn file(self, finding: Finding) -> Arc<Finding> {
        if let Some(event) = finding.event(self.keeps_names.get_untracked())
            && !self.is_filed(&finding)
        {
            self.session.record_check_in(event);
        }
        if let Ok(verdict) = &finding.verdict
            && let Some(floor) = verdict.clock_floor()
        {
            self.session.raise_clock_floor(floor);
        }
        Arc::new(finding)
    }

    /// Whether the same text, which tells no token, is in the list already: it is one row, however often it comes.
    fn is_filed(self, finding: &Finding) -> bool {
        if finding.token().is_some() {
            return false;
        }
        let same = (finding.session.clone(), finding.code(), finding.input.clone());
        if !self.filed.with_value(|filed| filed.contains(&same)) {
            self.filed.update_value(|filed| filed.push(same));
            return false;
        }
        // The list may have been erased since.
        let rows = self.session.check_ins().with_untracked(|log| log.rows(&finding.session));
        rows.iter().any(|row| row.cti8.is_none() && row.reading.verdict == finding.code())
    }

    /// Shows that none of the files gave a code.
    pub(super) fn take_nothing(self, files: Vec<Unread>) {
        if !self.is_muted.get_untracked() {
            signal::give(Tone::Attention);
        }
        self.begin();
        self.instead.set(Some(Instead::Unreadable(files)));
        move_focus(VERDICT);
    }

    /// Judges once more what could not be judged by the last trust list, now that there is another.
    pub(super) fn judge_by_new_list(self) {
        let (mut shown, mut batch) = (self.finding.get_untracked(), self.batch.get_untracked());
        let is_shown = |finding: &Arc<Finding>| {
            shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, finding))
        };
        let place = batch.iter().position(is_shown);
        let mut renewed: Vec<_> = batch.iter_mut().filter_map(|old| self.renew(old)).collect();
        match (place, &mut shown) {
            (Some(place), _) => shown = batch.get(place).cloned(),
            (None, Some(shown)) => renewed.extend(self.renew(shown)),
            (None, None) => {}
        }
        if renewed.is_empty() {
            return;
        }
        self.tell(&renewed);
        self.batch.set(batch);
        if shown.as_ref().is_some_and(|shown| renewed.iter().any(|new| Arc::ptr_eq(new, shown))) {
            self.finding.set(shown);
            move_focus(VERDICT);
        }
    }

    /// Puts a new finding in the place of one that waited for another trust list, and gives it, if it says something
    /// else. The same refusal by another list is no second reading.
    fn renew(self, old: &mut Arc<Finding>) -> Option<Arc<Finding>> {
        if !old.waits_for_list() {
            return None;
        }
        let new = self.judge(old.input.clone());
        if new.verdict == old.verdict {
            return None;
        }
        *old = if new.code() == old.code() { Arc::new(new) } else { self.file(new) };
        Some(Arc::clone(old))
    }

    /// Judges the code on show once more, with the date that was typed.
    pub(super) fn judge_with_date(self, today: JstDate) {
        let was_today = self.date.get_untracked() == clock::now().jst_date();
        self.typed_date.set(Some(today));
        if was_today {
            self.date.set(today);
        }
        if let Some(finding) = self.finding.get_untracked() {
            self.take(vec![finding.input.clone()]);
        }
    }
}

/// Moves the focus to what is there once the signals have run.
pub(super) fn move_focus(selector: &'static str) {
    clock::later(0, move || {
        focus::move_to(selector);
    });
}

fn severity(tone: Tone) -> u8 {
    match tone {
        Tone::Accepted => 0,
        Tone::Attention => 1,
        Tone::Refused => 2,
    }
}
