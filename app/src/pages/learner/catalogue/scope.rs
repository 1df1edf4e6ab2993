//! Which courses are looked at: one of the two lists (R10), and what they count for besides (R22, R23).

use std::sync::Arc;

use domain::catalog::{Purpose, SourcePreset};
use leptos::prelude::*;

use super::Desk;
use super::course_row::CourseList;
use crate::browser::print;
use crate::components::icon::{Icon, Symbol};
use crate::paths::CatalogueView;
use crate::session::Shelves;
use crate::text::catalogue::{self, words};

/// Both choices, as links that keep what is typed.
#[component]
pub fn Scope(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: Arc<Shelves>,
) -> impl IntoView {
    let words = move || words(desk.session.language());
    let current = desk.view.with_value(|view| (view.preset, view.only));
    let has = |only: Purpose| {
        let view = CatalogueView { only: Some(only), ..CatalogueView::default() };
        shelves.entries.iter().any(|entry| desk.looks_at(&view, &shelves.directory, &entry.outline))
    };
    let choices: Vec<Purpose> =
        Purpose::ALL.into_iter().filter(|only| has(*only) || current.1 == Some(*only)).collect();
    let presets = [SourcePreset::All, SourcePreset::Lectures].map(|preset| {
        view! {
            <a
                class="tabs__tab"
                href=move || desk.href(|view| view.preset = preset)
                aria-current=(current.0 == preset).then_some("page")
            >
                {move || catalogue::preset(preset, desk.session.language())}
            </a>
        }
    });
    let counting = (!choices.is_empty()).then(|| {
        let offered = [None].into_iter().chain(choices.into_iter().map(Some));
        let links = offered
            .map(|only| {
                let name = move || match only {
                    None => words().any,
                    Some(only) => catalogue::only(only, desk.session.language()),
                };
                view! {
                    <li>
                        <a
                            class="button"
                            href=move || desk.href(|view| view.only = only)
                            aria-current=(current.1 == only).then_some("page")
                        >
                            {name}
                        </a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <nav class="stack stack--tight" aria-labelledby="catalogue-only">
                <p id="catalogue-only" class="field__label">{move || words().only}</p>
                <ul class="plain-list cluster">{links}</ul>
            </nav>
        }
    });
    view! {
        <div class="stack on-screen-only">
            <nav class="tabs" aria-label=move || words().lists>
                {presets}
            </nav>
            {counting}
        </div>
    }
}

/// The courses that count for something, with what that means.
#[component]
pub fn Counting(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: Arc<Shelves>,
    /// What they count for.
    only: Purpose,
) -> impl IntoView {
    let session = desk.session;
    let from = shelves.specialist().map(|rule| rule.from);
    let view = desk.view.get_value();
    let courses: Vec<usize> = (0..shelves.entries.len())
        .filter(|course| {
            desk.looks_at(&view, &shelves.directory, &shelves.entries[*course].outline)
        })
        .collect();
    let count = courses.len();
    let print = move |_| {
        // On paper nothing is left to be asked for.
        desk.more.set(u8::MAX);
        request_animation_frame(print::page);
    };
    let body = if courses.is_empty() {
        view! { <p>{move || words(session.language()).nothing_counts}</p> }.into_any()
    } else {
        view! {
            <CourseList desk shelves list="counting" courses />
            <div class="on-screen-only">
                <button type="button" class="button" on:click=print>
                    <Icon symbol=Symbol::Print />
                    {move || words(session.language()).print}
                </button>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="stack" aria-labelledby="catalogue-counting">
            <h2 id="catalogue-counting">
                {move || catalogue::only(only, session.language())} " "
                <span class="quiet">{move || catalogue::courses(count, session.language())}</span>
            </h2>
            <p class="quiet">{move || catalogue::only_note(only, from, session.language())}</p>
            {body}
        </section>
    }
}
