//! A chip: a short state beside a name, such as 受講済.

use leptos::prelude::*;

use super::icon::Icon;
use super::notice::Meaning;

/// A word with an icon. Without a meaning it is a plain label.
#[component]
pub fn Chip(
    /// The word.
    #[prop(into)]
    text: Signal<String>,
    /// What it means; none for a plain label.
    #[prop(optional_no_strip)]
    meaning: Option<Meaning>,
) -> impl IntoView {
    let class = match meaning {
        None => "chip",
        Some(Meaning::Done) => "chip chip--done",
        Some(Meaning::Attention) => "chip chip--attention",
        Some(Meaning::Stop) => "chip chip--stop",
        Some(Meaning::Information) => "chip chip--information",
    };
    view! {
        <span class=class>
            {meaning.map(|meaning| view! { <Icon symbol=meaning.symbol() class="chip__icon" /> })}
            {text}
        </span>
    }
}
