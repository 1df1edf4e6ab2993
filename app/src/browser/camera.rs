//! The camera: one stream into one video element.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, HtmlVideoElement, ImageBitmap, MediaDeviceInfo, MediaDeviceKind, MediaDevices,
    MediaStream, MediaStreamConstraints, MediaStreamTrack,
};

use super::page::window;
use super::{Listener, dynamic};

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraFault {
    /// The browser offers no camera: the page was not loaded by https or from this machine.
    Insecure,
    /// The visitor or the device's settings said no.
    Denied,
    /// There is no camera, or not the one that was asked for.
    Absent,
    /// Another program holds the camera.
    Busy,
    /// The browser gave another reason.
    Failed,
}

/// A camera to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// What [`Camera::open`] wants.
    pub id: String,
    /// Its name; empty until the visitor has once allowed a camera.
    pub label: String,
}

/// One picture of the camera.
pub struct Frame(pub(super) ImageBitmap);

/// The running camera; dropping it switches it off, and takes its picture from the element that shows it.
pub struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
}

fn media_devices() -> Result<MediaDevices, CameraFault> {
    let navigator = window().ok_or(CameraFault::Insecure)?.navigator();
    // Absent outside a secure context.
    dynamic::get(&navigator, "mediaDevices")
        .map(wasm_bindgen::JsCast::unchecked_into)
        .ok_or(CameraFault::Insecure)
}

/// The cameras of the device.
pub async fn devices() -> Vec<Device> {
    let Some(promise) = media_devices().ok().and_then(|d| d.enumerate_devices().ok()) else {
        return Vec::new();
    };
    let found = Array::from(&JsFuture::from(promise).await.unwrap_or_default());
    found
        .iter()
        .filter_map(|device| device.dyn_into::<MediaDeviceInfo>().ok())
        .filter(|device| device.kind() == MediaDeviceKind::Videoinput)
        .map(|device| Device { id: device.device_id(), label: device.label() })
        .collect()
}

impl Camera {
    /// Switches a camera on (the one at the back, unless another is named), to be shown in `video` by
    /// [`Camera::show`]: two that were asked for at once may come in any order, and only one is wanted by then.
    ///
    /// # Errors
    /// Any [`CameraFault`]; no camera is on then.
    pub async fn open(video: &HtmlVideoElement, device: Option<&str>) -> Result<Self, CameraFault> {
        let promise = media_devices()?
            .get_user_media_with_constraints(&constraints(device))
            .map_err(|error| fault(&error))?;
        let stream = JsFuture::from(promise).await.map_err(|error| fault(&error))?;
        Ok(Self { stream: stream.unchecked_into(), video: video.clone() })
    }

    /// Shows its picture.
    pub async fn show(&self) {
        self.video.set_muted(true);
        // An iPhone would show it on the whole screen.
        let _ = self.video.set_attribute("playsinline", "");
        self.video.set_src_object(Some(&self.stream));
        if let Ok(promise) = self.video.play() {
            // Refused or interrupted, the frames stay black and the visitor sees it.
            let _ = JsFuture::from(promise).await;
        }
    }

    fn track(&self) -> Option<MediaStreamTrack> {
        self.stream.get_video_tracks().get(0).dyn_into().ok()
    }

    /// The id of the camera that is on.
    pub fn device(&self) -> Option<String> {
        let settings = dynamic::call(&self.track()?.into(), "getSettings", &[])?;
        dynamic::get(&settings, "deviceId")?.as_string()
    }

    /// Whether it has a light.
    pub fn has_torch(&self) -> bool {
        let Some(track) = self.track() else { return false };
        dynamic::call(&track, "getCapabilities", &[])
            .and_then(|capabilities| dynamic::get(&capabilities, "torch"))
            .is_some_and(|torch| torch.is_truthy())
    }

    /// Switches its light on or off. False when it does not obey.
    pub async fn set_torch(&self, is_on: bool) -> bool {
        let Some(track) = self.track() else { return false };
        let torch = Object::new();
        dynamic::set(&torch, "torch", &is_on.into());
        let wish = Object::new();
        dynamic::set(&wish, "advanced", &Array::of1(&torch));
        dynamic::call_async(&track, "applyConstraints", &[&wish]).await.is_some()
    }

    /// The picture at this moment; none until the first one has come.
    pub async fn frame(&self) -> Option<Frame> {
        if self.video.ready_state() < web_sys::HtmlMediaElement::HAVE_CURRENT_DATA {
            return None;
        }
        let promise = window()?.create_image_bitmap_with_html_video_element(&self.video).ok()?;
        JsFuture::from(promise).await.ok()?.dyn_into().ok().map(Frame)
    }

    /// Calls back when the camera ends by itself: unplugged, or taken away.
    pub fn on_end(&self, callback: impl Fn() + 'static) -> Option<Listener> {
        Some(Listener::new(self.track()?.as_ref(), "ended", move |_| callback()))
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks().iter() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
        // The element may show another camera by now.
        if self.video.src_object().as_ref() == Some(&self.stream) {
            self.video.set_src_object(None);
        }
    }
}

fn constraints(device: Option<&str>) -> MediaStreamConstraints {
    let field = |name: &str, value: JsValue| {
        let object = Object::new();
        dynamic::set(&object, name, &value);
        JsValue::from(object)
    };
    let video = Object::new();
    match device {
        Some(id) => dynamic::set(&video, "deviceId", &field("exact", id.into())),
        None => dynamic::set(&video, "facingMode", &field("ideal", "environment".into())),
    }
    // Enough for a dense code at arm's length; more only makes each frame slower.
    dynamic::set(&video, "width", &field("ideal", 1280.into()));
    dynamic::set(&video, "height", &field("ideal", 720.into()));
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&video);
    constraints
}

fn fault(error: &JsValue) -> CameraFault {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("NotAllowedError" | "SecurityError") => CameraFault::Denied,
        Some("NotFoundError" | "OverconstrainedError") => CameraFault::Absent,
        Some("NotReadableError" | "AbortError") => CameraFault::Busy,
        _ => CameraFault::Failed,
    }
}
