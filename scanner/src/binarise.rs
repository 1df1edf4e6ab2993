//! From grey to black and white.

use rxing::Binarizer;
use rxing::Luma8Source;
use rxing::common::{BitMatrix, HybridBinarizer};

use crate::Grey;

/// Half the side of the square a pixel is compared with, in pixels: wider than a finder pattern's centre at any
/// size at which a code still fits a frame.
const RADIUS: usize = 24;

/// Thresholds by blocks of 8 × 8 pixels. `None` for an empty picture.
pub(crate) fn by_blocks(image: &Grey) -> Option<BitMatrix> {
    let (width, height) = (u32::try_from(image.width()).ok()?, u32::try_from(image.height()).ok()?);
    if width == 0 || height == 0 {
        return None;
    }
    let source = Luma8Source::new_with_slice(image.pixels(), width, height).ok()?;
    HybridBinarizer::new(source).get_black_matrix().ok().cloned()
}

/// Black where the 3 × 3 mean is below the mean of the square of [`RADIUS`] around it. `None` for an empty picture.
pub(crate) fn by_local_mean(image: &Grey) -> Option<BitMatrix> {
    let (width, height) = (image.width(), image.height());
    let mut bits = BitMatrix::new(u32::try_from(width).ok()?, u32::try_from(height).ok()?).ok()?;
    let mut wide = Columns::new(image, RADIUS);
    let mut narrow = Columns::new(image, 1);
    let (mut means, mut smooth) = (vec![0; width], vec![0; width]);
    for y in 0..height {
        wide.move_to(y, &mut means);
        narrow.move_to(y, &mut smooth);
        for (x, (&pixel, &mean)) in smooth.iter().zip(&means).enumerate() {
            if pixel < mean {
                bits.set(x as u32, y as u32);
            }
        }
    }
    Some(bits)
}

/// Running sums of the columns in a band of rows: means of squares at one addition and one subtraction a pixel.
struct Columns<'a> {
    image: &'a Grey,
    radius: usize,
    sums: Vec<u32>,
    /// Rows summed now, first and one past the last.
    rows: (usize, usize),
}

impl<'a> Columns<'a> {
    fn new(image: &'a Grey, radius: usize) -> Self {
        Self { image, radius, sums: vec![0; image.width()], rows: (0, 0) }
    }

    /// Moves the band's centre down to row `y` and writes the mean around each pixel, times 256.
    fn move_to(&mut self, y: usize, means: &mut [u32]) {
        let (first, end) =
            (y.saturating_sub(self.radius), (y + self.radius + 1).min(self.image.height()));
        for row in self.rows.1..end {
            for (sum, &p) in self.sums.iter_mut().zip(self.image.row(row)) {
                *sum += u32::from(p);
            }
        }
        for row in self.rows.0..first {
            for (sum, &p) in self.sums.iter_mut().zip(self.image.row(row)) {
                *sum -= u32::from(p);
            }
        }
        self.rows = (first, end);
        self.write_means(end - first, means);
    }

    fn write_means(&self, rows: usize, means: &mut [u32]) {
        let (sums, radius, width) = (&self.sums, self.radius, self.sums.len());
        let mut sum: u32 = sums.iter().take(radius).sum();
        for x in 0..width {
            if let Some(entering) = sums.get(x + radius) {
                sum += entering;
            }
            if x > radius {
                sum -= sums[x - radius - 1];
            }
            let columns = (x + radius + 1).min(width) - x.saturating_sub(radius);
            // safe: at most 49 × 49 pixels of 255, times 256, is below 2³².
            means[x] = sum * 256 / (rows * columns) as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_means_equal_means_counted_anew() {
        let (width, height) = (61, 57);
        let pixels = (0..width * height).map(|i| (i * i * 31 % 251) as u8).collect();
        let image = Grey::new(width, height, pixels).unwrap();
        for radius in [1, 24, 60] {
            let mut columns = Columns::new(&image, radius);
            let mut means = vec![0; width];
            for y in 0..height {
                columns.move_to(y, &mut means);
                for (x, &mean) in means.iter().enumerate() {
                    let (mut sum, mut count) = (0, 0);
                    for row in y.saturating_sub(radius)..=(y + radius).min(height - 1) {
                        for &p in
                            &image.row(row)[x.saturating_sub(radius)..=(x + radius).min(width - 1)]
                        {
                            sum += u32::from(p);
                            count += 1;
                        }
                    }
                    assert_eq!(mean, sum * 256 / count, "radius {radius}, {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn an_empty_picture_has_no_bits() {
        assert!(by_blocks(&Grey::default()).is_none());
        assert!(by_local_mean(&Grey::default()).is_none());
    }
}
