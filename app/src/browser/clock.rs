//! The only clock of the portal.

use std::cell::Cell;
use std::rc::Rc;

use domain::unit::UnixMs;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use super::page::window;

/// The wall clock: milliseconds since 1970, UTC. The visitor may set it to anything.
pub fn now() -> UnixMs {
    // Date.now() is a whole number below 2^53.
    UnixMs(js_sys::Date::now() as i64)
}

/// Milliseconds since the page began; never goes back.
pub fn monotonic_ms() -> u64 {
    window().and_then(|w| w.performance()).map_or(0.0, |p| p.now()) as u64
}

/// Calls back again and again until dropped.
pub struct Ticker {
    id: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Ticker {
    /// Calls `callback` every `period_ms`. A hidden tab may be called less often.
    pub fn every(period_ms: i32, callback: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(callback);
        let id = window()?
            .set_interval_with_callback_and_timeout_and_arguments_0(
                callback.as_ref().unchecked_ref(),
                period_ms,
            )
            .ok()?;
        Some(Self { id, _callback: callback })
    }

    /// Keeps calling as long as the page lives.
    pub fn forever(self) {
        core::mem::forget(self);
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}

/// One call back in the future; dropping it cancels the call.
pub struct Alarm {
    id: i32,
    _callback: Closure<dyn FnMut()>,
}

impl Alarm {
    /// Calls `callback` once after `delay_ms`.
    pub fn after(delay_ms: i32, callback: impl FnOnce() + 'static) -> Option<Self> {
        let callback = Closure::once(callback);
        let id = window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                callback.as_ref().unchecked_ref(),
                delay_ms,
            )
            .ok()?;
        Some(Self { id, _callback: callback })
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.id);
        }
    }
}

/// Calls `callback` once after `delay_ms`, whatever becomes of the caller.
pub fn later(delay_ms: i32, callback: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        // The closure frees itself when it has run.
        let callback = Closure::once_into_js(callback);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            callback.unchecked_ref(),
            delay_ms,
        );
    }
}

/// Calls `callback` once after the next frame has been painted, whatever becomes of the caller. In a hidden tab that is
/// when it is seen again.
pub fn after_frame(callback: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        // The closure frees itself when it has run.
        let callback = Closure::once_into_js(move || later(0, callback));
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Waits.
pub async fn sleep(delay_ms: i32) {
    let (done, waiting) = futures_channel::oneshot::channel();
    let alarm = Alarm::after(delay_ms, move || {
        let _ = done.send(());
    });
    if alarm.is_some() {
        let _ = waiting.await;
    }
}

/// Calls `callback` at the start of each minute of the wall clock, and at once when the page comes
/// back from a sleep; lasts as long as the page.
pub fn each_minute(callback: impl Fn(UnixMs) + 'static) {
    let last = Rc::new(Cell::new(now().0 / 60_000));
    // A second's period costs nothing and is right after sleep and a changed clock.
    let ticker = Ticker::every(1_000, move || {
        let now = now();
        if last.replace(now.0 / 60_000) != now.0 / 60_000 {
            callback(now);
        }
    });
    if let Some(ticker) = ticker {
        ticker.forever();
    }
}
