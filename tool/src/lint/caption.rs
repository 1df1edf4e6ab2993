//! Captions without holes, and sources: what makes a chapter usable and checkable. That captions, posters and
//! alternative texts are there at all is the readers' business.

use domain::unit::MediaMs;

use super::{Inspector, cite, cite_supposed};
use crate::author::form;
use crate::breach::Breach;

/// Reports stretches of a video without captions, and chapters without sources.
pub(super) fn check(inspector: &Inspector<'_>) {
    let Some((own, estimate)) = inspector.estimate() else { return };
    let gap = MediaMs::from_seconds(estimate.caption_gap_seconds.value.into());
    let cited = || cite_supposed(own, &estimate.caption_gap_seconds);
    for (sheet, chapter) in inspector.chapters() {
        let Some(cues) = &sheet.captions else { continue };
        let mut spoken = MediaMs::ZERO;
        for cue in cues {
            if cue.start > spoken.saturating_add(gap) {
                let breach = Breach::CaptionsGap {
                    from: form::show_position(spoken),
                    to: form::show_position(cue.start),
                    seconds: (cue.start.0 - spoken.0) / 1000,
                };
                inspector.find_at(&cue.place, breach, cited());
            }
            spoken = spoken.max(cue.end);
        }
        let silent = chapter.duration.0.saturating_sub(spoken.0);
        if let Some(last) = cues.last().filter(|_| sheet.timed && silent > gap.0) {
            let breach = Breach::CaptionsEndEarly {
                end: form::show_position(spoken),
                video: form::show_position(chapter.duration),
                seconds: silent / 1000,
            };
            inspector.find_at(&last.place, breach, cited());
        }
    }
    for (sheet, text) in inspector.subject.chapters.iter().zip(&inspector.subject.course.chapters) {
        // A chapter that could not be read has no text either.
        if text.sources.is_empty() && !text.html.is_empty() {
            let breach = Breach::ChapterWithoutSources { chapter: sheet.id.to_string() };
            inspector.find_at(&sheet.place, breach, cite(own, Some(&estimate.sources)));
        }
    }
}
