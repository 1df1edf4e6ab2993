//! The instructor's check of completion tokens.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::session::{Session};
use crate::text::verify::words;

/// The instructor's check of completion tokens.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let session = Session::here();
    view! { <PageHeading text=move || words(session.language()).heading.to_owned() /> }
}
