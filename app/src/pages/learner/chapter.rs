//! One chapter: the video that counts what is played, its words, its text.

use leptos::prelude::*;

use crate::components::page_heading::PageHeading;
use crate::paths::Stretch;
use crate::session::{Entry, Session};
use crate::text::chapter::words;

/// One chapter: the video that counts what is played, its words, its text.
#[component]
pub fn ChapterPage(
    /// The course of the address.
    entry: Entry,
    /// Place of the chapter in the course's list; the frame has checked it.
    index: usize,
    /// Stretch to play, when the link names one.
    stretch: Stretch,
) -> impl IntoView {
    let session = Session::here();
    let _ = (entry, index, stretch);
    view! { <PageHeading text=move || words(session.language()).video.to_owned() /> }
}
