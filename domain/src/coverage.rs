//! Coverage: which stretches of a video were really played, as a set of disjoint half-open
//! stretches. Rewatching counts once and any order counts, because a union knows neither.

use alloc::vec::Vec;

use serde::{Deserialize, Deserializer, Serialize};

use crate::unit::{MediaMs, Percent};

/// A stretch of a video, from `start` up to but not including `end`; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    start: MediaMs,
    end: MediaMs,
}

impl Span {
    /// The stretch `start..end`; `None` unless `start < end`.
    #[must_use]
    pub const fn new(start: MediaMs, end: MediaMs) -> Option<Self> {
        if start.0 < end.0 { Some(Self { start, end }) } else { None }
    }

    /// The first position of the stretch.
    #[must_use]
    pub const fn start(self) -> MediaMs {
        self.start
    }

    /// The first position after the stretch.
    #[must_use]
    pub const fn end(self) -> MediaMs {
        self.end
    }

    /// How long the stretch is.
    #[must_use]
    pub const fn length(self) -> MediaMs {
        MediaMs(self.end.0 - self.start.0)
    }

    /// The part of this stretch before `end`, if any.
    #[must_use]
    pub fn before(self, end: MediaMs) -> Option<Self> {
        Self::new(self.start, self.end.min(end))
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Ends {
            start: MediaMs,
            end: MediaMs,
        }
        let ends = Ends::deserialize(from)?;
        Self::new(ends.start, ends.end)
            .ok_or_else(|| serde::de::Error::custom("a stretch ends after it starts"))
    }
}

/// The stretches of one video that were played: sorted, disjoint, never touching.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    spans: Vec<Span>,
}

impl Coverage {
    /// Nothing played yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { spans: Vec::new() }
    }

    /// Adds a stretch; what was there already is not counted again.
    pub fn insert(&mut self, span: Span) {
        // Ordinary playing adds to the end of the last stretch: no search, no shifting.
        if let Some(last) = self.spans.last_mut()
            && last.start <= span.start
            && span.start <= last.end
        {
            last.end = last.end.max(span.end);
            return;
        }
        let from = self.spans.partition_point(|s| s.end < span.start);
        let to = self.spans.partition_point(|s| s.start <= span.end);
        let joined = self.spans[from..to].iter().fold(span, |joined, s| Span {
            start: joined.start.min(s.start),
            end: joined.end.max(s.end),
        });
        self.spans.splice(from..to, [joined]);
    }

    /// Adds all stretches of another coverage of the same video.
    pub fn union(&mut self, other: &Self) {
        for span in &other.spans {
            self.insert(*span);
        }
    }

    /// The stretches, in order; no two of them touch.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Is nothing played yet?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The sum of all stretches, in milliseconds, wherever they lie.
    #[must_use]
    pub fn covered_ms(&self) -> u32 {
        self.spans.iter().map(|s| s.length().0).sum()
    }

    /// The sum of all stretches within a video of this length.
    #[must_use]
    pub fn covered_within(&self, duration: MediaMs) -> MediaMs {
        MediaMs(self.spans.iter().filter_map(|s| s.before(duration)).map(|s| s.length().0).sum())
    }

    /// Was this position played?
    #[must_use]
    pub fn contains(&self, position: MediaMs) -> bool {
        let after = self.spans.partition_point(|s| s.start <= position);
        after > 0 && position < self.spans[after - 1].end
    }

    /// Was this whole stretch played?
    #[must_use]
    pub fn includes(&self, span: Span) -> bool {
        let after = self.spans.partition_point(|s| s.start <= span.start);
        after > 0 && span.end <= self.spans[after - 1].end
    }

    /// What of a video of this length was not played, in order.
    #[must_use]
    pub fn gaps(&self, duration: MediaMs) -> Vec<Span> {
        let mut gaps = Vec::new();
        let mut from = MediaMs::ZERO;
        for span in &self.spans {
            gaps.extend(Span::new(from, span.start.min(duration)));
            from = span.end;
        }
        gaps.extend(Span::new(from, duration));
        gaps
    }

    /// How much of a video of this length was not played, all gaps together.
    #[must_use]
    pub fn remaining(&self, duration: MediaMs) -> MediaMs {
        duration.saturating_sub(self.covered_within(duration))
    }

    /// Is a video of this length watched: is what remains, all gaps together, within the tolerance?
    #[must_use]
    pub fn is_watched(&self, duration: MediaMs, tolerance: MediaMs) -> bool {
        self.remaining(duration) <= tolerance
    }

    /// How much of a video of this length was played, rounded down.
    #[must_use]
    pub fn percent(&self, duration: MediaMs) -> Percent {
        Percent::of(u64::from(self.covered_within(duration).0), u64::from(duration.0))
    }
}

impl FromIterator<Span> for Coverage {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut coverage = Self::new();
        for span in spans {
            coverage.insert(span);
        }
        coverage
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Span {
        Span::new(MediaMs(start), MediaMs(end)).unwrap()
    }

    fn played(spans: &[(u32, u32)]) -> Coverage {
        spans.iter().map(|&(start, end)| span(start, end)).collect()
    }

    #[test]
    fn a_stretch_is_never_empty() {
        assert_eq!(Span::new(MediaMs(5), MediaMs(5)), None);
        assert_eq!(Span::new(MediaMs(6), MediaMs(5)), None);
        assert!(serde_json::from_str::<Span>(r#"{"start":5,"end":5}"#).is_err());
    }

    #[test]
    fn rewatching_counts_once() {
        assert_eq!(played(&[(0, 1000), (0, 1000), (500, 900)]).covered_ms(), 1000);
    }

    #[test]
    fn touching_stretches_become_one() {
        assert_eq!(played(&[(1000, 2000), (0, 1000)]).spans(), [span(0, 2000)]);
        assert_eq!(played(&[(0, 10), (20, 30), (10, 20)]).spans(), [span(0, 30)]);
    }

    #[test]
    fn one_long_stretch_swallows_many_short_ones() {
        let coverage = played(&[(10, 20), (30, 40), (50, 60), (15, 55)]);
        assert_eq!(coverage.spans(), [span(10, 60)]);
    }

    #[test]
    fn an_early_stretch_joins_those_it_reaches() {
        let coverage = played(&[(100, 200), (300, 400), (500, 600), (0, 350)]);
        assert_eq!(coverage.spans(), [span(0, 400), span(500, 600)]);
    }

    #[test]
    fn gaps_are_what_was_not_played() {
        let coverage = played(&[(100, 200), (300, 400)]);
        assert_eq!(coverage.gaps(MediaMs(500)), [span(0, 100), span(200, 300), span(400, 500)]);
        assert_eq!(coverage.gaps(MediaMs(350)), [span(0, 100), span(200, 300)]);
        assert_eq!(coverage.gaps(MediaMs(50)), [span(0, 50)]);
    }

    #[test]
    fn a_second_may_be_missing_in_all_and_not_a_millisecond_more() {
        let duration = MediaMs(60_000);
        let tolerance = MediaMs(1_000);
        assert!(played(&[(500, 59_500)]).is_watched(duration, tolerance));
        assert!(!played(&[(500, 59_499)]).is_watched(duration, tolerance));
        assert!(!played(&[(59_000, 60_000)]).is_watched(duration, tolerance));
    }

    #[test]
    fn what_lies_beyond_the_end_does_not_count() {
        let coverage = played(&[(0, 400), (900, 9_000)]);
        assert_eq!(coverage.remaining(MediaMs(1_000)), MediaMs(500));
        assert_eq!(coverage.percent(MediaMs(1_000)).get(), 50);
    }

    #[test]
    fn a_position_is_played_only_inside_a_stretch() {
        let coverage = played(&[(100, 200)]);
        assert!(!coverage.contains(MediaMs(99)));
        assert!(coverage.contains(MediaMs(100)));
        assert!(!coverage.contains(MediaMs(200)));
    }
}
