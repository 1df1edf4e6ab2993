//! Sealing the completion, and the token to show.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::session::{Entry, Session};
use crate::text::completion::words;

/// Sealing the completion, and the token to show.
#[component]
pub fn CompletionPage(
    /// The course of the address.
    entry: Entry,
) -> impl IntoView {
    let session = Session::here();
    let _ = entry;
    view! { <PageHeading text=move || words(session.language()).heading.to_owned() /> }
}
