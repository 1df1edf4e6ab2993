//! The self-assessment: questions, review, result, retake.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::session::{Entry, Session};
use crate::text::assessment::words;

/// The self-assessment: questions, review, result, retake.
#[component]
pub fn SelfAssessmentPage(
    /// The course of the address.
    entry: Entry,
) -> impl IntoView {
    let session = Session::here();
    let _ = entry;
    view! { <PageHeading text=move || words(session.language()).heading.to_owned() /> }
}
