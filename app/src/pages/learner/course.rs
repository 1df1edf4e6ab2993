//! The course page: its header, what is required and what remains, the chapters, the test.

use domain::progress::{ChapterProgress, NextStep, Progress, TestState};
use leptos::prelude::*;

use crate::components::chapter_row::{ChapterRow, ChapterStanding};
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::components::page_heading::PageHeading;
use crate::pages::learner::course_credit::CreditNote;
use crate::pages::learner::course_header::CourseHeader;
use crate::paths::Route;
use crate::session::{Entry, Session};
use crate::text::course::{self, words};
use crate::text::home;
use crate::text::{Language, format, pick};

/// One course.
#[component]
pub fn CoursePage(
    /// The course.
    entry: Entry,
) -> impl IntoView {
    let session = Session::here();
    let progress = session.progress(&entry);
    let title = {
        let entry = entry.clone();
        Signal::derive(move || {
            let (outline, language) = (&entry.outline, session.language());
            course::title(pick(&outline.title, language), &outline.curriculum.codes, language)
        })
    };
    let due = move || {
        let language = session.language();
        progress.read().due.as_ref().map(|due| {
            home::due(&format::jst_date(due.due, false, language), due.days_left, language)
        })
    };
    view! {
        <div class="stack stack--loose">
            <div class="stack stack--tight">
                <a href=Route::Home.href()>{move || words(session.language()).all_courses}</a>
                <PageHeading text=title />
                {move || due().map(|due| view! { <p><strong>{due}</strong></p> })}
            </div>
            <SampleMark sample=entry.outline.sample />
            <CreditNote entry=entry.clone() />
            <Requirements entry=entry.clone() progress />
            <Chapters entry=entry.clone() progress />
            <CourseHeader entry />
        </div>
    }
}

#[component]
fn SampleMark(sample: bool) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    sample.then(|| {
        view! {
            <Notice meaning=Meaning::Attention title=Signal::derive(move || words().sample.to_owned())>
                <p>{move || words().sample_advice}</p>
            </Notice>
        }
    })
}

/// What completes the course, as a list that fills with ticks.
#[component]
fn Requirements(entry: Entry, progress: Memo<Progress>) -> impl IntoView {
    let for_token = entry.clone();
    let session = Session::here();
    let words = move || words(session.language());
    let all_watched = move || progress.read().chapters.iter().all(|chapter| chapter.watched);
    let test = entry.outline.completion.test;
    let practical = entry.outline.completion.practical_required;
    let test_passed = move || matches!(progress.read().test, TestState::Passed { .. });
    let sealed = move || progress.read().next == NextStep::ShowToken;
    view! {
        <section class="card stack" aria-labelledby="required">
            <h2 id="required">{move || words().required}</h2>
            <ol class="steps">
                <Requirement done=Signal::derive(all_watched)>
                    <span>{move || words().all_chapters}</span>
                </Requirement>
                {test
                    .map(|test| {
                        view! {
                            <Requirement done=Signal::derive(test_passed)>
                                <TestStep entry=entry.clone() progress pass=test.pass.get() />
                            </Requirement>
                        }
                    })}
                <Requirement done=Signal::derive(sealed)>
                    <TokenStep entry=for_token progress />
                </Requirement>
                {practical
                    .then(|| {
                        view! {
                            <Requirement done=Signal::derive(|| false)>
                                <span>{move || words().practical}</span>
                            </Requirement>
                        }
                    })}
            </ol>
        </section>
    }
}

#[component]
fn Requirement(done: Signal<bool>, children: Children) -> impl IntoView {
    let session = Session::here();
    let said = move || {
        let words = home::words(session.language());
        if done.get() { words.done } else { words.not_done }
    };
    view! {
        <li class="steps__step">
            {move || {
                let symbol = if done.get() { Symbol::Done } else { Symbol::Open };
                let class = if done.get() { "steps__icon steps__icon--done" } else { "steps__icon" };
                view! { <Icon symbol class /> }
            }}
            <div class="stack stack--tight">
                <span class="visually-hidden">{said}</span>
                {children()}
            </div>
        </li>
    }
}

/// The test: its button, or why it is closed.
#[component]
fn TestStep(entry: Entry, progress: Memo<Progress>, pass: u8) -> impl IntoView {
    let session = Session::here();
    let href = Route::self_assessment(&entry.outline.id).href();
    let body = move || {
        let language = session.language();
        let words = words(language);
        let link = |text: &'static str, primary: bool| {
            let class = if primary { "button button--primary" } else { "button" };
            view! { <div><a class=class href=href.clone()>{text}</a></div> }.into_any()
        };
        match &progress.read().test {
            TestState::NotRequired => ().into_any(),
            TestState::Locked { missing } => locked(&entry, &progress.read(), missing, language),
            TestState::CoolingDown { until } => {
                let time = format::near(*until, session.now(), language);
                view! { <p class="quiet">{words.cooling_down} " " {course::opens_at(&time, language)}</p> }.into_any()
            }
            TestState::Open => link(words.take_test, true),
            TestState::InProgress(_) => link(words.resume_test, true),
            TestState::Passed { correct, total, .. } => view! {
                <p>{words.passed} " " {course::score(*correct, *total, language)}</p>
                {link(words.show_result, false)}
            }
            .into_any(),
        }
    };
    view! {
        <span>{move || course::pass_the_test(pass, session.language())}</span>
        {body}
    }
}

fn locked(
    entry: &Entry,
    progress: &Progress,
    missing: &[domain::catalog::ChapterId],
    language: Language,
) -> AnyView {
    let words = words(language);
    let rows = entry
        .outline
        .chapters
        .iter()
        .zip(&progress.chapters)
        .enumerate()
        .filter(|(_, (chapter, _))| missing.contains(&chapter.id))
        .map(|(index, (chapter, progress))| {
            let text = course::chapter_missing(index + 1, progress.remaining.0.into(), language);
            let href = Route::chapter(&entry.outline.id, &chapter.id).href();
            view! { <li><a href=href>{text}</a></li> }
        })
        .collect_view();
    view! {
        <p class="quiet">{course::locked_reason(missing.len(), language)}</p>
        <details>
            <summary>{words.missing_chapters}</summary>
            <ul>{rows}</ul>
        </details>
        <div>
            <button type="button" class="button" disabled=true>
                <Icon symbol=Symbol::Lock />
                {words.take_test}
            </button>
        </div>
    }
    .into_any()
}

#[component]
fn TokenStep(entry: Entry, progress: Memo<Progress>) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let href = Route::completion(&entry.outline.id).href();
    let is_for_practical = entry.outline.completion.practical_required;
    let id = entry.outline.id.clone();
    let sealed = move || session.journal().with(|journal| journal.tokens(&id).next().is_some());
    view! {
        <span>{move || if is_for_practical { words().token } else { words().token_alone }}</span>
        {move || {
            let text = if sealed() { words().show_token } else { words().seal };
            if progress.read().completed_at.is_some() || sealed() {
                view! { <div><a class="button button--primary" href=href.clone()>{text}</a></div> }.into_any()
            } else {
                view! { <p class="quiet">{words().token_later}</p> }.into_any()
            }
        }}
    }
}

#[component]
fn Chapters(entry: Entry, progress: Memo<Progress>) -> impl IntoView {
    let session = Session::here();
    let rows = {
        let entry = entry.clone();
        move || {
            entry
                .outline
                .chapters
                .iter()
                .enumerate()
                .map(|(index, chapter)| {
                    let title = chapter.title.clone();
                    let length = u64::from(chapter.duration.0);
                    let standing = move || {
                        progress.with(|progress| {
                            let chapter = progress.chapters.get(index);
                            chapter.map(|chapter| standing(chapter, index, length, session.language())).unwrap_or_default()
                        })
                    };
                    view! {
                        <ChapterRow
                            href=Route::chapter(&entry.outline.id, &chapter.id).href()
                            title=Signal::derive(move || {
                                let language = session.language();
                                course::chapter_title(index + 1, pick(&title, language), language)
                            })
                            progress_label=Signal::derive(move || words(session.language()).progress.to_owned())
                            standing=Signal::derive(standing)
                        />
                    }
                })
                .collect_view()
        }
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="chapters">
            <h2 id="chapters">{move || words(session.language()).chapters}</h2>
            {move || made_in_japanese(session)}
            <ol class="plain-list card">{rows()}</ol>
        </section>
    }
}

/// In English, a line that says in which language the chapters are.
pub(super) fn made_in_japanese(session: Session) -> Option<impl IntoView> {
    let said = course::made_in_japanese(session.language())?;
    Some(view! { <p class="quiet">{said}</p> })
}

fn standing(
    chapter: &ChapterProgress,
    index: usize,
    length_ms: u64,
    language: Language,
) -> ChapterStanding {
    let words = words(language);
    let (state, meaning) = match (chapter.watched, chapter.percent.get()) {
        (true, _) => (words.watched, Some(Meaning::Done)),
        (false, 0) => (words.not_started, None),
        (false, _) => (words.in_progress, Some(Meaning::Information)),
    };
    let remaining = u64::from(chapter.remaining.0);
    let missing = (!chapter.watched && chapter.percent.get() > 0)
        .then(|| course::chapter_missing(index + 1, remaining, language));
    ChapterStanding {
        state: state.to_owned(),
        meaning,
        // What the course asks for is done, though a second of the video may be missing.
        percent: if chapter.watched { 100 } else { chapter.percent.get() },
        times: course::chapter_times(length_ms.saturating_sub(remaining), length_ms, language),
        missing,
    }
}
