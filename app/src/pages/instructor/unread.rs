//! The large place of the verdict where there is none: nothing was read, or what was read is no code.

use std::sync::Arc;

use leptos::prelude::*;
use token::judge::Refused;

use super::desk::Desk;
use super::details::Details;
use super::finding::Finding;
use super::instead::{Instead, Unread};
use crate::components::verdict_banner::{Face, VerdictBanner};
use crate::text::verify::{self, words};

/// Nothing was judged: why, and what to do.
#[component]
pub(super) fn NoVerdict(desk: Desk, instead: Instead) -> impl IntoView {
    match instead {
        Instead::Unreadable(files) => view! { <Unreadable desk files /> }.into_any(),
        Instead::Changed(_) => view! { <Changed desk /> }.into_any(),
    }
}

/// Files without a code.
#[component]
fn Unreadable(desk: Desk, files: Vec<Unread>) -> impl IntoView {
    let words = move || words(desk.session.language());
    let reasons = move || {
        let language = desk.session.language();
        let reason = |file: &Unread| {
            let (what, action) = file.fault.words(language);
            view! {
                <p class="verdict__reason">{verify::said_of(&file.name, what, language)}</p>
                <p class="verdict__action">{action}</p>
            }
        };
        files.iter().map(reason).collect_view()
    };
    view! {
        <VerdictBanner face=Face::Unread word=move || words().not_read.to_owned() id="verdict-heading">
            {reasons}
        </VerdictBanner>
        <Again desk />
    }
}

/// The verdict was of another course or another day.
#[component]
fn Changed(desk: Desk) -> impl IntoView {
    view! {
        <p class="card verdict__reason">
            {move || words(desk.session.language()).changed}
        </p>
        <Again desk />
    }
}

/// Something was read that is no completion code: nobody is refused by that.
#[component]
pub(super) fn NoCode(desk: Desk, finding: Arc<Finding>, refused: Refused) -> impl IntoView {
    let words = move || words(desk.session.language());
    let input = finding.input.clone();
    let told = Signal::derive(move || desk.told(&refused.refusal, &input));
    view! {
        <VerdictBanner face=Face::Unread word=move || words().not_read.to_owned() id="verdict-heading">
            <p class="verdict__reason">{move || told.get().what}</p>
            <p class="verdict__action">{move || told.get().action}</p>
        </VerdictBanner>
        <Again desk />
        <Details desk finding />
    }
}

#[component]
fn Again(desk: Desk) -> impl IntoView {
    view! {
        <div class="cluster">
            <button type="button" class="button button--primary button--large" on:click=move |_| desk.read_next()>
                {move || words(desk.session.language()).again}
            </button>
        </div>
    }
}
