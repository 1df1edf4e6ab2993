//! One course: what is required, what remains, its chapters.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::session::{Entry, Session};
use crate::text::course::words;

/// One course: what is required, what remains, its chapters.
#[component]
pub fn CoursePage(
    /// The course of the address.
    entry: Entry,
) -> impl IntoView {
    let session = Session::here();
    let _ = entry;
    view! { <PageHeading text=move || words(session.language()).about.to_owned() /> }
}
