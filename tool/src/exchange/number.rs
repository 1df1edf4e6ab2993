//! Numbers of other programs, which know more decimals than are counted here.

use domain::decimal::Decimal;

use super::{Loss, Remarks};

/// A number as people or programs write it; `None` when it is none, or too great. One that is too fine is rounded.
pub(super) fn read(text: &str, line: u32, remarks: &mut Remarks) -> Option<Decimal> {
    Decimal::read(text, "").ok().or_else(|| rounded(text.trim().parse().ok()?, line, remarks))
}

/// The middle of two numbers, and how far they are from it. Where the middle falls between two thousandths, both ends stay
/// right: the distance is that to the farther one.
pub(super) fn between(
    low: &str,
    high: &str,
    line: u32,
    remarks: &mut Remarks,
) -> Option<(Decimal, Decimal)> {
    let written = format!("{}..{}", low.trim(), high.trim());
    let (low, high) = (read(low, line, remarks)?, read(high, line, remarks)?);
    let sum = low.thousandths() + high.thousandths();
    let middle = Decimal::from_thousandths(sum.div_euclid(2))?;
    let distance = middle.distance(low).max(middle.distance(high));
    if sum % 2 != 0 {
        remarks.add(line, Loss::Rounded { from: written, to: format!("{middle} ± {distance}") });
    }
    Some((middle, distance))
}

/// The nearest number of three decimals, remarked when it is another one.
pub(super) fn rounded(number: f64, line: u32, remarks: &mut Remarks) -> Option<Decimal> {
    let greatest = Decimal::GREATEST.thousandths() as f64;
    let exact = number * 1000.0;
    if !exact.is_finite() || exact.abs() > greatest {
        return None;
    }
    // safe: within the range that was asked for
    let near = Decimal::from_thousandths(exact.round() as i64)?;
    // What a float cannot hold exactly is no loss of the author's.
    if (exact - exact.round()).abs() > exact.abs().max(1.0) * 1e-9 {
        remarks.add(line, Loss::Rounded { from: number.to_string(), to: near.to_string() });
    }
    Some(near)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_becomes_another_is_told() {
        for (text, read_as, is_told) in [
            ("0.082", Some("0.082"), false),
            ("１１０", Some("110"), false),
            (".5", Some("0.5"), false),
            ("1.5e2", Some("150"), false),
            ("30.0000000", Some("30"), false),
            ("0.1234567", Some("0.123"), true),
            ("0.0001", Some("0"), true),
            ("1e99", None, false),
            ("nan", None, false),
            ("inf", None, false),
            ("five", None, false),
        ] {
            let mut remarks = Remarks::default();
            let number = read(text, 3, &mut remarks).map(|number| number.to_string());
            assert_eq!(number.as_deref(), read_as, "{text}");
            assert_eq!(!remarks.sorted().is_empty(), is_told, "{text}");
        }
    }

    #[test]
    fn a_range_keeps_both_its_ends() {
        for (low, high, found, is_told) in [
            ("5", "6", "5.5 0.5", false),
            ("-5", "5", "0 5", false),
            ("6", "5", "5.5 0.5", false),
            ("3.141", "3.142", "3.141 0.001", true),
        ] {
            let mut remarks = Remarks::default();
            let (middle, distance) = between(low, high, 1, &mut remarks).unwrap();
            assert_eq!(format!("{middle} {distance}"), found);
            assert_eq!(!remarks.sorted().is_empty(), is_told, "{low}..{high}");
        }
    }
}
