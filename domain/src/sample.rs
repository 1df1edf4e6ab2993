//! Large data for benches: a long journal, a diligent learner's years, as the portal would have written them; and a
//! large library to search in.

mod library;

use alloc::format;
use alloc::vec::Vec;

pub use library::library;
use token::identifier::CourseId;

use crate::catalog::{ChapterId, MediaName};
use crate::coverage::Span;
use crate::journal::Event;
use crate::random::SplitMix64;
use crate::unit::{MediaMs, UnixMs};

const CHAPTERS: usize = 8;
const CHAPTER_MS: u32 = 600_000;

/// So many events: five-second stretches of playing in a dozen courses of eight chapters, with jumps
/// and rewatching, and a stop every minute. The same seed gives the same events.
#[must_use]
pub fn events(count: usize, seed: u64) -> Vec<Event> {
    let mut random = SplitMix64::new(seed);
    let mut position = 0;
    let mut chapter = 0;
    let mut events = Vec::with_capacity(count);
    while events.len() < count {
        let step = events.len();
        if step % 40 == 0 {
            // Now and then another chapter, or another place in it.
            chapter = random.below(12 * CHAPTERS);
            position = random.below(CHAPTER_MS as usize - 5_000) as u32;
        }
        let at = UnixMs(1_795_000_000_000 + step as i64 * 5_000);
        let Some(played) = playing(chapter, position, at, step % 12 == 11) else { break };
        events.push(played);
        position = (position + 5_000) % (CHAPTER_MS - 5_000);
    }
    events
}

fn playing(chapter: usize, position: u32, at: UnixMs, stops: bool) -> Option<Event> {
    let course: CourseId = format!("course-{:02}", chapter / CHAPTERS).parse().ok()?;
    let video = MediaName::new(&format!("{:016x}.mp4", chapter * 7_919))?;
    let chapter = ChapterId::new(&format!("{:02}-chapter", chapter % CHAPTERS))?;
    let position = MediaMs(position);
    if stops {
        return Some(Event::Stopped { course, chapter, video, position, at });
    }
    let span = Span::new(position, position.saturating_add(MediaMs(5_000)))?;
    Some(Event::Watched { course, chapter, video, span, at })
}
