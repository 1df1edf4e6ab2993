//! The self-assessment: locked until every chapter is watched, then an attempt, its review and its result.

use domain::catalog::{ChapterId, Pool, TestPolicy};
use domain::progress::TestState;
use leptos::prelude::*;

use crate::components::notice::{Meaning, Notice};
use crate::components::page_heading::PageHeading;
use crate::pages::learner::answering::Answering;
use crate::pages::learner::attempt_result::AttemptResult;
use crate::pages::learner::attempt_sheet::{AttemptSheet, begin};
use crate::pages::learner::course_trouble::CourseTrouble;
use crate::paths::Route;
use crate::session::{CourseState, Entry, Session};
use crate::text::assessment::{self, words};
use crate::text::{course, format, pick};

/// The course's self-assessment.
#[component]
pub fn SelfAssessmentPage(
    /// The course of the address.
    entry: Entry,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let title = {
        let entry = entry.clone();
        move || pick(&entry.outline.title, session.language()).to_owned()
    };
    let href = Route::course(&entry.outline.id).href();
    let body = match entry.outline.completion.test {
        None => view! { <NoTest /> }.into_any(),
        Some(policy) => view! { <Test entry policy /> }.into_any(),
    };
    view! {
        <div class="stack">
            <div class="stack stack--tight">
                <a href=href>{title}</a>
                <PageHeading text=Signal::derive(move || words().heading.to_owned()) />
            </div>
            {body}
        </div>
    }
}

#[component]
fn NoTest() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <Notice meaning=Meaning::Information title=Signal::derive(move || words().none.to_owned())>
            <p>{move || words().none_advice}</p>
        </Notice>
    }
}

/// What of the test shows. Only its change builds the page anew: an answer must not.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Locked(Vec<ChapterId>),
    Sheet,
    Between,
}

#[component]
fn Test(entry: Entry, policy: TestPolicy) -> impl IntoView {
    let session = Session::here();
    let progress = session.progress(&entry);
    let part = Answering::new(Signal::derive(move || session.language()));
    let stage = Memo::new(move |_| match &progress.read().test {
        TestState::Locked { missing } => Stage::Locked(missing.clone()),
        TestState::InProgress(_) => Stage::Sheet,
        _ => Stage::Between,
    });
    move || {
        let entry = entry.clone();
        match stage.get() {
            Stage::Locked(missing) => view! { <Locked entry missing /> }.into_any(),
            Stage::Sheet => {
                view! { <WithPool entry=entry.clone() part show=move |pool| view! { <AttemptSheet entry=entry.clone() pool policy part /> }.into_any() /> }
                    .into_any()
            }
            Stage::Between => {
                view! { <WithPool entry=entry.clone() part show=move |pool| view! { <Between entry=entry.clone() pool policy part /> }.into_any() /> }
                    .into_any()
            }
        }
    }
}

/// Shows something that needs the questions, once they are loaded. Only then the part is asked for: it must not keep
/// the first question waiting, but be here when it is wanted, with the network off by then.
#[component]
fn WithPool<F>(entry: Entry, part: Answering, show: F) -> impl IntoView
where
    F: Fn(Pool) -> AnyView + Clone + Send + 'static,
{
    let session = Session::here();
    let state = session.course(&entry);
    move || match state.get() {
        CourseState::Loading => {
            view! { <p class="quiet" role="status">{words(session.language()).loading}</p> }
                .into_any()
        }
        CourseState::Ready(loaded) => {
            part.fetch();
            show(loaded.pool.clone().unwrap_or_default())
        }
        CourseState::Failed(fault) => {
            view! { <CourseTrouble entry=entry.clone() fault /> }.into_any()
        }
    }
}

/// Says which chapters are missing, each with its link.
#[component]
fn Locked(entry: Entry, missing: Vec<ChapterId>) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let progress = session.progress(&entry);
    let rows = move || {
        let language = session.language();
        let progress = progress.read();
        let chapters = entry.outline.chapters.iter().zip(&progress.chapters).enumerate();
        chapters
            .filter(|(_, (chapter, _))| missing.contains(&chapter.id))
            .map(|(index, (chapter, progress))| {
                let text =
                    course::chapter_missing(index + 1, progress.remaining.0.into(), language);
                let href = Route::chapter(&entry.outline.id, &chapter.id).href();
                view! { <li><a href=href>{text}</a></li> }
            })
            .collect_view()
    };
    view! {
        <Notice meaning=Meaning::Attention title=Signal::derive(move || words().locked.to_owned())>
            <p>{move || words().locked_advice}</p>
            <ul>{rows}</ul>
        </Notice>
    }
}

/// Between attempts: the last result if there is one, and the way on.
#[component]
fn Between(entry: Entry, pool: Pool, policy: TestPolicy, part: Answering) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let progress = session.progress(&entry);
    let last = session.journal().with_untracked(|journal| {
        let attempts = journal.attempts(&entry.outline.id);
        attempts.iter().rev().find(|attempt| attempt.handed_in.is_some()).map(|attempt| attempt.id)
    });
    let follows = {
        let entry = entry.clone();
        move || match &progress.read().test {
            TestState::Passed { .. } => {
                let href = Route::completion(&entry.outline.id).href();
                view! { <div><a class="button button--primary button--large" href=href>{words().to_completion}</a></div> }
                    .into_any()
            }
            TestState::CoolingDown { until } => {
                let language = session.language();
                let opens = format::near(*until, session.now(), language);
                let advice = assessment::opens_at(&opens, language);
                view! {
                    <Notice meaning=Meaning::Information title=words().cooling_down.to_owned()>
                        <p>{advice}</p>
                    </Notice>
                }
                .into_any()
            }
            _ => ().into_any(),
        }
    };
    let again = last.is_some();
    let result = match last {
        Some(attempt) => view! {
            <AttemptResult entry=entry.clone() pool=pool.clone() policy attempt part>
                {follows}
            </AttemptResult>
        }
        .into_any(),
        None => follows.into_any(),
    };
    // Last: an attempt is worth more after the explanations.
    let start = move || {
        let is_closed = matches!(
            progress.read().test,
            TestState::Passed { .. } | TestState::CoolingDown { .. }
        );
        (!is_closed).then(|| view! { <Start entry=entry.clone() pool=pool.clone() policy again /> })
    };
    view! {
        {result}
        {start}
    }
}

#[component]
fn Start(entry: Entry, pool: Pool, policy: TestPolicy, again: bool) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let text = move || if again { words().retake } else { words().start };
    let advice = move || if again { words().retake_advice } else { words().how };
    view! {
        <section class="card card--next stack">
            <p>{move || assessment::rule(policy.draw, policy.pass.get(), session.language())}</p>
            <p>{advice}</p>
            <div>
                <button
                    type="button"
                    class="button button--primary button--large"
                    on:click=move |_| begin(session, &entry, &pool, &policy)
                >
                    {text}
                </button>
            </div>
        </section>
    }
}
