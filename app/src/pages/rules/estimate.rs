//! What Yoshu itself supposes about courses: no rule, and said to be none.

use std::sync::Arc;

use domain::rules::Estimate;
use leptos::prelude::*;

use super::fact::Fact;
use super::sentence::Book;
use crate::session::Session;
use crate::text::rules::{Supposition, kind, supposition, supposition_name};

/// The numbers, each with its reason.
#[component]
pub(super) fn EstimateTable(
    /// The table.
    book: Book,
    /// Its numbers.
    estimate: Estimate,
) -> impl IntoView {
    let session = Session::here();
    let heading = book.body.kind();
    let facts = [
        (Supposition::Reading, estimate.characters_per_minute),
        (Supposition::Answering, estimate.seconds_per_question),
        (Supposition::Pool, estimate.draws_in_pool),
        (Supposition::Captions, estimate.caption_gap_seconds),
    ];
    let facts = facts
        .into_iter()
        .map(|(of, supposed)| {
            view! {
                <Fact name=Signal::derive(move || supposition_name(of, session.language()))
                    value=Signal::derive(move || supposition(of, supposed.value, session.language()))
                    book=Arc::clone(&book) basis=supposed.statement />
            }
        })
        .collect_view();
    view! {
        <section class="stack stack--tight" aria-labelledby="estimate">
            <h2 id="estimate">{move || kind(heading, session.language())}</h2>
            <dl class="facts">{facts}</dl>
        </section>
    }
}
