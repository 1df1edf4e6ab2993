//! The door to the browser: one message in, one answer out.

use std::cell::Cell;

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use scanner::{Effort, Grey, read, read_all};
use wasm_bindgen::prelude::*;
use web_sys::{
    DedicatedWorkerGlobalScope, ImageBitmap, MessageEvent, OffscreenCanvas,
    OffscreenCanvasRenderingContext2d,
};

/// Every so many camera frames the second and third pass are made too: an empty frame then costs one and a half
/// glances on average instead of two and a half.
const FRAMES_PER_LOOK: u32 = 2;

/// Most pixels drawn on a canvas: Safari on iOS gives an empty one above 16,777,216.
const CANVAS_PIXELS: f64 = 16_000_000.0;

/// Rows read from a canvas at a time, so that a large picture is never whole in memory four bytes a pixel.
const STRIP: u32 = 256;

thread_local! {
    static FRAMES: Cell<u32> = const { Cell::new(0) };
    /// The `id` of the message in work, for the answer that a panic still owes.
    static ASKED: Cell<Option<JsValue>> = const { Cell::new(None) };
    static CANVAS: OnceCanvas = const { OnceCanvas(Cell::new(None)) };
}

/// One canvas for all frames; a new one for every frame would leave its pixels to the garbage collector.
struct OnceCanvas(Cell<Option<(OffscreenCanvas, OffscreenCanvasRenderingContext2d)>>);

/// Why a message was not answered with a reading.
enum Refusal {
    /// Neither `bitmap` nor `rgba` with `width` and `height`.
    NoPicture,
    /// `rgba` does not hold 4 × width × height bytes.
    WrongLength,
    /// The browser did not draw or hand out the pixels.
    Canvas(JsValue),
}

impl From<JsValue> for Refusal {
    fn from(error: JsValue) -> Self {
        Self::Canvas(error)
    }
}

impl Refusal {
    fn name(&self) -> String {
        match self {
            Self::NoPicture => "no-picture".to_owned(),
            Self::WrongLength => "wrong-length".to_owned(),
            Self::Canvas(error) => format!("canvas: {}", Object::from(error.clone()).to_string()),
        }
    }
}

/// Listens for messages and says that it does.
pub(crate) fn start() {
    std::panic::set_hook(Box::new(|_| answer_for_a_panic()));
    let listen = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| answer(&event.data()));
    scope().set_onmessage(Some(listen.as_ref().unchecked_ref()));
    listen.forget();
    post(&[("ready", JsValue::TRUE)]);
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn now() -> f64 {
    scope().performance().map_or(0.0, |clock| clock.now())
}

fn get(message: &JsValue, key: &str) -> JsValue {
    Reflect::get(message, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn post(fields: &[(&str, JsValue)]) {
    let message = Object::new();
    for (key, value) in fields {
        // A plain object takes any property, and a page that went away needs no answer.
        let _ = Reflect::set(&message, &(*key).into(), value);
    }
    let _ = scope().post_message(&message);
}

/// A panic cannot be caught here: the frame counts as unread, the page is told to start another worker, this one ends.
fn answer_for_a_panic() {
    let id = ASKED.take().unwrap_or(JsValue::NULL);
    post(&[
        ("id", id),
        ("text", JsValue::NULL),
        ("texts", Array::new().into()),
        ("restart", JsValue::TRUE),
    ]);
    scope().close();
}

fn answer(message: &JsValue) {
    let id = get(message, "id");
    ASKED.set(Some(id.clone()));
    let start = now();
    let effort = effort(get(message, "thorough").is_truthy());
    let outcome = picture(message).map(|image| {
        if get(message, "all").is_truthy() {
            read_all(&image, effort)
        } else {
            Vec::from_iter(read(&image, effort))
        }
    });
    let ms = JsValue::from(now() - start);
    match outcome {
        Ok(texts) => {
            let text = texts.first().map_or(JsValue::NULL, |text| text.into());
            let texts = texts.iter().map(JsValue::from).collect::<Array>();
            post(&[("id", id), ("text", text), ("texts", texts.into()), ("ms", ms)]);
        }
        Err(refusal) => post(&[
            ("id", id),
            ("text", JsValue::NULL),
            ("texts", Array::new().into()),
            ("ms", ms),
            ("error", refusal.name().into()),
        ]),
    }
    ASKED.take();
}

fn effort(thorough: bool) -> Effort {
    if thorough {
        return Effort::Thorough;
    }
    let frame = FRAMES.get();
    FRAMES.set(frame.wrapping_add(1));
    if frame.is_multiple_of(FRAMES_PER_LOOK) { Effort::Frame } else { Effort::Glance }
}

fn picture(message: &JsValue) -> Result<Grey, Refusal> {
    if let Ok(bitmap) = get(message, "bitmap").dyn_into::<ImageBitmap>() {
        let drawn = draw(&bitmap);
        bitmap.close();
        return drawn;
    }
    let rgba: ArrayBuffer = get(message, "rgba").dyn_into().map_err(|_| Refusal::NoPicture)?;
    let side = |key| {
        get(message, key)
            .as_f64()
            .filter(|n| *n >= 0.0 && n.fract() == 0.0)
            .ok_or(Refusal::NoPicture)
    };
    let (width, height) = (side("width")?, side("height")?);
    if width * height * 4.0 != f64::from(rgba.byte_length()) {
        return Err(Refusal::WrongLength);
    }
    Ok(grey_of(&rgba, width as u32))
}

fn grey_of(rgba: &ArrayBuffer, width: u32) -> Grey {
    let bytes = Uint8Array::new(rgba);
    let mut grey = Grey::of_width(width as usize);
    let strip = width.saturating_mul(4).saturating_mul(STRIP).max(1);
    let mut from = 0;
    while from < bytes.length() {
        let to = from.saturating_add(strip).min(bytes.length());
        // Whole rows, by the check of the length before.
        grey.push_rgba_rows(&bytes.subarray(from, to).to_vec());
        from = to;
    }
    grey
}

/// Draws the picture, scaled down where it is larger than a canvas may be, and takes its grey values.
fn draw(bitmap: &ImageBitmap) -> Result<Grey, Refusal> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    if width * height == 0.0 {
        return Ok(Grey::default());
    }
    let scale = (CANVAS_PIXELS / (width * height)).sqrt().min(1.0);
    let (width, height) =
        ((width * scale).floor().max(1.0) as u32, (height * scale).floor().max(1.0) as u32);
    let (canvas, context) = sized_canvas(width, height)?;
    let (w, h) = (f64::from(width), f64::from(height));
    context.clear_rect(0.0, 0.0, w, h);
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, w, h)?;
    let mut grey = Grey::of_width(width as usize);
    for y in (0..height).step_by(STRIP as usize) {
        let rows = STRIP.min(height - y);
        let strip = context.get_image_data(0.0, f64::from(y), w, f64::from(rows))?;
        grey.push_rgba_rows(&strip.data());
    }
    CANVAS.with(|once| once.0.set(Some((canvas, context))));
    Ok(grey)
}

fn sized_canvas(
    width: u32,
    height: u32,
) -> Result<(OffscreenCanvas, OffscreenCanvasRenderingContext2d), Refusal> {
    if let Some((canvas, context)) = CANVAS.with(|once| once.0.take()) {
        if canvas.width() != width || canvas.height() != height {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        return Ok((canvas, context));
    }
    let canvas = OffscreenCanvas::new(width, height)?;
    let options = Object::new();
    Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE)?;
    let context = canvas
        .get_context_with_context_options("2d", &options)?
        .ok_or(JsValue::from("no 2d context"))?;
    Ok((canvas, context.unchecked_into()))
}
