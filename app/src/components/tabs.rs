//! Tabs: one of several panels shows. Arrow keys move between the tabs, as the ARIA pattern asks.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::focus;

/// A row of tabs; the panels are the caller's, with ids `{id}-panel-{n}`.
#[component]
pub fn Tabs(
    /// Prefix of the element ids that join tabs and panels.
    id: &'static str,
    /// Name of the row, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Names of the tabs.
    #[prop(into)]
    names: Signal<Vec<String>>,
    /// The chosen tab, from 0.
    #[prop(into)]
    chosen: Signal<usize>,
    /// The reader chose a tab.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let on_key = move |event: KeyboardEvent| {
        let count = names.read().len().max(1);
        let next = match event.key().as_str() {
            "ArrowRight" => (chosen.get() + 1) % count,
            "ArrowLeft" => (chosen.get() + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        on_choose.run(next);
        focus::move_to(&format!("#{id}-tab-{next}"));
    };
    view! {
        <div class="tabs" role="tablist" aria-label=label on:keydown=on_key>
            {move || {
                names
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(n, name)| {
                        view! {
                            <button
                                type="button"
                                role="tab"
                                class="tabs__tab"
                                id=format!("{id}-tab-{n}")
                                aria-controls=format!("{id}-panel-{n}")
                                aria-selected=move || (chosen.get() == n).to_string()
                                tabindex=move || if chosen.get() == n { "0" } else { "-1" }
                                on:click=move |_| on_choose.run(n)
                            >
                                {name}
                            </button>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}
