//! A dialog: the browser's own modal, so that focus, Escape and the rest of the page behave as people know it.

use leptos::html;
use leptos::prelude::*;

use super::icon::{Icon, Symbol};

/// A modal dialog that shows while `open` is true.
#[component]
pub fn Dialog(
    /// Whether it shows.
    #[prop(into)]
    open: Signal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Label of the closing button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Called when the reader closes it, by button or Escape.
    on_close: Callback<()>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = element.get() else { return };
        if open.get() {
            if !dialog.open() {
                // A dialog that is not in the page cannot be shown; it will be at the next change.
                let _ = dialog.show_modal();
            }
        } else if dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=element aria-label=title on:close=move |_| on_close.run(())>
            <div class="stack">
                <div class="cluster cluster--apart">
                    <h2>{title}</h2>
                    <button type="button" class="button button--quiet" aria-label=close_label on:click=move |_| on_close.run(())>
                        <Icon symbol=Symbol::Close />
                    </button>
                </div>
                {children()}
            </div>
        </dialog>
    }
}
