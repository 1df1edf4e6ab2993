//! Notices above every page: storage that fails, damaged records, a browser inside another app.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clipboard;
use crate::browser::embedded::{self, WayOut};
use crate::browser::store::StoreFault;
use crate::components::notice::{Meaning, Notice};
use crate::pages::part;
use crate::paths::Route;
use crate::session::{Session, StorageState};
use crate::text::{fault, frame};

/// All notices; nothing when there is nothing to say.
pub(super) fn notices() -> impl IntoView {
    let session = Session::here();
    let storage_fault = Memo::new(move |_| match session.storage() {
        StorageState::Memory(fault) => Some((fault, false)),
        StorageState::Failing(fault) => Some((fault, fault != StoreFault::Newer)),
        StorageState::Saved | StorageState::Saving => None,
    });
    let is_told = RwSignal::new(false);
    let damaged = move || Some(session.set_aside()).filter(|count| *count > 0 && !is_told.get());
    view! {
        <div class="stack frame__notices">
            {embedded::app().map(|_| view! { <LeaveTheApp /> })}
            {move || storage_fault.get().map(|(fault, is_tried_again)| view! { <StorageFails fault is_tried_again /> })}
            {move || damaged().map(|count| view! { <DamagedRecords count is_told /> })}
        </div>
    }
}

#[component]
fn StorageFails(fault: StoreFault, is_tried_again: bool) -> impl IntoView {
    let session = Session::here();
    let words = move || frame::words(session.language());
    let is_refused = RwSignal::new(false);
    let save = move |_| {
        spawn_local(async move {
            let is_saved = part::save_export(session).await;
            is_refused.try_set(!is_saved);
        });
    };
    let said = move || fault::store_fault(fault, session.language());
    let retry = move || is_tried_again.then(|| fault::is_tried_again(session.language()));
    let refused = move || is_refused.get().then(|| fault::save_refused(session.language()));
    view! {
        <Notice
            meaning=Meaning::Attention
            live=true
            title=Signal::derive(move || said().0)
        >
            <p>{move || said().1} {retry}</p>
            <p>
                <button class="button" type="button" on:click=save>
                    {move || words().export}
                </button>
            </p>
            {move || refused().map(|(title, advice)| view! { <p role="alert">{title} " " {advice}</p> })}
        </Notice>
    }
}

#[component]
fn DamagedRecords(count: usize, is_told: RwSignal<bool>) -> impl IntoView {
    let session = Session::here();
    let words = move || frame::words(session.language());
    view! {
        <Notice
            meaning=Meaning::Attention
            title=Signal::derive(move || frame::damaged_records(count, session.language()))
        >
            <p>{move || words().damaged_advice}</p>
            <p class="cluster">
                <a class="button" href=Route::Settings.href()>
                    {move || words().settings}
                </a>
                <button class="button" type="button" on:click=move |_| is_told.set(true)>
                    {move || words().close}
                </button>
            </p>
        </Notice>
    }
}

#[component]
fn LeaveTheApp() -> impl IntoView {
    let session = Session::here();
    let words = move || frame::words(session.language());
    let way_out = match embedded::way_out() {
        WayOut::Link(address) => {
            view! { <a class="button" href=address>{move || words().open_outside}</a> }.into_any()
        }
        WayOut::Copy(address) => view! { <CopyAddress address /> }.into_any(),
    };
    view! {
        <Notice meaning=Meaning::Attention title=Signal::derive(move || words().embedded.to_owned())>
            <p>{move || words().embedded_advice}</p>
            {way_out}
        </Notice>
    }
}

#[component]
fn CopyAddress(address: String) -> impl IntoView {
    let session = Session::here();
    let words = move || frame::words(session.language());
    let is_copied = RwSignal::new(false);
    let shown = address.clone();
    let copy = move |_| {
        let address = address.clone();
        spawn_local(async move {
            // The notice may have gone meanwhile.
            is_copied.try_set(clipboard::copy(&address).await);
        });
    };
    view! {
        <p>
            <code>{shown}</code>
        </p>
        <div class="cluster">
            <button class="button" type="button" on:click=copy>
                {move || words().copy_address}
            </button>
            <span role="status">{move || is_copied.get().then(|| words().copied)}</span>
        </div>
    }
}
