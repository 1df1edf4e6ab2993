//! Said where a course's text or questions cannot be had: what happened, what is kept, what to do.

use leptos::prelude::*;

use crate::components::notice::{Meaning, Notice};
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
    view! {
        <Notice meaning=Meaning::Stop title=Signal::derive(move || said.get().0) live=true>
            <p>{move || said.get().1}</p>
            <div>
                <button type="button" class="button" on:click=move |_| session.retry_course(&entry)>
                    {move || course::words(session.language()).retry}
                </button>
            </div>
        </Notice>
    }
}
