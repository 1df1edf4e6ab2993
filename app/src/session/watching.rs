//! One chapter being watched: the player's facts become stretches, the stretches become events.

use std::cell::RefCell;
use std::rc::Rc;

use domain::catalog::{ChapterId, MediaName};
use domain::coverage::Coverage;
use domain::journal::Event;
use domain::unit::MediaMs;
use domain::watch::{Observation, Uncounted, Watcher};
use leptos::prelude::*;
use token::identifier::CourseId;

use super::{Entry, Session};
use crate::browser::{Listener, clock, page_life};

/// Real time after which played stretches are kept at the latest.
const KEEP_EVERY_MS: u64 = 4_000;

/// At most so much is lost when the browser is killed in mid-play.
const MAY_BE_LOST_MS: u64 = 5_000;
/// Players report four times a second; writing takes its time.
const REPORT_AND_WRITE_MS: u64 = 750;

const _: () = assert!(
    KEEP_EVERY_MS + REPORT_AND_WRITE_MS <= MAY_BE_LOST_MS,
    "what was played is kept before too much of it could be lost"
);

/// The watching of one chapter. It keeps what was played every few seconds, at each pause, when the
/// page is hidden or left, and when the chapter's page goes.
#[derive(Clone, Copy)]
pub struct Watching {
    session: Session,
    desk: StoredValue<Rc<RefCell<Desk>>, LocalStorage>,
    unsaved: RwSignal<Coverage>,
    uncounted: RwSignal<Option<Uncounted>>,
    coverage: Memo<Coverage>,
}

struct Desk {
    course: CourseId,
    chapter: ChapterId,
    video: MediaName,
    watcher: Watcher,
    last: Option<Observation>,
    kept_at_ms: u64,
    kept_position: Option<MediaMs>,
    duration: MediaMs,
    tolerance: MediaMs,
    is_watched: bool,
    _listeners: Vec<Listener>,
}

impl Watching {
    /// Starts watching the chapter at `index`. Call it in the body of the page.
    pub fn new(session: Session, entry: &Entry, index: usize) -> Self {
        let outline = &entry.outline;
        let chapter = &outline.chapters[index];
        let desk = Rc::new(RefCell::new(Desk {
            course: outline.id.clone(),
            chapter: chapter.id.clone(),
            video: chapter.video.clone(),
            watcher: Watcher::new(outline.watching, chapter.duration),
            last: None,
            kept_at_ms: clock::monotonic_ms(),
            kept_position: None,
            duration: chapter.duration,
            tolerance: outline.watching.tolerance,
            is_watched: false,
            _listeners: Vec::new(),
        }));
        let unsaved = RwSignal::new(Coverage::default());
        let (course, of, video) = (outline.id.clone(), chapter.id.clone(), chapter.video.clone());
        let coverage = Memo::new(move |_| {
            let mut coverage =
                session.journal.with(|journal| journal.coverage(&course, &of, &video).clone());
            unsaved.with(|unsaved| coverage.union(unsaved));
            coverage
        });
        let watching = Self {
            session,
            desk: StoredValue::new_local(Rc::clone(&desk)),
            unsaved,
            uncounted: RwSignal::new(None),
            coverage,
        };
        let hidden = page_life::on_visibility(move |_| watching.keep());
        let left = page_life::on_leave(move || watching.keep());
        desk.borrow_mut()._listeners = hidden.into_iter().chain(left).collect();
        let is_watched = watching.is_watched();
        desk.borrow_mut().is_watched = is_watched;
        session.before_export.set_value(Some(Rc::new(move || watching.keep())));
        on_cleanup(move || watching.keep());
        watching
    }

    /// Takes what the player reports.
    pub fn observe(self, observation: Observation) {
        let Some(desk) = self.desk.try_get_value() else { return };
        let (observed, must_keep) = {
            let mut desk = desk.borrow_mut();
            let observed = desk.watcher.observe(observation);
            let has_stopped = desk.last.is_some_and(|last| last.playing) && !observation.playing;
            desk.last = Some(observation);
            let is_time = observation.at_ms.saturating_sub(desk.kept_at_ms) >= KEEP_EVERY_MS;
            (observed, has_stopped || is_time)
        };
        if let Some(span) = observed.span {
            self.unsaved.update(|unsaved| unsaved.insert(span));
        }
        if self.uncounted.get_untracked() != observed.uncounted {
            self.uncounted.set(observed.uncounted);
        }
        // The course's lock opens at the moment the chapter says that it is watched.
        if must_keep || (observed.span.is_some() && self.becomes_watched(&desk)) {
            self.keep();
        }
    }

    fn becomes_watched(self, desk: &RefCell<Desk>) -> bool {
        let was_watched = desk.borrow().is_watched;
        let is_watched = was_watched || self.is_watched();
        desk.borrow_mut().is_watched = is_watched;
        is_watched && !was_watched
    }

    /// Whether all but the tolerance has been played, kept or not yet.
    fn is_watched(self) -> bool {
        let Some(desk) = self.desk.try_get_value() else { return false };
        let (duration, tolerance) = {
            let desk = desk.borrow();
            (desk.duration, desk.tolerance)
        };
        self.coverage.with_untracked(|coverage| coverage.is_watched(duration, tolerance))
    }

    /// What has been played of the chapter, ever: kept or not yet.
    pub fn coverage(self) -> Signal<Coverage> {
        self.coverage.into()
    }

    /// Why nothing counts at this moment; none while it counts.
    pub fn uncounted(self) -> Signal<Option<Uncounted>> {
        self.uncounted.into()
    }

    /// Keeps what was played since the last time, and where the playhead stands.
    pub fn keep(self) {
        let (Some(desk), Some(unsaved)) =
            (self.desk.try_get_value(), self.unsaved.try_get_untracked())
        else {
            return;
        };
        let events = desk.borrow_mut().events(&unsaved);
        if events.is_empty() {
            return;
        }
        self.session.record_all(&events);
        // The journal holds them now.
        self.unsaved.set(Coverage::default());
    }
}

impl Desk {
    fn events(&mut self, unsaved: &Coverage) -> Vec<Event> {
        let at = clock::now();
        self.kept_at_ms = clock::monotonic_ms();
        let mut events: Vec<Event> = unsaved
            .spans()
            .iter()
            .map(|span| Event::Watched {
                course: self.course.clone(),
                chapter: self.chapter.clone(),
                video: self.video.clone(),
                span: *span,
                at,
            })
            .collect();
        let position = self.last.map(|last| last.position);
        if let Some(position) = position.filter(|_| position != self.kept_position) {
            self.kept_position = Some(position);
            events.push(Event::Stopped {
                course: self.course.clone(),
                chapter: self.chapter.clone(),
                video: self.video.clone(),
                position,
                at,
            });
        }
        events
    }
}
