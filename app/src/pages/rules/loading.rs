//! A file of the rules: on its way, here, or not to be had.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use crate::browser::fetch::{self, FetchFault};
use crate::components::load_trouble::LoadTrouble;
use crate::session::Session;
use crate::text::fault::fetch_fault;
use crate::text::rules::words;

/// Where the loading of a file stands.
pub(super) enum Loading<T> {
    /// On its way.
    Under,
    /// Here.
    Ready(Arc<T>),
    /// Not to be had.
    Failed(FetchFault),
}

// Derived, these would ask the file's type to be `Clone`, too; it is shared.
impl<T> Clone for Loading<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Under => Self::Under,
            Self::Ready(file) => Self::Ready(Arc::clone(file)),
            Self::Failed(fault) => Self::Failed(fault.clone()),
        }
    }
}

/// A file that is loaded when the page opens, and again when asked.
pub(super) struct Loader<T: Send + Sync + 'static> {
    path: StoredValue<String>,
    state: RwSignal<Loading<T>>,
}

impl<T: Send + Sync + 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loader<T> {}

impl<T: DeserializeOwned + Send + Sync + 'static> Loader<T> {
    /// Begins to load.
    pub(super) fn new(path: impl Into<String>) -> Self {
        let loader =
            Self { path: StoredValue::new(path.into()), state: RwSignal::new(Loading::Under) };
        loader.load();
        loader
    }

    /// Where it stands (tracked).
    pub(super) fn state(self) -> Loading<T> {
        self.state.get()
    }

    /// Loads once more.
    pub(super) fn again(self) {
        self.state.set(Loading::Under);
        self.load();
    }

    fn load(self) {
        let path = self.path.get_value();
        spawn_local(async move {
            let state = match fetch::json(&path).await {
                Ok(value) => Loading::Ready(Arc::new(value)),
                Err(fault) => Loading::Failed(fault),
            };
            // The page may be gone.
            let _ = self.state.try_set(state);
        });
    }
}

/// Said while it is on its way.
#[component]
pub(super) fn Waiting() -> impl IntoView {
    let session = Session::here();
    view! { <p class="quiet" role="status">{move || words(session.language()).loading}</p> }
}

/// Said when it cannot be had: why, and a button that tries again.
#[component]
pub(super) fn Missing(
    /// Why.
    fault: FetchFault,
    /// Tries again.
    again: Callback<()>,
) -> impl IntoView {
    let session = Session::here();
    let said = Memo::new(move |_| fetch_fault(&fault, session.language()));
    let retry = Signal::derive(move || words(session.language()).retry);
    view! { <LoadTrouble said retry again /> }
}
