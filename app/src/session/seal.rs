//! Seals a completion with the device's own key.

use domain::catalog::Pool;
use domain::completion::{self, NameChoice, NotComplete};
use domain::journal::Event;
use leptos::prelude::*;
use token::claims::{ClaimsError, Completion, Signer};
use token::identifier::Cti;
use token::key::{CompressedPoint, PublicKey};

use super::{CourseFault, Entry, Session};
use crate::browser::key::KeyFault;
use crate::browser::{clock, random, text_rules};

/// Why no token could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealFault {
    /// Something is missing, or cannot stand in a token.
    NotComplete(NotComplete),
    /// The course's questions could not be had.
    Course(CourseFault),
    /// The device's key cannot be had or does not sign.
    Key(KeyFault),
    /// The claims have no valid form.
    Claims(ClaimsError),
}

impl Session {
    /// What [`Self::seal`] would sign now (tracked), but for what is made only then: the name is left out, the id and
    /// the device's key are not the real ones.
    ///
    /// # Errors
    /// What would keep it from being sealed.
    pub fn to_be_sealed(
        self,
        entry: &Entry,
        pool: Option<&Pool>,
    ) -> Result<Completion, NotComplete> {
        let (cti, key) = (Cti([0; 16]), CompressedPoint::from_x([0; 32], false));
        self.journal.with(|journal| {
            let (name, now) = (NameChoice::LeaveOut, clock::now());
            completion::claims(entry, pool, journal, name, cti, key, now)
        })
    }

    /// Makes a completion token, with the learner's name if wanted, and records it. Sealed again, a
    /// completion gets another token with the same dates.
    ///
    /// # Errors
    /// Any [`SealFault`]; nothing was recorded then.
    pub async fn seal(self, entry: &Entry, with_name: bool) -> Result<Vec<u8>, SealFault> {
        self.note_completions();
        let course = self.loaded(entry).await.map_err(SealFault::Course)?;
        let key = self.keeper().device_key().await.map_err(SealFault::Key)?;
        let point = key.public_point().await.map_err(SealFault::Key)?;
        let public = PublicKey::from_raw(&point).map_err(|_| SealFault::Key(KeyFault::Refused))?;
        let name = if with_name {
            NameChoice::Include(text_rules::is_printable)
        } else {
            NameChoice::LeaveOut
        };
        let cti = Cti(random::bytes());
        let claims = self.journal.with_untracked(|journal| {
            let now = clock::now();
            let pool = course.pool.as_ref();
            completion::claims(entry, pool, journal, name, cti, public.compressed(), now)
        });
        let claims = claims.map_err(SealFault::NotComplete)?;
        let draft = claims.draft(Signer::Device).map_err(SealFault::Claims)?;
        let signature = key.sign(&draft.to_be_signed()).await.map_err(SealFault::Key)?;
        // A token that does not verify must never reach a learner, whatever the browser did.
        if !draft.is_signed_by(&public, &signature) {
            return Err(SealFault::Key(KeyFault::Refused));
        }
        let token = draft.seal(signature).into_bytes();
        self.record(Event::Sealed {
            course: entry.outline.id.clone(),
            content: entry.content,
            cti,
            token: token.clone(),
            at: clock::now(),
        });
        Ok(token)
    }
}
