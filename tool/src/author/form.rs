//! How authors write lengths, positions, periods, shares and ids.

use domain::catalog::{Point, Validity};
use domain::decimal::Decimal;
use domain::unit::MediaMs;

/// A length of `4m05s`, `45s` or `1h02m05s`.
pub fn length(text: &str) -> Option<MediaMs> {
    let mut rest = text.strip_suffix('s')?;
    let mut seconds = 0;
    for (unit, factor) in [('h', 3600), ('m', 60)] {
        if let Some((number, behind)) = rest.split_once(unit) {
            seconds += whole(number)?.checked_mul(factor)?;
            rest = behind;
        }
    }
    let last = whole(rest)?;
    let bound = if rest.len() < text.len() - 1 { 60 } else { 3600 };
    (last < bound).then(|| MediaMs::from_seconds(seconds + last))
}

/// A position of `1:05`, `0:07.5` or `1:02:05`.
pub fn position(text: &str) -> Option<MediaMs> {
    let (whole_part, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut parts = whole_part.split(':').rev();
    let seconds = whole(parts.next()?).filter(|seconds| *seconds < 60)?;
    let minutes = whole(parts.next()?)?;
    let hours = parts.next().map_or(Some(0), whole)?;
    let plain = parts.next().is_none()
        && (hours == 0 || minutes < 60)
        && !text.ends_with('.')
        && fraction.len() <= 3;
    let ms = if fraction.is_empty() { 0 } else { whole(&format!("{fraction:0<3}"))? };
    plain.then(|| MediaMs(((hours * 60 + minutes) * 60 + seconds) * 1000 + ms))
}

/// A period of `1 month`, `2 months` or `30 days`.
pub fn validity(text: &str) -> Option<Validity> {
    let (number, unit) = text.split_once(' ')?;
    let number = u16::try_from(whole(number)?).ok().filter(|number| *number > 0)?;
    match unit {
        "month" | "months" => Some(Validity::Months(number)),
        "day" | "days" => Some(Validity::Days(number)),
        _ => None,
    }
}

/// A period as authors write it: `2 months`.
pub fn show_validity(validity: Validity) -> String {
    match validity {
        Validity::Months(months) => format!("{months} months"),
        Validity::Days(days) => format!("{days} days"),
    }
}

/// Letters that addresses, file names and tokens carry alike: lower-case ASCII letters, digits, hyphens.
pub fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// At most three digits and nothing else, so that no sum of lengths can overflow.
fn whole(text: &str) -> Option<u32> {
    let plain =
        !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// A length as authors write it: `4m05s`.
pub fn show_length(length: MediaMs) -> String {
    let seconds = (length.0 + 500) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}h{minutes:02}m{seconds:02}s")
    } else {
        format!("{minutes}m{seconds:02}s")
    }
}

/// A position as authors write it: `1:05.2`.
pub fn show_position(position: MediaMs) -> String {
    let (seconds, ms) = (position.0 / 1000, position.0 % 1000);
    let fraction = if ms == 0 {
        String::new()
    } else {
        format!(".{}", format!("{ms:03}").trim_end_matches('0'))
    };
    format!("{}:{:02}{fraction}", seconds / 60, seconds % 60)
}

/// A percentage in ten-thousandths of the whole, its third decimal rounded; `None` beyond 0 to 100.
pub fn share(percent: Decimal) -> Option<u16> {
    let share = u16::try_from((percent.thousandths() + 5) / 10).ok();
    share.filter(|share| percent >= Decimal::default() && *share <= Point::WHOLE)
}

/// Ten-thousandths of the whole as authors write them: `30.5`.
pub fn show_share(share: u16) -> String {
    Decimal::from_thousandths(i64::from(share) * 10).unwrap_or_default().to_string()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_minutes_and_seconds() {
        for (text, seconds) in
            [("4m05s", 245), ("0m06s", 6), ("45s", 45), ("1h02m05s", 3725), ("90s", 90)]
        {
            assert_eq!(length(text), Some(MediaMs::from_seconds(seconds)), "{text}");
        }
        for bad in [
            "",
            "s",
            "4m",
            "4m65s",
            "4:05",
            "-4m05s",
            "4m05.5s",
            "4 m 05 s",
            "m05s",
            "９s",
            "99999999999s",
        ] {
            assert_eq!(length(bad), None, "{bad}");
        }
    }

    #[test]
    fn positions_are_minutes_and_seconds() {
        for (text, ms) in [
            ("1:05", 65_000),
            ("0:00", 0),
            ("0:07.5", 7_500),
            ("1:02:05", 3_725_000),
            ("61:00", 3_660_000),
        ] {
            assert_eq!(position(text), Some(MediaMs(ms)), "{text}");
        }
        for bad in ["", "65", "1:65", "1:5:00:00", "a:05", "1:05.", "1:-5", "1:60:00", "0:00.0001"]
        {
            assert_eq!(position(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_shown_can_be_written() {
        for ms in [0, 6_000, 65_000, 3_599_000, 3_725_000] {
            assert_eq!(length(&show_length(MediaMs(ms))), Some(MediaMs(ms)));
        }
        for ms in [0, 6_040, 65_500, 3_599_999] {
            assert_eq!(position(&show_position(MediaMs(ms))), Some(MediaMs(ms)));
        }
    }

    #[test]
    fn shares_are_percentages() {
        for (text, ten_thousandths) in
            [("0", Some(0)), ("30.5", Some(3_050)), ("33.335", Some(3_334)), ("100", Some(10_000))]
        {
            assert_eq!(share(Decimal::read(text, "").unwrap()), ten_thousandths, "{text}");
        }
        for text in ["-0.001", "100.1", "999999999"] {
            assert_eq!(share(Decimal::read(text, "").unwrap()), None, "{text}");
        }
        assert_eq!([0, 5, 3_050, 10_000].map(show_share), ["0", "0.05", "30.5", "100"]);
    }

    #[test]
    fn periods_are_months_or_days() {
        assert_eq!(validity("1 month"), Some(Validity::Months(1)));
        assert_eq!(validity("30 days"), Some(Validity::Days(30)));
        for bad in ["", "month", "1", "0 months", "1 year", "1month", "-1 month"] {
            assert_eq!(validity(bad), None, "{bad}");
        }
    }
}
