//! What the reader must read, and what it must not.
#![allow(clippy::unwrap_used, reason = "a test ends where it is wrong")]

mod drawing;

use drawing::{BASE45, View, base45_text, code};
use qrcodegen::{QrCode, QrCodeEcc, QrSegment};
use scanner::{Effort, Grey, read, read_all};

/// The text is read at this effort, exactly.
#[track_caller]
fn reads(view: View, effort: Effort, text: &str) {
    assert_eq!(read(&view.of(&code(text)), effort).as_deref(), Some(text), "{view:?}");
}

#[test]
fn a_clean_code_of_450_characters_reads_at_a_glance_unchanged() {
    let text = base45_text(450, 1);
    assert!(text.contains(' ') && text.contains('%') && text.contains(':'));
    reads(View::default(), Effort::Glance, &text);
}

#[test]
fn every_character_of_base45_and_spaces_at_both_ends_survive() {
    let alphabet = String::from_utf8(BASE45.to_vec()).unwrap();
    reads(View::default(), Effort::Glance, &format!("  {alphabet}  "));
}

#[test]
fn the_reader_gives_the_text_of_each_length_from_1_to_600() {
    for length in [1, 2, 20, 100, 299, 300, 449, 500, 600] {
        let module = if length > 400 { 4.5 } else { 5.0 };
        reads(View { module, ..View::default() }, Effort::Frame, &base45_text(length, 3));
    }
}

#[test]
fn a_rotated_code_reads_at_any_angle() {
    let text = base45_text(300, 4);
    for rotation in (0..360).step_by(25) {
        reads(
            View { rotation: rotation as f32, module: 4.5, ..View::default() },
            Effort::Frame,
            &text,
        );
    }
}

#[test]
fn a_tilted_code_reads() {
    let text = base45_text(450, 5);
    for tilt in [(25.0, 0.0), (0.0, -25.0), (20.0, 20.0), (-35.0, 10.0)] {
        reads(View { tilt, ..View::default() }, Effort::Frame, &text);
    }
}

#[test]
fn a_noisy_code_reads_where_a_glance_fails() {
    let text = base45_text(300, 6);
    let view = View { noise: 60.0, rotation: 8.0, ..View::default() };
    assert_eq!(
        read(&view.of(&code(&text)), Effort::Glance),
        None,
        "noise too weak to need the second pass"
    );
    reads(view, Effort::Frame, &text);
}

#[test]
fn a_pale_code_reads_where_a_glance_fails() {
    let text = base45_text(300, 7);
    let view = View { ink: (118.0, 138.0), noise: 2.0, rotation: 4.0, ..View::default() };
    assert_eq!(
        read(&view.of(&code(&text)), Effort::Glance),
        None,
        "contrast too strong to need the second pass"
    );
    reads(view, Effort::Frame, &text);
}

#[test]
fn a_code_of_3_pixels_a_module_reads() {
    reads(View { module: 3.0, ..View::default() }, Effort::Frame, &base45_text(450, 8));
}

#[test]
fn a_blurred_and_shaded_code_reads() {
    reads(
        View { blur: 2, shade: 0.6, rotation: -12.0, ..View::default() },
        Effort::Frame,
        &base45_text(300, 9),
    );
}

#[test]
fn a_photo_of_12_megapixels_reads_whether_the_code_is_large_or_small_in_it() {
    let text = base45_text(300, 10);
    for (module, rotation) in [(24.0, 33.0), (5.0, 201.0)] {
        let view = View {
            width: 4000,
            height: 3000,
            module,
            rotation,
            centre: (300.0, -200.0),
            ..View::default()
        };
        reads(view, Effort::Thorough, &text);
    }
}

#[test]
fn a_light_code_on_dark_ground_reads_in_a_picture() {
    reads(View { ink: (230.0, 25.0), ..View::default() }, Effort::Thorough, &base45_text(300, 11));
}

#[test]
fn every_code_in_a_picture_is_found_once() {
    let texts = [base45_text(200, 12), base45_text(200, 13), base45_text(120, 14)];
    let view = View { width: 1400, height: 640, module: 5.0, ..View::default() };
    let mut canvas = vec![150.0; view.width * view.height];
    for (text, x) in texts.iter().zip([-450.0, 0.0, 450.0]) {
        View { centre: (x, 0.0), ..view }.draw(&code(text), &mut canvas);
    }
    let mut found = read_all(&view.finish(canvas), Effort::Thorough);
    found.sort();
    let mut expected = texts.to_vec();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_mirrored_code_reads() {
    let text = base45_text(300, 15);
    let image = View::default().of(&code(&text));
    let rows = image.pixels().chunks(image.width());
    let mirrored: Vec<u8> = rows.flat_map(|row| row.iter().rev().copied()).collect();
    let mirrored = Grey::new(image.width(), image.height(), mirrored).unwrap();
    assert_eq!(read(&mirrored, Effort::Frame), Some(text));
}

#[test]
fn text_in_byte_mode_reads_and_bytes_that_are_no_text_read_as_nothing() {
    reads(View::default(), Effort::Frame, "予習 https://example.org/verify?t=1#é");
    let binary = QrSegment::make_bytes(&[0xd8, 0x00, 0xff, 0xfe, 0x80]);
    let binary = QrCode::encode_segments(&[binary], QrCodeEcc::Medium).unwrap();
    assert_eq!(read(&View::default().of(&binary), Effort::Thorough), None);
}

#[test]
fn frames_without_a_code_read_nothing() {
    for noise in [0.0, 10.0, 60.0] {
        let view = View { noise, shade: 0.4, ..View::default() };
        let desk = view.finish(vec![150.0; view.width * view.height]);
        assert_eq!(read(&desk, Effort::Thorough), None);
    }
    for size in [(0, 0), (1, 1), (2, 900), (900, 3), (39, 41)] {
        let blank = Grey::new(size.0, size.1, vec![255; size.0 * size.1]).unwrap();
        assert_eq!(read(&blank, Effort::Thorough), None);
        let black = Grey::new(size.0, size.1, vec![0; size.0 * size.1]).unwrap();
        assert_eq!(read(&black, Effort::Thorough), None);
    }
}

#[test]
fn a_covered_code_reads_right_or_not_at_all() {
    let text = base45_text(300, 16);
    let image = View::default().of(&code(&text));
    let mut outcomes = (0, 0);
    for covered in (0..=160).step_by(10) {
        let mut pixels = image.pixels().to_vec();
        for y in 0..covered {
            for x in 0..covered {
                pixels[(y + 280) * image.width() + x + 280] = 60;
            }
        }
        match read(&Grey::new(image.width(), image.height(), pixels).unwrap(), Effort::Thorough) {
            Some(read) => {
                assert_eq!(read, text);
                outcomes.0 += 1;
            }
            None => outcomes.1 += 1,
        }
    }
    assert!(outcomes.0 >= 4 && outcomes.1 >= 4, "read {} of 17, not {}", outcomes.0, outcomes.1);
}
