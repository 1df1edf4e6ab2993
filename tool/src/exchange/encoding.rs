//! The text of a file, whatever its encoding: spreadsheets in Japan still save Shift_JIS.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8};

use super::{Loss, NotUnderstood, Reason, Remarks};

/// The text, its lines ended by a line feed.
///
/// # Errors
/// It is no sound text in the encoding that it says or seems to have: nobody wants a letter of it guessed.
pub(super) fn decoded(bytes: &[u8], remarks: &mut Remarks) -> Result<String, NotUnderstood> {
    let encoding = encoding(bytes);
    // A mark at the start decides over all else, and is no part of the text.
    let (text, encoding, is_broken) = encoding.decode(bytes);
    if is_broken {
        let line = text.split('\u{fffd}').next().unwrap_or_default().matches('\n').count() + 1;
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        return Err(NotUnderstood { line, reason: Reason::Encoding(encoding.name()) });
    }
    if encoding != UTF_8 {
        remarks.add(1, Loss::Encoding(encoding.name()));
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    let is_utf8 = std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0x1b);
    if is_utf8 {
        return UTF_8;
    }
    declared(bytes).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        let guess = detector.guess(Some(b"jp"), Utf8Detection::Allow);
        // To any byte there is a letter in the encodings of Europe: a damaged text would pass for one of them.
        if [SHIFT_JIS, EUC_JP, ISO_2022_JP].contains(&guess) { guess } else { UTF_8 }
    })
}

/// What the first line of an XML document says of itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.strip_prefix(b"<?xml")?;
    let head = &head[..head.iter().position(|byte| *byte == b'>')?];
    let head = String::from_utf8_lossy(head);
    let (_, name) = head.split_once("encoding")?;
    let name = name.trim_start().strip_prefix('=')?.trim_start();
    let quote = name.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    Encoding::for_label(name[1..].split(quote).next()?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "kind,text\r\ntrue-false,胸骨圧迫のテンポは毎分100から120回とし、中断は最小にする。\r\n";

    fn told(bytes: &[u8]) -> (Result<String, NotUnderstood>, Vec<Loss>) {
        let mut remarks = Remarks::default();
        let text = decoded(bytes, &mut remarks);
        (text, remarks.sorted().into_iter().map(|remark| remark.loss).collect())
    }

    #[test]
    fn the_encodings_of_japan_are_told_apart() {
        let plain = TEXT.replace("\r\n", "\n");
        assert_eq!(told(TEXT.as_bytes()), (Ok(plain.clone()), vec![]));
        assert_eq!(told(format!("\u{feff}{TEXT}").as_bytes()), (Ok(plain.clone()), vec![]));
        for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP, encoding_rs::ISO_2022_JP] {
            let (bytes, ..) = encoding.encode(TEXT);
            assert_eq!(told(&bytes), (Ok(plain.clone()), vec![Loss::Encoding(encoding.name())]));
        }
        let utf_16: Vec<u8> =
            format!("\u{feff}{TEXT}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(told(&utf_16), (Ok(plain), vec![Loss::Encoding("UTF-16LE")]));
    }

    #[test]
    fn what_a_document_says_of_itself_counts() {
        let text = "<?xml version='1.0' encoding = 'EUC-JP'?><quiz>傷</quiz>";
        let (bytes, ..) = encoding_rs::EUC_JP.encode(text);
        assert_eq!(told(&bytes), (Ok(text.into()), vec![Loss::Encoding("EUC-JP")]));
    }

    #[test]
    fn a_damaged_text_is_refused_at_its_line() {
        let mut bytes = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n".to_vec();
        bytes.extend([0xe8, 0x83, b'<']);
        let (text, told) = told(&bytes);
        assert_eq!(text, Err(NotUnderstood { line: 3, reason: Reason::Encoding("UTF-8") }));
        assert!(told.is_empty());
    }
}
