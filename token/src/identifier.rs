//! The names and numbers that stand for something: token id, key id, course id, … Each is a type of its own, so that
//! a ticket's id is never looked up among content hashes. Byte strings are shown and read as lower-case hex.

use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use sha2::{Digest, Sha256};

/// The text is not an identifier of the wanted kind (wrong length, or not lower-case hex).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadIdentifier;

impl fmt::Display for BadIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an identifier of this kind: wrong length or characters")
    }
}

impl core::error::Error for BadIdentifier {}

macro_rules! byte_id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// Takes exactly the right number of bytes, else nothing.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = BadIdentifier;

            fn from_str(hex: &str) -> Result<Self, BadIdentifier> {
                let mut bytes = [0; $len];
                read_hex(hex, &mut bytes)?;
                Ok(Self(bytes))
            }
        }
    };
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $max:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The greatest length in bytes of UTF-8.
            pub const MAX_BYTES: usize = $max;

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = BadIdentifier;

            fn from_str(text: &str) -> Result<Self, BadIdentifier> {
                if text.is_empty() || text.len() > $max {
                    return Err(BadIdentifier);
                }
                Ok(Self(text.to_string()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

byte_id!(
    /// The random id of one completion (claim 7, `cti`).
    Cti, 16
);
byte_id!(
    /// The first 8 bytes of SHA-256 of a [`Cti`]: what the denylist and the seen set hold, never the id itself.
    CtiHash, 8
);
byte_id!(
    /// The hash of what a learner saw and was graded by.
    ContentHash, 8
);
byte_id!(
    /// A key id: the first 8 bytes of the key's RFC 9679 thumbprint.
    Kid, 8
);
byte_id!(
    /// The first 16 bytes of a key's RFC 9679 thumbprint, as confirmation claims hold it.
    KeyThumb, 16
);
byte_id!(
    /// The random id of an enrolment ticket (`tid`); the roster maps it to a person.
    TicketId, 8
);
byte_id!(
    /// The first 16 bytes of SHA-256 of the evidence file (`evd`).
    EvidenceDigest, 16
);

text_id!(
    /// The id of a course, 1 to 24 bytes.
    CourseId, 24
);
text_id!(
    /// The id of a practical session, 1 to 24 bytes.
    SessionId, 24
);
text_id!(
    /// A curriculum code, 1 to 12 bytes.
    CurriculumCode, 12
);

impl Cti {
    /// The hash under which this token is denied or remembered.
    pub fn hash(&self) -> CtiHash {
        CtiHash(sha256_prefix(&self.0))
    }

    /// The short number for use on the telephone: the first 40 bits in Crockford base32, as `7K2M-9QXD`
    /// (token spec §15.6). It names a token and proves nothing.
    pub fn receipt_number(&self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let bits = self.0[..5].iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut number = String::with_capacity(9);
        for place in (0..8).rev() {
            if place == 3 {
                number.push('-');
            }
            number.push(char::from(ALPHABET[(bits >> (5 * place)) as usize & 31]));
        }
        number
    }
}

impl EvidenceDigest {
    /// The digest of an evidence file: deterministic CBOR
    /// `[1, cti, [[chapter, watched, start, end]…], [[question, choice]…], receipts]` (token spec §4).
    pub fn of(evidence: &[u8]) -> Self {
        Self(sha256_prefix(evidence))
    }
}

/// The first `N` bytes of SHA-256.
pub(crate) fn sha256_prefix<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let digest = Sha256::digest(bytes);
    let mut prefix = [0; N];
    prefix.copy_from_slice(&digest[..N]);
    prefix
}

fn read_hex(hex: &str, bytes: &mut [u8]) -> Result<(), BadIdentifier> {
    if hex.len() != bytes.len() * 2 {
        return Err(BadIdentifier);
    }
    for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
        *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
    }
    Ok(())
}

fn nibble(digit: u8) -> Result<u8, BadIdentifier> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(BadIdentifier),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_is_read_back_as_shown() {
        let kid: Kid = "74f00d61f034f856".parse().unwrap();
        assert_eq!(kid.to_string(), "74f00d61f034f856");
        for bad in ["", "74f00d61f034f8", "74F00D61F034F856", "74f00d61f034f85g", "74f00d61f034f8é"]
        {
            assert_eq!(bad.parse::<Kid>(), Err(BadIdentifier), "{bad}");
        }
    }

    #[test]
    fn identifiers_are_measured_in_bytes() {
        assert!("a".repeat(24).parse::<CourseId>().is_ok());
        assert!("あ".repeat(9).parse::<CourseId>().is_err());
        assert!("".parse::<SessionId>().is_err());
    }

    #[test]
    fn a_receipt_number_is_the_first_forty_bits() {
        let mut cti = Cti([0xff; 16]);
        assert_eq!(cti.receipt_number(), "ZZZZ-ZZZZ");
        cti.0[..5].copy_from_slice(&[0x00, 0x44, 0x32, 0x14, 0xc7]);
        assert_eq!(cti.receipt_number(), "0123-4567");
    }
}
