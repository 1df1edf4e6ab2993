//! Draws QR codes as a camera would see them. Everything follows from the arguments: no file, no clock.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use scanner::Grey;

/// Characters of RFC 9285, all of them in the alphanumeric mode of QR codes.
pub(crate) const BASE45: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// A text of `length` characters of base45, another for each `seed`.
pub(crate) fn base45_text(length: usize, seed: u32) -> String {
    let mut dice = Dice(seed);
    (0..length).map(|_| char::from(BASE45[dice.below(45)])).collect()
}

/// A code of this text with error correction M, as a token's own QR has it.
pub(crate) fn code(text: &str) -> QrCode {
    QrCode::encode_segments_advanced(
        &QrSegment::make_segments(text),
        QrCodeEcc::Medium,
        Version::MIN,
        Version::MAX,
        None,
        false,
    )
    .unwrap()
}

/// A linear congruential generator: the same numbers on every machine.
pub(crate) struct Dice(pub(crate) u32);

impl Dice {
    pub(crate) fn roll(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as f32 / 16_777_216.0
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        ((self.roll() * limit as f32) as usize).min(limit - 1)
    }
}

/// How the camera sees the code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    pub(crate) width: usize,
    pub(crate) height: usize,
    /// Where the code's centre is, in pixels from the frame's centre.
    pub(crate) centre: (f32, f32),
    /// Pixels a module, before the tilt.
    pub(crate) module: f32,
    /// Degrees in the plane of the picture.
    pub(crate) rotation: f32,
    /// Degrees out of the plane, about the upright and the level axis.
    pub(crate) tilt: (f32, f32),
    /// Grey of dark and light modules.
    pub(crate) ink: (f32, f32),
    /// Standard deviation of the noise.
    pub(crate) noise: f32,
    /// How often the 3 × 3 mean is taken.
    pub(crate) blur: usize,
    /// Light lost from the left edge to the right, 0 to 1.
    pub(crate) shade: f32,
}

impl Default for View {
    fn default() -> Self {
        Self {
            width: 640,
            height: 640,
            centre: (0.0, 0.0),
            module: 5.0,
            rotation: 0.0,
            tilt: (0.0, 0.0),
            ink: (25.0, 230.0),
            noise: 3.0,
            blur: 0,
            shade: 0.0,
        }
    }
}

type Vector = [f32; 3];

fn dot(a: Vector, b: Vector) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn cross(a: Vector, b: Vector) -> Vector {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

impl View {
    /// The frame with these codes, each with a quiet zone of four modules, on a mid-grey desk.
    pub(crate) fn of(self, code: &QrCode) -> Grey {
        let mut canvas = vec![150.0; self.width * self.height];
        self.draw(code, &mut canvas);
        self.finish(canvas)
    }

    /// The directions along and down the code in the camera's space.
    fn axes(&self) -> (Vector, Vector) {
        let turn = |[x, y, z]: Vector| {
            let (s, c) = self.rotation.to_radians().sin_cos();
            let (x, y) = (x * c - y * s, x * s + y * c);
            let (s, c) = self.tilt.0.to_radians().sin_cos();
            let (x, z) = (x * c + z * s, z * c - x * s);
            let (s, c) = self.tilt.1.to_radians().sin_cos();
            [x, y * c - z * s, y * s + z * c]
        };
        (turn([1.0, 0.0, 0.0]), turn([0.0, 1.0, 0.0]))
    }

    /// Draws the code, a plane in front of a pinhole, over the canvas: the mean of 2 × 2 rays a pixel.
    pub(crate) fn draw(&self, code: &QrCode, canvas: &mut [f32]) {
        let (along, down) = self.axes();
        let normal = cross(along, down);
        let focal = 2.2 * self.height as f32;
        let middle = [self.centre.0, self.centre.1, focal];
        let half = code.size() as f32 / 2.0;
        let ray = |px: f32, py: f32| {
            let d = [px - self.width as f32 / 2.0, py - self.height as f32 / 2.0, focal];
            let t = dot(normal, middle) / dot(normal, d);
            let on = [t * d[0] - middle[0], t * d[1] - middle[1], t * d[2] - middle[2]];
            let (u, v) = (dot(on, along) / self.module + half, dot(on, down) / self.module + half);
            let zone = -4.0..code.size() as f32 + 4.0;
            (zone.contains(&u) && zone.contains(&v))
                .then(|| code.get_module(u.floor() as i32, v.floor() as i32))
        };
        for (i, pixel) in canvas.iter_mut().enumerate() {
            let (x, y) = ((i % self.width) as f32, (i / self.width) as f32);
            let reach = (half + 4.0) * self.module * 2.0;
            let away = (
                x - self.width as f32 / 2.0 - self.centre.0,
                y - self.height as f32 / 2.0 - self.centre.1,
            );
            if away.0.abs().max(away.1.abs()) > reach {
                continue;
            }
            let mut sum = 0.0;
            for step in 0..4_u8 {
                let seen =
                    ray(x + f32::from(step % 2) / 2.0 + 0.25, y + f32::from(step / 2) / 2.0 + 0.25);
                sum += seen.map_or(*pixel, |dark| if dark { self.ink.0 } else { self.ink.1 });
            }
            *pixel = sum / 4.0;
        }
    }

    /// Shade, blur and noise, then 8 bits.
    pub(crate) fn finish(&self, mut canvas: Vec<f32>) -> Grey {
        let width = self.width;
        for (i, pixel) in canvas.iter_mut().enumerate() {
            *pixel *= 1.0 - self.shade * (i % width) as f32 / width as f32;
        }
        for _ in 0..self.blur {
            canvas = blurred(&canvas, width);
        }
        let mut dice = Dice(7);
        let pixels = canvas.into_iter().map(|p| {
            // Three rolls less their mean have a standard deviation of one half.
            let noise = 2.0 * ((0..3).map(|_| dice.roll()).sum::<f32>() - 1.5);
            (p + self.noise * noise).clamp(0.0, 255.0) as u8
        });
        Grey::new(width, self.height, pixels.collect()).unwrap()
    }
}

fn blurred(canvas: &[f32], width: usize) -> Vec<f32> {
    let height = canvas.len() / width;
    let at = |x: usize, y: usize| canvas[y.min(height - 1) * width + x.min(width - 1)];
    (0..canvas.len())
        .map(|i| {
            let (x, y) = (i % width, i / width);
            (0..9)
                .map(|k| at((x + k % 3).saturating_sub(1), (y + k / 3).saturating_sub(1)))
                .sum::<f32>()
                / 9.0
        })
        .collect()
}
