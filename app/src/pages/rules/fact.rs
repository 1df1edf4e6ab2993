//! A fact of a table: its name, its value, and the sentence it rests on.

use domain::rules::StatementId;
use leptos::prelude::*;

use super::sentence::{Basis, Book};

/// A name and a value in a list of facts; below it the sentence of the source.
#[component]
pub(super) fn Fact(
    /// Its name.
    #[prop(into)]
    name: Signal<&'static str>,
    /// Its value.
    #[prop(into)]
    value: Signal<String>,
    /// Language of the value where it is not that of the page.
    #[prop(optional)]
    lang: Option<&'static str>,
    /// The table's sentences.
    #[prop(optional)]
    book: Option<Book>,
    /// The sentence that says so.
    #[prop(optional)]
    basis: Option<StatementId>,
) -> impl IntoView {
    let basis = book.zip(basis).map(|(book, id)| view! { <Basis book id /> });
    view! {
        <dt class="facts__name">{name}</dt>
        <dd class="facts__value">
            <span lang=lang>{value}</span>
            {basis}
        </dd>
    }
}
