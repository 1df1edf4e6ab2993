//! The record as a file: out and in.

use domain::archive::ArchiveError;
use leptos::prelude::*;

use crate::browser::{clock, file};
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::session::{ImportReport, Session};
use crate::text::settings::{self, words};

/// Saves the whole record.
#[component]
pub fn Export() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let save = move |_| {
        let name = format!("yoshu-{}.jsonl", clock::now().jst_date());
        file::save(&name, "application/jsonl", session.export().as_bytes());
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
        </div>
    }
}

/// Saves the records that could not be read, as they are.
#[component]
pub fn SaveSetAside() -> impl IntoView {
    let session = Session::here();
    let save = move |_| {
        leptos::task::spawn_local(async move {
            if let Ok(text) = session.set_aside_text().await {
                file::save("yoshu-set-aside.txt", "text/plain", text.as_bytes());
            }
        });
    };
    view! {
        <div>
            <button type="button" class="button" on:click=save>
                {move || words(session.language()).save_set_aside}
            </button>
        </div>
    }
}

/// Joins a saved record to the present one.
#[component]
pub fn Import() -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let outcome = RwSignal::new(None::<Result<ImportReport, ArchiveError>>);
    let pick = move |event: leptos::ev::Event| {
        outcome.set(None);
        let files = file::Picked::from_change(&event);
        leptos::task::spawn_local(async move {
            for picked in files {
                let text = picked.text().await.map_err(|_| ArchiveError::NotAnArchive);
                outcome.try_set(Some(text.and_then(|text| session.import(&text))));
            }
        });
    };
    view! {
        <div class="stack stack--tight">
            <h3>{move || words().import}</h3>
            <label class="field" for="import">
                <span>{move || words().import_note}</span>
            </label>
            <input class="field__input" id="import" type="file" accept=".jsonl,.txt,.json" on:change=pick />
            {move || outcome.get().map(|outcome| say(session, outcome))}
        </div>
    }
}

fn say(session: Session, outcome: Result<ImportReport, ArchiveError>) -> AnyView {
    let language = session.language();
    match outcome {
        Ok(report) => {
            let said = settings::imported(report.read, report.set_aside, report.missing, language);
            let (title, meaning) = if !report.is_new {
                (words(language).import_known.to_owned(), Meaning::Information)
            } else if report.set_aside > 0 || report.missing > 0 {
                (said, Meaning::Attention)
            } else {
                (said, Meaning::Done)
            };
            view! { <Notice meaning title=title live=true /> }.into_any()
        }
        Err(error) => {
            let (title, advice) = settings::archive_error(&error, language);
            view! {
                <Notice meaning=Meaning::Stop title=title live=true>
                    <p>{advice}</p>
                </Notice>
            }
            .into_any()
        }
    }
}
