//! Base45 (RFC 9285), strict: never trimmed, never case-folded.

use alloc::string::String;
use alloc::vec::Vec;

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The text is not base45: a character outside the alphabet, a length that no bytes have, or a group out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadBase45;

/// Bytes as base45: two bytes in three characters, a last single one in two.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(2) * 3);
    for chunk in bytes.chunks(2) {
        let mut n = chunk.iter().fold(0usize, |n, byte| n << 8 | usize::from(*byte));
        for _ in 0..=chunk.len() {
            text.push(char::from(ALPHABET[n % 45]));
            n /= 45;
        }
    }
    text
}

/// Base45 back to bytes.
pub fn decode(text: &str) -> Result<Vec<u8>, BadBase45> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);
    for chunk in text.as_bytes().chunks(3) {
        let mut n = 0u32;
        for character in chunk.iter().rev() {
            let digit = ALPHABET.iter().position(|letter| letter == character).ok_or(BadBase45)?;
            n = n * 45 + digit as u32;
        }
        match chunk.len() {
            3 => bytes.extend_from_slice(&u16::try_from(n).map_err(|_| BadBase45)?.to_be_bytes()),
            2 => bytes.push(u8::try_from(n).map_err(|_| BadBase45)?),
            _ => return Err(BadBase45),
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_rfc_9285_hold_both_ways() {
        for (plain, coded) in
            [("AB", "BB8"), ("Hello!!", "%69 VD92EX0"), ("base-45", "UJCLQE7W581"), ("", "")]
        {
            assert_eq!(encode(plain.as_bytes()), coded);
            assert_eq!(decode(coded).unwrap(), plain.as_bytes());
        }
        assert_eq!(decode("QED8WEX0").unwrap(), b"ietf!");
    }

    #[test]
    fn what_no_bytes_encode_to_is_refused() {
        // RFC 9285 §6: GGW is 65536, and ::: 91124; one character left over; lower case; beyond the alphabet.
        for bad in ["GGW", ":::", "A", "BB8A", "::", "bb8", "BB_", "あ", "BB8\n"] {
            assert_eq!(decode(bad), Err(BadBase45), "{bad}");
        }
        assert_eq!(decode("FGW").unwrap(), [0xff, 0xff]);
    }
}
