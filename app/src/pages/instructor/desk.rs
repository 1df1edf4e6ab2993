//! The instructor's desk: the chosen session, what was just read, and what is done with it.

use std::rc::Rc;
use std::sync::Arc;

use domain::practical::{CheckInEvent, Decision, Row, Ruling, SessionKey};
use domain::unit::UnixMs;
use leptos::prelude::*;
use leptos::task::spawn_local;
use token::calendar::JstDate;
use token::claims::Completion;
use token::identifier::{CourseId, CtiHash};
use token::judge::Holder;
use token::refusal::Refusal;

use super::finding::{Finding, Input, NO_COURSE};
use super::instead::Instead;
use super::judging::{VERDICT, move_focus};
use super::memory::{self, Choice};
use crate::browser::scan_worker::Scanner;
use crate::browser::signal::{self, Tone};
use crate::browser::{clock, focus};
use crate::session::{CourseState, Entry, Session};
use crate::text::refusal::{self, Told};
use crate::text::{self, Language, format, verify};

/// What the page's parts share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The visitor's session.
    pub(super) session: Session,
    /// The course of the practical session; any if none.
    pub(super) course: RwSignal<Option<CourseId>>,
    /// Its date.
    pub(super) date: RwSignal<JstDate>,
    /// Today's date as the instructor typed it, where the device's clock is wrong.
    pub(super) typed_date: RwSignal<Option<JstDate>>,
    /// Whether tones and vibration are off.
    pub(super) is_muted: RwSignal<bool>,
    /// Whether names and scores go into the list (token spec §12).
    pub(super) keeps_names: RwSignal<bool>,
    /// The code on show.
    pub(super) finding: RwSignal<Option<Arc<Finding>>>,
    /// What stands in its place where there is none.
    pub(super) instead: RwSignal<Option<Instead>>,
    /// The codes of the last batch.
    pub(super) batch: RwSignal<Vec<Arc<Finding>>>,
    /// A late code that is being decided on.
    pub(super) deciding: RwSignal<Option<Deciding>>,
    /// Asks the camera to read on.
    pub(super) next: RwSignal<Request>,
    /// The courses whose texts were asked for when the page opened.
    courses: RwSignal<Vec<(Entry, Signal<CourseState>)>>,
    /// Whether something was chosen in this visit: the last visit's choice does not come over it.
    is_chosen: StoredValue<bool>,
    /// What was filed in this visit though it tells no token: session, code of the refusal, text.
    pub(super) filed: StoredValue<Vec<(SessionKey, &'static str, Input)>>,
    scanner: StoredValue<Rc<Scanner>, LocalStorage>,
}

/// A request to read on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    number: u32,
    /// What was refused and put aside: it may be read again, though it was never out of view.
    pub(super) again: Option<Input>,
}

/// A decision about to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deciding {
    /// Of which session.
    pub(super) session: SessionKey,
    /// On which token.
    pub(super) token: CtiHash,
    /// What the instructor is about to decide.
    pub(super) decision: Decision,
}

impl Desk {
    /// A desk for this visit: the choices of the last one are recalled.
    pub(super) fn open(session: Session) -> Self {
        let desk = Self {
            session,
            course: RwSignal::new(None),
            date: RwSignal::new(clock::now().jst_date()),
            typed_date: RwSignal::new(None),
            is_muted: RwSignal::new(false),
            keeps_names: RwSignal::new(false),
            finding: RwSignal::new(None),
            instead: RwSignal::new(None),
            batch: RwSignal::new(Vec::new()),
            deciding: RwSignal::new(None),
            next: RwSignal::default(),
            courses: RwSignal::new(Vec::new()),
            is_chosen: StoredValue::new(false),
            filed: StoredValue::new(Vec::new()),
            scanner: StoredValue::new_local(Rc::new(Scanner::new())),
        };
        spawn_local(async move {
            let choice = Choice::recalled(session).await;
            let is_muted = memory::was_muted(session).await;
            let keeps_names = memory::kept_names(session).await;
            if desk.is_chosen.try_get_value() == Some(false) {
                desk.is_muted.try_set(is_muted);
                desk.keeps_names.try_set(keeps_names);
                choice.into_iter().for_each(|choice| desk.take_choice(choice));
            }
        });
        desk
    }

    pub(super) fn language(self) -> Language {
        untrack(|| self.session.language())
    }

    /// Loads the courses, so that missed questions can be told by their topic with the network off.
    pub(super) fn load_courses(self) {
        let load = |entry: Entry| (entry.clone(), self.session.course(&entry));
        self.courses.set(untrack(|| self.session.entries()).into_iter().map(load).collect());
    }

    /// What a course is called (tracked).
    pub(super) fn title(self, course: &CourseId) -> String {
        let language = self.session.language();
        if course.as_str() == NO_COURSE {
            return verify::words(language).unknown_course.to_owned();
        }
        if let Some(entry) = self.session.entry(course.as_str()) {
            return text::pick(&entry.outline.title, language).to_owned();
        }
        let list = self.session.trust().list;
        let title = list.and_then(|list| list.course(course)?.title.clone());
        title.unwrap_or_else(|| course.to_string())
    }

    /// Why something is not accepted, and what to do (tracked).
    pub(super) fn told(self, refusal: &Refusal, input: &Input) -> Told {
        let title = |course: &CourseId| self.title(course);
        refusal::refusal(refusal, input.source(), &title, self.session.language())
    }

    /// The courses of the trust list, and a chosen one that is no longer in it (tracked).
    pub(super) fn courses_on_offer(self) -> Vec<CourseId> {
        let list = self.session.trust().list;
        let policies = list.iter().flat_map(|list| &list.body().courses);
        let mut courses: Vec<_> = policies.map(|policy| policy.course.clone()).collect();
        // A course chosen under an earlier list stays visible, lest the choice change by itself.
        courses.extend(self.course.get().filter(|course| !courses.contains(course)));
        courses
    }

    /// Whether there are several courses and none of them was chosen: a code of another course would pass (tracked).
    pub(super) fn lacks_course(self) -> bool {
        self.course.read().is_none() && self.courses_on_offer().len() > 1
    }

    /// The chosen course and date in words (tracked).
    pub(super) fn chosen(self) -> String {
        let language = self.session.language();
        let any = || verify::words(language).any_course.to_owned();
        let course = self.course.get().map_or_else(any, |course| self.title(&course));
        format!("{course} {}", format::jst_date(self.date.get(), true, language))
    }

    /// The topics of missed questions, each once, in the order of the questions (tracked). Empty where the course is
    /// not at hand in the version of the token.
    pub(super) fn topics(self, claims: &Completion) -> Vec<String> {
        let language = self.session.language();
        let courses = self.courses.get();
        let course = courses.iter().find(|(entry, _)| {
            entry.outline.id == claims.course && entry.content == claims.content
        });
        let Some(CourseState::Ready(course)) = course.map(|(_, state)| state.get()) else {
            return Vec::new();
        };
        let mut topics = Vec::new();
        for question in claims.missed.iter().flat_map(|missed| missed.questions()) {
            let asked = course.pool.as_ref().and_then(|pool| pool.questions.get(question));
            let topic =
                asked.and_then(|q| course.course.topics.iter().find(|topic| topic.id == q.topic));
            let title = topic.map(|topic| text::pick(&topic.title, language).to_owned());
            topics.extend(title.filter(|title| !topics.contains(title)));
        }
        topics
    }

    /// Whether the page was left: what began before and ends now finds nothing of the desk.
    pub(super) fn is_gone(self) -> bool {
        self.date.try_get_untracked().is_none()
    }

    /// The reader of pictures. Take it before anything is awaited: it goes with the desk.
    pub(super) fn scanner(self) -> Rc<Scanner> {
        self.scanner.get_value()
    }

    /// The time: the device's, or its time of day on the date that was typed.
    pub(super) fn now(self) -> UnixMs {
        let now = clock::now();
        match self.typed_date.get_untracked() {
            Some(date) => {
                now.saturating_add_ms(i64::from(date.days_since(now.jst_date())) * 86_400_000)
            }
            None => now,
        }
    }

    /// Chooses the course and the date, and remembers them.
    pub(super) fn choose(self, course: Option<CourseId>, date: JstDate) {
        let chosen_on = clock::now().jst_date();
        self.is_chosen.set_value(true);
        Choice { course: course.clone(), date, chosen_on }.remember(self.session);
        let is_changed = self.course.get_untracked() != course || self.date.get_untracked() != date;
        self.course.set(course);
        self.date.set(date);
        if is_changed && !self.is_filed_as_chosen() {
            self.put_aside();
        }
    }

    /// Whether what is on show is filed under the chosen course and day already, and stays as it is: it was read while
    /// no course was chosen.
    fn is_filed_as_chosen(self) -> bool {
        let Some(course) = self.course.get_untracked() else { return false };
        let chosen = SessionKey { course, date: self.date.get_untracked() };
        let shown = self.finding.get_untracked();
        let batch = self.batch.get_untracked();
        shown.iter().chain(&batch).all(|finding| finding.session == chosen)
    }

    /// Takes verdicts from the screen that were given for another course or day. They are not judged again by
    /// themselves: that would be filed as a reading which nobody made.
    fn put_aside(self) {
        let input = self.finding.get_untracked().map(|finding| finding.input.clone());
        if input.is_some() || !self.batch.read_untracked().is_empty() {
            self.begin();
            self.instead.set(Some(Instead::Changed(input)));
            focus::announce(verify::words(self.language()).changed);
        }
    }

    /// A new attempt: nothing of the last one stays on show, whatever comes of it.
    pub(super) fn begin(self) {
        self.finding.set(None);
        self.batch.set(Vec::new());
        self.instead.set(None);
    }

    /// A date that was chosen on another day, and is past, is of no use today.
    fn take_choice(self, choice: Choice) {
        let today = clock::now().jst_date();
        let holds = choice.chosen_on == today || choice.date >= today;
        self.date.try_set(if holds { choice.date } else { today });
        self.course.try_set(choice.course);
    }

    /// Switches tones and vibration on or off.
    pub(super) fn toggle_mute(self) {
        self.is_muted.update(|is_muted| *is_muted = !*is_muted);
        let is_muted = self.is_muted.get_untracked();
        self.is_chosen.set_value(true);
        memory::remember_mute(self.session, is_muted);
        if !is_muted {
            signal::prepare();
            signal::give(Tone::Accepted);
        }
    }

    /// Keeps names and scores in the list from now on, or no longer.
    pub(super) fn keep_names(self, keeps_names: bool) {
        self.is_chosen.set_value(true);
        self.keeps_names.set(keeps_names);
        memory::remember_names(self.session, keeps_names);
    }

    /// Takes from the screen what was read in sessions that were erased.
    pub(super) fn clear(self, sessions: &[SessionKey]) {
        let is_theirs = |finding: &Arc<Finding>| sessions.contains(&finding.session);
        if self.finding.with_untracked(|finding| finding.as_ref().is_some_and(is_theirs)) {
            self.finding.set(None);
        }
        self.batch.update(|batch| batch.retain(|finding| !is_theirs(finding)));
    }

    /// Goes back to the device's date.
    pub(super) fn use_device_date(self) {
        self.typed_date.set(None);
        self.date.set(clock::now().jst_date());
        self.put_aside();
    }

    /// Puts the verdict aside and reads on.
    pub(super) fn read_next(self) {
        let put_aside = self.finding.get_untracked();
        let refused = put_aside.filter(|finding| finding.verdict.is_err());
        let again = match (refused, self.instead.get_untracked()) {
            (Some(finding), _) => Some(finding.input.clone()),
            (None, Some(Instead::Changed(input))) => input,
            (None, _) => None,
        };
        self.finding.set(None);
        self.instead.set(None);
        self.next.update(|request| {
            request.number = request.number.wrapping_add(1);
            request.again = again;
        });
    }

    /// The row of a token in the log (tracked).
    pub(super) fn row(self, session: &SessionKey, token: CtiHash) -> Option<Row> {
        let rows = self.session.check_ins().with(|log| log.rows(session));
        rows.into_iter().find(|row| row.cti8 == Some(token))
    }

    /// The row of a token in the log, at this moment.
    pub(super) fn row_untracked(self, session: &SessionKey, token: CtiHash) -> Option<Row> {
        untrack(|| self.row(session, token))
    }

    /// Shows a code of the batch by itself.
    pub(super) fn show(self, finding: Arc<Finding>) {
        self.finding.set(Some(finding));
        move_focus(VERDICT);
    }

    /// Records that the instructor compared the person, or takes it back.
    pub(super) fn confirm(self, session: SessionKey, cti8: CtiHash, confirmed: bool) {
        let at = self.now();
        self.session.record_check_in(CheckInEvent::IdentityConfirmed {
            session,
            cti8,
            confirmed,
            at,
        });
        let words = verify::holder_name(
            if confirmed { Holder::Identified } else { Holder::Unconfirmed },
            self.language(),
        );
        focus::announce(words);
    }

    /// Records a decision on a late code.
    pub(super) fn decide(self, session: SessionKey, cti8: CtiHash, ruling: Ruling) {
        focus::announce(verify::decision(ruling.decision, self.language()));
        let at = self.now();
        self.session.record_check_in(CheckInEvent::Decided { session, cti8, ruling, at });
        self.deciding.set(None);
        // The button that was pressed is another one now.
        if self.finding.with_untracked(|shown| shown.as_ref().and_then(|f| f.token()) == Some(cti8))
        {
            move_focus(VERDICT);
        }
    }
}
