//! Dates in Japan (token spec §14). All date logic is in JST = UTC+9, whatever zone the device is in.

use core::fmt;
use core::str::FromStr;

const JST_OFFSET_S: u64 = 9 * 3600;
const DAY_S: u64 = 86_400;

/// Whole seconds since 1970-01-01T00:00:00Z (CWT NumericDate).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct UnixSeconds(pub u64);

impl UnixSeconds {
    /// The calendar date in Japan at this instant.
    pub fn jst_date(self) -> JstDate {
        let days = self.0.saturating_add(JST_OFFSET_S) / DAY_S;
        JstDate(i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// This instant plus so many seconds.
    pub fn plus_s(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

/// A calendar date in Japan: the number of days since 1970-01-01. Shown and read as `2026-12-05`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JstDate(i32);

/// A date's year, month (1–12) and day (1–31) in the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    /// Year.
    pub year: i32,
    /// Month, 1–12.
    pub month: u8,
    /// Day of the month, 1–31.
    pub day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the days say it")]
pub enum Weekday {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

/// How long a completion may be used: calendar months by Civil Code 140–143, or days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Calendar months; the first day is not counted.
    Months(u16),
    /// Days; the first day is not counted.
    Days(u16),
}

impl JstDate {
    /// The date so many days after 1970-01-01.
    pub const fn from_days(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.0
    }

    /// The date of a year, month and day, if there is such a day.
    pub fn from_civil(year: i32, month: u8, day: u8) -> Option<Self> {
        let there_is = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        there_is.then(|| Self(days_of_civil(year, month, day)))
    }

    /// Year, month and day.
    pub fn civil(self) -> Civil {
        // Days are counted from 0000-03-01, so that a leap day ends its year.
        let days = i64::from(self.0) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * from_march + 2) / 5 + 1) as u8;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 } as u8;
        let year = (year_of_era + era * 400 + i64::from(month <= 2)) as i32;
        Civil { year, month, day }
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (i64::from(self.0) + 4).rem_euclid(7) {
            0 => Weekday::Sunday,
            1 => Weekday::Monday,
            2 => Weekday::Tuesday,
            3 => Weekday::Wednesday,
            4 => Weekday::Thursday,
            5 => Weekday::Friday,
            _ => Weekday::Saturday,
        }
    }

    /// The date so many days later (earlier if negative).
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Days from `earlier` to this date; negative if this one is the earlier.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The first instant of the date: 00:00 JST.
    pub fn start(self) -> UnixSeconds {
        let utc = i64::from(self.0) * DAY_S as i64 - JST_OFFSET_S as i64;
        UnixSeconds(u64::try_from(utc).unwrap_or(0))
    }

    /// 24:00 JST of the date: where a token due on this day expires.
    pub fn end(self) -> UnixSeconds {
        self.plus_days(1).start()
    }

    /// The last day on which something that began on this date can be used (token spec §14, R147). The last day of a
    /// month leads to the last day of the target month.
    pub fn due(self, period: Period) -> Self {
        let months = match period {
            Period::Days(days) => return self.plus_days(i32::from(days)),
            Period::Months(months) => months,
        };
        let Civil { year, month, day } = self.civil();
        let month_index = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let (target_year, target_month) =
            (month_index.div_euclid(12) as i32, month_index.rem_euclid(12) as u8 + 1);
        let last = days_in_month(target_year, target_month);
        let target_day = if day == days_in_month(year, month) { last } else { day.min(last) };
        Self(days_of_civil(target_year, target_month, target_day))
    }
}

/// The due date of a completion of that instant: see [`JstDate::due`].
pub fn due(completed: UnixSeconds, period: Period) -> JstDate {
    completed.jst_date().due(period)
}

/// 24:00 JST of a date: see [`JstDate::end`].
pub fn day_end(date: JstDate) -> UnixSeconds {
    date.end()
}

fn days_of_civil(year: i32, month: u8, day: u8) -> i32 {
    let year = i64::from(year) - i64::from(month <= 2);
    let from_march = i64::from(month) + if month > 2 { -3 } else { 9 };
    let day_of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
    let year_of_era = year.rem_euclid(400);
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = year.div_euclid(400) * 146_097 + day_of_era - 719_468;
    i32::try_from(days).unwrap_or(i32::MAX)
}

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for JstDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day } = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for JstDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not a date of the form `2026-12-05`, or there is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadDate;

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form 2026-12-05")
    }
}

impl core::error::Error for BadDate {}

impl FromStr for JstDate {
    type Err = BadDate;

    fn from_str(iso: &str) -> Result<Self, BadDate> {
        let bytes = iso.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(BadDate);
        }
        let number = |range: core::ops::Range<usize>| {
            bytes[range].iter().try_fold(0i32, |n, digit| match digit {
                b'0'..=b'9' => Ok(n * 10 + i32::from(digit - b'0')),
                _ => Err(BadDate),
            })
        };
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        // safe: two digits fit a byte
        Self::from_civil(year, month as u8, day as u8).ok_or(BadDate)
    }
}
