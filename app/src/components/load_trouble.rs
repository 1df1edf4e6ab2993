//! Said where something could not be loaded: what happened, what is kept, and a button that tries again.

use leptos::prelude::*;

use super::notice::{Meaning, Notice};
use crate::browser::focus;

/// The fault with a button that tries again. The button goes with the notice, so the focus goes to the page's heading.
#[component]
pub fn LoadTrouble(
    /// What happened, and what to do.
    #[prop(into)]
    said: Signal<(String, String)>,
    /// What the button says.
    #[prop(into)]
    retry: Signal<&'static str>,
    /// Tries again.
    again: Callback<()>,
) -> impl IntoView {
    let press = move |_| {
        focus::set_on("h1");
        again.run(());
    };
    view! {
        <Notice meaning=Meaning::Stop title=Signal::derive(move || said.get().0) live=true>
            <p>{move || said.get().1}</p>
            <div>
                <button type="button" class="button" on:click=press>
                    {retry}
                </button>
            </div>
        </Notice>
    }
}
