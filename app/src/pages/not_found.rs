//! The page for an address that nobody knows.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::paths::Route;
use crate::session::Session;
use crate::text::frame::words;

/// Says that the page does not exist, and leads back.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <div class="stack">
            <PageHeading text=move || words().not_found.to_owned() />
            <p>{move || words().not_found_advice}</p>
            <p>
                <a class="button" href=Route::Home.href()>
                    {move || words().to_home}
                </a>
            </p>
        </div>
    }
}
