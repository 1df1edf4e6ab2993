//! A QR code, drawn as one path of SVG: sharp at any size, black on white in every theme.

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};

/// White modules around the code that readers need (ISO/IEC 18004; token spec §2).
pub const QUIET_ZONE: u32 = 4;

/// The dark and light modules of a code, without the quiet zone.
#[derive(Clone, PartialEq, Eq)]
pub struct Modules {
    code: Code,
}

impl Modules {
    /// Encodes a text at level M in the smallest version that holds it; none when no version does.
    pub fn of(text: &str) -> Option<Self> {
        Code::encode_text(text, QrCodeEcc::Medium).ok().map(|code| Self { code })
    }

    /// Modules along one side.
    pub fn side(&self) -> u32 {
        self.code.size().unsigned_abs()
    }

    /// Whether a module is dark; outside of the code none is.
    pub fn is_dark(&self, x: u32, y: u32) -> bool {
        match (i32::try_from(x), i32::try_from(y)) {
            (Ok(x), Ok(y)) => self.code.get_module(x, y),
            _ => false,
        }
    }

    /// The dark modules as SVG path data, one run of a row at a time.
    fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.side() {
            let mut x = 0;
            while x < self.side() {
                let run = (x..self.side()).take_while(|x| self.is_dark(*x, y)).count();
                let run = u32::try_from(run).unwrap_or(0);
                if run > 0 {
                    path.push_str(&format!(
                        "M{} {}h{run}v1h-{run}z",
                        x + QUIET_ZONE,
                        y + QUIET_ZONE
                    ));
                }
                x += run.max(1);
            }
        }
        path
    }
}

/// The code as a picture with a name.
#[component]
pub fn QrCode(
    /// What is drawn.
    modules: Modules,
    /// Name of the picture, for screen readers.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let side = modules.side() + 2 * QUIET_ZONE;
    view! {
        <svg
            class="qr-code"
            role="img"
            aria-label=label
            viewBox=format!("0 0 {side} {side}")
            shape-rendering="crispEdges"
        >
            <rect width=side.to_string() height=side.to_string() fill="#ffffff" />
            <path d=modules.path() fill="#000000" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_a_small_version() {
        let modules = Modules::of(&format!("YC1:{}", "A0 $%*+-./:".repeat(30))).unwrap();
        // 334 alphanumeric characters at level M: version 11, 61 modules.
        assert!(modules.side() <= 61, "{}", modules.side());
    }

    #[test]
    fn the_finder_pattern_stands_in_the_corner() {
        let modules = Modules::of("YC1:").unwrap();
        assert!(modules.is_dark(0, 0) && modules.is_dark(6, 6) && !modules.is_dark(7, 7));
        assert!(modules.path().starts_with("M4 4h7v1h-7z"));
    }
}
