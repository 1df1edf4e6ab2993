//! A bar of two parts, each as long as its share: lecture and practical.

use leptos::prelude::*;

/// Two parts of a whole, drawn and in words.
#[component]
pub fn SplitBar(
    /// How much the first part is.
    first: u16,
    /// How much the second part is.
    second: u16,
    /// What the first part is.
    #[prop(into)]
    first_label: Signal<String>,
    /// What the first part includes beyond the usual, in Japanese; empty for nothing.
    first_includes: String,
    /// What the second part is.
    #[prop(into)]
    second_label: Signal<String>,
    /// How much the first part is, in words.
    #[prop(into)]
    first_value: Signal<String>,
    /// How much the second part is, in words.
    #[prop(into)]
    second_value: Signal<String>,
) -> impl IntoView {
    let whole = u32::from(first) + u32::from(second);
    let share = u32::from(first) * 1000 / whole.max(1);
    let includes = (!first_includes.is_empty())
        .then(|| view! { <span lang="ja">" ＋ " {first_includes}</span> });
    view! {
        <div class="split-bar">
            <svg class="split-bar__drawing" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
                <rect class="split-bar__first" x="0" y="0" width=share height="24" />
                <rect class="split-bar__second" x=share y="4" width=1000 - share height="16" />
            </svg>
            <ul class="plain-list split-bar__parts">
                <li><strong>{first_value}</strong> " " {first_label} {includes}</li>
                <li><strong>{second_value}</strong> " " {second_label}</li>
            </ul>
        </div>
    }
}
