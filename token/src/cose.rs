//! COSE_Sign1 as the spec allows it (§3): tag 18, ESP256, a key id or none, nothing unprotected.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use crate::cbor::{CborError, Int, Value};
use crate::identifier::Kid;
use crate::key::PublicKey;

/// ESP256 (RFC 9864): the one algorithm.
const ESP256: i64 = -9;

/// What a signed object or a code is; each kind is signed under a context of its own, so that none stands in for
/// another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// C: completion of the e-learning part.
    Completion,
    /// E: enrolment ticket.
    Enrolment,
    /// A: attendance at a practical part.
    Attendance,
    /// P: presentation, a completion with the proof that the device is here.
    Presentation,
    /// R: room code of a session.
    Room,
    /// T: trust list; never a QR code.
    TrustList,
}

impl Kind {
    /// The kind of a letter of the prefix `Y?1:`.
    pub fn from_letter(letter: char) -> Option<Self> {
        Some(match letter {
            'C' => Self::Completion,
            'E' => Self::Enrolment,
            'A' => Self::Attendance,
            'P' => Self::Presentation,
            'R' => Self::Room,
            'T' => Self::TrustList,
            _ => return None,
        })
    }

    /// The letter of the prefix.
    pub fn letter(self) -> char {
        match self {
            Self::Completion => 'C',
            Self::Enrolment => 'E',
            Self::Attendance => 'A',
            Self::Presentation => 'P',
            Self::Room => 'R',
            Self::TrustList => 'T',
        }
    }

    /// The external additional data of the signature, `yoshu/c/1` and so on.
    fn context(self) -> [u8; 9] {
        let mut context = *b"yoshu/?/1";
        context[6] = self.letter().to_ascii_lowercase() as u8;
        context
    }
}

/// Why bytes are not a COSE_Sign1 of the allowed form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoseError {
    /// Not well-formed CBOR, or outside the deterministic subset.
    Cbor(CborError),
    /// Not tag 18, not an array of 4, wrong types, or a signature that is not 64 bytes (`E_COSE_SHAPE`).
    Shape,
    /// Something in the unprotected header (`E_COSE_UNPROTECTED`).
    Unprotected,
    /// The protected header has other keys than the algorithm and the key id (`E_COSE_HEADER`).
    Header,
    /// An algorithm other than ESP256 (`E_ALG`).
    Algorithm,
    /// A key id that is not 8 bytes (`E_KID`).
    KeyId,
}

impl From<CborError> for CoseError {
    fn from(error: CborError) -> Self {
        Self::Cbor(error)
    }
}

/// A COSE_Sign1 taken apart. Nothing in it is to be believed before [`Sign1::is_signed_by`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign1 {
    /// The key id of the protected header.
    pub kid: Option<Kid>,
    protected: Vec<u8>,
    /// The payload, still encoded.
    pub payload: Vec<u8>,
    signature: Vec<u8>,
}

impl Sign1 {
    /// Takes the bytes apart; arrays and maps hold at most `max_entries`.
    pub fn open(bytes: &[u8], max_entries: usize) -> Result<Self, CoseError> {
        let Value::Sign1(content) = Value::decode(bytes, max_entries)? else {
            return Err(CoseError::Shape);
        };
        let Value::Array(parts) = *content else { return Err(CoseError::Shape) };
        let Ok(
            [
                Value::Bytes(protected),
                Value::Map(unprotected),
                Value::Bytes(payload),
                Value::Bytes(signature),
            ],
        ) = <[Value; 4]>::try_from(parts)
        else {
            return Err(CoseError::Shape);
        };
        if signature.len() != 64 {
            return Err(CoseError::Shape);
        }
        if !unprotected.is_empty() {
            return Err(CoseError::Unprotected);
        }
        let kid = read_header(&protected, max_entries)?;
        Ok(Self { kid, protected, payload, signature })
    }

    /// Whether `key` signed this as an object of that kind.
    pub fn is_signed_by(&self, key: &PublicKey, kind: Kind) -> bool {
        key.verifies(&signed_bytes(kind, &self.protected, &self.payload), &self.signature)
    }
}

fn read_header(protected: &[u8], max_entries: usize) -> Result<Option<Kid>, CoseError> {
    let Value::Map(header) = Value::decode(protected, max_entries)? else {
        return Err(CoseError::Header);
    };
    let (algorithm, kid) = (header.get(&Int::Uint(1)), header.get(&Int::Uint(4)));
    let known = usize::from(algorithm.is_some()) + usize::from(kid.is_some());
    let Some(algorithm) = algorithm.filter(|_| header.len() == known) else {
        return Err(CoseError::Header);
    };
    if *algorithm != Value::Int(ESP256.into()) {
        return Err(CoseError::Algorithm);
    }
    match kid {
        None => Ok(None),
        Some(Value::Bytes(kid)) => Kid::from_slice(kid).map(Some).ok_or(CoseError::KeyId),
        Some(_) => Err(CoseError::KeyId),
    }
}

fn header(kid: Option<Kid>) -> Vec<u8> {
    let kid = kid.map(|kid| (4, Value::bytes(&kid.0)));
    Value::map([(1, Value::Int(ESP256.into()))].into_iter().chain(kid)).encode()
}

/// The bytes a signature is over: `Sig_structure` of RFC 9052.
fn signed_bytes(kind: Kind, protected: &[u8], payload: &[u8]) -> Vec<u8> {
    Value::Array(vec![
        Value::text("Signature1"),
        Value::bytes(protected),
        Value::bytes(&kind.context()),
        Value::bytes(payload),
    ])
    .encode()
}

/// An object ready to be signed: take [`Draft::to_be_signed`] to the key, wherever it lives, and bring the signature
/// to [`Draft::seal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    kind: Kind,
    protected: Vec<u8>,
    payload: Vec<u8>,
}

impl Draft {
    /// A draft of a payload, to be signed by the key with that id, or by the device's own key.
    pub(crate) fn new(kind: Kind, kid: Option<Kid>, payload: Vec<u8>) -> Self {
        Self { kind, protected: header(kid), payload }
    }

    /// The message for ECDSA with SHA-256 (WebCrypto: `{name: "ECDSA", hash: "SHA-256"}`).
    pub fn to_be_signed(&self) -> Vec<u8> {
        signed_bytes(self.kind, &self.protected, &self.payload)
    }

    /// Whether a signature is the right one for this draft.
    pub fn is_signed_by(&self, key: &PublicKey, signature: &[u8; 64]) -> bool {
        key.verifies(&self.to_be_signed(), signature)
    }

    /// The sealed object with its signature r‖s, as WebCrypto returns it. The signature is not checked here: see
    /// [`Draft::is_signed_by`].
    pub fn seal(self, signature: [u8; 64]) -> Sealed {
        let parts = vec![
            Value::Bytes(self.protected),
            Value::Map(BTreeMap::new()),
            Value::Bytes(self.payload),
            Value::bytes(&signature),
        ];
        Sealed { kind: self.kind, bytes: Value::Sign1(Box::new(Value::Array(parts))).encode() }
    }
}

/// A signed object in its binary form; [`crate::text`] gives it the forms of §2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    kind: Kind,
    bytes: Vec<u8>,
}

impl Sealed {
    pub(crate) fn new(kind: Kind, bytes: Vec<u8>) -> Self {
        Self { kind, bytes }
    }

    /// An object that was sealed before and kept as bytes, such as the learner's own completion from the store.
    pub fn from_stored(kind: Kind, bytes: Vec<u8>) -> Self {
        Self { kind, bytes }
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The binary, as in a `.yoshu` file.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The binary.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
