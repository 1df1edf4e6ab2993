//! The forms in which objects travel (token spec §2): `YC1:` + base45 in a QR code, `yoshu-c1.` + base64url in a
//! message, the bare binary in a `.yoshu` file; and names as people write them.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::base45;
use crate::cbor::{TOKEN_MAX_ENTRIES, Value};
use crate::cose::{Kind, Sealed};
use crate::refusal::Refusal;

/// The longest string of a code, in characters.
pub const MAX_CHARACTERS: usize = 1800;
/// The longest binary, in bytes.
pub const MAX_BYTES: usize = 1100;
/// The file name extension of the binary form.
pub const FILE_EXTENSION: &str = "yoshu";
/// The media type of the binary form (unregistered).
pub const MEDIA_TYPE: &str = "application/vnd.yoshu+cbor";

const TEXT_PREFIX: &str = "yoshu-";

/// The check of a name: NFC, and none of the general categories Cc, Cf, Co, Cn, Cs.
///
/// In a browser: `name.normalize("NFC") === name && !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u.test(name)`.
pub type PrintableNfc = fn(&str) -> bool;

/// The native check of a name, see [`PrintableNfc`].
#[cfg(feature = "unicode")]
pub fn printable_nfc(name: &str) -> bool {
    use unicode_normalization::UnicodeNormalization;
    use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
    name.nfc().eq(name.chars())
        && !name.chars().any(|character| {
            matches!(
                character.general_category(),
                GeneralCategory::Control
                    | GeneralCategory::Format
                    | GeneralCategory::PrivateUse
                    | GeneralCategory::Unassigned
                    | GeneralCategory::Surrogate
            )
        })
}

impl Sealed {
    /// The string of the QR code: `YC1:` and base45, all in QR alphanumeric mode.
    pub fn qr(&self) -> String {
        format!("Y{}1:{}", self.kind().letter(), base45::encode(self.as_bytes()))
    }

    /// The text form for messages: `yoshu-c1.` and base64url.
    pub fn text(&self) -> String {
        let letter = self.kind().letter().to_ascii_lowercase();
        format!("{TEXT_PREFIX}{letter}1.{}", Base64UrlUnpadded::encode_string(self.as_bytes()))
    }
}

/// What was read from a camera, a picture, a message or a file: its kind is known, nothing else has been looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scanned {
    kind: Kind,
    body: Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Body {
    Base45(String),
    Base64(String),
    Binary(Vec<u8>),
}

impl Scanned {
    /// Reads the prefix of a string (steps 1 to 3 of §7).
    ///
    /// A text form may hold white space anywhere; a base45 string is taken as it is.
    pub fn read(input: &str) -> Result<Self, Refusal> {
        if input.is_empty() {
            return Err(Refusal::Empty);
        }
        if input.chars().nth(MAX_CHARACTERS).is_some() {
            return Err(Refusal::TooLong);
        }
        let compact: String =
            input.chars().filter(|character| !character.is_whitespace()).collect();
        match compact.get(..TEXT_PREFIX.len()) {
            Some(prefix) if prefix.eq_ignore_ascii_case(TEXT_PREFIX) => {
                Self::read_text(&compact[TEXT_PREFIX.len()..])
            }
            _ => Self::read_qr(input),
        }
    }

    /// `c1.…`, after the prefix.
    fn read_text(rest: &str) -> Result<Self, Refusal> {
        let mut characters = rest.chars();
        let (letter, version, dot) = (characters.next(), characters.next(), characters.next());
        let kind = letter.and_then(|letter| Kind::from_letter(letter.to_ascii_uppercase()));
        let (Some(kind), Some(version), Some('.')) = (kind, version, dot) else {
            return Err(Refusal::Prefix);
        };
        check_version(version)?;
        Ok(Self { kind, body: Body::Base64(characters.as_str().to_owned()) })
    }

    /// `YC1:…`
    fn read_qr(input: &str) -> Result<Self, Refusal> {
        let mut characters = input.chars();
        let mut next = || characters.next();
        let (Some('Y'), Some(letter), Some(version), Some(':')) = (next(), next(), next(), next())
        else {
            return Err(Refusal::Prefix);
        };
        let kind = Kind::from_letter(letter).ok_or(Refusal::Prefix)?;
        check_version(version)?;
        Ok(Self { kind, body: Body::Base45(characters.as_str().to_owned()) })
    }

    /// Takes the bytes of a `.yoshu` file. A presentation is an array, everything else is taken for a completion:
    /// the signature tells the other kinds apart.
    pub fn file(bytes: &[u8]) -> Result<Self, Refusal> {
        if bytes.is_empty() {
            return Err(Refusal::Empty);
        }
        let kind = if bytes[0] >> 5 == 4 { Kind::Presentation } else { Kind::Completion };
        Ok(Self { kind, body: Body::Binary(bytes.to_owned()) })
    }

    /// What kind of object it says it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The binary (step 5, and the length of step 6).
    pub fn bytes(&self) -> Result<Vec<u8>, Refusal> {
        let bytes = match &self.body {
            Body::Base45(text) => base45::decode(text).map_err(|_| Refusal::Base45)?,
            Body::Base64(text) => {
                Base64UrlUnpadded::decode_vec(text).map_err(|_| Refusal::Base64)?
            }
            Body::Binary(bytes) => bytes.clone(),
        };
        if bytes.len() > MAX_BYTES { Err(Refusal::TooLong) } else { Ok(bytes) }
    }
}

fn check_version(version: char) -> Result<(), Refusal> {
    if version == '1' { Ok(()) } else { Err(Refusal::PrefixVersion { version }) }
}

/// The codes in a pasted text, one a line. A text form that a mail program has broken is joined again: a line of
/// base64url alone goes on with the text form above it, as long as that one is not whole. Any other line stands for
/// itself, and is refused later.
pub fn lines(pasted: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for line in pasted.lines().filter(|line| !line.trim().is_empty()) {
        let goes_on =
            |code: &&mut String| is_text_form(code) && is_base64url(line.trim()) && !is_whole(code);
        match codes.last_mut().filter(goes_on) {
            Some(code) => code.push_str(line.trim()),
            None => codes.push(line.to_owned()),
        }
    }
    codes
}

/// Whether nothing is missing at the end of a code: no beginning of a CBOR item is an item itself.
fn is_whole(code: &str) -> bool {
    Scanned::read(code)
        .and_then(|scanned| scanned.bytes())
        .is_ok_and(|bytes| Value::decode(&bytes, TOKEN_MAX_ENTRIES).is_ok())
}

fn is_text_form(line: &str) -> bool {
    line.trim_start()
        .get(..TEXT_PREFIX.len())
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case(TEXT_PREFIX))
}

/// Whether a line can be the middle of a text form: no prefix has only such characters (`.` and `:` are not in it).
fn is_base64url(line: &str) -> bool {
    line.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
