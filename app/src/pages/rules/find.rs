//! Finding as one types: full-width and half-width, large and small letters, katakana and hiragana are the same.

use leptos::prelude::*;

use crate::browser::text_rules;

/// A text as it is compared.
pub(super) fn folded(text: &str) -> String {
    let hiragana = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    };
    // A slip of the source for 頸椎 is found by either (C10.7).
    text_rules::as_searched(text).replace('勁', "頸").chars().map(hiragana).collect()
}

/// A field that narrows a list, with the number of what is found.
#[component]
pub(super) fn Find(
    /// Element id, unique on the page.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What it looks at.
    #[prop(into)]
    hint: Signal<String>,
    /// What was found, spoken as it changes.
    #[prop(into)]
    found: Signal<String>,
    /// What is typed.
    typed: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="field on-screen-only">
            <label class="field__label" for=id>{label}</label>
            <span class="field__hint" id=format!("{id}-hint")>{hint}</span>
            <input
                class="field__input"
                id=id
                type="search"
                autocomplete="off"
                aria-describedby=format!("{id}-hint")
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <p class="quiet" role="status">{found}</p>
        </div>
    }
}
