//! The last look before handing in: which questions are answered, begun, or open.

use leptos::prelude::*;

use crate::components::notice::{Meaning, Notice};
use crate::pages::learner::attempt_sheet::{Sheet, Standing};
use crate::text::answering;
use crate::text::assessment::{self, words};

/// The heading of the review.
pub const HEADING: &str = "#review";

/// Every question with its state; going back to one is a tap.
#[component]
pub fn Review(
    /// The attempt.
    sheet: Sheet,
    /// How many questions are answered.
    answered: Memo<usize>,
    /// Hands in.
    hand_in: Callback<()>,
) -> impl IntoView {
    let session = sheet.session;
    let words = move || words(session.language());
    let complete = move || answered.get() == sheet.total;
    let first_open = move || {
        let standings = untrack(|| sheet.standings());
        standings.iter().position(|standing| *standing != Standing::Answered)
    };
    let rows = move || {
        let rows = sheet.standings().into_iter().enumerate();
        rows.map(|(index, standing)| view! { <ReviewRow sheet index standing /> }).collect_view()
    };
    view! {
        <section class="stack" aria-labelledby="review">
            <h2 id="review">{move || words().review}</h2>
            <ol class="plain-list card">{rows}</ol>
            <Show when=move || !complete()>
                <Notice
                    meaning=Meaning::Attention
                    title=Signal::derive(move || {
                        assessment::unanswered(sheet.total.saturating_sub(answered.get()), session.language())
                    })
                />
            </Show>
            <div class="cluster cluster--apart">
                <button
                    type="button"
                    class="button button--large"
                    class:button--primary=move || !complete()
                    on:click=move |_| sheet.show_one(first_open().unwrap_or(0))
                >
                    {move || words().back_to_questions}
                </button>
                <button
                    type="button"
                    class="button button--large"
                    class:button--primary=complete
                    on:click=move |_| hand_in.run(())
                >
                    {move || if complete() { words().hand_in } else { words().hand_in_anyway }}
                </button>
            </div>
        </section>
    }
}

#[component]
fn ReviewRow(sheet: Sheet, index: usize, standing: Standing) -> impl IntoView {
    let session = sheet.session;
    let state = move || {
        let language = session.language();
        match standing {
            Standing::Answered => words(language).answered,
            Standing::Begun => answering::words(language).unfinished,
            Standing::Open => words(language).unanswered,
        }
    };
    let class = if standing == Standing::Answered { "quiet" } else { "chapter-row__missing" };
    view! {
        <li class="cluster cluster--apart">
            <button type="button" class="button button--quiet" on:click=move |_| sheet.show_one(index)>
                {move || assessment::question(index + 1, sheet.total, session.language())}
            </button>
            <span class=class>{state}</span>
        </li>
    }
}
