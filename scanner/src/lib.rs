//! QR reader for camera frames and pictures.
//!
//! It knows nothing of what the text means. The finder and sampler of `rxing` (a port of zxing-cpp) feed the
//! grid decoder of `rqrr`; between them stand this crate's own binarisers and the order in which they are
//! tried. `README.md` has the measured rates and sizes.
//!
//! ```
//! use scanner::{Effort, Grey, read};
//! assert_eq!(read(&Grey::default(), Effort::Thorough), None);
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod binarise;
mod grey;
mod symbol;

pub use grey::Grey;

/// How long to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// One look at the whole frame: for frames between those that get [`Effort::Frame`].
    Glance,
    /// What one camera frame is worth: other thresholds and half size when the glance finds nothing.
    Frame,
    /// A still picture: several sizes, and light codes on dark ground.
    Thorough,
}

/// Longest sides, in pixels, at which a still picture is looked at, in this order.
const PICTURE_SIDES: [usize; 5] = [1280, 2400, 800, 4096, 480];

/// Reads the first QR code found, its text exactly as encoded.
///
/// `None` where no code is found, where it cannot be corrected, or where its content is not UTF-8.
#[must_use]
pub fn read(image: &Grey, effort: Effort) -> Option<String> {
    read_at_most(1, image, effort).pop()
}

/// Reads every QR code found, each text once, in the order found.
#[must_use]
pub fn read_all(image: &Grey, effort: Effort) -> Vec<String> {
    read_at_most(usize::MAX, image, effort)
}

fn read_at_most(limit: usize, image: &Grey, effort: Effort) -> Vec<String> {
    let mut found = Vec::new();
    match effort {
        Effort::Glance => glance(image, limit, &mut found),
        Effort::Frame => look(image, limit, &mut found),
        Effort::Thorough => study(image, limit, &mut found),
    }
    found
}

/// Pass 1: block thresholds as zxing makes them, fast and good on well lit codes.
fn glance(image: &Grey, limit: usize, found: &mut Vec<String>) {
    symbol::collect(binarise::by_blocks(image), limit, found);
}

/// Pass 2 and 3: smoothed and compared with the local mean, at full and at half size: noise, low contrast, moire.
fn look(image: &Grey, limit: usize, found: &mut Vec<String>) {
    glance(image, limit, found);
    if found.len() < limit {
        symbol::collect(binarise::by_local_mean(image), limit, found);
    }
    if found.len() < limit {
        symbol::collect(binarise::by_local_mean(&image.halved()), limit, found);
    }
}

/// All passes at several sizes; light codes on dark ground only where no dark one was found.
fn study(image: &Grey, limit: usize, found: &mut Vec<String>) {
    let longest = image.width().max(image.height());
    let mut tried = Vec::new();
    for side in PICTURE_SIDES {
        let side = side.min(longest);
        if found.len() >= limit || tried.contains(&side) {
            continue;
        }
        tried.push(side);
        let scaled = image.fitted(side);
        look(&scaled, limit, found);
        if found.is_empty() {
            look(&scaled.inverted(), limit, found);
        }
    }
}
