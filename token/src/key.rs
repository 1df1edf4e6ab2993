//! Public keys: points of P-256, their RFC 9679 thumbprints and key ids (token spec §5). This crate never holds a
//! private key.

use core::fmt;

use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::cbor::Value;
use crate::identifier::{KeyThumb, Kid};

/// The bytes are not a point of P-256 in the wanted form (`E_KEY_POINT`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadPoint;

impl fmt::Display for BadPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a point of the curve P-256")
    }
}

impl core::error::Error for BadPoint {}

/// 33 bytes that claim to be a compressed point; nothing has been checked but the first byte (2 or 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CompressedPoint([u8; 33]);

impl CompressedPoint {
    /// From the x coordinate and whether y is odd (COSE_Key −2 and −3).
    pub fn from_x(x: [u8; 32], y_is_odd: bool) -> Self {
        let mut point = [if y_is_odd { 3 } else { 2 }; 33];
        point[1..].copy_from_slice(&x);
        Self(point)
    }

    /// From 33 bytes in SEC1 compressed form.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        let point: [u8; 33] = bytes.try_into().ok()?;
        matches!(point[0], 2 | 3).then_some(Self(point))
    }

    /// The 33 bytes in SEC1 compressed form.
    pub fn as_bytes(&self) -> &[u8; 33] {
        &self.0
    }

    /// The x coordinate.
    pub fn x(&self) -> &[u8] {
        &self.0[1..]
    }

    /// Whether y is odd.
    pub fn y_is_odd(&self) -> bool {
        self.0[0] == 3
    }
}

/// A point of P-256 that has been checked: on the curve and not infinity.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Checks a compressed point.
    pub fn from_compressed(point: CompressedPoint) -> Result<Self, BadPoint> {
        VerifyingKey::from_sec1_bytes(&point.0).map(Self).map_err(|_| BadPoint)
    }

    /// Reads 33 bytes in compressed form, as trust lists and `site.json` hold them.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, BadPoint> {
        Self::from_compressed(CompressedPoint::from_slice(bytes).ok_or(BadPoint)?)
    }

    /// Reads 65 bytes in uncompressed form, as WebCrypto's `exportKey("raw", …)` gives them.
    pub fn from_raw(bytes: &[u8]) -> Result<Self, BadPoint> {
        if bytes.len() != 65 || bytes[0] != 4 {
            return Err(BadPoint);
        }
        VerifyingKey::from_sec1_bytes(bytes).map(Self).map_err(|_| BadPoint)
    }

    /// The point in compressed form.
    pub fn compressed(&self) -> CompressedPoint {
        let mut point = [0; 33];
        point.copy_from_slice(self.0.to_encoded_point(true).as_bytes());
        CompressedPoint(point)
    }

    /// The RFC 9679 thumbprint: SHA-256 over deterministic `{1: 2, -1: 1, -2: x, -3: y}`, y uncompressed.
    pub fn thumbprint(&self) -> [u8; 32] {
        let point = self.0.to_encoded_point(false);
        let coordinates = &point.as_bytes()[1..];
        let cose_key = Value::map([
            (1, Value::uint(2)),
            (-1, Value::uint(1)),
            (-2, Value::bytes(&coordinates[..32])),
            (-3, Value::bytes(&coordinates[32..])),
        ]);
        Sha256::digest(cose_key.encode()).into()
    }

    /// The key id: the first 8 bytes of the thumbprint.
    pub fn kid(&self) -> Kid {
        let mut kid = [0; 8];
        kid.copy_from_slice(&self.thumbprint()[..8]);
        Kid(kid)
    }

    /// The first 16 bytes of the thumbprint, for a confirmation by thumbprint.
    pub fn thumb(&self) -> KeyThumb {
        let mut thumb = [0; 16];
        thumb.copy_from_slice(&self.thumbprint()[..16]);
        KeyThumb(thumb)
    }

    /// Whether `signature` (r‖s, 64 bytes) is this key's ECDSA signature with SHA-256 over `message`.
    ///
    /// Both (r, s) and (r, n−s) verify: never identify a token by its bytes.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify(message, &signature).is_ok())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.kid())
    }
}
