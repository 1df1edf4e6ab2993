//! The video workshop: films made from a narration and drawn slides ([`engine`]), and an organiser's own recording brought
//! into the portal's form ([`recording`]). Both are made by other programs (Python, Open JTalk, Chromium, ffmpeg); here
//! stands how they are asked, how far they are, and what is missing when they are not there.

pub mod captions;
pub mod engine;
pub mod ffmpeg;
pub mod length;
pub mod recording;
