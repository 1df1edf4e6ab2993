//! The frame's footer: where the record is kept.

use leptos::prelude::*;

use crate::paths::Route;
use crate::text::{Language, frame};

/// Footer of every page.
#[component]
pub fn SiteFooter(
    /// Language of the interface.
    #[prop(into)]
    language: Signal<Language>,
    /// Who runs the site, and how to reach them.
    #[prop(into)]
    organisation: Signal<String>,
) -> impl IntoView {
    view! {
        <footer class="site-footer">
            <p>{move || frame::words(language.get()).footer}</p>
            <p>{organisation}</p>
            <p>
                <a href=Route::Rules.href()>{move || frame::words(language.get()).rules}</a>
            </p>
        </footer>
    }
}
