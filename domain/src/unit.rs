//! Numbers and texts that must not be confused with others of the same shape.

use alloc::string::String;
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use token::calendar::{JstDate, UnixSeconds};

/// A position or a length on a video's own time line, in milliseconds.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct MediaMs(pub u32);

impl MediaMs {
    /// The start of a video.
    pub const ZERO: Self = Self(0);

    /// Whole seconds; anything beyond 49 days becomes the greatest length there is.
    #[must_use]
    pub const fn from_seconds(seconds: u32) -> Self {
        Self(seconds.saturating_mul(1000))
    }

    /// Whole seconds, the rest cut off.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0 / 1000
    }

    /// Whole seconds, a started second counted as a whole one: what "remaining 37 s" must say.
    #[must_use]
    pub const fn seconds_up(self) -> u32 {
        self.0.div_ceil(1000)
    }

    /// `self − other`, not below zero.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// `self + other`, not above the greatest length.
    #[must_use]
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// A moment of the wall clock: milliseconds since 1970-01-01 00:00 UTC.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct UnixMs(pub i64);

impl UnixMs {
    /// The moment in whole seconds, as the token family counts them. Moments before 1970 are 0.
    #[must_use]
    pub fn seconds(self) -> UnixSeconds {
        UnixSeconds(u64::try_from(self.0.div_euclid(1000)).unwrap_or(0))
    }

    /// The moment at which the given second begins.
    #[must_use]
    pub fn from_seconds(seconds: UnixSeconds) -> Self {
        Self(i64::try_from(seconds.0).unwrap_or(i64::MAX).saturating_mul(1000))
    }

    /// The date in Japan.
    #[must_use]
    pub fn jst_date(self) -> JstDate {
        self.seconds().jst_date()
    }

    /// Hour (0 to 23) and minute of the day in Japan.
    #[must_use]
    pub const fn jst_clock(self) -> (u8, u8) {
        let minute = (self.0.div_euclid(60_000) + 9 * 60).rem_euclid(24 * 60);
        // safe: below 24 and below 60
        ((minute / 60) as u8, (minute % 60) as u8)
    }

    /// This moment and so many milliseconds more.
    #[must_use]
    pub const fn saturating_add_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }
}

/// A whole percentage, 0 to 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Percent(u8);

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// All of it.
    pub const FULL: Self = Self(100);

    /// A percentage; `None` above 100.
    #[must_use]
    pub const fn new(value: u8) -> Option<Self> {
        if value <= 100 { Some(Self(value)) } else { None }
    }

    /// How much `part` is of `whole`, rounded down, so that 100 means all of it. Of nothing, all is
    /// there.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Self {
        if part >= whole {
            return Self::FULL;
        }
        let percent = u128::from(part) * 100 / u128::from(whole);
        Self(u8::try_from(percent).unwrap_or(100))
    }

    /// The number, 0 to 100.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(u8::deserialize(from)?)
            .ok_or_else(|| serde::de::Error::custom("a percentage is 0 to 100"))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0)
    }
}

/// A playback rate in hundredths: 100 is the video's own speed, 150 half as fast again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RatePercent(pub u16);

impl RatePercent {
    /// The video's own speed.
    pub const NORMAL: Self = Self(100);

    /// From a player's rate, rounded to hundredths. Not a number, zero and backwards become 0.
    #[must_use]
    pub fn from_rate(rate: f64) -> Self {
        // A float cast saturates and takes NaN to 0, so no rate can be out of range here.
        Self((rate * 100.0 + 0.5) as u16)
    }
}

/// A text of a course: Japanese, and English where the authors wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Localized {
    /// The Japanese text; always there.
    pub ja: String,
    /// The English text, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Localized {
    /// A text in Japanese alone.
    pub fn japanese_only(ja: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: None }
    }

    /// A text in both languages.
    pub fn both(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: Some(en.into()) }
    }

    /// The Japanese text.
    #[must_use]
    pub fn ja(&self) -> &str {
        &self.ja
    }

    /// The English text, or the Japanese one where there is no English.
    #[must_use]
    pub fn en(&self) -> &str {
        self.en.as_deref().unwrap_or(&self.ja)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_percent_means_all_of_it() {
        assert_eq!(Percent::of(9_999, 10_000), Percent(99));
        assert_eq!(Percent::of(10_000, 10_000), Percent::FULL);
        assert_eq!(Percent::of(0, 0), Percent::FULL);
        assert_eq!(Percent::of(u64::MAX - 1, u64::MAX), Percent(99));
    }

    #[test]
    fn a_started_second_still_remains() {
        assert_eq!(MediaMs(36_001).seconds_up(), 37);
        assert_eq!(MediaMs(37_000).seconds_up(), 37);
        assert_eq!(MediaMs(36_999).seconds(), 36);
    }

    #[test]
    fn odd_rates_of_a_player_do_no_harm() {
        assert_eq!(RatePercent::from_rate(1.25), RatePercent(125));
        assert_eq!(RatePercent::from_rate(f64::NAN), RatePercent(0));
        assert_eq!(RatePercent::from_rate(-1.0), RatePercent(0));
        assert_eq!(RatePercent::from_rate(1e9), RatePercent(u16::MAX));
    }

    #[test]
    fn english_falls_back_to_japanese() {
        assert_eq!(Localized::japanese_only("予習").en(), "予習");
        assert_eq!(Localized::both("予習", "preparation").en(), "preparation");
    }

    #[test]
    fn the_day_in_japan_begins_at_15_hours_utc() {
        let midnight = UnixMs(1_795_186_800_000);
        assert_eq!(midnight.jst_clock(), (0, 0));
        assert_eq!(UnixMs(midnight.0 - 1).jst_clock(), (23, 59));
        assert_eq!(UnixMs(midnight.0 - 1).jst_date().plus_days(1), midnight.jst_date());
    }

    #[test]
    fn a_moment_before_1970_has_no_token_time() {
        assert_eq!(UnixMs(-1).seconds(), UnixSeconds(0));
        assert_eq!(UnixMs(1_999).seconds(), UnixSeconds(1));
    }
}
