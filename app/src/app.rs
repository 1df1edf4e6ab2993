//! Boot, the frame around every page, and the table of routes.

use leptos::prelude::*;

use crate::browser::history::{self, Arrival};
use crate::browser::{focus, page, prefers};
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::pages::instructor::verify::VerifyPage;
use crate::pages::learner::chapter::ChapterPage;
use crate::pages::learner::completion::CompletionPage;
use crate::pages::learner::course::CoursePage;
use crate::pages::learner::home::HomePage;
use crate::pages::learner::self_assessment::SelfAssessmentPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::settings::SettingsPage;
use crate::paths::Route;
use crate::session::{self, Entry, Session};
use crate::text::{Language, frame};

/// Boots the session, then shows the portal.
pub fn start() {
    speak_last_words_on_panic();
    // Leptos' own spawning wants a mounted page; the boot comes before it.
    page::spawn(async {
        let booted = session::boot().await;
        page::remove_boot_screen();
        leptos::mount::mount_to_body(move || {
            provide_context(Session::new(booted));
            view! { <App /> }
        });
    });
}

/// The program cannot go on after a panic: say so calmly, and that nothing is lost.
fn speak_last_words_on_panic() {
    std::panic::set_hook(Box::new(|_| {
        let language = prefers::languages().iter().find_map(|tag| Language::from_tag(tag));
        let words = frame::words(language.unwrap_or_default());
        page::show_last_words(words.crash, words.crash_advice, words.reload);
    }));
}

/// The frame: header, main content, footer.
#[component]
fn App() -> impl IntoView {
    let session = Session::here();
    let route = follow_addresses();
    let language = Signal::derive(move || session.language());
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus::move_to("main");
    };
    let is_wide = move || matches!(route.get(), Route::Chapter { .. } | Route::Verify);
    view! {
        <a class="skip-link" href="#main" on:click=skip>
            {move || frame::words(language.get()).skip}
        </a>
        <SiteHeader
            language
            current=route
            on_language=Callback::new(move |language| session.set_language(language))
        />
        <main id="main" class="frame__main" class:frame__main--wide=is_wide tabindex="-1">
            {move || show(route.get(), session)}
        </main>
        <SiteFooter language organisation="" />
    }
}

/// The route as a signal; moves the focus to the new page's heading at each change.
fn follow_addresses() -> Signal<Route> {
    let route = RwSignal::new(Route::parse(&history::address()));
    history::follow(
        |address| Route::parse(address) != Route::NotFound,
        move |arrival| {
            route.set(Route::parse(&history::address()));
            if arrival == Arrival::Forward {
                focus::scroll_to_top();
            }
            request_animation_frame(|| {
                if !focus::move_to("main h1") {
                    focus::move_to("main");
                }
            });
        },
    );
    route.into()
}

/// The page of a route.
fn show(route: Route, session: Session) -> AnyView {
    let entry = |course: &str| session.entry(course);
    match route {
        Route::Home => view! { <HomePage /> }.into_any(),
        Route::Settings => view! { <SettingsPage /> }.into_any(),
        Route::Verify => view! { <VerifyPage /> }.into_any(),
        Route::NotFound => not_found(),
        Route::Course { course } => entry(&course)
            .map_or_else(not_found, |entry| view! { <CoursePage entry /> }.into_any()),
        Route::SelfAssessment { course } => entry(&course)
            .map_or_else(not_found, |entry| view! { <SelfAssessmentPage entry /> }.into_any()),
        Route::Completion { course } => entry(&course)
            .map_or_else(not_found, |entry| view! { <CompletionPage entry /> }.into_any()),
        Route::Chapter { course, chapter, stretch } => {
            let place = |entry: &Entry| {
                entry.outline.chapters.iter().position(|of| of.id.as_str() == chapter)
            };
            match entry(&course).and_then(|entry| Some((place(&entry)?, entry))) {
                Some((index, entry)) => {
                    view! { <ChapterPage entry index stretch /> }.into_any()
                }
                None => not_found(),
            }
        }
    }
}

fn not_found() -> AnyView {
    view! { <NotFoundPage /> }.into_any()
}
