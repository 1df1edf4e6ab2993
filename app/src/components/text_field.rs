//! A field of one line with label, hint and, where something is wrong, what to do.

use leptos::prelude::*;

/// One line of text.
#[component]
pub fn TextField(
    /// Element id, unique on the page.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What to know before typing.
    #[prop(into)]
    hint: Signal<String>,
    /// What is wrong with the value.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// The value.
    value: RwSignal<String>,
    /// What the browser may fill in, such as `name`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Which keys a phone shows, such as `numeric`.
    #[prop(default = "text")]
    inputmode: &'static str,
) -> impl IntoView {
    let described = move || {
        if error.read().is_some() { format!("{id}-hint {id}-error") } else { format!("{id}-hint") }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id>
                {label}
            </label>
            <span class="field__hint" id=format!("{id}-hint")>
                {hint}
            </span>
            <input
                class="field__input"
                id=id
                type="text"
                autocomplete=autocomplete
                inputmode=inputmode
                aria-describedby=described
                aria-invalid=move || error.read().is_some().then_some("true")
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
            {move || {
                error.get().map(|error| view! { <span class="field__error" id=format!("{id}-error") role="alert">{error}</span> })
            }}
        </div>
    }
}
