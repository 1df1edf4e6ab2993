//! Said where a course's text or questions cannot be had: what happened, what is kept, what to do.

use leptos::prelude::*;

use crate::components::load_trouble::LoadTrouble;
use crate::session::{CourseFault, Entry, Session};
use crate::text::course::{self, Trouble};
use crate::text::fault::fetch_fault;

/// The fault in words with a button that tries again.
#[component]
pub fn CourseTrouble(
    /// The course.
    entry: Entry,
    /// Why it cannot be shown.
    fault: CourseFault,
) -> impl IntoView {
    let session = Session::here();
    let said = Memo::new(move |_| {
        let language = session.language();
        match &fault {
            CourseFault::Fetch(fault) => fetch_fault(fault, language),
            CourseFault::Damaged => course::trouble(Trouble::Damaged, language),
            CourseFault::Incomplete => course::trouble(Trouble::Incomplete, language),
        }
    });
    let retry = Signal::derive(move || course::words(session.language()).retry);
    let again = Callback::new(move |()| session.retry_course(&entry));
    view! { <LoadTrouble said retry again /> }
}
