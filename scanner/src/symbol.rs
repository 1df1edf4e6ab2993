//! From black and white to text: find, sample, decode.

use rqrr::{BitGrid, Grid};
use rxing::common::cpp_essentials::ConcentricPattern;
use rxing::common::{BitMatrix, DetectorRXingResult};
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};

/// Sets of three finder patterns sampled at most in one pass: a cluttered frame may have thousands of false ones,
/// and the sets come most plausible first.
const SETS: usize = 200;

/// A sampled code as the decoder wants it.
struct Modules<'a>(&'a BitMatrix);

impl BitGrid for Modules<'_> {
    fn size(&self) -> usize {
        self.0.width() as usize
    }

    fn bit(&self, y: usize, x: usize) -> bool {
        self.0.get(x as u32, y as u32)
    }
}

/// Adds the texts of the codes in `bits` that are not in `found` yet, until there are `limit`.
pub(crate) fn collect(bits: Option<BitMatrix>, limit: usize, found: &mut Vec<String>) {
    let Some(bits) = bits else { return };
    let mut patterns = FindFinderPatterns(&bits, true, 0);
    let mut used: Vec<ConcentricPattern> = Vec::new();
    for set in GenerateFinderPatternSets(&mut patterns).iter().take(SETS) {
        if found.len() >= limit {
            return;
        }
        let corners = [set.bl, set.tl, set.tr];
        if corners.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        let Ok(sampled) = SampleQR(&bits, set) else { continue };
        if let Some(text) = decode(sampled.getBits()) {
            used.extend(corners);
            if !found.contains(&text) {
                found.push(text);
            }
        }
    }
}

/// The text of sampled modules, mirrored ones too; `None` where they cannot be corrected or are not UTF-8.
fn decode(modules: &BitMatrix) -> Option<String> {
    if modules.width() != modules.height() {
        return None;
    }
    Grid::new(Modules(modules)).decode().ok().map(|(_, text)| text)
}
