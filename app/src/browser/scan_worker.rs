//! Reads codes from pictures: by the browser's own reader where there is one, else by the project's
//! `scanner` in a Web Worker. Loaded when the first picture comes.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use futures_channel::oneshot;
use futures_util::future::{Either, select};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ImageBitmap, MessageEvent, Worker};

use super::camera::Frame;
use super::file::Picked;
use super::page::window;
use super::{Listener, clock, dynamic};

/// Trunk's shim that starts the worker's WebAssembly.
const SCRIPT: &str = "scanner_loader.js";

/// A large picture on a slow phone takes a few seconds; longer means that the worker is gone.
const PATIENCE_MS: i32 = 20_000;

/// Why a picture could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanFault {
    /// The reader did not load or does not answer.
    NoReader,
    /// The file is no picture that the browser knows.
    NoPicture,
}

/// The reader.
#[derive(Default)]
pub struct Scanner {
    worker: RefCell<Option<Rc<Running>>>,
}

struct Running {
    worker: Worker,
    next_id: Cell<u32>,
    waiting: Rc<RefCell<Waiting>>,
    _listeners: [Listener; 2],
}

#[derive(Default)]
struct Waiting {
    ready: Option<oneshot::Sender<()>>,
    answers: HashMap<u32, oneshot::Sender<Vec<String>>>,
    is_gone: bool,
}

impl Scanner {
    /// A reader; nothing is loaded yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Loads the reader ahead of the first picture, so that nothing is fetched once codes are read:
    /// the worker too where the browser has a reader of its own, for pictures from files.
    ///
    /// # Errors
    /// [`ScanFault::NoReader`].
    pub async fn prepare(&self) -> Result<(), ScanFault> {
        native().await;
        self.running().await.map(drop)
    }

    /// The text of a code in a camera's picture, if there is one.
    ///
    /// # Errors
    /// [`ScanFault::NoReader`].
    pub async fn read_frame(&self, frame: Frame) -> Result<Option<String>, ScanFault> {
        if let Some(detector) = native().await {
            let texts = detect(&detector, &frame.0).await;
            frame.0.close();
            return Ok(texts.into_iter().next());
        }
        Ok(self.ask(&frame.0, false).await?.into_iter().next())
    }

    /// The texts of all codes in a picture file. It takes its time to look closely.
    ///
    /// # Errors
    /// Any [`ScanFault`].
    pub async fn read_picture(&self, picture: &Picked) -> Result<Vec<String>, ScanFault> {
        let window = window().ok_or(ScanFault::NoPicture)?;
        let promise = window
            .create_image_bitmap_with_blob(picture.blob())
            .map_err(|_| ScanFault::NoPicture)?;
        let bitmap = JsFuture::from(promise).await.map_err(|_| ScanFault::NoPicture)?;
        self.ask(&bitmap.unchecked_into(), true).await
    }

    async fn running(&self) -> Result<Rc<Running>, ScanFault> {
        let present = self.worker.borrow().clone();
        if let Some(running) = present.filter(|running| !running.waiting.borrow().is_gone) {
            return Ok(running);
        }
        let (running, ready) = Running::start().ok_or(ScanFault::NoReader)?;
        let running = Rc::new(running);
        in_time(ready).await?;
        *self.worker.borrow_mut() = Some(Rc::clone(&running));
        Ok(running)
    }

    async fn ask(&self, bitmap: &ImageBitmap, is_thorough: bool) -> Result<Vec<String>, ScanFault> {
        let running = self.running().await?;
        let answer = in_time(running.post(bitmap, is_thorough)?).await;
        if answer.is_err() {
            // The next picture starts a fresh worker.
            *self.worker.borrow_mut() = None;
        }
        answer
    }
}

impl Running {
    fn start() -> Option<(Self, oneshot::Receiver<()>)> {
        let worker = Worker::new(SCRIPT).ok()?;
        let (ready, is_ready) = oneshot::channel();
        let waiting = Rc::new(RefCell::new(Waiting { ready: Some(ready), ..Waiting::default() }));
        let (hears, fails) = (Rc::clone(&waiting), Rc::clone(&waiting));
        let heard = Listener::new(&worker, "message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>() {
                hears.borrow_mut().hear(&event.data());
            }
        });
        // Dropping the senders tells everybody who waits.
        let failed = Listener::new(&worker, "error", move |_| fails.borrow_mut().give_up());
        let listeners = [heard, failed];
        Some((Self { worker, next_id: Cell::new(0), waiting, _listeners: listeners }, is_ready))
    }

    fn post(
        &self,
        bitmap: &ImageBitmap,
        is_thorough: bool,
    ) -> Result<oneshot::Receiver<Vec<String>>, ScanFault> {
        let id = self.next_id.get();
        self.next_id.set(id.wrapping_add(1));
        let message = Object::new();
        dynamic::set(&message, "id", &id.into());
        dynamic::set(&message, "bitmap", bitmap);
        dynamic::set(&message, "thorough", &is_thorough.into());
        dynamic::set(&message, "all", &is_thorough.into());
        let (done, answer) = oneshot::channel();
        self.waiting.borrow_mut().answers.insert(id, done);
        self.worker
            .post_message_with_transfer(&message, &Array::of1(bitmap))
            .map_err(|_| ScanFault::NoReader)?;
        Ok(answer)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Waiting {
    fn hear(&mut self, data: &JsValue) {
        if dynamic::get(data, "ready").is_some()
            && let Some(ready) = self.ready.take()
        {
            let _ = ready.send(());
        }
        let id = dynamic::get(data, "id").and_then(|id| id.as_f64());
        // Ids are ours: whole and small.
        if let Some(answer) = id.and_then(|id| self.answers.remove(&(id as u32))) {
            let texts = dynamic::get(data, "texts").map(|texts| texts_of(&texts));
            let _ = answer.send(texts.unwrap_or_default());
        }
        if dynamic::get(data, "restart").is_some() {
            self.give_up();
        }
    }

    fn give_up(&mut self) {
        self.is_gone = true;
        self.ready = None;
        self.answers.clear();
    }
}

fn texts_of(texts: &JsValue) -> Vec<String> {
    Array::from(texts).iter().filter_map(|text| text.as_string()).collect()
}

async fn in_time<T>(answer: oneshot::Receiver<T>) -> Result<T, ScanFault> {
    match select(answer, Box::pin(clock::sleep(PATIENCE_MS))).await {
        Either::Left((Ok(answer), _)) => Ok(answer),
        Either::Left((Err(_), _)) | Either::Right(_) => Err(ScanFault::NoReader),
    }
}

thread_local! {
    /// The browser's own reader, once it was asked for: none where it does not know QR codes.
    static NATIVE: RefCell<Option<Option<JsValue>>> = const { RefCell::new(None) };
}

async fn native() -> Option<JsValue> {
    if let Some(known) = NATIVE.with_borrow(Option::clone) {
        return known;
    }
    let found = find_native().await;
    NATIVE.set(Some(found.clone()));
    found
}

async fn find_native() -> Option<JsValue> {
    let class: Function = dynamic::get(&window()?.into(), "BarcodeDetector")?.dyn_into().ok()?;
    let formats = dynamic::call_async(&class, "getSupportedFormats", &[]).await?;
    if !texts_of(&formats).iter().any(|format| format == "qr_code") {
        return None;
    }
    let options = Object::new();
    dynamic::set(&options, "formats", &Array::of1(&"qr_code".into()));
    Reflect::construct(&class, &Array::of1(&options)).ok()
}

async fn detect(detector: &JsValue, picture: &ImageBitmap) -> Vec<String> {
    let found = dynamic::call_async(detector, "detect", &[picture]).await;
    Array::from(&found.unwrap_or_default())
        .iter()
        .filter_map(|code| dynamic::get(&code, "rawValue")?.as_string())
        .filter(|text| !text.is_empty())
        .collect()
}
