//! A code that is not accepted: why, and the one thing to do.

use std::sync::Arc;

use leptos::prelude::*;
use token::calendar::JstDate;
use token::judge::Refused;
use token::refusal::Refusal;

use super::desk::Desk;
use super::details::Details;
use super::finding::{Finding, is_about_list};
use super::trust_actions::TrustActions;
use crate::browser::clock;
use crate::components::verdict_banner::{Face, VerdictBanner};
use crate::text::verify::words;

/// The refusal with its action.
#[component]
pub(super) fn RefusedVerdict(desk: Desk, finding: Arc<Finding>, refused: Refused) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let (reason, input) = (refused.refusal.clone(), finding.input.clone());
    let told = Signal::derive(move || desk.told(&reason, &input));
    let claims = refused.signed.clone();
    view! {
        <VerdictBanner face=Face::Refused word=move || words().refused.to_owned() id="verdict-heading">
            <p class="verdict__reason">{move || told.get().what}</p>
            <p class="verdict__action">{move || told.get().action}</p>
            <Remedy desk refusal=refused.refusal />
            {match claims {
                Some(claims) => {
                    let name = claims.name.as_ref().map(|name| name.as_str().to_owned());
                    view! {
                        <p class="quiet">{move || words().signed_but_refused}</p>
                        <p>
                            {move || name.clone().unwrap_or_else(|| words().no_name.to_owned())} " · "
                            {move || desk.title(&claims.course)}
                        </p>
                    }
                        .into_any()
                }
                None => view! { <p class="quiet">{move || words().unverified}</p> }.into_any(),
            }}
        </VerdictBanner>
        <div class="cluster">
            <button type="button" class="button button--primary button--large" on:click=move |_| desk.read_next()>
                {move || words().again}
            </button>
        </div>
        <Details desk finding />
    }
}

/// What can be done right here.
#[component]
fn Remedy(desk: Desk, refusal: Refusal) -> impl IntoView {
    match refusal {
        refusal if is_about_list(&refusal) => {
            Some(view! { <TrustActions desk id="verdict" /> }.into_any())
        }
        Refusal::Clock { .. } => Some(view! { <DateForm desk /> }.into_any()),
        _ => None,
    }
}

/// Today's date, where the device does not know it.
#[component]
fn DateForm(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    let typed = RwSignal::new(clock::now().jst_date().to_string());
    let is_bad = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.get_untracked().parse::<JstDate>() {
            Ok(today) => desk.judge_with_date(today),
            Err(_) => is_bad.set(true),
        }
    };
    view! {
        <form class="stack stack--tight" on:submit=submit>
            <label class="field__label" for="today">
                {move || words().type_date}
            </label>
            <input
                class="field__input"
                id="today"
                type="date"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            {move || {
                is_bad.get().then(|| view! { <span class="field__error" role="alert">{words().bad_date}</span> })
            }}
            <div>
                <button type="submit" class="button">
                    {move || words().judge_with_date}
                </button>
            </div>
        </form>
    }
}
