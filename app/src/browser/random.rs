//! Random numbers of the browser's generator, which is fit for keys.

use super::page::window;

/// Random bytes. All zero only in a browser without a generator; none of those runs WebAssembly.
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if let Some(crypto) = window().and_then(|w| w.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// A random number.
pub fn u64() -> u64 {
    u64::from_le_bytes(bytes())
}
