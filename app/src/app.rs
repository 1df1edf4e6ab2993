//! Boot, the frame around every page, and the table of routes.

mod notices;

use std::sync::Arc;

use domain::catalog::Site;
use leptos::prelude::*;

use crate::browser::fetch::FetchFault;
use crate::browser::history::{self, Arrival};
use crate::browser::{focus, page, prefers, service_worker};
use crate::components::notice::{Meaning, Notice};
use crate::components::page_heading::PageHeading;
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
use crate::text::{self, Language, fault, frame};

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
        service_worker::register().await;
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
    let organisation = Signal::derive(move || {
        let of = |site: Arc<Site>| {
            let language = session.language();
            let name = text::pick(&site.organisation, language);
            frame::run_by(name, &site.contact, language)
        };
        session.site().map(of).unwrap_or_default()
    });
    view! {
        <div class="frame">
            <a class="skip-link" href="#main" on:click=skip>
                {move || frame::words(language.get()).skip}
            </a>
            <SiteHeader
                language
                current=route
                on_language=Callback::new(move |language| session.set_language(language))
            theme=Signal::derive(move || frame::theme_button(session.theme(), language.get()))
            on_theme=Callback::new(move |()| session.set_theme(untrack(|| session.theme()).next()))
            />
            <main
                id="main"
                class="frame__main"
                class:frame__main--wide=is_wide
                tabindex="-1"
            >
                {notices::notices()}
                {move || show(route.get(), session)}
            </main>
            <SiteFooter language organisation />
            <p id="announcer" class="visually-hidden" role="status"></p>
        </div>
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
    let wants_catalog = !matches!(route, Route::Settings | Route::Verify | Route::NotFound);
    if let Err(fault) = session.catalog()
        && wants_catalog
    {
        return view! { <NoCatalog fault /> }.into_any();
    }
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

/// The catalog could not be had: say why, and try again.
#[component]
fn NoCatalog(fault: FetchFault) -> impl IntoView {
    let session = Session::here();
    let words = move || frame::words(session.language());
    let said = Signal::derive(move || fault::fetch_fault(&fault, session.language()));
    view! {
        <PageHeading text=move || words().courses.to_owned() />
        <Notice meaning=Meaning::Stop live=true title=Signal::derive(move || said.get().0)>
            <p>{move || said.get().1}</p>
            <p>
                <button
                    class="button button--primary"
                    type="button"
                    on:click=move |_| session.retry_catalog()
                >
                    {move || words().retry}
                </button>
            </p>
        </Notice>
    }
}
