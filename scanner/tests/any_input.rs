//! Whatever the camera shows, the reader answers: a panic would end the worker.
#![allow(clippy::unwrap_used, reason = "a test ends where it is wrong")]

mod drawing;

use drawing::{Dice, View, base45_text, code};
use proptest::prelude::*;
use scanner::{Effort, Grey, read, read_all};

/// Blocks that look like finder patterns, at random places, sizes and slants: they lead deep into the sampler.
fn false_finders(width: usize, height: usize, count: usize, seed: u32) -> Grey {
    let mut dice = Dice(seed);
    let mut pixels = vec![255; width * height];
    for _ in 0..count {
        let (x0, y0) = (dice.roll() * width as f32, dice.roll() * height as f32);
        let (module, slant) = (1.0 + dice.roll() * 6.0, dice.roll() - 0.5);
        for (i, pixel) in pixels.iter_mut().enumerate() {
            let (x, y) = ((i % width) as f32 - x0, (i / width) as f32 - y0);
            let ring = ((x + slant * y).abs().max((y - slant * x).abs()) / module) as usize;
            if ring <= 3 {
                *pixel = if ring == 2 { 255 } else { 0 };
            }
        }
    }
    Grey::new(width, height, pixels).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_pixels_never_panic(width in 0..200_usize, height in 0..200_usize, seed: u32, levels in 1..256_usize) {
        let mut dice = Dice(seed);
        let pixels = (0..width * height).map(|_| (dice.below(levels) * 255 / levels) as u8).collect();
        let image = Grey::new(width, height, pixels).unwrap();
        prop_assert_eq!(read(&image, Effort::Frame), None);
        prop_assert_eq!(read_all(&image, Effort::Thorough), Vec::<String>::new());
    }

    #[test]
    fn false_finder_patterns_never_panic(
        width in 20..320_usize, height in 20..320_usize, count in 3..14_usize, seed: u32,
    ) {
        prop_assert_eq!(read(&false_finders(width, height, count, seed), Effort::Frame), None);
    }

    #[test]
    fn a_code_cut_by_the_edge_or_damaged_reads_right_or_not_at_all(
        x in -200.0..200_f32, y in -200.0..200_f32, module in 1.0..9_f32, rotation in 0.0..360_f32,
        tilt in (-60.0..60_f32, -60.0..60_f32), noise in 0.0..50_f32, length in 1..400_usize, seed: u32,
        scratches in 0..30_usize,
    ) {
        let text = base45_text(length, seed);
        let view = View { width: 320, height: 320, centre: (x, y), module, rotation, tilt, noise, ..View::default() };
        let image = view.of(&code(&text));
        let mut pixels = image.pixels().to_vec();
        let mut dice = Dice(seed);
        for _ in 0..scratches {
            let (start, step, value) = (dice.below(pixels.len()), 1 + dice.below(340), dice.below(256) as u8);
            pixels.iter_mut().skip(start).step_by(step).take(120).for_each(|p| *p = value);
        }
        let image = Grey::new(320, 320, pixels).unwrap();
        if let Some(read) = read(&image, Effort::Frame) {
            prop_assert_eq!(read, text);
        }
    }

    #[test]
    fn any_bytes_of_any_declared_size_are_taken_or_refused(
        width in 0..70_usize, height in 0..70_usize, rgba in proptest::collection::vec(any::<u8>(), 0..20_000),
    ) {
        let image = Grey::from_rgba(width, height, &rgba);
        prop_assert_eq!(image.is_some(), rgba.len() == 4 * width * height);
        if let Some(image) = image {
            prop_assert_eq!((image.width(), image.height()), (width, height));
            let _ = read(&image, Effort::Thorough);
        }
    }
}
