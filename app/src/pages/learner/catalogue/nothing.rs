//! What is said beside what was found: a code that was typed and has no course, and what to do where nothing was found.

use std::sync::Arc;

use domain::rules::Code;
use domain::search::Query;
use domain::search::codes::{is_number, without_course};
use leptos::prelude::*;

use super::Desk;
use super::results::Searched;
use crate::paths::{CatalogueView, Route};
use crate::session::Shelves;
use crate::text::catalogue::{self, words};

/// Codes that are named at once; that there are more is told.
const NAMED: usize = 5;

/// The codes that were typed and that no course of the site has.
pub(super) fn codes_without(query: &Query, shelves: &Shelves, found_none: bool) -> Vec<Code> {
    let Some(list) = &shelves.directory.codes else { return Vec::new() };
    let has_course = |code: &Code| {
        shelves.entries.iter().any(|entry| entry.outline.curriculum.codes.contains(&code.code))
    };
    without_course(query, &list.codes, found_none, has_course).into_iter().cloned().collect()
}

/// That such codes have no course, that what is found below is of another kind, and the way to what there is.
#[component]
pub(super) fn WithoutCourse(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: StoredValue<Arc<Shelves>>,
    /// The codes.
    #[prop(into)]
    codes: Signal<Vec<Code>>,
    /// Whether courses stand below.
    #[prop(into)]
    has_found: Signal<bool>,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let is_uncoded = |shelves: &Arc<Shelves>| {
        shelves.entries.iter().any(|entry| entry.outline.curriculum.codes.is_empty())
    };
    let has_uncoded = shelves.with_value(is_uncoded);
    let sentence = move |code: Code| {
        let (before, after) = catalogue::without_course(session.language());
        view! { <p>{before} "CC " {code.code} " " <span lang="ja">{code.name}</span> {after}</p> }
    };
    let named = move || codes.get().into_iter().take(NAMED).map(sentence).collect_view();
    let others = move || {
        let count = codes.read().len().saturating_sub(NAMED);
        (count > 0)
            .then(|| view! { <p class="quiet">{catalogue::others_without(count, session.language())}</p> })
    };
    view! {
        <div class="stack stack--tight">
            {named}
            {others}
            <Show when=move || has_found.get()>
                <p class="quiet">{move || words().not_of_code}</p>
            </Show>
            <div>
                <a class="button" href=Route::Catalogue(CatalogueView::default()).href()>
                    {move || if has_uncoded { words().to_codes_and_uncoded } else { words().to_codes }}
                </a>
            </div>
        </div>
    }
}

/// What to do where nothing was found.
#[component]
pub(super) fn Nothing(
    /// What the parts of the page share.
    desk: Desk,
    /// The search.
    searched: Memo<Searched>,
    /// Whether codes are named that have no course.
    #[prop(into)]
    names_code: Signal<bool>,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let advice = move || {
        let is_number = is_number(&searched.read().query);
        match (is_number, names_code.get()) {
            (true, true) => None,
            (true, false) => Some(words().words_advice.to_owned()),
            (false, true) => Some(words().nothing_advice.to_owned()),
            (false, false) => Some(catalogue::advice(session.language())),
        }
        .map(|advice| view! { <p class="quiet">{advice}</p> })
    };
    let elsewhere = move || {
        let count = searched.read().hits.list().len();
        let query = desk.typed.read().trim().to_owned();
        let href = Route::Catalogue(CatalogueView { query, ..CatalogueView::default() }).href();
        (count > 0).then(|| {
            view! {
                <div>
                    <a class="button" href=href>
                        {catalogue::elsewhere(count, session.language())}
                    </a>
                </div>
            }
        })
    };
    view! {
        <div class="stack stack--tight">
            {advice}
            {elsewhere}
        </div>
    }
}
