//! Short names for what the program imports from its script. wasm-bindgen's names end in hashes of 16 digits, hundreds
//! of them, and twice: in the program and in the script.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};

const HEADER: usize = 8;
const IMPORTS: u8 = 2;

/// Gives program and script with the same short names in both; names without a hash stay.
pub(crate) fn shorten(code: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = HashMap::new();
    let mut out = code.get(..HEADER).context("this is no program")?.to_vec();
    let mut rest = Reader(&code[HEADER..]);
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        let size = rest.number()?;
        let body = rest.take(size)?;
        let body = if kind == IMPORTS { renamed(body, &mut names)? } else { body.to_vec() };
        out.push(kind);
        write_number(&mut out, body.len());
        out.extend(body);
    }
    Ok((out, in_script(script, &names)?))
}

/// The section of imports with short names; notes which is which.
fn renamed(section: &[u8], names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let mut rest = Reader(section);
    let count = rest.number()?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    for _ in 0..count {
        let (module, name) = (rest.text()?, rest.text()?);
        let next = names.len();
        let short = match hashed(name) {
            true => names.entry(name.to_owned()).or_insert_with(|| format!("_{next:x}")).as_str(),
            false => name,
        };
        write_text(&mut out, module);
        write_text(&mut out, short);
        let before = rest.0;
        rest.skip_type()?;
        out.extend(&before[..before.len() - rest.0.len()]);
    }
    Ok(out)
}

/// Whether wasm-bindgen made the name: `__wbg_fetch_0123456789abcdef`.
fn hashed(name: &str) -> bool {
    let hash = name.rsplit_once('_').map_or("", |(_, hash)| hash);
    name.starts_with("__wb") && hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The script with the same names; every one must be found in it.
fn in_script(script: &str, names: &HashMap<String, String>) -> Result<String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(script.len());
    let (mut rest, mut found) = (script, 0);
    while let Some(start) = rest.find("__wb") {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c| !is_part(c)).unwrap_or(word.len());
        out.push_str(before);
        match names.get(&word[..end]) {
            Some(short) if !before.ends_with(is_part) => {
                out.push_str(short);
                found += 1;
            }
            _ => out.push_str(&word[..end]),
        }
        rest = &word[end..];
    }
    out.push_str(rest);
    if found < names.len() {
        bail!("the script knows {found} of the program's {} imports", names.len());
    }
    Ok(out)
}

/// Bytes of the binary format of WebAssembly, from the front.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().context("the program ends too soon")?;
        self.0 = rest;
        Ok(*first)
    }

    /// LEB128.
    fn number(&mut self) -> Result<usize> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        bail!("a number is too long")
    }

    fn take(&mut self, size: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(size).context("the program ends too soon")?;
        self.0 = rest;
        Ok(taken)
    }

    fn text(&mut self) -> Result<&'a str> {
        let size = self.number()?;
        Ok(std::str::from_utf8(self.take(size)?)?)
    }

    /// What is imported: a function, a table, a memory, a global or a tag.
    fn skip_type(&mut self) -> Result<()> {
        match self.byte()? {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.skip_limits()?;
            }
            2 => self.skip_limits()?,
            3 => drop(self.take(2)?),
            4 => {
                self.byte()?;
                self.number()?;
            }
            other => bail!("an import of the unknown kind {other}"),
        }
        Ok(())
    }

    fn skip_limits(&mut self) -> Result<()> {
        let has_end = self.number()? & 1 == 1;
        self.number()?;
        if has_end {
            self.number()?;
        }
        Ok(())
    }
}

fn write_number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let byte = value.to_le_bytes()[0] & 0x7f;
        value >>= 7;
        out.push(if value == 0 { byte } else { byte | 0x80 });
        if value == 0 {
            return;
        }
    }
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    write_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "__wbg_fetch_0123456789abcdef";

    fn module(names: &[&str]) -> Vec<u8> {
        let mut section = Vec::new();
        write_number(&mut section, names.len());
        for name in names {
            write_text(&mut section, "./main_bg.js");
            write_text(&mut section, name);
            section.extend([0, 5]);
        }
        let mut code = b"\0asm\x01\0\0\0".to_vec();
        code.push(IMPORTS);
        write_number(&mut code, section.len());
        code.extend(section);
        code.extend([3, 2, 1, 0]);
        code
    }

    #[test]
    fn program_and_script_get_the_same_short_names() {
        let script = format!("{NAME}: function() {{}}, __wbindgen_throw: 1, x{NAME}: 2");
        let (code, script) = shorten(&module(&[NAME, "__wbindgen_throw"]), &script).unwrap();
        assert_eq!(code, module(&["_0", "__wbindgen_throw"]));
        assert_eq!(script, format!("_0: function() {{}}, __wbindgen_throw: 1, x{NAME}: 2"));
    }

    #[test]
    fn a_script_that_lacks_an_import_is_refused() {
        assert!(shorten(&module(&[NAME]), "other").is_err());
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x7f", "").is_err());
    }

    #[test]
    fn long_numbers_are_written_as_they_are_read() {
        for value in [0, 127, 128, 300, 1 << 20] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, value);
            assert_eq!(Reader(&bytes).number().unwrap(), value);
        }
    }
}
