//! How the token family's identifiers stand in Yoshu's JSON: as the text they show themselves as.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

/// For `#[serde(with = "text_form")]`.
pub(crate) fn serialize<T: fmt::Display, S: Serializer>(
    value: &T,
    to: S,
) -> Result<S::Ok, S::Error> {
    to.collect_str(value)
}

/// For `#[serde(with = "text_form")]`.
pub(crate) fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    struct Text<T>(core::marker::PhantomData<T>);

    impl<T: FromStr> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an identifier")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(|_| E::custom("not an identifier of this kind"))
        }
    }

    from.deserialize_str(Text(core::marker::PhantomData))
}

/// A short identifier that authors write: ASCII letters, digits, `-`, `_` and `.`, 1 to `max` bytes.
pub(crate) fn is_plain_name(text: &str, max: usize) -> bool {
    (1..=max).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

/// Defines an identifier that is a checked text.
macro_rules! checked_name {
    ($(#[$doc:meta])* $name:ident, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(alloc::string::String);

        impl $name {
            /// Checks the text; `None` when it is not such an identifier.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                let check: fn(&str) -> bool = $check;
                check(text).then(|| Self(text.into()))
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::catalog::BadName;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text).ok_or(crate::catalog::BadName)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                crate::text_form::deserialize(from)
            }
        }
    };
}
pub(crate) use checked_name;

/// Lower-case hex of 64 bits: how attempts and seeds stand in a journal. JSON numbers lose such bits
/// in many programs.
pub(crate) fn hex64(value: u64) -> String {
    alloc::format!("{value:016x}")
}

/// Reads what [`hex64`] wrote.
pub(crate) fn read_hex64(text: &str) -> Option<u64> {
    let plain = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    plain.then(|| u64::from_str_radix(text, 16).ok()).flatten()
}
