//! The home page: the one thing to do next, then all courses with where I stand.

use std::sync::Arc;

use domain::catalog::Outline;
use domain::progress::{ChapterProgress, NextStep, Progress};
use domain::unit::UnixMs;
use leptos::prelude::*;

use crate::components::course_card::{CourseCard, Standing};
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::components::page_heading::PageHeading;
use crate::paths::{CatalogueView, Route};
use crate::session::{Entry, Session};
use crate::text::home::{self, words};
use crate::text::{Language, format, pick};

/// The list of courses and the one thing to do next.
#[component]
pub fn HomePage() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let entries = session.entries();
    let begun = latest(session, &entries);
    let list = move || {
        let listed = listed(session, session.entries());
        listed.into_iter().map(|entry| view! { <Listed entry /> }).collect_view()
    };
    let find = move || match session.entries().len() {
        0..=MOST => words().find.to_owned(),
        count => home::find_among(count, session.language()),
    };
    view! {
        <div class="stack stack--loose">
            <PageHeading text=Signal::derive(move || words().heading.to_owned()) />
            {match begun {
                Some(entry) => view! { <Next entry /> }.into_any(),
                None => view! { <Welcome /> }.into_any(),
            }}
            <section class="stack" aria-labelledby="courses">
                <div class="cluster cluster--apart">
                    <h2 id="courses">{move || words().courses}</h2>
                    <a class="button" href=Route::Catalogue(CatalogueView::default()).href()>
                        <Icon symbol=Symbol::Search />
                        {find}
                    </a>
                </div>
                <Show when=move || session.entries().is_empty()>
                    <Notice meaning=Meaning::Information title=Signal::derive(move || words().empty.to_owned())>
                        <p>{move || words().empty_advice}</p>
                    </Notice>
                </Show>
                <ul class="plain-list stack">{list}</ul>
            </section>
        </div>
    }
}

/// More courses than this are not all shown here: the catalogue finds them.
const MOST: usize = 12;
/// So many are shown then.
const SHOWN: usize = 6;

/// The courses to show: all, or of many those that were worked on last, and the first others.
fn listed(session: Session, entries: Vec<Entry>) -> Vec<Entry> {
    if entries.len() <= MOST {
        return entries;
    }
    let mut rest = entries;
    let mut shown = Vec::new();
    while shown.len() < SHOWN {
        // Where nothing was done, the first of the rest: the catalog's order. (A sort would weigh more than this page's list.)
        let next = latest(session, &rest).unwrap_or_else(|| rest[0].clone());
        rest.retain(|entry| !Arc::ptr_eq(entry, &next));
        shown.push(next);
    }
    shown
}

/// The course that was worked on last, as far as something is left to do or to show.
fn latest(session: Session, entries: &[Entry]) -> Option<Entry> {
    session.journal().with_untracked(|journal| {
        entries
            .iter()
            .filter_map(|entry| Some((journal.last_activity(&entry.outline.id)?, entry)))
            .max_by_key(|(at, _)| *at)
            .map(|(_, entry)| entry.clone())
    })
}

#[component]
fn Welcome() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <div class="stack stack--tight prose">
            <p>{move || words().welcome}</p>
            <p class="quiet">{move || words().welcome_data}</p>
        </div>
    }
}

/// One thing to do next, in words, with the one button that does it.
#[component]
fn Next(entry: Entry) -> impl IntoView {
    let session = Session::here();
    let progress = session.progress(&entry);
    let title = {
        let entry = entry.clone();
        move || pick(&entry.outline.title, session.language()).to_owned()
    };
    let step = move || {
        let (now, language) = (session.now(), session.language());
        let step = progress.with(|progress| next(&entry, progress, now, language));
        view! {
            <p>{step.says}</p>
            <div>
                <a class="button button--primary button--large" href=step.href>
                    {step.button}
                </a>
            </div>
        }
    };
    view! {
        <section class="card card--next stack" aria-labelledby="next">
            <h2 id="next" class="quiet">{move || words(session.language()).next}</h2>
            <p>
                <strong>{title}</strong>
            </p>
            {step}
            {move || due(&progress.read(), session.language()).map(|due| view! { <p>{due}</p> })}
        </section>
    }
}

/// What to do, and where.
struct Step {
    says: String,
    button: &'static str,
    href: String,
}

fn next(entry: &Entry, progress: &Progress, now: UnixMs, language: Language) -> Step {
    let words = words(language);
    let course = &entry.outline.id;
    match &progress.next {
        NextStep::Watch { chapter, position } => {
            let number =
                entry.outline.chapters.iter().position(|c| c.id == *chapter).unwrap_or(0) + 1;
            let begun = progress.chapters.iter().any(|chapter| chapter.percent.get() > 0);
            Step {
                says: home::resume_at(number, position.0.into(), language),
                button: if begun { words.continue_watching } else { words.start },
                href: Route::chapter(course, chapter).href(),
            }
        }
        NextStep::WaitForTest { until } => Step {
            says: home::test_opens_at(&format::near(*until, now, language), language),
            button: words.review_result,
            href: Route::self_assessment(course).href(),
        },
        NextStep::TakeTest => Step {
            says: words.test_open.to_owned(),
            button: words.take_test,
            href: Route::self_assessment(course).href(),
        },
        NextStep::ResumeTest(_) => Step {
            says: words.test_begun.to_owned(),
            button: words.resume_test,
            href: Route::self_assessment(course).href(),
        },
        NextStep::Seal => Step {
            says: words.ready_to_seal.to_owned(),
            button: words.seal,
            href: Route::completion(course).href(),
        },
        NextStep::ShowToken => Step {
            says: match entry.outline.completion.practical_required {
                true => words.token_ready.to_owned(),
                false => words.token_alone.to_owned(),
            },
            button: words.show_token,
            href: Route::completion(course).href(),
        },
    }
}

fn due(progress: &Progress, language: Language) -> Option<String> {
    let due = progress.due.as_ref()?;
    let date = format::jst_date(due.due, false, language);
    Some(home::due(&date, due.days_left, language))
}

#[component]
fn Listed(entry: Entry) -> impl IntoView {
    let session = Session::here();
    let progress = session.progress(&entry);
    let outline = StoredValue::new(entry.outline.clone());
    let said = move |pick: fn(&Outline, Language) -> String| {
        Signal::derive(move || outline.with_value(|outline| pick(outline, session.language())))
    };
    let sample = entry.outline.sample;
    let standing = move || progress.with(|progress| standing(progress, session.language()));
    view! {
        <CourseCard
            href=Route::course(&entry.outline.id).href()
            title=said(|outline, language| pick(&outline.title, language).to_owned())
            summary=said(|outline, language| pick(&outline.summary, language).to_owned())
            length=said(|outline, language| {
                home::length(outline.chapters.len(), outline.video_length().0.into(), language)
            })
            sample=Signal::derive(move || sample.then(|| words(session.language()).sample.to_owned()))
            standing=Signal::derive(standing)
            due=Signal::derive(move || due(&progress.read(), session.language()))
        />
    }
}

fn standing(progress: &Progress, language: Language) -> Standing {
    let watched = progress.chapters.iter().filter(|chapter| chapter.watched).count();
    // A watched chapter counts as whole, though a second of its video may be missing.
    let share = |chapter: &ChapterProgress| {
        if chapter.watched { 100 } else { u32::from(chapter.percent.get()) }
    };
    let total: u32 = progress.chapters.iter().map(share).sum();
    let percent = total / u32::try_from(progress.chapters.len().max(1)).unwrap_or(u32::MAX);
    let percent = u8::try_from(percent).unwrap_or(100);
    if progress.completed_at.is_some() {
        let text = words(language).completed.to_owned();
        return Standing { text, meaning: Some(Meaning::Done), percent };
    }
    if total == 0 {
        return Standing { text: words(language).not_started.to_owned(), meaning: None, percent };
    }
    let text = home::chapters_watched(watched, progress.chapters.len(), language);
    Standing { text, meaning: Some(Meaning::Information), percent }
}
