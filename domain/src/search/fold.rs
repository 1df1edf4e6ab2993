//! The form in which texts are compared: what people write differently and mean the same is the same in it.
//!
//! Full and half width, upper and lower case, hiragana and katakana, small and large kana, variants of a kanji are one;
//! long-vowel signs, punctuation and spaces are left out. Only between two Latin words a space stays, whatever signs
//! stand beside it: `practical session` has no `als`.

use alloc::vec::Vec;

use super::variant;

/// A folded character: its code, cut to 16 bits for the few kanji beyond.
pub type Unit = u16;

/// Parts two Latin words. No word of a search has it.
pub(super) const SPACE: Unit = b' ' as Unit;

/// Puts another text behind one, as if a space stood between them.
pub(super) fn append(units: &mut Vec<Unit>, more: &[Unit]) {
    let is_latin = |unit: Option<&Unit>| {
        unit.and_then(|unit| char::from_u32(u32::from(*unit))).is_some_and(is_latin)
    };
    if is_latin(units.last()) && is_latin(more.first()) {
        units.push(SPACE);
    }
    units.extend_from_slice(more);
}

/// The text as searches compare it.
#[must_use]
pub fn fold(text: &str) -> Vec<Unit> {
    let mut units = Vec::with_capacity(text.len() / 2);
    fold_each(text, &mut |change, _| match change {
        Change::Push(unit) => units.push(unit),
        Change::Voice(unit) => voice_last(&mut units, unit),
    });
    units
}

/// The text as searches compare it, and for each unit the bytes of the text that it stands for.
#[must_use]
pub fn fold_with_places(text: &str) -> (Vec<Unit>, Vec<(usize, usize)>) {
    let (mut units, mut places) = (Vec::new(), Vec::<(usize, usize)>::new());
    fold_each(text, &mut |change, place| match change {
        Change::Push(unit) => {
            units.push(unit);
            places.push(place);
        }
        Change::Voice(unit) => {
            voice_last(&mut units, unit);
            if let Some(last) = places.last_mut() {
                last.1 = place.1;
            }
        }
    });
    (units, places)
}

/// Where a word first stands in a text. Its first two characters are looked for as one number: few letters make up most
/// texts, and each that begins the word would be a comparison of its own.
pub(super) fn position(text: &[Unit], term: &[Unit]) -> Option<usize> {
    let [first, second, rest @ ..] = term else {
        let alone = *term.first()?;
        return text.iter().position(|unit| *unit == alone);
    };
    let two = |first: u32, second: Unit| first << 16 | u32::from(second);
    let (wanted, mut last) = (two(u32::from(*first), *second), 0);
    for (at, unit) in text.iter().enumerate() {
        last = two(last, *unit);
        if last == wanted && at > 0 && text[at + 1..].starts_with(rest) {
            return Some(at - 1);
        }
    }
    None
}

fn voice_last(units: &mut [Unit], unit: Unit) {
    if let Some(last) = units.last_mut() {
        *last = unit;
    }
}

enum Change {
    /// One more unit.
    Push(Unit),
    /// A voicing mark makes another kana of the last one.
    Voice(Unit),
}

fn fold_each(text: &str, tell: &mut impl FnMut(Change, (usize, usize))) {
    let mut last: Option<char> = None;
    let (mut letter, mut space) = (false, None);
    let mut chars = text.char_indices().peekable();
    while let Some((start, written)) = chars.next() {
        let place = (start, start + written.len_utf8());
        let c = narrow(written);
        let several = spelled_out(c);
        let mut spelled = several.unwrap_or_default().chars();
        if c.is_whitespace() {
            space = space.or(Some(place));
        } else if let Some(first) = spelled.next().or(is_kept(c).then_some(c)) {
            if let Some(place) = space.take().filter(|_| letter && is_latin(first)) {
                tell(Change::Push(SPACE), place);
            }
            letter = is_latin(spelled.next_back().unwrap_or(first));
        }
        if let Some(offset) = voicing(c) {
            if let Some(voiced) = last.and_then(|kana| voiced(kana, offset)) {
                last = Some(voiced);
                tell(Change::Voice(unit(voiced)), place);
            }
            continue;
        }
        let is_point = c == '.'
            && last.is_some_and(|c| c.is_ascii_digit())
            && chars.peek().is_some_and(|(_, next)| narrow(*next).is_ascii_digit());
        if let Some(several) = several {
            several.chars().for_each(|c| tell(Change::Push(unit(c)), place));
            last = several.chars().next_back();
        } else if is_point || is_kept(c) {
            let plain = variant::plain(kana(c.to_ascii_lowercase()));
            tell(Change::Push(unit(plain)), place);
            last = Some(plain);
        } else {
            last = None;
        }
    }
}

/// Full-width letters and half-width kana in their usual width.
fn narrow(c: char) -> char {
    const KANA: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309a}";
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{ff66}'..='\u{ff9f}' => KANA.chars().nth((c as u32 - 0xff66) as usize).unwrap_or(c),
        _ => c,
    }
}

/// Whether a character counts: letters, digits, kana and kanji do.
const fn is_kept(c: char) -> bool {
    matches!(c,
        '0'..='9' | 'A'..='Z' | 'a'..='z'
        | '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}'
        | '々'..='〇' | 'ぁ'..='ゖ' | 'ゝ'..='ゟ' | 'ァ'..='ヺ' | 'ヽ'..='ヿ'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether words of such letters have spaces between them.
const fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}')
}

/// One sign that stands for several letters or for a number.
fn spelled_out(c: char) -> Option<&'static str> {
    const ROMAN: [&str; 12] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    const CIRCLED: [&str; 10] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let nth =
        |list: &'static [&'static str], first: u32| list.get((c as u32 - first) as usize).copied();
    match c {
        '\u{2160}'..='\u{216b}' => nth(&ROMAN, 0x2160),
        '\u{2170}'..='\u{217b}' => nth(&ROMAN, 0x2170),
        '\u{2460}'..='\u{2469}' => nth(&CIRCLED, 0x2460),
        '㎎' => Some("mg"),
        '㎏' => Some("kg"),
        '㎖' => Some("ml"),
        '㎜' => Some("mm"),
        '㎝' => Some("cm"),
        'µ' => Some("μ"),
        _ => None,
    }
}

/// Katakana as hiragana, small as large; the counting ヶ as か, as it is read; ゐ and ゑ as they sound.
fn kana(c: char) -> char {
    let hiragana = match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    };
    match hiragana {
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' => {
            char::from_u32(hiragana as u32 + 1).unwrap_or(hiragana)
        }
        'ゕ' | 'ゖ' => 'か',
        'ゐ' => 'い',
        'ゑ' => 'え',
        _ => hiragana,
    }
}

/// How far a voicing mark moves a kana.
const fn voicing(c: char) -> Option<u32> {
    match c {
        '\u{3099}' | '\u{309b}' => Some(1),
        '\u{309a}' | '\u{309c}' => Some(2),
        _ => None,
    }
}

fn voiced(kana: char, offset: u32) -> Option<char> {
    let takes = match kana {
        'は' | 'ひ' | 'ふ' | 'へ' | 'ほ' => true,
        'か' | 'き' | 'く' | 'け' | 'こ' | 'さ' | 'し' | 'す' | 'せ' | 'そ' | 'た' | 'ち'
        | 'つ' | 'て' | 'と' => offset == 1,
        'う' if offset == 1 => return Some('ゔ'),
        _ => false,
    };
    takes.then(|| char::from_u32(kana as u32 + offset)).flatten()
}

fn unit(c: char) -> Unit {
    let code = c as u32;
    // A kanji beyond the first plane takes the place of another character: a false find that hardly ever happens.
    (code ^ (code >> 16)) as Unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_the_same_folds_to_the_same() {
        for (one, other) in [
            ("頸椎", "勁椎"),
            ("ＡＥＤ", "aed"),
            ("あっぱく", "アッパク"),
            ("ｱｯﾊﾟｸ", "圧迫の読みあっぱく".trim_start_matches("圧迫の読み")),
            ("サーバー", "サーバ"),
            ("コンピュータ", "こんぴゅーたー"),
            ("医師—患者関係", "医師－患者関係"),
            ("3ヶ月", "３か月"),
            ("普通救命講習Ⅰ", "普通救命講習I"),
            ("か\u{3099}", "ガ"),
            ("ﾊﾟﾋﾞ", "ぱび"),
            ("髙血圧", "高血圧"),
            ("5㎎", "5 mg"),
            ("キャンサー", "きやんさあ".trim_end_matches('あ')),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
    }

    #[test]
    fn what_differs_stays_different() {
        for (one, other) in [("かき", "がき"), ("1.5", "15"), ("圧迫", "圧縮"), ("は", "ば")]
        {
            assert_ne!(fold(one), fold(other), "{one} and {other}");
        }
        assert!(fold("、。 　・「」―ー〜…!").is_empty());
        assert!(fold("🎉").is_empty());
    }

    #[test]
    fn a_space_parts_latin_words_and_no_others() {
        let stands = |text: &str, word: &str| position(&fold(text), &fold(word));
        assert_eq!(stands("the practical session", "ALS"), None);
        assert_eq!(stands("It is real. So", "also"), None);
        assert_eq!(fold("cardiac　 arrest").len(), "cardiac arrest".len());
        assert_eq!(stands("e-learning", "elearning"), Some(0));
        for (one, other) in [
            ("CC 8", "CC8"),
            ("5 mg", "5mg"),
            ("ALS 研修", "ALS研修"),
            ("心 肺", "心肺"),
            (" ALS ", "ALS"),
            ("Class Ⅱb", "Class IIb"),
            ("in µg", "inμg"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
        let (units, places) = fold_with_places("an  ECG");
        assert_eq!((units.len(), places[2]), (6, (2, 3)));
    }

    #[test]
    fn a_word_is_found_where_it_first_stands() {
        let stands = |text: &str, word: &str| position(&fold(text), &fold(word));
        assert_eq!(stands("あ𠀂あ", "𠀂あ"), Some(1));
        assert_eq!((stands("ababc", "abc"), stands("abab", "ba")), (Some(2), Some(1)));
        assert_eq!(
            (stands("心肺", "肺"), stands("心", "心肺"), stands("", "心")),
            (Some(1), None, None)
        );
        assert_eq!(position(&fold("心"), &[]), None);
    }

    #[test]
    fn each_unit_knows_its_place_in_the_text() {
        let text = "第①章、ﾊﾟｯﾄﾞ";
        let (units, places) = fold_with_places(text);
        assert_eq!(units, fold(text));
        let written: Vec<&str> = places.iter().map(|(start, end)| &text[*start..*end]).collect();
        assert_eq!(written, ["第", "①", "章", "ﾊﾟ", "ｯ", "ﾄﾞ"]);
    }
}
