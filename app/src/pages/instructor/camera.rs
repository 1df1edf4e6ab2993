//! The camera: started by hand, read without end, stopped when another way is chosen.

use std::cell::Cell;
use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::finding::Input;
use super::sightings::Sightings;
use crate::browser::camera::{Camera, CameraFault, Device, devices};
use crate::browser::media::WakeLock;
use crate::browser::scan_worker::ScanFault;
use crate::browser::{Listener, clock, signal};
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::text::verify::{self, words};

/// Between two pictures, so that the page itself keeps moving.
const PAUSE_MS: i32 = 60;

/// What the camera does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Off,
    Starting,
    On,
    /// It ended by itself.
    Ended,
    Faulty(CameraFault),
    Blind(ScanFault),
}

/// A camera that is on; dropping it switches it off and ends the reading.
struct Running {
    camera: Rc<Camera>,
    is_wanted: Rc<Cell<bool>>,
    _screen: WakeLock,
    _end: Option<Listener>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.is_wanted.set(false);
    }
}

/// The camera's state and its controls.
#[derive(Clone, Copy)]
struct Eye {
    desk: Desk,
    state: RwSignal<State>,
    video: NodeRef<html::Video>,
    running: StoredValue<Option<Running>, LocalStorage>,
    devices: RwSignal<Vec<Device>>,
    device: RwSignal<Option<String>>,
    has_torch: RwSignal<bool>,
    is_lit: RwSignal<bool>,
}

impl Eye {
    fn is_on(self) -> bool {
        matches!(self.state.get_untracked(), State::On | State::Starting)
    }

    fn start(self) {
        let Some(video) = self.video.get_untracked() else { return };
        signal::prepare();
        self.stop();
        self.state.set(State::Starting);
        let wanted = self.device.get_untracked();
        spawn_local(async move {
            match Camera::open(&video, wanted.as_deref()).await {
                Ok(camera) => self.run(camera).await,
                Err(fault) => {
                    self.state.try_set(State::Faulty(fault));
                }
            }
        });
    }

    async fn run(self, camera: Camera) {
        // Stopped, or the page left, while the visitor was asked.
        if self.state.try_get_untracked() != Some(State::Starting) {
            return;
        }
        let camera = Rc::new(camera);
        let is_wanted = Rc::new(Cell::new(true));
        let end = camera.on_end(move || {
            self.stop();
            self.state.try_set(State::Ended);
        });
        let running = Running {
            camera: Rc::clone(&camera),
            is_wanted: Rc::clone(&is_wanted),
            _screen: WakeLock::hold(),
            _end: end,
        };
        self.running.try_set_value(Some(running));
        self.has_torch.set(camera.has_torch());
        self.is_lit.set(false);
        self.device.set(camera.device());
        self.state.set(State::On);
        self.devices.try_set(devices().await);
        self.read(&camera, &is_wanted).await;
    }

    /// Reads until nobody wants it: the next picture is taken when the last one is answered.
    async fn read(self, camera: &Camera, is_wanted: &Cell<bool>) {
        let scanner = self.desk.scanner();
        let mut sightings = Sightings::default();
        let mut request = self.desk.next.get_untracked();
        while is_wanted.get() {
            clock::sleep(PAUSE_MS).await;
            // A decision is being made: what passes the lens meanwhile must not take its place.
            let is_deciding = self.desk.deciding.try_with_untracked(|deciding| deciding.is_some());
            if is_deciding != Some(false) || !is_wanted.get() {
                continue;
            }
            let Some(frame) = camera.frame().await else { continue };
            let read = scanner.read_frame(frame).await;
            if !is_wanted.get() {
                return;
            }
            if let Some(latest) = self.desk.next.try_get_untracked()
                && latest != request
            {
                request = latest;
                sightings.forget_old(clock::monotonic_ms());
            }
            match read {
                Ok(Some(text)) if sightings.is_new(&text, clock::monotonic_ms()) => {
                    self.desk.take(vec![Input::Text(text)]);
                }
                Ok(_) => {}
                Err(fault) => {
                    self.stop();
                    self.state.try_set(State::Blind(fault));
                }
            }
        }
    }

    fn stop(self) {
        self.running.try_set_value(None);
        self.has_torch.try_set(false);
        self.state.try_set(State::Off);
    }

    fn toggle(self) {
        if self.is_on() { self.stop() } else { self.start() }
    }

    fn toggle_torch(self) {
        let camera = self.running.with_value(|running| running.as_ref().map(|running| Rc::clone(&running.camera)));
        let Some(camera) = camera else { return };
        let is_wanted = !self.is_lit.get_untracked();
        spawn_local(async move {
            if camera.set_torch(is_wanted).await {
                self.is_lit.try_set(is_wanted);
            }
        });
    }
}

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
    let eye = Eye {
        desk,
        state: RwSignal::new(State::Off),
        video: NodeRef::new(),
        running: StoredValue::new_local(None),
        devices: RwSignal::new(Vec::new()),
        device: RwSignal::new(None),
        has_torch: RwSignal::new(false),
        is_lit: RwSignal::new(false),
    };
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
            State::Faulty(fault) => verify::camera_fault(fault, language),
            State::Blind(fault) => verify::scan_fault(fault, language),
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
                let label = if device.label.is_empty() { (n + 1).to_string() } else { device.label };
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
