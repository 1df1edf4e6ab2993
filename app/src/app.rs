//! Boot, the frame around every page, and the table of routes.

mod notices;

use std::sync::Arc;

use domain::catalog::Site;
use futures_util::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::fetch::FetchFault;
use crate::browser::history::{self, Arrival};
use crate::browser::{focus, page, prefers, service_worker};
use crate::components::notice::{Meaning, Notice};
use crate::components::page_heading::PageHeading;
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::pages::cut::{NotLoaded, Shown};
use crate::pages::learner::home::HomePage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::part;
use crate::paths::Route;
use crate::session::{self, Entry, Session};
use crate::text::{self, Language, fault, frame};

/// Boots the session, then shows the portal.
pub fn start() {
    speak_last_words_on_panic();
    // Leptos' own spawning wants a mounted page; the boot comes before it.
    page::spawn(async {
        // What the page needs of the program is fetched beside what it shows; if it cannot be had, the page says so.
        let route = Route::parse(&history::address());
        let (booted, _) = join(session::boot(), part::load(&route)).await;
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

/// The route as a signal; moves the focus to the new page's heading at each change. The old page stays until the new
/// one's part of the program is here, so that a slow network never leaves the visitor before an empty page.
fn follow_addresses() -> Signal<Route> {
    let route = RwSignal::new(Route::parse(&history::address()));
    let arrive = move |arrival| {
        spawn_local(async move {
            let next = Route::parse(&history::address());
            // Without its part, the page says what is wrong and tries again.
            let _ = part::load(&next).await;
            if Route::parse(&history::address()) == next {
                route.set(next);
                settle(arrival);
            }
        });
    };
    history::follow(|address| Route::parse(address) != Route::NotFound, arrive);
    route.into()
}

/// Scroll position and focus after a change of page.
fn settle(arrival: Arrival) {
    if arrival == Arrival::Forward {
        focus::scroll_to_top();
    }
    request_animation_frame(|| {
        if !focus::set_on("main h1") {
            focus::set_on("main");
        }
    });
}

/// The page of a route.
fn show(route: Route, session: Session) -> AnyView {
    let wants_catalog = !matches!(
        route,
        Route::Settings | Route::Verify | Route::Rules | Route::RuleTable { .. } | Route::NotFound
    );
    if let Err(fault) = session.catalog()
        && wants_catalog
    {
        return view! { <NoCatalog fault /> }.into_any();
    }
    let entry = |course: &str| session.entry(course);
    match find(route, &entry) {
        Some(Ok(page)) => page,
        Some(Err(NotLoaded)) => view! { <NoPart /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

/// The table of routes; `None` where the address names nothing.
fn find(route: Route, entry: &impl Fn(&str) -> Option<Entry>) -> Option<Shown> {
    Some(match route {
        Route::Home => Ok(view! { <HomePage /> }.into_any()),
        Route::NotFound => return None,
        Route::Catalogue(view) => part::show_catalogue(view),
        Route::Settings => part::show_settings(),
        Route::Verify => part::show_verify(),
        Route::Rules => part::show_rules(None),
        Route::RuleTable { table } => part::show_rules(Some(table)),
        Route::Course { course } => part::show_course(entry(&course)?),
        Route::SelfAssessment { course } => part::show_self_assessment(entry(&course)?),
        Route::Completion { course } => part::show_completion(entry(&course)?),
        Route::Chapter { course, chapter, stretch } => {
            let entry = entry(&course)?;
            let place = |entry: &Entry| {
                entry.outline.chapters.iter().position(|of| of.id.as_str() == chapter)
            };
            part::show_chapter(entry.clone(), place(&entry)?, stretch)
        }
    })
}

/// The page's part of the program could not be fetched: say why, and try again.
#[component]
fn NoPart() -> impl IntoView {
    let again = Callback::new(move |()| {
        spawn_local(async move {
            let route = Route::parse(&history::address());
            match part::load(&route).await {
                Ok(()) => history::replace(&route.href()),
                // A new version of the site has other files: the page itself knows them.
                Err(NotLoaded) => page::reload(),
            }
        });
    });
    view! { <Trouble fault=FetchFault::Offline again /> }
}

/// The catalog could not be had: say why, and try again.
#[component]
fn NoCatalog(fault: FetchFault) -> impl IntoView {
    let session = Session::here();
    view! { <Trouble fault again=Callback::new(move |()| session.retry_catalog()) /> }
}

#[component]
fn Trouble(fault: FetchFault, again: Callback<()>) -> impl IntoView {
    let session = Session::here();
    let words = move || frame::words(session.language());
    let said = Signal::derive(move || fault::fetch_fault(&fault, session.language()));
    view! {
        <PageHeading text=move || words().courses.to_owned() />
        <Notice meaning=Meaning::Stop live=true title=Signal::derive(move || said.get().0)>
            <p>{move || said.get().1}</p>
            <p>
                <button class="button button--primary" type="button" on:click=move |_| again.run(())>
                    {move || words().retry}
                </button>
            </p>
        </Notice>
    }
}
