//! The help sheet of keyboard keys.

use leptos::prelude::*;

use crate::components::dialog::Dialog;

/// A modal list of keys and what each does.
#[component]
pub fn KeysSheet(
    /// Whether it shows.
    #[prop(into)]
    open: Signal<bool>,
    /// Heading.
    #[prop(into)]
    title: Signal<String>,
    /// Label of the closing button.
    #[prop(into)]
    close_label: Signal<String>,
    /// Each key and what it does.
    #[prop(into)]
    keys: Signal<Vec<(&'static str, &'static str)>>,
    /// The reader closes it.
    on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog open title close_label on_close>
            <dl class="facts">
                {move || {
                    keys.get()
                        .into_iter()
                        .map(|(key, does)| {
                            view! {
                                <dt>
                                    <kbd>{key}</kbd>
                                </dt>
                                <dd class="facts__value">{does}</dd>
                            }
                        })
                        .collect_view()
                }}
            </dl>
        </Dialog>
    }
}
