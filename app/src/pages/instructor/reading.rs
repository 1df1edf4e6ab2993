//! The ways to read a code: camera, pictures and files, paste.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::camera_panel::CameraPanel;
use super::choice::CourseRequest;
use super::desk::Desk;
use super::finding::Input;
use super::instead::{FileFault, Unread};
use crate::browser::file::Picked;
use crate::browser::focus;
use crate::browser::scan_worker::Scanner;
use crate::components::icon::Symbol;
use crate::components::notice::{Meaning, Notice};
use crate::components::picker::Picker;
use crate::components::tabs::Tabs;
use crate::text::verify::{self, words};

/// A token has at most 1100 bytes; a text file of a whole course some hundred kilobytes.
const MAX_FILE_BYTES: u64 = 1_000_000;

/// The tabs, in their order.
pub(super) const CAMERA: usize = 0;
pub(super) const FILES: usize = 1;
pub(super) const PASTE: usize = 2;

/// Camera, files, paste.
#[component]
pub(super) fn ReadingPanel(
    desk: Desk,
    /// The chosen way.
    way: RwSignal<usize>,
    /// Counts the wishes to start or stop the camera.
    camera_wish: RwSignal<u32>,
    /// Counts the wishes to switch the light.
    torch_wish: RwSignal<u32>,
) -> impl IntoView {
    let words = move || words(desk.session.language());
    // Enter must not press a button by chance: for the camera the focus goes to the heading.
    let home = move || match way.get_untracked() {
        FILES => "#picture-file",
        PASTE => "#paste-text",
        _ => "#reading-heading",
    };
    Effect::watch(
        move || desk.next.get(),
        move |_, _, _| {
            focus::move_to(home());
        },
        false,
    );
    let names = move || {
        vec![
            words().tab_camera.to_owned(),
            words().tab_files.to_owned(),
            words().tab_paste.to_owned(),
        ]
    };
    view! {
        <section class="card stack on-screen-only" aria-labelledby="reading-heading">
            <h2 id="reading-heading" tabindex="-1">{move || words().read}</h2>
            <SessionLink desk />
            <CourseRequest desk />
            <Tabs
                id="way"
                label=Signal::derive(move || words().read.to_owned())
                names=Signal::derive(names)
                chosen=way
                on_choose=Callback::new(move |n| way.set(n))
            />
            <div role="tabpanel" id="way-panel-0" aria-labelledby="way-tab-0" hidden=move || way.get() != CAMERA>
                <CameraPanel desk is_shown=Signal::derive(move || way.get() == CAMERA) wish=camera_wish torch_wish />
            </div>
            <div role="tabpanel" id="way-panel-1" aria-labelledby="way-tab-1" hidden=move || way.get() != FILES>
                <FilesPanel desk />
            </div>
            <div role="tabpanel" id="way-panel-2" aria-labelledby="way-tab-2" hidden=move || way.get() != PASTE>
                <PastePanel desk />
            </div>
        </section>
    }
}

/// What codes are read for, and the way to what stands beside the reader on a wide screen.
#[component]
fn SessionLink(desk: Desk) -> impl IntoView {
    let go = move |_| {
        focus::move_to("#session-heading");
    };
    view! {
        <div class="cluster cluster--apart session-link">
            <span>{move || desk.chosen()}</span>
            <button type="button" class="button" on:click=go>
                {move || words(desk.session.language()).session_link}
            </button>
        </div>
    }
}

#[component]
fn FilesPanel(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    let is_reading = RwSignal::new(false);
    let faults = RwSignal::new(Vec::<Unread>::new());
    Effect::watch(move || desk.next.get(), move |_, _, _| faults.set(Vec::new()), false);
    let take = move |files: Vec<Picked>, read_pictures: bool| {
        crate::browser::signal::prepare();
        is_reading.set(true);
        faults.set(Vec::new());
        desk.begin();
        let scanner = desk.scanner();
        spawn_local(async move {
            let (mut inputs, mut unread) = (Vec::new(), Vec::new());
            for file in files {
                let found = if read_pictures {
                    picture(&scanner, &file).await
                } else {
                    tokens(&file).await
                };
                // The page was left meanwhile: nobody waits for the codes, nor for their faults.
                if desk.is_gone() {
                    return;
                }
                match found {
                    Ok(found) => inputs.extend(found),
                    Err(fault) => {
                        let language = untrack(|| desk.session.language());
                        let (title, _) = fault.words(language);
                        focus::announce(&verify::said_of(&file.name(), title, language));
                        unread.push(Unread { name: file.name(), fault });
                    }
                }
            }
            is_reading.set(false);
            // Beside codes that were read the faults are an aside; by themselves they are the outcome.
            if inputs.is_empty() && !unread.is_empty() {
                return desk.take_nothing(unread);
            }
            faults.set(unread);
            desk.take(inputs);
        });
    };
    view! {
        <div class="stack">
            <div class="stack stack--tight">
                <Picker
                    id="picture-file"
                    label=Signal::derive(move || words().picture.to_owned())
                    accept="image/*"
                    symbol=Symbol::Camera
                    multiple=true
                    on_pick=Callback::new(move |files| take(files, true))
                />
                <span class="quiet">{move || words().picture_hint}</span>
            </div>
            <div class="stack stack--tight">
                <Picker
                    id="token-file"
                    label=Signal::derive(move || words().file.to_owned())
                    accept=".yoshu,.txt,application/vnd.yoshu+cbor,text/plain"
                    symbol=Symbol::File
                    multiple=true
                    on_pick=Callback::new(move |files| take(files, false))
                />
                <span class="quiet">{move || words().file_hint}</span>
            </div>
            <p class="quiet" role="status">{move || is_reading.get().then(|| words().reading)}</p>
            {move || {
                let language = desk.session.language();
                faults
                    .get()
                    .into_iter()
                    .map(|Unread { name, fault }| {
                        let (title, advice) = fault.words(language);
                        view! {
                            <Notice meaning=Meaning::Attention title=verify::said_of(&name, title, language)>
                                <p>{advice}</p>
                            </Notice>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}

/// Every code in a picture.
async fn picture(scanner: &Scanner, file: &Picked) -> Result<Vec<Input>, FileFault> {
    match scanner.read_picture(file).await {
        Ok(texts) if texts.is_empty() => Err(FileFault::NoCode),
        Ok(texts) => Ok(texts.into_iter().map(Input::Qr).collect()),
        Err(fault) => Err(FileFault::Scan(fault)),
    }
}

/// Every token in a file.
async fn tokens(file: &Picked) -> Result<Vec<Input>, FileFault> {
    if file.size() > MAX_FILE_BYTES {
        return Err(FileFault::TooLarge);
    }
    let bytes = file.bytes().await.map_err(|_| FileFault::Unreadable)?;
    Ok(Input::of_file(bytes))
}

#[component]
fn PastePanel(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    let text = RwSignal::new(String::new());
    // What was read makes way for the next.
    Effect::watch(move || desk.next.get(), move |_, _, _| text.set(String::new()), false);
    let is_empty = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        crate::browser::signal::prepare();
        let inputs = Input::of_text(&text.read_untracked());
        is_empty.set(inputs.is_empty());
        if inputs.is_empty() {
            desk.begin();
            focus::move_to("#paste-text");
        }
        desk.take(inputs);
    };
    view! {
        <form class="field" on:submit=submit>
            <label class="field__label" for="paste-text">
                {move || words().paste}
            </label>
            <span class="field__hint" id="paste-hint">
                {move || words().paste_hint}
            </span>
            <textarea
                class="field__input paste"
                id="paste-text"
                rows="5"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                aria-describedby="paste-hint"
                aria-invalid=move || is_empty.get().then_some("true")
                prop:value=text
                on:input=move |event| {
                    is_empty.set(false);
                    text.set(event_target_value(&event));
                }
            ></textarea>
            {move || {
                is_empty.get().then(|| view! { <span class="field__error" role="alert">{words().paste_missing}</span> })
            }}
            <div>
                <button type="submit" class="button button--primary">
                    {move || words().check}
                </button>
            </div>
        </form>
    }
}
