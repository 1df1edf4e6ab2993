//! What is seen of the camera: its picture, its controls, why there is none.

use leptos::prelude::*;

use super::camera::{Eye, State};
use super::desk::Desk;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::text::reader;
use crate::text::verify::words;

/// The camera with its controls.
#[component]
pub(super) fn CameraPanel(
    desk: Desk,
    /// Whether this way is chosen.
    is_shown: Signal<bool>,
    /// Counts the wishes to start or stop.
    wish: RwSignal<u32>,
    /// Counts the wishes to switch the light.
    torch_wish: RwSignal<u32>,
) -> impl IntoView {
    let eye = Eye::closed(desk);
    follow(eye, is_shown, wish, torch_wish);
    view! {
        <div class="stack">
            <CameraFrame eye />
            <CameraNotice eye />
            <CameraControls eye />
        </div>
    }
}

/// Starts and stops as the keys, the tabs and the verdict's button ask.
fn follow(eye: Eye, is_shown: Signal<bool>, wish: RwSignal<u32>, torch_wish: RwSignal<u32>) {
    Effect::watch(move || wish.get(), move |_, _, _| eye.toggle(), false);
    Effect::watch(move || torch_wish.get(), move |_, _, _| eye.toggle_torch(), false);
    Effect::watch(
        move || eye.desk.next.get(),
        move |_, _, _| {
            if is_shown.get_untracked() && !eye.is_on() {
                eye.start();
            }
        },
        false,
    );
    Effect::watch(
        move || is_shown.get(),
        move |is_shown, _, _| {
            if !is_shown {
                eye.stop();
            }
        },
        false,
    );
    on_cleanup(move || eye.stop());
}

#[component]
fn CameraFrame(eye: Eye) -> impl IntoView {
    let words = move || words(eye.desk.session.language());
    let is_on = move || eye.state.get() == State::On;
    view! {
        <div class="viewfinder" hidden=move || !is_on()>
            <video
                class="viewfinder__video"
                node_ref=eye.video
                muted
                playsinline
                aria-label=move || words().camera_picture
            ></video>
            <div class="viewfinder__corners" aria-hidden="true"></div>
        </div>
        <p class="quiet" role="status">
            {move || match eye.state.get() {
                State::On => words().camera_advice,
                State::Starting => words().camera_starting,
                _ => "",
            }}
        </p>
    }
}

/// Why there is no picture, and the other ways.
#[component]
fn CameraNotice(eye: Eye) -> impl IntoView {
    move || {
        let language = eye.desk.session.language();
        let words = words(language);
        let (title, advice) = match eye.state.get() {
            State::Off | State::Starting | State::On => return None,
            State::Ended => (words.camera_ended, ""),
            State::Faulty(fault) => reader::camera_fault(fault, language),
            State::Blind(fault) => reader::scan_fault(fault, language),
        };
        Some(view! {
            <Notice meaning=Meaning::Attention title=title.to_owned() live=true>
                <p>{advice}</p>
                <p>{words.camera_other_ways}</p>
            </Notice>
        })
    }
}

#[component]
fn CameraControls(eye: Eye) -> impl IntoView {
    let words = move || words(eye.desk.session.language());
    let is_running = move || matches!(eye.state.get(), State::On | State::Starting);
    let choose = move |event| {
        eye.device.set(Some(event_target_value(&event)));
        eye.start();
    };
    let options = move || {
        let devices = eye.devices.get().into_iter().enumerate();
        devices
            .map(|(n, device)| {
                let label =
                    if device.label.is_empty() { (n + 1).to_string() } else { device.label };
                let id = device.id.clone();
                let is_chosen = move || eye.device.get().as_ref() == Some(&id);
                view! { <option value=device.id prop:selected=is_chosen>{label}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="cluster">
            <button
                type="button"
                id="camera-toggle"
                class="button"
                class:button--primary=move || !is_running()
                class:button--large=move || !is_running()
                on:click=move |_| eye.toggle()
            >
                <Icon symbol=Symbol::Camera />
                {move || if is_running() { words().camera_stop } else { words().camera_start }}
            </button>
            <button
                type="button"
                class="button"
                hidden=move || !eye.has_torch.get()
                aria-pressed=move || eye.is_lit.get().to_string()
                on:click=move |_| eye.toggle_torch()
            >
                <Icon symbol=Symbol::Torch />
                {move || words().torch}
            </button>
        </div>
        <div class="field" hidden=move || !is_running() || eye.devices.read().len() < 2>
            <label class="field__label" for="camera-choice">
                {move || words().camera_choice}
            </label>
            <select class="field__input" id="camera-choice" on:change=choose>
                {options}
            </select>
        </div>
    }
}
