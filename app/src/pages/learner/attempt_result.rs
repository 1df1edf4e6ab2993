//! The result of an attempt: the score, then every question with its explanation and the seconds that teach it, the
//! wrong ones first.

use domain::assessment::is_right;
use domain::catalog::{Passage, Pool, TestPolicy};
use domain::journal::AttemptId;
use leptos::prelude::*;

use crate::components::answer_review::Rewatch;
use crate::components::notice::{Meaning, Notice};
use crate::pages::learner::answering::{Answering, InPart, Piece, Review, piece};
use crate::paths::Route;
use crate::session::{Entry, Session};
use crate::text::assessment::{self, words};
use crate::text::{Language, format};

/// A graded attempt.
#[component]
pub fn AttemptResult(
    /// The course.
    entry: Entry,
    /// Its questions.
    pool: Pool,
    /// The rule of its test.
    policy: TestPolicy,
    /// The attempt.
    attempt: AttemptId,
    /// The part that explains.
    part: Answering,
    /// What follows from the score, right below it.
    children: Children,
) -> impl IntoView {
    let session = Session::here();
    let score = move || {
        let language = session.language();
        let graded = session
            .journal()
            .with_untracked(|journal| journal.attempt(attempt)?.handed_in.cloned())?;
        let words = words(language);
        let (title, meaning) = if graded.passed {
            (words.passed, Meaning::Done)
        } else {
            (words.failed, Meaning::Attention)
        };
        let score = assessment::score(graded.correct, graded.total, policy.pass.get(), language);
        Some(view! {
            <Notice meaning title=title.to_owned() live=true>
                <p>{score}</p>
            </Notice>
        })
    };
    let rows = {
        let entry = entry.clone();
        move || {
            let (entry, pool) = (entry.clone(), pool.clone());
            let rows = move || reviews(session, &entry, &pool, attempt);
            view! { <ol class="plain-list stack">{rows}</ol> }.into_any()
        }
    };
    view! {
        <section class="stack" aria-labelledby="result">
            <h2 id="result">{move || words(session.language()).result}</h2>
            {score}
            {children()}
            <InPart answering=part beside="#result" show=rows />
            <Attempts entry policy />
        </section>
    }
}

/// Every question of the attempt with its explanation, those first that were not answered rightly.
fn reviews(session: Session, entry: &Entry, pool: &Pool, attempt: AttemptId) -> Vec<AnyView> {
    let language = session.language();
    session.journal().with_untracked(|journal| {
        let Some(attempt) = journal.attempt(attempt) else { return Vec::new() };
        let total = attempt.questions.len();
        let (mut wrong, mut right) = (Vec::new(), Vec::new());
        for (index, id) in attempt.questions.iter().enumerate() {
            let place = assessment::question(index + 1, total, language);
            let Some(question) = pool.question(id).cloned() else {
                wrong.push(
                    view! { <li class="card">{place} " " {words(language).gone}</li> }.into_any(),
                );
                continue;
            };
            let rewatch = link(entry, question.teaches.as_ref(), language);
            let scene = link(entry, question.scene.as_ref(), language);
            let answer = attempt.answer(id).cloned();
            let is_right = answer.as_ref().is_some_and(|answer| is_right(&question, answer));
            let row =
                piece(Piece::Review(Review { question, answer, place, rewatch, scene, language }));
            if is_right { right.push(row) } else { wrong.push(row) }
        }
        wrong.append(&mut right);
        wrong
    })
}

/// The way to a passage in its chapter.
fn link(entry: &Entry, passage: Option<&Passage>, language: Language) -> Option<Rewatch> {
    let passage = passage?;
    let index = entry.outline.chapters.iter().position(|chapter| chapter.id == passage.chapter)?;
    Some(Rewatch {
        href: Route::chapter_at(
            &entry.outline.id,
            &passage.chapter,
            passage.from.seconds(),
            Some(passage.to.seconds_up()),
        )
        .href(),
        place: assessment::passage(index + 1, passage.from.0.into(), passage.to.0.into(), language),
    })
}

/// Every attempt is kept; the list shows when more than one was made.
#[component]
fn Attempts(entry: Entry, policy: TestPolicy) -> impl IntoView {
    let session = Session::here();
    let rows = move || {
        let language = session.language();
        session.journal().with(|journal| {
            journal
                .attempts(&entry.outline.id)
                .iter()
                .filter_map(|attempt| attempt.handed_in)
                .map(|graded| {
                    let when = format::moment(graded.at, language);
                    let score = assessment::score(
                        graded.correct,
                        graded.total,
                        policy.pass.get(),
                        language,
                    );
                    view! { <li>{when} "　" {score}</li> }
                })
                .collect::<Vec<_>>()
        })
    };
    move || {
        let rows = rows();
        (rows.len() > 1).then(|| {
            view! {
                <h3>{words(session.language()).attempts}</h3>
                <ol>{rows}</ol>
            }
        })
    }
}
