//! Pictures drawn for the visitor to keep.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::page::document;

/// A canvas in memory, in which one draws from top left; lengths in pixels.
pub struct Picture {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Picture {
    /// A white picture. None when the browser has no memory for it.
    pub fn new(width: u32, height: u32) -> Option<Self> {
        let canvas: HtmlCanvasElement =
            document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(width);
        canvas.set_height(height);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_fill_style_str("#ffffff");
        context.fill_rect(0.0, 0.0, f64::from(width), f64::from(height));
        context.set_fill_style_str("#000000");
        Some(Self { canvas, context })
    }

    /// A black rectangle.
    pub fn rectangle(&self, x: u32, y: u32, width: u32, height: u32) {
        self.context.fill_rect(x.into(), y.into(), width.into(), height.into());
    }

    /// A line of black text, centred on `x`, standing on the line `y`, made smaller when it is wider
    /// than `max_width`.
    pub fn text(&self, text: &str, x: u32, y: u32, size: u32, is_bold: bool, max_width: u32) {
        let weight = if is_bold { "bold " } else { "" };
        let font =
            format!("{weight}{size}px \"Hiragino Sans\", \"Noto Sans JP\", Meiryo, sans-serif");
        self.context.set_font(&font);
        self.context.set_text_align("center");
        let _ = self.context.fill_text_with_max_width(text, x.into(), y.into(), max_width.into());
    }

    /// The picture as a PNG file.
    pub async fn png(&self) -> Option<Vec<u8>> {
        let (done, waiting) = futures_channel::oneshot::channel::<Option<Blob>>();
        let callback = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.send(blob.dyn_into().ok());
        });
        self.canvas.to_blob(callback.unchecked_ref()).ok()?;
        let blob = waiting.await.ok()??;
        let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
        Some(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}
