//! Reads the frames made by `qr_frames.py` and prints how many are read, by category, and how fast.
//!
//! `cargo run --release -p scanner --example rate -- DIR [glance|frame|thorough]`; DIR holds `frames.json` and
//! `frames.bin`. Ends with 1 when a text is wrong or an empty frame reads something.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use scanner::{Effort, Grey, read};
use serde_json::Value;

/// What was counted for one category.
#[derive(Default)]
struct Tally {
    frames: usize,
    right: usize,
    wrong: usize,
    ms: Vec<f64>,
}

impl Tally {
    fn median(&mut self) -> f64 {
        self.ms.sort_by(f64::total_cmp);
        self.ms.get(self.ms.len() / 2).copied().unwrap_or(0.0)
    }

    fn print(&mut self, name: &str) {
        let rate = 100.0 * self.right as f64 / self.frames.max(1) as f64;
        let median = self.median();
        let p95 = self.ms.get(self.ms.len() * 95 / 100).copied().unwrap_or(0.0);
        println!(
            "{name:12} {:4}/{:<4} {rate:5.1} %  wrong {}  median {median:6.2} ms  p95 {p95:6.2} ms",
            self.right, self.frames, self.wrong
        );
    }
}

fn run(dir: &Path, effort: Effort) -> Result<bool, Box<dyn Error>> {
    let meta: Value =
        serde_json::from_reader(BufReader::new(File::open(dir.join("frames.json"))?))?;
    let side = |key: &str| {
        meta[key].as_u64().and_then(|n| usize::try_from(n).ok()).ok_or("frames.json: no size")
    };
    let (width, height) = (side("w")?, side("h")?);
    let mut pixels = BufReader::new(File::open(dir.join("frames.bin"))?);
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for frame in meta["meta"].as_array().ok_or("frames.json: no list of frames")? {
        let mut bytes = vec![0; width * height];
        pixels.read_exact(&mut bytes)?;
        let image = Grey::new(width, height, bytes).ok_or("a frame of the wrong size")?;
        let start = Instant::now();
        let text = read(&image, effort);
        let ms = start.elapsed().as_secs_f64() * 1e3;
        let (category, payload) = (frame["cat"].as_str().unwrap_or("?"), frame["payload"].as_str());
        for name in [Some(category), payload.and(Some("ALL"))].into_iter().flatten() {
            let tally = tallies.entry(name.to_owned()).or_default();
            tally.frames += 1;
            tally.right += usize::from(text.as_deref() == payload);
            tally.wrong += usize::from(text.is_some() && text.as_deref() != payload);
            tally.ms.push(ms);
        }
    }
    for (name, tally) in &mut tallies {
        tally.print(name);
    }
    Ok(tallies.values().all(|tally| tally.wrong == 0))
}

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (dir, effort) = (args.next(), args.next());
    let effort = match effort.as_deref() {
        Some("glance") => Effort::Glance,
        Some("thorough") => Effort::Thorough,
        _ => Effort::Frame,
    };
    let Some(dir) = dir else {
        eprintln!(
            "usage: rate DIR [glance|frame|thorough], DIR with frames.json and frames.bin of qr_frames.py"
        );
        return ExitCode::from(2);
    };
    match run(Path::new(&dir), effort) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{dir}: {error}");
            ExitCode::from(2)
        }
    }
}
