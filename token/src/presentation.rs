//! Presentations (token spec §9): a completion together with the proof that the device which learned is here now.

use alloc::vec;
use alloc::vec::Vec;

use crate::calendar::UnixSeconds;
use crate::cbor::{Int, TOKEN_MAX_ENTRIES, Value};
use crate::claims::Confirmation;
use crate::cose::{Draft, Kind, Sealed};
use crate::identifier::{SessionId, sha256_prefix};
use crate::key::{CompressedPoint, PublicKey};
use crate::refusal::{ProofFault, Refusal};

/// The code of a room, 4 to 16 bytes: six digits that the verifier shows, new every 10 minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomCode(Vec<u8>);

impl RoomCode {
    /// A room code; nothing if it is shorter than 4 or longer than 16 bytes.
    pub fn new(code: &[u8]) -> Option<Self> {
        (4..=16).contains(&code.len()).then(|| Self(code.into()))
    }

    /// The code.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The room in which the instructor checks: its session and the codes accepted now (the current and the previous).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// The session.
    pub session: SessionId,
    /// Accepted codes.
    pub codes: Vec<RoomCode>,
}

/// A presentation ready to be signed by the learner's device.
#[derive(Clone, Debug)]
pub struct PresentationDraft {
    token: Vec<u8>,
    key: PublicKey,
    at: UnixSeconds,
    proof: Draft,
}

impl PresentationDraft {
    /// Binds a sealed completion to a room: `key` is the device's, `at` the time of the device.
    pub fn new(
        token: &Sealed,
        key: &PublicKey,
        session: &SessionId,
        code: &RoomCode,
        at: UnixSeconds,
    ) -> Self {
        let token = token.as_bytes().to_vec();
        let proof = proof_draft(&token, session, code, at);
        Self { token, key: key.clone(), at, proof }
    }

    /// The message for ECDSA with SHA-256.
    pub fn to_be_signed(&self) -> Vec<u8> {
        self.proof.to_be_signed()
    }

    /// The presentation with its signature r‖s.
    pub fn seal(self, signature: [u8; 64]) -> Sealed {
        let parts = vec![
            Value::Bytes(self.token),
            Value::bytes(self.key.compressed().as_bytes()),
            Value::uint(self.at.0),
            Value::bytes(&signature),
        ];
        Sealed::new(Kind::Presentation, Value::Array(parts).encode())
    }
}

/// A draft of the proof payload `[SHA-256(token)[0..16], session, code, t]`.
fn proof_draft(token: &[u8], session: &SessionId, code: &RoomCode, at: UnixSeconds) -> Draft {
    let payload = Value::Array(vec![
        Value::bytes(&sha256_prefix::<16>(token)),
        Value::text(session.as_str()),
        Value::bytes(code.as_bytes()),
        Value::uint(at.0),
    ]);
    Draft::new(Kind::Presentation, None, payload.encode())
}

/// A presentation taken apart: the token in it is judged for itself, the proof afterwards.
#[derive(Clone, Debug)]
pub struct Presentation {
    /// The completion, not judged yet.
    pub token: Vec<u8>,
    proof: Result<Proof, ProofFault>,
}

#[derive(Clone, Debug)]
struct Proof {
    key: CompressedPoint,
    at: UnixSeconds,
    signature: [u8; 64],
}

impl Presentation {
    /// Takes the bytes apart. What is wrong with the proof alone is kept for [`Presentation::check`].
    ///
    /// # Errors
    /// Bytes from which no token can be taken.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        let Value::Array(parts) = Value::decode(bytes, TOKEN_MAX_ENTRIES)? else {
            return Err(Refusal::ProofShape);
        };
        let mut parts = parts.into_iter();
        let Some(Value::Bytes(token)) = parts.next() else { return Err(Refusal::ProofShape) };
        Ok(Self { token, proof: read_proof(parts.collect()) })
    }

    /// Whether the device that `confirmation` names has signed for this room. Returns what the device's clock said.
    pub fn check(
        &self,
        confirmation: Option<&Confirmation>,
        room: &Room,
    ) -> Result<UnixSeconds, ProofFault> {
        let proof = self.proof.as_ref().map_err(Clone::clone)?;
        let key = PublicKey::from_compressed(proof.key).map_err(|_| ProofFault::KeyPoint)?;
        let is_the_key = match confirmation.ok_or(ProofFault::NoConfirmation)? {
            Confirmation::Key(point) => *point == proof.key,
            Confirmation::Thumb(thumb) => *thumb == key.thumb(),
        };
        if !is_the_key {
            return Err(ProofFault::Key);
        }
        let is_for = |code| {
            proof_draft(&self.token, &room.session, code, proof.at)
                .is_signed_by(&key, &proof.signature)
        };
        if room.codes.iter().any(is_for) { Ok(proof.at) } else { Err(ProofFault::Signature) }
    }
}

fn read_proof(parts: Vec<Value>) -> Result<Proof, ProofFault> {
    let Ok([Value::Bytes(key), Value::Int(Int::Uint(at)), Value::Bytes(signature)]) =
        <[Value; 3]>::try_from(parts)
    else {
        return Err(ProofFault::Shape);
    };
    let key: [u8; 33] = key.try_into().map_err(|_| ProofFault::Shape)?;
    let signature = signature.try_into().map_err(|_| ProofFault::Shape)?;
    let key = CompressedPoint::from_slice(&key).ok_or(ProofFault::KeyPoint)?;
    Ok(Proof { key, at: UnixSeconds(at), signature })
}
