//! The frame's header: brand, navigation, language.

use leptos::prelude::*;

use crate::components::icon::{Icon, Symbol};
use crate::paths::Route;
use crate::text::{Language, frame};

/// Header of every page.
#[component]
pub fn SiteHeader(
    /// Language of the interface.
    #[prop(into)]
    language: Signal<Language>,
    /// The page that is shown, marked in the navigation.
    #[prop(into)]
    current: Signal<Route>,
    /// Called with the language that was chosen.
    on_language: Callback<Language>,
    /// The theme in words.
    #[prop(into)]
    theme: Signal<String>,
    /// Called when the reader wants the next theme.
    on_theme: Callback<()>,
) -> impl IntoView {
    let words = move || frame::words(language.get());
    let other = move || match language.get() {
        Language::Ja => Language::En,
        Language::En => Language::Ja,
    };
    view! {
        <header class="site-header">
            <a class="site-header__brand" href=Route::Home.href()>
                <span>"Yoshu " <span lang="ja">"予習"</span></span>
            </a>
            <nav class="site-header__nav" aria-label=move || words().navigation>
                <NavigationLink route=Route::Home current text=move || words().courses />
                <NavigationLink route=Route::Verify current text=move || words().verify />
                <NavigationLink route=Route::Settings current text=move || words().settings />
            </nav>
            <button
                class="site-header__language"
                type="button"
                lang=move || other().tag()
                on:click=move |_| on_language.run(other())
            >
                {move || other().name()}
            </button>
            <button
                class="site-header__theme"
                type="button"
                aria-label=theme
                title=theme
                on:click=move |_| on_theme.run(())
            >
                <Icon symbol=Symbol::Brightness />
            </button>
        </header>
    }
}

#[component]
fn NavigationLink(
    route: Route,
    current: Signal<Route>,
    #[prop(into)] text: Signal<&'static str>,
) -> impl IntoView {
    let href = route.href();
    let aria_current = move || (*current.read() == route).then_some("page");
    view! {
        <a class="site-header__link" href=href aria-current=aria_current>
            {text}
        </a>
    }
}
