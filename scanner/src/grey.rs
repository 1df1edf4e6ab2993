//! The picture looked at: 8-bit grey, row by row.

/// An 8-bit grey picture, 0 = black. Width × height always equals the number of pixels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    /// A picture from its rows, or `None` where the number of pixels is not width × height.
    #[must_use]
    pub fn new(width: usize, height: usize, pixels: Vec<u8>) -> Option<Self> {
        (width.checked_mul(height)? == pixels.len()).then_some(Self { width, height, pixels })
    }

    /// A picture from RGBA rows, 4 bytes a pixel, as a browser's canvas gives them; clear pixels count as white.
    ///
    /// `None` where the number of bytes is not 4 × width × height.
    #[must_use]
    pub fn from_rgba(width: usize, height: usize, rgba: &[u8]) -> Option<Self> {
        let mut grey = Self { width, height: 0, pixels: Vec::new() };
        grey.push_rgba_rows(rgba)?;
        (grey.height == height || rgba.is_empty() && width.checked_mul(height)? == 0)
            .then_some(Self { height, ..grey })
    }

    /// An empty picture of this width, to be filled by [`Grey::push_rgba_rows`].
    #[must_use]
    pub fn of_width(width: usize) -> Self {
        Self { width, height: 0, pixels: Vec::new() }
    }

    /// Adds whole RGBA rows below; `None`, and nothing added, where the bytes are no whole rows.
    pub fn push_rgba_rows(&mut self, rgba: &[u8]) -> Option<()> {
        if rgba.is_empty() {
            return Some(());
        }
        let stride = self.width.checked_mul(4).filter(|&s| s > 0)?;
        if !rgba.len().is_multiple_of(stride) {
            return None;
        }
        self.height += rgba.len() / stride;
        self.pixels.extend(rgba.as_chunks::<4>().0.iter().map(|&rgba| luma(rgba)));
        Some(())
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// All pixels, row by row.
    #[must_use]
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    pub(crate) fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }

    /// Black and white exchanged.
    pub(crate) fn inverted(&self) -> Self {
        Self { pixels: self.pixels.iter().map(|p| 255 - p).collect(), ..*self }
    }

    /// Half the width and height, each pixel the mean of four.
    pub(crate) fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let (above, below) =
                (self.row(2 * y).as_chunks::<2>().0, self.row(2 * y + 1).as_chunks::<2>().0);
            pixels.extend(above.iter().zip(below).map(|(a, b)| {
                ((u16::from(a[0]) + u16::from(a[1]) + u16::from(b[0]) + u16::from(b[1]) + 2) / 4)
                    as u8
            }));
        }
        Self { width, height, pixels }
    }

    /// Scaled down so that the longer side is `side` pixels, each pixel the mean of those it covers. Never enlarged.
    pub(crate) fn fitted(&self, side: usize) -> Self {
        let longest = self.width.max(self.height);
        if longest <= side {
            return self.clone();
        }
        // safe: longest > side ≥ 0, so it is not 0, and each product is below side × side.
        let (width, height) =
            ((self.width * side / longest).max(1), (self.height * side / longest).max(1));
        if self.pixels.is_empty() {
            return Self::default();
        }
        let columns: Vec<(usize, usize)> =
            (0..width).map(|x| covered(x, self.width, width)).collect();
        let mut pixels = Vec::with_capacity(width * height);
        let mut sums = vec![0_u32; self.width];
        for y in 0..height {
            let (top, bottom) = covered(y, self.height, height);
            sums.fill(0);
            for row in top..bottom {
                for (sum, &p) in sums.iter_mut().zip(self.row(row)) {
                    *sum += u32::from(p);
                }
            }
            pixels.extend(columns.iter().map(|&(left, right)| {
                let count = ((right - left) * (bottom - top)) as u64;
                (sums[left..right].iter().map(|&s| u64::from(s)).sum::<u64>() / count) as u8
            }));
        }
        Self { width, height, pixels }
    }
}

/// The source pixels that target pixel `i` of `to` covers in a row of `from`: at least one.
fn covered(i: usize, from: usize, to: usize) -> (usize, usize) {
    let start = i * from / to;
    (start, ((i + 1) * from / to).max(start + 1))
}

/// Brightness by ITU-R BT.601, laid over white by the alpha.
fn luma([r, g, b, a]: [u8; 4]) -> u8 {
    let full = (77 * u32::from(r) + 150 * u32::from(g) + 29 * u32::from(b)) >> 8;
    if a == 255 {
        full as u8
    } else {
        ((full * u32::from(a) + 255 * (255 - u32::from(a))) / 255) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clear_pixels_are_white_and_primary_colours_keep_their_order() {
        let rgba = [0, 0, 0, 0, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255];
        let grey = Grey::from_rgba(4, 1, &rgba).unwrap();
        assert_eq!(grey.pixels(), [255, 76, 149, 28]);
    }

    #[test]
    fn a_wrong_number_of_bytes_is_refused() {
        assert_eq!(Grey::new(3, 3, vec![0; 8]), None);
        assert_eq!(Grey::new(usize::MAX, 2, vec![]), None);
        assert_eq!(Grey::from_rgba(2, 2, &[0; 12]), None);
        assert_eq!(Grey::from_rgba(2, 2, &[]), None);
        assert_eq!(Grey::from_rgba(2, 1, &[0; 16]), None);
        assert_eq!(Grey::from_rgba(0, 5, &[]).map(|g| g.height()), Some(5));
    }

    #[test]
    fn scaling_keeps_the_mean_and_the_shape() {
        let picture = Grey::new(8, 4, (0..32).map(|p| p * 8).collect()).unwrap();
        let half = picture.halved();
        assert_eq!(half.pixels(), Grey::new(4, 2, half.pixels().to_vec()).unwrap().pixels());
        assert_eq!(half.pixels()[0], 36);
        assert_eq!(picture.fitted(4).pixels(), half.pixels());
        let third = picture.fitted(3);
        assert_eq!((third.width(), third.height()), (3, 1));
        assert_eq!(picture.fitted(100), picture);
    }
}
