//! Numbers with up to three decimals, as learners and authors write them. Whole thousandths: what is
//! right must not depend on how a computer rounds.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use core::fmt;

use serde::{Deserialize, Serialize};

/// A number in thousandths: 110.5 is `Decimal(110_500)`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Decimal(i64);

/// Why a text is no number that can be graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// There is nothing in it.
    Empty,
    /// Something else than a number.
    NotANumber,
    /// More than three decimals.
    TooFine,
    /// More than nine digits before the decimal point.
    TooGreat,
}

/// What a unit may count in, so that the number alone says how often.
const TIMES: [&str; 6] = ["秒", "分", "時", "時間", "min", "s"];

impl Decimal {
    /// Digits behind the decimal point.
    const DECIMALS: usize = 3;
    /// Digits before it.
    const DIGITS: usize = 9;
    /// The greatest number there is, below or above zero.
    pub const GREATEST: Self = Self(999_999_999_999);

    /// From thousandths; `None` beyond [`Decimal::GREATEST`].
    #[must_use]
    pub const fn from_thousandths(thousandths: i64) -> Option<Self> {
        if thousandths.unsigned_abs() <= Self::GREATEST.0.unsigned_abs() {
            Some(Self(thousandths))
        } else {
            None
        }
    }

    /// The number in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// How far apart two numbers are. Never below zero.
    #[must_use]
    pub const fn distance(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).saturating_abs())
    }

    /// Reads a number as people type it: full-width digits and signs, spaces around it, `，` or `,`
    /// between thousands, `．` or `。` for the point, and behind it the unit if it is this one, or what is counted in
    /// a unit of time: 110回 for 110回/分.
    ///
    /// # Errors
    /// What is wrong with the text; nothing is guessed.
    pub fn read(text: &str, unit: &str) -> Result<Self, NumberFault> {
        let (text, unit) = (plain(text), plain(unit));
        let counted = unit.split_once('/').filter(|(_, per)| TIMES.contains(&per.trim()));
        let counted = counted.map_or("", |(counted, _)| counted.trim());
        let without = |unit: &str| if unit.is_empty() { None } else { text.strip_suffix(unit) };
        let number = without(&unit).or_else(|| without(counted)).unwrap_or(&text).trim();
        if number.is_empty() {
            return Err(NumberFault::Empty);
        }
        let (is_negative, digits) = match number.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, number.strip_prefix('+').unwrap_or(number)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let whole = ungrouped(whole).ok_or(NumberFault::NotANumber)?;
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !are_digits(&whole) || !are_digits(fraction) || (whole.is_empty() && fraction.is_empty())
        {
            return Err(NumberFault::NotANumber);
        }
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        if fraction.len() > Self::DECIMALS {
            return Err(NumberFault::TooFine);
        }
        if whole.len() > Self::DIGITS {
            return Err(NumberFault::TooGreat);
        }
        let value =
            |text: &str| text.bytes().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        let missing = u32::try_from(Self::DECIMALS - fraction.len()).unwrap_or(0);
        let thousandths = value(whole) * 1000 + value(fraction) * 10_i64.pow(missing);
        Ok(Self(if is_negative { -thousandths } else { thousandths }))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let (whole, rest) = (size / 1000, size % 1000);
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        let fraction = alloc::format!("{rest:03}");
        write!(f, "{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }
}

/// The text in ASCII as far as digits, signs and spaces go, without spaces around it.
fn plain(text: &str) -> String {
    let text: String = text.chars().map(half_width).collect();
    text.trim().to_owned()
}

fn half_width(letter: char) -> char {
    match letter {
        // Full-width forms lie at a fixed distance from ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        '。' | '｡' => '.',
        '、' | '､' => ',',
        // Minus signs, dashes and the long vowel mark, which lies on the same key.
        '\u{2010}'..='\u{2015}' | '\u{2212}' | 'ー' | 'ｰ' => '-',
        other => other,
    }
}

/// A whole number without the commas between its thousands; `None` when they stand elsewhere.
fn ungrouped(whole: &str) -> Option<String> {
    if !whole.contains(',') {
        return Some(whole.to_string());
    }
    let mut groups = whole.split(',');
    let is_first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    (is_first && groups.all(|group| group.len() == 3)).then(|| whole.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, thousandths) in [
            ("110", 110_000),
            ("１１０", 110_000),
            (" 110 ", 110_000),
            ("　110　", 110_000),
            ("+5", 5_000),
            ("-1.5", -1_500),
            ("−１．５", -1_500),
            ("ー1。5", -1_500),
            ("1,200", 1_200_000),
            ("１，２００．５", 1_200_500),
            ("12、345、678", 12_345_678_000),
            ("0.001", 1),
            (".5", 500),
            ("5.", 5_000),
            ("007", 7_000),
            ("2.500000", 2_500),
            ("110回/分", 110_000),
            ("110回", 110_000),
            ("１１０ 回", 110_000),
            ("１１０　回／分", 110_000),
            ("999999999.999", 999_999_999_999),
            ("-0", 0),
        ] {
            assert_eq!(Decimal::read(text, "回/分"), Ok(Decimal(thousandths)), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        use NumberFault::{Empty, NotANumber, TooFine, TooGreat};
        for (text, fault) in [
            ("", Empty),
            (" 　", Empty),
            ("回/分", Empty),
            ("百十", NotANumber),
            ("110分", NotANumber),
            ("回", Empty),
            ("100-120", NotANumber),
            ("1 1 0", NotANumber),
            ("1,5", NotANumber),
            ("1,2345", NotANumber),
            (",200", NotANumber),
            ("1,200,", NotANumber),
            ("1.2,300", NotANumber),
            ("1.2.3", NotANumber),
            (".", NotANumber),
            ("-", NotANumber),
            ("--1", NotANumber),
            ("1e3", NotANumber),
            ("∞", NotANumber),
            ("0.0001", TooFine),
            ("1000000000", TooGreat),
            ("1,000,000,000", TooGreat),
        ] {
            assert_eq!(Decimal::read(text, "回/分"), Err(fault), "{text}");
        }
        assert_eq!(Decimal::read("5mg", "mL"), Err(NotANumber), "another unit is not passed over");
        assert_eq!(
            Decimal::read("5mg", "mg/kg"),
            Err(NotANumber),
            "nor is one that is another amount"
        );
        assert_eq!(Decimal::read("110回", "回 / 分"), Ok(Decimal(110_000)));
    }

    #[test]
    fn a_number_is_shown_as_short_as_it_can_be() {
        for (thousandths, text) in
            [(0, "0"), (110_000, "110"), (-1_500, "-1.5"), (1, "0.001"), (-50, "-0.05")]
        {
            assert_eq!(Decimal(thousandths).to_string(), text);
        }
    }
}
