//! Profile, language, theme, storage, export, import, erase.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::session::{Session};
use crate::text::settings::words;

/// Profile, language, theme, storage, export, import, erase.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let session = Session::here();
    view! { <PageHeading text=move || words(session.language()).heading.to_owned() /> }
}
