//! How values are written: durations, positions, dates, counts.

use domain::unit::UnixMs;
use token::calendar::JstDate;

use super::Language;

/// A length of time, such as `10分5秒` or `10 min 5 s`. Part seconds are dropped.
pub fn duration(ms: u64, language: Language) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let units = match language {
        Language::Ja => ["時間", "分", "秒"],
        Language::En => [" h ", " min ", " s"],
    };
    let mut out = String::new();
    for (value, unit) in [(hours, units[0]), (minutes, units[1])] {
        if value > 0 {
            out.push_str(&format!("{value}{unit}"));
        }
    }
    if seconds > 0 || out.is_empty() {
        out.push_str(&format!("{seconds}{}", units[2]));
    }
    out.trim_end().into()
}

/// What is left of something. Part seconds are dropped as everywhere, so that the whole of a film is as long here as in
/// its length; but it never says `0秒` too early.
pub fn remaining(ms: u64, language: Language) -> String {
    duration(if ms == 0 { 0 } else { ms.max(1000) }, language)
}

/// A position in a video: `0:42`, `10:05`, `1:02:03`.
pub fn position(ms: u64) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// A number of minutes: `60分`, `60 min`.
pub fn minutes(minutes: u64, language: Language) -> String {
    match language {
        Language::Ja => format!("{minutes}分"),
        Language::En => format!("{minutes} min"),
    }
}

/// So many of so many questions: `8 / 10問`, `8 of 10`.
pub fn questions(correct: u64, total: u64, language: Language) -> String {
    match language {
        Language::Ja => format!("{correct} / {total}問"),
        Language::En => format!("{correct} of {total}"),
    }
}

/// A number of days: `12日`, `12 days`.
pub fn days(days: i64, language: Language) -> String {
    match (language, days) {
        (Language::Ja, _) => format!("{days}日"),
        (Language::En, 1 | -1) => format!("{days} day"),
        (Language::En, _) => format!("{days} days"),
    }
}

/// Units of credit from their tenths: `1単位`, `0.5単位`.
pub fn units(tenths: u16, language: Language) -> String {
    let number = match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, part) => format!("{whole}.{part}"),
    };
    match language {
        Language::Ja => format!("{number}単位"),
        Language::En if tenths == 10 => "1 unit".into(),
        Language::En => format!("{number} units"),
    }
}

/// A playback rate in percent: `×1.5`, `×1.25`.
pub fn rate(percent: u16) -> String {
    let (whole, part) = (percent / 100, percent % 100);
    if part.is_multiple_of(10) {
        format!("×{whole}.{}", part / 10)
    } else {
        format!("×{whole}.{part:02}")
    }
}

/// A size in bytes: `950 B`, `12.3 kB`, `4.0 MB` (1 kB = 1000 bytes).
pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100),
        1_000_000..1_000_000_000 => {
            format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
        }
        _ => format!("{}.{} GB", bytes / 1_000_000_000, bytes % 1_000_000_000 / 100_000_000),
    }
}

/// A calendar date with its weekday and, where asked, the year: `12/20（日）`, `2026/12/20（日）`,
/// `Sun 20 Dec`, `Sun 20 Dec 2026`.
pub fn date(year: i32, month: u8, day: u8, with_year: bool, language: Language) -> String {
    let weekday = weekday(year, month, day);
    match language {
        Language::Ja => {
            let name = ["日", "月", "火", "水", "木", "金", "土"][weekday];
            let year = if with_year { format!("{year}/") } else { String::new() };
            format!("{year}{month}/{day}（{name}）")
        }
        Language::En => {
            let name = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday];
            let months = [
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ];
            let month = months[usize::from(month.clamp(1, 12)) - 1];
            let year = if with_year { format!(" {year}") } else { String::new() };
            format!("{name} {day} {month}{year}")
        }
    }
}

/// A day of the JST calendar, like [`date`].
pub fn jst_date(day: JstDate, with_year: bool, language: Language) -> String {
    let civil = day.civil();
    date(civil.year, civil.month, civil.day, with_year, language)
}

/// The time of day in Japan: `14:05`.
pub fn time(at: UnixMs) -> String {
    let minute = (at.0.div_euclid(60_000) + 9 * 60).rem_euclid(24 * 60);
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// A moment that is near: the time of day in Japan, with the day unless it is today's.
pub fn near(at: UnixMs, now: UnixMs, language: Language) -> String {
    let day = at.jst_date();
    if day == now.jst_date() {
        time(at)
    } else {
        format!("{} {}", jst_date(day, false, language), time(at))
    }
}

/// Day and time of day in Japan.
pub fn moment(at: UnixMs, language: Language) -> String {
    format!("{} {}", jst_date(at.jst_date(), true, language), time(at))
}

/// Day of the week, 0 = Sunday (Sakamoto's method).
fn weekday(year: i32, month: u8, day: u8) -> usize {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let month = usize::from(month.clamp(1, 12));
    let year = if month < 3 { year - 1 } else { year };
    let sum = year + year / 4 - year / 100 + year / 400 + shift[month - 1] + i32::from(day);
    usize::try_from(sum.rem_euclid(7)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_the_requirements_write_them() {
        assert_eq!(duration(605_000, Language::Ja), "10分5秒");
        assert_eq!(duration(605_999, Language::En), "10 min 5 s");
        assert_eq!(duration(600_000, Language::Ja), "10分");
        assert_eq!(duration(3_600_000, Language::En), "1 h");
        assert_eq!(duration(0, Language::Ja), "0秒");
    }

    #[test]
    fn what_is_left_of_an_unwatched_film_is_its_length_and_never_nothing_too_early() {
        assert_eq!(remaining(258_200, Language::Ja), "4分18秒");
        assert_eq!(duration(258_200, Language::Ja), "4分18秒");
        assert_eq!(position(258_200), "4:18");
        assert_eq!(remaining(1, Language::Ja), "1秒");
        assert_eq!(remaining(0, Language::Ja), "0秒");
    }

    #[test]
    fn positions_have_two_digits_of_seconds() {
        assert_eq!(position(42_900), "0:42");
        assert_eq!(position(3_723_000), "1:02:03");
    }

    #[test]
    fn dates_name_the_weekday() {
        assert_eq!(date(2026, 12, 20, false, Language::Ja), "12/20（日）");
        assert_eq!(date(2026, 11, 20, true, Language::En), "Fri 20 Nov 2026");
        assert_eq!(date(2028, 2, 29, false, Language::Ja), "2/29（火）");
    }

    #[test]
    fn moments_are_told_in_japanese_time() {
        // 2026-11-20 23:59:30 UTC is the next morning in Japan.
        let at = UnixMs(1_795_219_170_000);
        assert_eq!(moment(at, Language::Ja), "2026/11/21（土） 8:59");
    }

    #[test]
    fn a_near_moment_names_its_day_unless_it_is_today() {
        // 2026-11-21 8:59 in Japan.
        let now = UnixMs(1_795_219_170_000);
        let later = |hours: i64| now.saturating_add_ms(hours * 3_600_000);
        assert_eq!(near(later(2), now, Language::Ja), "10:59");
        assert_eq!(near(later(24), now, Language::Ja), "11/22（日） 8:59");
        assert_eq!(near(later(16), now, Language::En), "Sun 22 Nov 0:59");
    }

    #[test]
    fn whole_units_have_no_decimals() {
        assert_eq!(units(10, Language::Ja), "1単位");
        assert_eq!(units(5, Language::Ja), "0.5単位");
        assert_eq!(units(10, Language::En), "1 unit");
        assert_eq!(units(15, Language::En), "1.5 units");
    }

    #[test]
    fn rates_have_one_or_two_places() {
        assert_eq!(rate(100), "×1.0");
        assert_eq!(rate(125), "×1.25");
        assert_eq!(rate(205), "×2.05");
    }
}
