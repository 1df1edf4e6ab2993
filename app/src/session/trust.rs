//! The trust list: loaded by token spec §6, the old one kept when a new one is not to be believed.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use token::calendar::UnixSeconds;
use token::key::PublicKey;
use token::trust::{Roots, TrustError, TrustList};

use super::Session;
use super::keeper::Keeper;
use crate::browser::fetch::{self, FetchFault};
use crate::paths::content;

/// Names in the store.
const LIST: &str = "trust-list";
const PINS: &str = "trust-pins";
/// The number of the list, kept with it.
const SEQ: &str = "trust-seq";
const CLOCK_FLOOR: &str = "clock-floor";

/// Why the newest trust list is not in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrustFault {
    /// It could not be had.
    Fetch(FetchFault),
    /// It is not to be believed.
    Refused(TrustError),
    /// The site names no root key, so no list can be believed.
    NoRoots,
}

/// The trust list in use, and what is wrong with a newer one.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// The list in use.
    pub list: Option<Arc<TrustList>>,
    /// Why the newest list is not in use.
    pub fault: Option<TrustFault>,
    /// Whether a list is being loaded.
    pub is_loading: bool,
    /// The latest moment that is known to have passed: the last run, or an A2 token's completion.
    pub clock_floor: Option<UnixSeconds>,
}

impl Session {
    /// The trust list (tracked).
    pub fn trust(self) -> Trust {
        self.trust.get()
    }

    /// Loads the kept list, then the site's. Call it when the instructor's page opens; no other
    /// request is made while tokens are judged.
    pub fn load_trust(self) {
        self.trust.update(|trust| trust.is_loading = true);
        spawn_local(async move {
            self.recall_trust().await;
            let outcome = match fetch::bytes(content::TRUST).await {
                Ok(bytes) => self.take_trust(&bytes).await,
                Err(fault) => Err(TrustFault::Fetch(fault)),
            };
            self.trust.update(|trust| {
                trust.fault = outcome.err();
                trust.is_loading = false;
            });
        });
    }

    /// Takes a trust list from a file.
    ///
    /// # Errors
    /// [`TrustFault`]; the list in use stays.
    pub async fn load_trust_file(self, bytes: &[u8]) -> Result<(), TrustFault> {
        let outcome = self.take_trust(bytes).await;
        self.trust.update(|trust| trust.fault = outcome.clone().err());
        outcome
    }

    /// Notes a moment that has certainly passed: the session's own run, or a token of level A2 or more.
    pub fn raise_clock_floor(self, floor: UnixSeconds) {
        if self.trust.with_untracked(|trust| trust.clock_floor.is_some_and(|now| now >= floor)) {
            return;
        }
        self.trust.update(|trust| trust.clock_floor = Some(floor));
        let keeper = self.keeper();
        spawn_local(async move {
            // Unkept, the floor holds for this run alone.
            let _ = keeper.store().put(CLOCK_FLOOR, &floor.0.to_string()).await;
        });
    }

    async fn recall_trust(self) {
        let keeper = self.keeper();
        let pins = pins(&keeper).await;
        let kept = keeper.store().get(LIST).await.ok().flatten().and_then(|hex| from_hex(&hex));
        let floor = keeper.store().get(CLOCK_FLOOR).await.ok().flatten();
        let list = kept.and_then(|bytes| {
            TrustList::load(&bytes, Roots { pinned: &pins, site: &[] }, None).ok()
        });
        self.trust.update(|trust| {
            let in_use = trust.list.as_ref().map(|list| list.seq());
            if let Some(list) = list.filter(|list| in_use.is_none_or(|seq| seq < list.seq())) {
                trust.list = Some(Arc::new(list));
            }
            trust.clock_floor =
                trust.clock_floor.max(floor.and_then(|s| s.parse().ok()).map(UnixSeconds));
        });
    }

    async fn take_trust(self, bytes: &[u8]) -> Result<(), TrustFault> {
        let keeper = self.keeper();
        // Another tab may have kept a newer list meanwhile.
        self.recall_trust().await;
        let site: Vec<PublicKey> = self
            .catalog
            .with_untracked(|catalog| Some(catalog.as_ref().ok()?.site.roots.clone()))
            .unwrap_or_default()
            .iter()
            .filter_map(|root| PublicKey::from_slice(&from_hex(root)?).ok())
            .collect();
        let kept = pins(&keeper).await;
        let pinned = if kept.is_empty() { &site } else { &kept };
        if pinned.is_empty() {
            return Err(TrustFault::NoRoots);
        }
        // From here until it is in use nothing is awaited: of two lists that come at once, the lower one is refused.
        let seq = self.trust.with_untracked(|trust| trust.list.as_ref().map(|list| list.seq()));
        let list = TrustList::load(bytes, Roots { pinned, site: &site }, seq)
            .map_err(TrustFault::Refused)?;
        let pins: Vec<String> =
            list.pins(pinned).iter().map(|root| to_hex(root.compressed().as_bytes())).collect();
        let seq = list.seq();
        self.trust.update(|trust| trust.list = Some(Arc::new(list)));
        let texts: [(&str, &str); 3] =
            [(PINS, &pins.join(" ")), (LIST, &to_hex(bytes)), (SEQ, &seq.to_string())];
        let outweighs = |kept: &str| kept.parse::<u64>().is_ok_and(|kept| kept > seq);
        // Unkept, the list holds for this run alone; the next one loads it again.
        let _ = keeper.store().put_unless(&texts, SEQ, outweighs).await;
        Ok(())
    }
}

/// The root keys that were pinned at the first load, and those announced since.
async fn pins(keeper: &Rc<Keeper>) -> Vec<PublicKey> {
    let pins = keeper.store().get(PINS).await.ok().flatten().unwrap_or_default();
    pins.split(' ').filter_map(|pin| PublicKey::from_slice(&from_hex(pin)?).ok()).collect()
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        for digit in [byte >> 4, byte & 15] {
            hex.push(char::from_digit(u32::from(digit), 16).unwrap_or_default());
        }
        hex
    })
}

fn from_hex(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = hex.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits.filter(|digits| !digits.is_empty() && digits.len().is_multiple_of(2))?;
    digits.chunks_exact(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
}
