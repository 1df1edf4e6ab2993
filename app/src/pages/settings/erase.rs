//! Erasing everything, asked twice and with a way back.

use leptos::prelude::*;

use crate::browser::focus;
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
    let is_back = RwSignal::new(false);
    let just_erased = StoredValue::new(false);
    let can_undo = Memo::new(move |_| session.undo_left_s().is_some());
    let erase = move |_| {
        asking.set(false);
        is_back.set(false);
        just_erased.set_value(true);
        leptos::task::spawn_local(async move {
            trouble.try_set(session.erase().await.err());
        });
    };
    let undo = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            // A fault keeps the way back open: the countdown goes on and the button stays.
            let outcome = session.undo_erase().await;
            is_back.try_set(outcome.is_ok());
            trouble.try_set(outcome.err());
        });
    });
    view! {
        <div class="stack stack--tight">
            <h3>{move || words().erase}</h3>
            <p>{move || words().erase_note}</p>
            <Show when=move || !can_undo.get()>
                <div>
                    <button
                        type="button"
                        class="button button--danger"
                        on:click=move |_| asking.set(true)
                    >
                        {move || words().erase}
                    </button>
                </div>
            </Show>
            <Show when=move || can_undo.get()>
                <UndoErase undo just_erased />
            </Show>
            <Show when=move || is_back.get()>
                <Notice
                    meaning=Meaning::Done
                    title=Signal::derive(move || words().undone.to_owned())
                    live=true
                />
            </Show>
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

/// Counts down, and offers to take the erasure back.
#[component]
fn UndoErase(undo: Callback<()>, just_erased: StoredValue<bool>) -> impl IntoView {
    let session = Session::here();
    // The button that erased is gone: the focus, and the eye with it, goes to the way back.
    Effect::new(move || {
        if just_erased.try_get_value().unwrap_or_default() {
            just_erased.set_value(false);
            // After the dialog is closed and what was erased is gone from the page, which is much shorter then.
            request_animation_frame(|| {
                focus::move_to("#undo-erase");
            });
        }
    });
    let words = move || words(session.language());
    view! {
        <Notice
            meaning=Meaning::Attention
            title=Signal::derive(move || words().erased.to_owned())
            live=true
        >
            <p aria-live="off">
                {move || session.undo_left_s().map(|left| settings::undo_left(left, session.language()))}
            </p>
            <div>
                <button
                    type="button"
                    id="undo-erase"
                    class="button button--primary"
                    on:click=move |_| undo.run(())
                >
                    {move || words().undo}
                </button>
            </div>
        </Notice>
    }
}
