//! The Yoshu token family, version 1: compact signed objects that show offline, to whoever holds the trust list, that
//! the e-learning part of a split course was completed, and how far that can be relied on.
//!
//! The learner's page fills in a [`claims::Completion`], has the device sign its [`cose::Draft`], and shows the
//! [`cose::Sealed`] object as a QR code. The instructor's page reads it ([`text::Scanned`]) and gets a
//! [`judge::Verdict`] or a [`refusal::Refusal`]. This crate has no clock, no store, no network and no private key:
//! the time is an argument, and signatures are made elsewhere.
//!
//! A device's signature proves that a token was not changed, never that anybody learned: the level is part of the
//! verdict and belongs on the screen.
//!
//! ```
//! use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
//! use token::calendar::{Period, UnixSeconds};
//! use token::claims::{Completion, Confirmation, Level, Score, Signer};
//! use token::identifier::Cti;
//! use token::judge::{Circumstances, Class, judge};
//! use token::key::PublicKey;
//! use token::text::Scanned;
//! use token::trust::{CoursePolicy, Roots, TrustBody, TrustList};
//!
//! // Keys live outside this crate: in WebCrypto, or in the organiser's tool.
//! let sign = |secret: &SigningKey, message: &[u8]| -> [u8; 64] {
//!     let signature: Signature = secret.sign(message);
//!     signature.to_bytes().into()
//! };
//! let public = |secret: &SigningKey| {
//!     PublicKey::from_raw(secret.verifying_key().to_encoded_point(false).as_bytes()).unwrap()
//! };
//! let (root, device) = (SigningKey::from_slice(&[1; 32]).unwrap(), SigningKey::from_slice(&[2; 32]).unwrap());
//!
//! // The organiser signs a trust list.
//! let policy = CoursePolicy {
//!     course: "first-aid".parse().unwrap(),
//!     content: vec!["e3c5966d47d536d9".parse().unwrap()],
//!     pass_percent: 80,
//!     validity: Period::Months(1),
//!     grace_days: 7,
//!     minimum_level: Level::A0,
//!     older_content: vec![],
//!     title: None,
//!     minutes: None,
//!     series: None,
//! };
//! let list = TrustBody {
//!     seq: 1,
//!     issued: UnixSeconds(1_795_000_000),
//!     next_update: UnixSeconds(1_797_600_000),
//!     keys: vec![],
//!     revoked: vec![],
//!     courses: vec![policy],
//!     next_roots: vec![],
//! };
//! let draft = list.draft(Some(public(&root).kid())).unwrap();
//! let signature = sign(&root, &draft.to_be_signed());
//! let trust_cose = draft.seal(signature).into_bytes();
//!
//! // The learner's device seals a completion.
//! let completed = UnixSeconds(1_795_154_400);
//! let completion = Completion {
//!     expires: completed.jst_date().due(Period::Months(1)).end(),
//!     issued: completed,
//!     cti: Cti(*b"16 random bytes!"),
//!     confirmation: Some(Confirmation::Key(public(&device).compressed())),
//!     course: "first-aid".parse().unwrap(),
//!     content: "e3c5966d47d536d9".parse().unwrap(),
//!     score: Score::new(9, 10).unwrap(),
//!     checks: None,
//!     watched: None,
//!     evidence: None,
//!     missed: None,
//!     name: None,
//!     enrolment: None,
//!     codes: vec![],
//! };
//! let draft = completion.draft(Signer::Device).unwrap();
//! let signature = sign(&device, &draft.to_be_signed());
//! let qr = draft.seal(signature).qr();
//!
//! // The instructor's page judges it.
//! let trust = TrustList::load(&trust_cose, Roots::first(&[public(&root)]), None).unwrap();
//! let verdict = judge(
//!     &Scanned::read(&qr).unwrap(),
//!     &Circumstances {
//!         trust: Some(&trust),
//!         now: UnixSeconds(1_796_428_800),
//!         session_date: "2026-12-05".parse().unwrap(),
//!         course: None,
//!         roster: None,
//!         seen: None,
//!         clock_floor: None,
//!         printable_nfc: |name| name.is_ascii(),
//!     },
//! )
//! .unwrap();
//! assert_eq!((verdict.class, verdict.level), (Class::Ok, Level::A0));
//! assert_eq!(verdict.due.to_string(), "2026-12-20");
//! ```
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

pub mod base45;
pub mod calendar;
pub mod cbor;
pub mod claims;
pub mod cose;
pub mod identifier;
pub mod judge;
pub mod key;
pub mod presentation;
pub mod refusal;
pub mod text;
pub mod ticket;
pub mod trust;
