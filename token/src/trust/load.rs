//! Loading a signed trust list, in the order of §6.

use core::fmt;

use super::TrustList;
use super::decode::Parsed;
use crate::cbor::TRUST_LIST_MAX_ENTRIES;
use crate::cose::{Kind, Sign1};
use crate::identifier::Kid;
use crate::key::PublicKey;
use crate::refusal::coded;

/// The root keys a verifier knows.
#[derive(Clone, Copy, Debug)]
pub struct Roots<'a> {
    /// Those it believes: the site's at the first load, afterwards [`TrustList::pins`] of the last list.
    pub pinned: &'a [PublicKey],
    /// Those in the site's settings now. They are never believed here: they only tell a list by an unannounced root
    /// (`E_TRUST_ROOT`) from a changed one (`E_TRUST_SIG`).
    pub site: &'a [PublicKey],
}

impl<'a> Roots<'a> {
    /// The first load: the site's roots are pinned.
    pub fn first(site: &'a [PublicKey]) -> Self {
        Self { pinned: site, site }
    }
}

coded! {
    /// Why a trust list is not taken; the stored one stays.
    pub enum TrustError {
        /// Not a trust list.
        "E_TRUST_FORMAT" Format,
        /// Signed by a root that no pinned root has announced.
        "E_TRUST_ROOT" Root,
        /// The signature does not match.
        "E_TRUST_SIG" Signature,
        /// The same key id twice.
        "E_TRUST_DUP_KID" DuplicateKid {
            /// The key id.
            kid: Kid,
        },
        /// A key id that is not its key's.
        "E_TRUST_KID" Kid {
            /// The key id.
            kid: Kid,
        },
        /// A key that is not a point of the curve.
        "E_KEY_POINT" KeyPoint,
        /// An older list than the stored one.
        "E_TRUST_ROLLBACK" Rollback {
            /// Number of this list.
            seq: u64,
            /// Number of the stored list.
            stored_seq: u64,
        },
    }
}

impl TrustList {
    /// Checks the bytes of `trust.cose` and takes the list, or says why not. `stored_seq` is the number of the list
    /// in the store.
    pub fn load(
        bytes: &[u8],
        roots: Roots<'_>,
        stored_seq: Option<u64>,
    ) -> Result<Self, TrustError> {
        let signed = Sign1::open(bytes, TRUST_LIST_MAX_ENTRIES).map_err(|_| TrustError::Format)?;
        let parsed = Parsed::read(&signed.payload)?;
        let root = find_root(&signed, roots)?;
        let (body, kids) = parsed.check_keys()?;
        match stored_seq {
            Some(stored_seq) if body.seq < stored_seq => {
                Err(TrustError::Rollback { seq: body.seq, stored_seq })
            }
            _ => Ok(Self { kids, body, root: root.clone() }),
        }
    }
}

/// The pinned root that signed the list.
fn find_root<'a>(signed: &Sign1, roots: Roots<'a>) -> Result<&'a PublicKey, TrustError> {
    let named = |root: &&PublicKey| signed.kid.is_none_or(|kid| kid == root.kid());
    let signs = |root: &&PublicKey| signed.is_signed_by(root, Kind::TrustList);
    if let Some(root) = roots.pinned.iter().filter(named).find(signs) {
        return Ok(root);
    }
    let names_a_pinned_root = signed.kid.is_some() && roots.pinned.iter().any(|root| named(&root));
    let is_by_a_root_of_the_site = roots.site.iter().filter(named).any(|root| signs(&root));
    let is_by_an_unknown_root = signed.kid.is_some() && !names_a_pinned_root;
    Err(if is_by_a_root_of_the_site || is_by_an_unknown_root {
        TrustError::Root
    } else {
        TrustError::Signature
    })
}
