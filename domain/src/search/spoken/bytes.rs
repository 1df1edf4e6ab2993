//! Numbers as LEB128: seven bits a byte, the least first.

use alloc::vec::Vec;

/// Appends a number.
pub(super) fn push(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads numbers one after another.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next number; `None` at the end, within a number that is cut, or for one beyond 32 bits.
    // Most distances fit a byte, and a search reads millions: also where the program is made small, this stays in place.
    #[inline(always)]
    pub(super) fn number(&mut self) -> Option<u32> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        if byte < 0x80 { Some(byte.into()) } else { self.long(byte) }
    }

    #[inline(never)]
    fn long(&mut self, first: u8) -> Option<u32> {
        let mut number = u32::from(first & 0x7f);
        for shift in [7, 14, 21, 28] {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }
}

/// Numbers in order, each kept as its distance from the one before.
pub(super) struct Distances<'a> {
    reader: Reader<'a>,
    last: u32,
}

impl<'a> Distances<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { reader: Reader::new(bytes), last: 0 }
    }
}

impl Iterator for Distances<'_> {
    type Item = u32;

    #[inline(always)]
    fn next(&mut self) -> Option<u32> {
        self.last = self.last.wrapping_add(self.reader.number()?);
        Some(self.last)
    }
}
