//! The instructor's check of completion tokens.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::batch::BatchTable;
use super::choice::SessionChoice;
use super::decision::DecisionDialog;
use super::desk::Desk;
use super::keys::Keys;
use super::readiness::Readiness;
use super::reading::{CAMERA, ReadingPanel};
use super::results::Results;
use super::verdict::VerdictPane;
use crate::browser::clock;
use crate::components::page_heading::PageHeading;
use crate::session::Session;
use crate::text::verify::words;

/// The instructor's check of completion tokens.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let desk = Desk::open(session);
    let way = RwSignal::new(CAMERA);
    let (camera_wish, torch_wish) = (RwSignal::new(0), RwSignal::new(0));
    let reader = RwSignal::new(None);
    // All that is needed is loaded now: while codes are judged, nothing leaves the page.
    session.load_trust();
    session.open_check_ins();
    desk.load_courses();
    let scanner = desk.scanner();
    spawn_local(async move {
        let outcome = scanner.prepare().await;
        reader.try_set(Some(outcome));
    });
    keep_time(session);
    follow_list(desk);
    view! {
        <div class="stack verify">
            <div class="cluster cluster--apart">
                <PageHeading text=move || words().heading.to_owned() />
                <Keys desk way camera_wish torch_wish />
            </div>
            <p class="on-screen-only">{move || words().lead}</p>
            <div class="beside verify__columns">
                <div class="stack">
                    <ReadingPanel desk way camera_wish torch_wish />
                    <VerdictPane desk />
                </div>
                <div class="stack verify__before on-screen-only">
                    <section class="card stack" aria-labelledby="session-heading">
                        <h2 id="session-heading" tabindex="-1">{move || words().session}</h2>
                        <SessionChoice desk />
                        <hr />
                        <Readiness desk reader=reader.into() />
                    </section>
                </div>
            </div>
            <BatchTable desk />
            <Results desk />
            <DecisionDialog desk />
        </div>
    }
}

/// Notes that this moment has passed, once the list says that the clock is not far ahead: a list that would be stale
/// means either that, or a clock that must not lock the device out.
fn keep_time(session: Session) {
    Effect::new(move || {
        let trust = session.trust();
        let now = clock::now().seconds();
        let is_plausible =
            trust.list.as_ref().is_some_and(|list| list.age(now) != token::trust::Age::Stale);
        if !trust.is_loading && is_plausible && trust.clock_floor.is_none_or(|floor| floor < now) {
            untrack(|| session.raise_clock_floor(now));
        }
    });
}

/// Judges once more what waits for a trust list, when another one was loaded.
fn follow_list(desk: Desk) {
    let list =
        Memo::new(move |_| desk.session.trust().list.map(|list| (list.seq(), list.issued())));
    Effect::watch(move || list.get(), move |_, _, _| desk.judge_by_new_list(), false);
}
