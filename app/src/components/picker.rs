//! A button that opens the browser's choice of files.

use leptos::prelude::*;

use super::icon::{Icon, Symbol};
use crate::browser::file::Picked;

/// A file input whose label looks and works like a button; the input itself stays reachable for keyboard and
/// screen reader.
#[component]
pub fn Picker(
    /// Element id of the input, unique on the page.
    #[prop(into)]
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// Which files are offered.
    accept: &'static str,
    /// The icon.
    symbol: Symbol,
    /// Whether several files can be chosen.
    #[prop(optional)]
    multiple: bool,
    /// The files that were chosen.
    on_pick: Callback<Vec<Picked>>,
) -> impl IntoView {
    view! {
        <span class="picker">
            <input
                class="picker__input visually-hidden"
                type="file"
                id=id.clone()
                accept=accept
                multiple=multiple
                on:change=move |event| on_pick.run(Picked::from_change(&event))
            />
            <label class="button picker__label" for=id>
                <Icon symbol />
                {label}
            </label>
        </span>
    }
}
