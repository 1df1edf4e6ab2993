//! Renewing the trust list: from the site, or from a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::file::Picked;
use crate::browser::focus;
use crate::components::icon::{Icon, Symbol};
use crate::components::picker::Picker;
use crate::text::verify::words;

/// The two ways to a newer trust list.
#[component]
pub(super) fn TrustActions(
    desk: Desk,
    /// Prefix of the element ids.
    id: &'static str,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let load = move |files: Vec<Picked>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            let Ok(bytes) = file.bytes().await else {
                focus::announce(untrack(words).unreadable);
                return;
            };
            if session.load_trust_file(&bytes).await.is_ok() {
                focus::announce(untrack(words).list_loaded);
            }
        });
    };
    view! {
        <div class="cluster">
            <button
                type="button"
                class="button"
                prop:disabled=move || session.trust().is_loading
                on:click=move |_| session.load_trust()
            >
                <Icon symbol=Symbol::Again />
                {move || words().update}
            </button>
            <Picker
                id=format!("{id}-trust-file")
                label=Signal::derive(move || words().load_list.to_owned())
                accept=".cose,application/cose"
                symbol=Symbol::File
                on_pick=Callback::new(load)
            />
        </div>
    }
}
