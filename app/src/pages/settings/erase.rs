//! Erasing everything, asked twice and with a way back.

use leptos::prelude::*;

use crate::browser::store::StoreFault;
use crate::components::dialog::Dialog;
use crate::components::notice::{Meaning, Notice};
use crate::session::Session;
use crate::text::fault;
use crate::text::settings::{self, words};

/// The button, the question, and the way back while there is one.
#[component]
pub fn Erase() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let asking = RwSignal::new(false);
    let trouble = RwSignal::new(None::<StoreFault>);
    let erase = move |_| {
        asking.set(false);
        leptos::task::spawn_local(async move {
            trouble.set(session.erase().await.err());
        });
    };
    view! {
        <div class="stack stack--tight">
            <h3>{move || words().erase}</h3>
            <p>{move || words().erase_note}</p>
            <div>
                <button type="button" class="button button--danger" on:click=move |_| asking.set(true)>
                    {move || words().erase}
                </button>
            </div>
            <UndoErase />
            {move || {
                trouble
                    .get()
                    .map(|trouble| {
                        let (title, advice) = fault::store_fault(trouble, session.language());
                        view! {
                            <Notice meaning=Meaning::Stop title=title live=true>
                                <p>{advice}</p>
                            </Notice>
                        }
                    })
            }}
            <Dialog
                open=asking
                title=Signal::derive(move || words().erase.to_owned())
                close_label=Signal::derive(move || words().cancel.to_owned())
                on_close=Callback::new(move |()| asking.set(false))
            >
                <p>{move || words().erase_note}</p>
                <div class="cluster">
                    <button type="button" class="button button--danger" on:click=erase>
                        {move || words().erase_confirm}
                    </button>
                    <button type="button" class="button" on:click=move |_| asking.set(false)>
                        {move || words().cancel}
                    </button>
                </div>
            </Dialog>
        </div>
    }
}

/// Counts down, and takes the erasure back.
#[component]
fn UndoErase() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let undo = move |_| {
        leptos::task::spawn_local(async move {
            // A fault here keeps the way back open: the countdown goes on and the button stays.
            let _ = session.undo_erase().await;
        });
    };
    let open = Memo::new(move |_| session.undo_left_s().is_some());
    view! {
        <Show when=move || open.get()>
            <Notice
                meaning=Meaning::Attention
                title=Signal::derive(move || words().erased.to_owned())
                live=true
            >
                <p aria-live="off">
                    {move || session.undo_left_s().map(|left| settings::undo_left(left, session.language()))}
                </p>
                <div>
                    <button type="button" class="button button--primary" on:click=undo>
                        {move || words().undo}
                    </button>
                </div>
            </Notice>
        </Show>
    }
}
