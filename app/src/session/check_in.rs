//! The instructor's log of check-ins: a second journal, loaded when the instructor's page opens.

use std::rc::Rc;

use domain::practical::{self, CheckInEvent, CheckInLog, SessionKey};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Session;
use crate::browser::store::{Kept, Shelf, StoreFault, TabMessage};

/// News of the log from outside this page.
pub(super) enum News<'a> {
    /// Another tab recorded these lines.
    Recorded(&'a str),
    /// Another tab erased the check-ins of these sessions.
    Forgotten(&'a str),
    /// There may be more in the store than this page knows.
    InStore,
}

/// Takes the news of the log. Whoever opens the log brings it along, so that the home page need not carry what only
/// the instructor's page wants.
pub(super) type Ear = Rc<dyn Fn(News<'_>)>;

impl Session {
    /// The log (tracked). It is empty until it was read; see [`Session::open_check_ins`].
    pub fn check_ins(self) -> Signal<CheckInLog> {
        self.check_ins.into()
    }

    /// Reads the log from the store. Call it when the instructor's page opens.
    pub fn open_check_ins(self) {
        spawn_local(async move {
            // Unread, what is noted from now on is in the log all the same, and the notice above says what is wrong.
            let _ = self.read_check_ins().await;
        });
    }

    /// Reads the log from the store, and sets damaged lines aside.
    pub(super) async fn read_check_ins(self) -> Result<(), StoreFault> {
        let keeper = self.keeper();
        self.check_in_ear.set_value(Some(Rc::new(move |news| self.hear_check_ins(news))));
        let lines = keeper.store().lines(Shelf::CheckIns, None).await?;
        let mut damaged: Vec<Kept> = Vec::new();
        self.check_ins.update(|log| {
            for kept in lines {
                match practical::parse_line(&kept.line) {
                    Ok(event) if kept.is_text => log.apply(&event),
                    Ok(_) | Err(_) => damaged.push(kept),
                }
            }
        });
        if !damaged.is_empty() {
            keeper.store().set_aside(Shelf::CheckIns, &damaged).await?;
            self.set_aside.update(|count| *count += damaged.len());
        }
        Ok(())
    }

    /// Hands on news of the log, if it was opened.
    pub(super) fn tell_of_check_ins(self, news: News<'_>) {
        if let Some(hear) = self.check_in_ear.get_value() {
            hear(news);
        }
    }

    fn hear_check_ins(self, news: News<'_>) {
        match news {
            News::Recorded(lines) => self.check_ins.update(|log| {
                let events = lines.lines().filter_map(|line| practical::parse_line(line).ok());
                events.for_each(|event| log.apply(&event));
            }),
            News::Forgotten(sessions) => {
                let sessions: Vec<_> = sessions.lines().filter_map(session_of_line).collect();
                self.drop_check_ins(&sessions);
            }
            News::InStore => self.open_check_ins(),
        }
    }

    /// Takes a fact into the log, and keeps it.
    pub fn record_check_in(self, event: CheckInEvent) {
        self.take_check_ins(&[event]);
    }

    /// Takes several facts at once.
    pub(super) fn take_check_ins(self, events: &[CheckInEvent]) {
        self.keeper().keep_check_ins(events);
        self.check_ins.update(|log| events.iter().for_each(|event| log.apply(event)));
    }

    /// Erases all check-ins of some practical sessions from this device, in every tab. There is no way back.
    ///
    /// # Errors
    /// Any [`StoreFault`]; nothing was erased then.
    pub async fn forget_check_ins(self, sessions: &[SessionKey]) -> Result<(), StoreFault> {
        let keeper = self.keeper();
        let lines = keeper.store().lines(Shelf::CheckIns, None).await?;
        let theirs: Vec<Kept> =
            lines.into_iter().filter(|kept| is_of(&kept.line, sessions)).collect();
        keeper.store().remove(Shelf::CheckIns, &theirs).await?;
        self.drop_check_ins(sessions);
        let lines: Vec<String> = sessions.iter().map(session_line).collect();
        keeper.tell(&TabMessage::Forgotten(lines.join("\n")));
        Ok(())
    }

    fn drop_check_ins(self, sessions: &[SessionKey]) {
        self.keeper().drop_waiting(Shelf::CheckIns, |line| is_of(line, sessions));
        self.check_ins.update(|log| sessions.iter().for_each(|session| log.forget(session)));
    }
}

/// Whether a kept line belongs to one of these sessions.
fn is_of(line: &str, sessions: &[SessionKey]) -> bool {
    let event = practical::parse_line(line).ok();
    event.is_some_and(|event| event.session().is_some_and(|session| sessions.contains(session)))
}

/// A session for the other tabs. The course id comes last, since it may hold spaces.
fn session_line(session: &SessionKey) -> String {
    format!("{} {}", session.date, session.course)
}

fn session_of_line(line: &str) -> Option<SessionKey> {
    let (date, course) = line.split_once(' ')?;
    Some(SessionKey { course: course.parse().ok()?, date: date.parse().ok()? })
}
