//! What a learner may say of themselves. Every field is optional, and the rules are lenient where the
//! organisations that give out the numbers publish no form.

use alloc::string::String;

use token::claims::{Name, NameError};
use token::text::PrintableNfc;

/// Why a text is not such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// This character does not belong there.
    Character(char),
    /// So many characters are too few or too many.
    Length {
        /// How many there are.
        has: usize,
        /// The least number.
        least: usize,
        /// The greatest number.
        most: usize,
    },
}

/// 日医会員ID (R1): exactly ten digits, leading zeros kept. Full-width digits are converted, spaces
/// left out.
///
/// # Errors
/// The first character that is no digit, or a wrong number of digits.
pub fn jma_member_id(input: &str) -> Result<String, NumberError> {
    number(input, 10, 10, |c| c.is_ascii_digit())
}

/// MAMIS ID (R3). Its form is not published: 1 to 20 letters and digits of ASCII.
///
/// # Errors
/// The first character that is neither, or a wrong number of them.
pub fn mamis_id(input: &str) -> Result<String, NumberError> {
    number(input, 1, 20, |c| c.is_ascii_alphanumeric())
}

/// 医籍番号: a running number, 1 to 7 digits (it had six in 2026).
///
/// # Errors
/// The first character that is no digit, or a wrong number of digits.
pub fn physician_registration_number(input: &str) -> Result<String, NumberError> {
    number(input, 1, 7, |c| c.is_ascii_digit())
}

/// Why a text is not the name of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonNameError {
    /// It cannot stand in a token.
    Token(NameError),
    /// There is no letter in it: a sign or an emoji is nobody's name. A token may hold it; the form asks for more.
    NoLetter,
}

/// A name as it may stand in a token: trimmed, normalised to NFC by the function given, at most 60
/// bytes, all of it printable (token spec §4), with a letter of any script in it.
///
/// # Errors
/// Empty, too long, with characters that cannot be printed, or without a letter.
pub fn name(
    input: &str,
    nfc: impl FnOnce(&str) -> String,
    printable_nfc: PrintableNfc,
    has_letter: impl FnOnce(&str) -> bool,
) -> Result<Name, PersonNameError> {
    // Rust's white space includes U+3000, the ideographic space.
    let name = Name::new(&nfc(input.trim()), printable_nfc).map_err(PersonNameError::Token)?;
    if has_letter(name.as_str()) { Ok(name) } else { Err(PersonNameError::NoLetter) }
}

fn number(
    input: &str,
    least: usize,
    most: usize,
    belongs: fn(&char) -> bool,
) -> Result<String, NumberError> {
    let plain: String = input.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    if let Some(stranger) = plain.chars().find(|c| !belongs(c)) {
        return Err(NumberError::Character(stranger));
    }
    let has = plain.len();
    if (least..=most).contains(&has) {
        Ok(plain)
    } else {
        Err(NumberError::Length { has, least, most })
    }
}

/// Full-width letters and digits as their half-width twins.
fn half_width(c: char) -> char {
    match c {
        // safe: the full-width forms lie 0xFEE0 above ASCII
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use token::text::printable_nfc;

    #[test]
    fn a_member_id_has_ten_digits_and_keeps_its_zeros() {
        for (input, expected) in [
            ("0012345678", Ok("0012345678")),
            (" ００１２３４５６７８　", Ok("0012345678")),
            ("00 1234 5678", Ok("0012345678")),
            ("123456789", Err(NumberError::Length { has: 9, least: 10, most: 10 })),
            ("12345678901", Err(NumberError::Length { has: 11, least: 10, most: 10 })),
            ("", Err(NumberError::Length { has: 0, least: 10, most: 10 })),
            ("12345６789O", Err(NumberError::Character('O'))),
            ("一二三四五六七八九十", Err(NumberError::Character('一'))),
        ] {
            assert_eq!(jma_member_id(input), expected.map(str::to_string), "{input}");
        }
    }

    #[test]
    fn other_numbers_are_read_leniently() {
        assert_eq!(mamis_id("Ａｂ１２"), Ok("Ab12".to_string()));
        assert_eq!(mamis_id("a-b"), Err(NumberError::Character('-')));
        assert_eq!(physician_registration_number("５６７８９０"), Ok("567890".to_string()));
    }

    #[test]
    fn a_name_is_trimmed_and_measured_in_bytes() {
        let check = |input: &str| {
            let has_letter = |name: &str| name.contains(char::is_alphabetic);
            let name = name(input, str::to_string, printable_nfc, has_letter);
            name.map(|name| name.as_str().to_string())
        };
        let refused = |error| Err(PersonNameError::Token(error));
        assert_eq!(check("　長谷川 健太郎 "), Ok("長谷川 健太郎".to_string()));
        assert_eq!(check(" 　"), refused(NameError::Empty));
        assert_eq!(check(&"山".repeat(20)).map(|n| n.len()), Ok(60));
        assert_eq!(check(&"山".repeat(21)), refused(NameError::TooLong));
        assert_eq!(check("山\u{200b}田"), refused(NameError::NotPrintable));
        for nobody in ["😀😀", "123", "・-"] {
            assert_eq!(check(nobody), Err(PersonNameError::NoLetter));
        }
    }
}
