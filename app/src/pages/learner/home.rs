//! The list of courses and the one thing to do next.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::session::{Session};
use crate::text::home::words;

/// The list of courses and the one thing to do next.
#[component]
pub fn HomePage() -> impl IntoView {
    let session = Session::here();
    view! { <PageHeading text=move || words(session.language()).heading.to_owned() /> }
}
