//! The record as a file: out and in.

use domain::archive::ArchiveError;
use leptos::prelude::*;

use crate::browser::file;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::components::picker::Picker;
use crate::session::{ImportReport, Session};
use crate::text::fault;
use crate::text::settings::{self, words};

/// Saves the whole record.
#[component]
pub fn Export() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let is_refused = RwSignal::new(false);
    let save = move |_| {
        leptos::task::spawn_local(async move {
            let is_saved = session.save_export().await;
            is_refused.try_set(!is_saved);
        });
    };
    view! {
        <div class="stack stack--tight">
            <h3>{move || words().export}</h3>
            <p>{move || words().export_note}</p>
            <div>
                <button type="button" class="button" on:click=save>
                    <Icon symbol=Symbol::Download />
                    {move || words().export}
                </button>
            </div>
            <Refused is_refused />
        </div>
    }
}

/// Saves the records that could not be read, as they are.
#[component]
pub fn SaveSetAside() -> impl IntoView {
    let session = Session::here();
    let is_refused = RwSignal::new(false);
    let save = move |_| {
        leptos::task::spawn_local(async move {
            let text = session.set_aside_text().await;
            let is_saved = text.is_ok_and(|text| {
                file::save("yoshu-set-aside.txt", "text/plain;charset=utf-8", text.as_bytes())
            });
            is_refused.try_set(!is_saved);
        });
    };
    view! {
        <div>
            <button type="button" class="button" on:click=save>
                {move || words(session.language()).save_set_aside}
            </button>
        </div>
        <Refused is_refused />
    }
}

/// The browser did not take a file.
#[component]
pub fn Refused(
    /// Whether it was.
    is_refused: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let said = Signal::derive(move || fault::save_refused(session.language()));
    view! {
        <Show when=move || is_refused.get()>
            <Notice meaning=Meaning::Stop title=Signal::derive(move || said.get().0) live=true>
                <p>{move || said.get().1}</p>
            </Notice>
        </Show>
    }
}

/// Why a file was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Trouble {
    /// The browser could not read it.
    Unreadable,
    /// It is no record.
    Archive(ArchiveError),
}

/// Joins a saved record to the present one.
#[component]
pub fn Import() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let outcome = RwSignal::new(None::<Result<ImportReport, Trouble>>);
    let pick = Callback::new(move |files: Vec<file::Picked>| {
        outcome.set(None);
        leptos::task::spawn_local(async move {
            for picked in files {
                let taken = match picked.text().await {
                    Ok(text) => session.import(&text).await.map_err(Trouble::Archive),
                    Err(file::Unreadable) => Err(Trouble::Unreadable),
                };
                outcome.try_set(Some(taken));
            }
        });
    });
    view! {
        <div class="stack stack--tight">
            <h3>{move || words().import}</h3>
            <p>{move || words().import_note}</p>
            <div>
                <Picker
                    id="import"
                    label=Signal::derive(move || words().import_pick.to_owned())
                    accept=".txt,.jsonl,.json,text/plain"
                    symbol=Symbol::Upload
                    on_pick=pick
                />
            </div>
            {move || outcome.get().map(|outcome| say(session, outcome))}
        </div>
    }
}

fn say(session: Session, outcome: Result<ImportReport, Trouble>) -> AnyView {
    let language = session.language();
    match outcome {
        Ok(report) => {
            let said = settings::imported(report.read, report.set_aside, report.missing, language);
            let (title, meaning) = if report.new == 0 && report.set_aside == 0 {
                (words(language).import_known.to_owned(), Meaning::Information)
            } else if report.set_aside > 0 || report.missing > 0 {
                (said, Meaning::Attention)
            } else {
                (said, Meaning::Done)
            };
            view! { <Notice meaning title=title live=true /> }.into_any()
        }
        Err(trouble) => {
            let (title, advice) = match &trouble {
                Trouble::Unreadable => settings::unreadable(language),
                Trouble::Archive(error) => settings::archive_error(error, language),
            };
            view! {
                <Notice meaning=Meaning::Stop title=title live=true>
                    <p>{advice}</p>
                </Notice>
            }
            .into_any()
        }
    }
}
