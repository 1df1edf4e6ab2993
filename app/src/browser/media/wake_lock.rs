//! Keeps the screen awake.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::browser::page::window;
use crate::browser::{Listener, dynamic, page_life};

#[derive(Default)]
struct Lock {
    is_wanted: Cell<bool>,
    sentinel: RefCell<Option<JsValue>>,
}

/// The screen stays awake until this is dropped, where the browser can do that at all.
pub struct WakeLock {
    lock: Rc<Lock>,
    _listener: Option<Listener>,
}

impl WakeLock {
    /// Keeps the screen awake. The browser lets go when the page is hidden; shown again, it is asked again.
    pub fn hold() -> Self {
        let lock = Rc::new(Lock { is_wanted: Cell::new(true), ..Lock::default() });
        acquire(Rc::clone(&lock));
        let again = Rc::clone(&lock);
        let listener = page_life::on_visibility(move |is_visible| {
            if is_visible {
                acquire(Rc::clone(&again));
            }
        });
        Self { lock, _listener: listener }
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        self.lock.is_wanted.set(false);
        if let Some(sentinel) = self.lock.sentinel.take() {
            dynamic::call(&sentinel, "release", &[]);
        }
    }
}

fn acquire(lock: Rc<Lock>) {
    spawn_local(async move {
        let navigator = window().map(|w| JsValue::from(w.navigator())).unwrap_or_default();
        let Some(manager) = dynamic::get(&navigator, "wakeLock") else { return };
        let Some(sentinel) = dynamic::call_async(&manager, "request", &[&"screen".into()]).await
        else {
            return;
        };
        if lock.is_wanted.get() {
            *lock.sentinel.borrow_mut() = Some(sentinel);
        } else {
            dynamic::call(&sentinel, "release", &[]);
        }
    });
}
