//! An attempt under way: questions one at a time or all, a review, handing in. Each tap is recorded at once.

use domain::assessment::{Answer, choice_order, draw, grade, is_finished};
use domain::catalog::{Pool, Question, QuestionId, TestPolicy};
use domain::journal::{Attempt, AttemptId, Event};
use leptos::prelude::*;

use crate::browser::media::Film;
use crate::browser::{clock, focus, random};
use crate::components::scene_player::SceneFilm;
use crate::pages::learner::answering::Answering;
use crate::pages::learner::attempt_review::{self, Review};
use crate::pages::learner::question_card::{self, QuestionCard};
use crate::paths::content;
use crate::session::{Entry, Session, StorageState};
use crate::text::assessment::{self, words};

/// Starts an attempt: a new draw that avoids the questions of the last one.
pub fn begin(session: Session, entry: &Entry, pool: &Pool, policy: &TestPolicy) {
    let seed = random::u64();
    let last = session.journal().with_untracked(|journal| {
        journal
            .attempts(&entry.outline.id)
            .last()
            .map(|attempt| attempt.questions.to_vec())
            .unwrap_or_default()
    });
    session.record(Event::AttemptStarted {
        attempt: AttemptId(random::u64()),
        course: entry.outline.id.clone(),
        content: entry.content,
        seed,
        questions: draw(pool, policy, seed, &last).questions,
        at: clock::now(),
    });
    lead_to(question_card::PLACE);
}

/// Leads the focus to what was just asked for, once it is on the page, and shows the page from its top. What was pressed
/// may be gone by then, and the focus with it.
fn lead_to(selector: &'static str) {
    clock::later(0, move || {
        if !focus::set_on(selector) {
            focus::set_on("h1");
        }
        focus::scroll_to_top();
    });
}

/// What is open on the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    One(usize),
    All,
    Review,
}

/// The open attempt of the course.
#[component]
pub fn AttemptSheet(
    /// The course.
    entry: Entry,
    /// Its questions.
    pool: Pool,
    /// The rule of its test.
    policy: TestPolicy,
    /// The part that answers what has no choices.
    part: Answering,
) -> impl IntoView {
    let session = Session::here();
    let open = session.journal().with_untracked(|journal| {
        let attempt = journal.open_attempt(&entry.outline.id, entry.content)?;
        let open = |id: &QuestionId| Standing::of(&pool, &attempt, id) != Standing::Answered;
        let first = attempt.questions.iter().position(open);
        Some((attempt.id, attempt.seed, attempt.questions.to_vec(), first))
    });
    // Between two renderings the attempt can have been handed in by another tab.
    let Some((attempt, seed, questions, first)) = open else { return ().into_any() };
    let shown = RwSignal::new(first.map_or(View::Review, View::One));
    let place = RwSignal::new(first.unwrap_or(0));
    let total = questions.len();
    let questions = StoredValue::new(questions);
    let pool = StoredValue::new(pool);
    let entry = StoredValue::new(entry);
    let sheet = Sheet { session, entry, pool, part, questions, attempt, seed, total, shown, place };
    let answered = Memo::new(move |_| {
        let standings = sheet.standings();
        standings.iter().filter(|standing| **standing == Standing::Answered).count()
    });
    let cards = move |range: std::ops::Range<usize>| {
        let ids = questions.with_value(|questions| {
            questions.get(range.clone()).map(<[_]>::to_vec).unwrap_or_default()
        });
        ids.into_iter()
            .zip(range)
            .map(|(id, index)| view! { <Asked sheet id index /> })
            .collect_view()
    };
    let body = move || match shown.get() {
        View::One(index) => view! {
            {cards(index..index + 1)}
            <Steps sheet index />
        }
        .into_any(),
        View::All => view! {
            {cards(0..sheet.total)}
            <ToReview sheet />
        }
        .into_any(),
        View::Review => {
            let hand_in = Callback::new(move |()| sheet.hand_in(&policy));
            view! { <Review sheet answered hand_in /> }.into_any()
        }
    };
    view! {
        <div class="stack">
            <div class="cluster cluster--apart">
                <p>
                    <span role="status">
                        {move || assessment::answered(answered.get(), sheet.total, session.language())}
                    </span>
                    " "
                    <span class="quiet">{move || saved(session)}</span>
                </p>
                <Layout sheet />
            </div>
            <progress
                class="progress"
                max=sheet.total.to_string()
                value=move || answered.get().to_string()
                aria-label=move || assessment::answered(answered.get(), sheet.total, session.language())
            ></progress>
            {body}
        </div>
    }
    .into_any()
}

/// Whether the answers are kept: never claimed before it is so.
fn saved(session: Session) -> &'static str {
    let words = words(session.language());
    match session.storage() {
        StorageState::Saved => words.saved,
        StorageState::Saving => words.saving,
        StorageState::Memory(_) | StorageState::Failing(_) => words.not_saved,
    }
}

/// How far a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is an answer.
    Answered,
    /// There is the beginning of one, which counts as none.
    Begun,
    /// There is nothing.
    Open,
}

impl Standing {
    fn of(pool: &Pool, attempt: &Attempt<'_>, id: &QuestionId) -> Self {
        let Some(answer) = attempt.answer(id) else { return Self::Open };
        let is_begun = pool.question(id).is_some_and(|question| !is_finished(question, answer));
        if is_begun { Self::Begun } else { Self::Answered }
    }
}

/// The open attempt, as its parts share it.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub(super) session: Session,
    entry: StoredValue<Entry>,
    pool: StoredValue<Pool>,
    part: Answering,
    questions: StoredValue<Vec<QuestionId>>,
    attempt: AttemptId,
    seed: u64,
    pub(super) total: usize,
    shown: RwSignal<View>,
    /// The question that was shown alone or answered last: one at a time goes on there.
    place: RwSignal<usize>,
}

impl Sheet {
    /// How far each question is, in the order in which they are asked (tracked).
    pub(super) fn standings(self) -> Vec<Standing> {
        self.session.journal().with(|journal| {
            let Some(attempt) = journal.attempt(self.attempt) else { return Vec::new() };
            let of =
                |id: &QuestionId| self.pool.with_value(|pool| Standing::of(pool, &attempt, id));
            self.questions.with_value(|questions| questions.iter().map(of).collect())
        })
    }

    /// Shows one question alone.
    pub(super) fn show_one(self, index: usize) {
        self.show(View::One(index));
    }

    fn show(self, view: View) {
        if let View::One(index) = view {
            self.place.set(index);
        }
        self.shown.set(view);
        lead_to(match view {
            View::One(_) | View::All => question_card::PLACE,
            View::Review => attempt_review::HEADING,
        });
    }

    fn answer(self, question: QuestionId, answer: Option<Answer>) {
        self.session.record(Event::Answered {
            attempt: self.attempt,
            question,
            answer,
            at: clock::now(),
        });
    }

    fn hand_in(self, policy: &TestPolicy) {
        let answers = self.session.journal().with_untracked(|journal| {
            journal.attempt(self.attempt).map(|attempt| attempt.answers()).unwrap_or_default()
        });
        let grade = self.pool.with_value(|pool| {
            self.questions.with_value(|questions| grade(pool, policy, questions, &answers))
        });
        self.session.record(Event::HandedIn {
            attempt: self.attempt,
            correct: grade.correct,
            total: grade.total,
            passed: grade.passed,
            missed: grade.missed,
            at: clock::now(),
        });
        focus::set_on("h1");
        focus::scroll_to_top();
    }
}

#[component]
fn Asked(sheet: Sheet, id: QuestionId, index: usize) -> impl IntoView {
    let session = sheet.session;
    let Some(question) = sheet.pool.with_value(|pool| pool.question(&id).cloned()) else {
        let gone = move || words(session.language()).gone;
        return view! { <p class="quiet">{gone}</p> }.into_any();
    };
    let order = choice_order(&question, sheet.seed);
    let scene = sheet.entry.with_value(|entry| scene(entry, &question, session));
    let answer = {
        let id = id.clone();
        Memo::new(move |_| {
            session.journal().with(|journal| journal.attempt(sheet.attempt)?.answer(&id).cloned())
        })
    };
    view! {
        <QuestionCard
            question
            order
            scene
            part=sheet.part
            place=Signal::derive(move || assessment::question(index + 1, sheet.total, session.language()))
            answer
            language=Signal::derive(move || session.language())
            on_answer=Callback::new(move |answer| {
                sheet.place.set(index);
                sheet.answer(id.clone(), answer);
            })
        />
    }
    .into_any()
}

/// The seconds that play before a question, with captions as the learner chose them last.
fn scene(entry: &Entry, question: &Question, session: Session) -> Option<SceneFilm> {
    let passage = question.scene.as_ref()?;
    let chapter = entry.outline.chapter(&passage.chapter)?;
    let film = Film {
        video: content::media(&chapter.video),
        poster: None,
        captions: chapter.captions.as_ref().map(content::media),
    };
    Some(SceneFilm {
        film,
        from: passage.from,
        to: passage.to,
        shows_captions: untrack(|| session.captions()),
    })
}

#[component]
fn Layout(sheet: Sheet) -> impl IntoView {
    let words = move || words(sheet.session.language());
    let all = move || sheet.shown.get() == View::All;
    view! {
        <div class="cluster" role="group" aria-label=move || words().layout>
            <button
                type="button"
                class="button"
                aria-pressed=move || (!all()).to_string()
                on:click=move |_| sheet.show(View::One(sheet.place.get_untracked()))
            >
                {move || words().one_by_one}
            </button>
            <button
                type="button"
                class="button"
                aria-pressed=move || all().to_string()
                on:click=move |_| sheet.show(View::All)
            >
                {move || words().all_at_once}
            </button>
        </div>
    }
}

#[component]
fn Steps(sheet: Sheet, index: usize) -> impl IntoView {
    let words = move || words(sheet.session.language());
    let last = index + 1 >= sheet.total;
    view! {
        <div class="cluster cluster--apart">
            <button
                type="button"
                class="button"
                disabled=index == 0
                on:click=move |_| sheet.show(View::One(index.saturating_sub(1)))
            >
                {move || words().previous}
            </button>
            {if last {
                view! { <ToReview sheet /> }.into_any()
            } else {
                view! {
                    <button
                        type="button"
                        class="button button--primary"
                        on:click=move |_| sheet.show(View::One(index + 1))
                    >
                        {move || words().next}
                    </button>
                }
                    .into_any()
            }}
        </div>
    }
}

#[component]
fn ToReview(sheet: Sheet) -> impl IntoView {
    view! {
        <button type="button" class="button button--primary" on:click=move |_| sheet.show(View::Review)>
            {move || words(sheet.session.language()).to_review}
        </button>
    }
}
