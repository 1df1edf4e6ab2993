//! The one `h1` of a page, which also names the page in the tab.

use leptos::prelude::*;

use crate::browser::page;

/// The page's heading. The focus comes here when the page opens.
#[component]
pub fn PageHeading(
    /// The heading's words.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    Effect::new(move || page::set_title(&format!("{} | Yoshu 予習", text.read())));
    view! { <h1 class="page-heading" tabindex="-1">{text}</h1> }
}
