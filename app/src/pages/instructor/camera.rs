//! The camera: switched on by hand, read without end, switched off with what holds it.

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
use crate::browser::scan_worker::{ScanFault, Scanner};
use crate::browser::{Listener, clock, signal};

/// Between two pictures, so that the page itself keeps moving.
const PAUSE_MS: i32 = 60;

/// What the camera does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Off,
    Starting,
    On,
    /// It ended by itself.
    Ended,
    Faulty(CameraFault),
    Blind(ScanFault),
}

/// A camera that is on; dropping it switches it off and ends the reading.
pub(super) struct Running {
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
pub(super) struct Eye {
    pub(super) desk: Desk,
    pub(super) state: RwSignal<State>,
    pub(super) video: NodeRef<html::Video>,
    running: StoredValue<Option<Running>, LocalStorage>,
    /// Counts the starts and stops: a camera that comes late belongs to an earlier one.
    turn: StoredValue<u32>,
    pub(super) devices: RwSignal<Vec<Device>>,
    pub(super) device: RwSignal<Option<String>>,
    pub(super) has_torch: RwSignal<bool>,
    pub(super) is_lit: RwSignal<bool>,
}

impl Eye {
    /// A camera that is off.
    pub(super) fn closed(desk: Desk) -> Self {
        Self {
            desk,
            state: RwSignal::new(State::Off),
            video: NodeRef::new(),
            running: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            devices: RwSignal::new(Vec::new()),
            device: RwSignal::new(None),
            has_torch: RwSignal::new(false),
            is_lit: RwSignal::new(false),
        }
    }

    pub(super) fn is_on(self) -> bool {
        matches!(self.state.get_untracked(), State::On | State::Starting)
    }

    pub(super) fn start(self) {
        let Some(video) = self.video.get_untracked() else { return };
        signal::prepare();
        self.stop();
        self.state.set(State::Starting);
        let turn = self.turn.get_value();
        let wanted = self.device.get_untracked();
        spawn_local(async move {
            let opened = Camera::open(&video, wanted.as_deref()).await;
            // Stopped, started anew, or the page left, while the visitor was asked.
            if !self.is_turn(turn) {
                return;
            }
            match opened {
                Ok(camera) => self.show(camera, turn).await,
                Err(fault) => {
                    if fault == CameraFault::Absent {
                        // The next start takes any camera that is left.
                        self.device.set(None);
                    }
                    self.state.set(State::Faulty(fault));
                }
            }
        });
    }

    /// Whether nothing was started or stopped since.
    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    async fn show(self, camera: Camera, turn: u32) {
        camera.show().await;
        if self.is_turn(turn) {
            self.run(camera).await;
        }
    }

    async fn run(self, camera: Camera) {
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
        self.running.set_value(Some(running));
        self.has_torch.set(camera.has_torch());
        self.is_lit.set(false);
        self.device.set(camera.device());
        self.state.set(State::On);
        let scanner = self.desk.scanner();
        self.devices.try_set(devices().await);
        self.read(&camera, &is_wanted, &scanner).await;
    }

    /// Reads until nobody wants it: the next picture is taken when the last one is answered.
    async fn read(self, camera: &Camera, is_wanted: &Cell<bool>, scanner: &Scanner) {
        // Left while the cameras were counted.
        if self.desk.is_gone() {
            return;
        }
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
                sightings.forget_old(clock::monotonic_ms());
                if let Some(Input::Qr(text)) = &latest.again {
                    sightings.forget(text);
                }
                request = latest;
            }
            match read {
                Ok(Some(text)) if sightings.is_new(&text, clock::monotonic_ms()) => {
                    self.desk.take(vec![Input::Qr(text)]);
                }
                Ok(_) => {}
                Err(fault) => {
                    self.stop();
                    self.state.try_set(State::Blind(fault));
                }
            }
        }
    }

    pub(super) fn stop(self) {
        self.turn.try_update_value(|turn| *turn = turn.wrapping_add(1));
        self.running.try_set_value(None);
        self.has_torch.try_set(false);
        self.state.try_set(State::Off);
    }

    pub(super) fn toggle(self) {
        if self.is_on() { self.stop() } else { self.start() }
    }

    pub(super) fn toggle_torch(self) {
        let camera = self
            .running
            .with_value(|running| running.as_ref().map(|running| Rc::clone(&running.camera)));
        let Some(camera) = camera else { return };
        let is_wanted = !self.is_lit.get_untracked();
        spawn_local(async move {
            if camera.set_torch(is_wanted).await {
                self.is_lit.try_set(is_wanted);
            }
        });
    }
}
