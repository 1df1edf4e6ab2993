//! CBOR as the spec allows it (§3): integers, byte and text strings, arrays, maps with integer keys, booleans, and
//! tag 18 at the root; RFC 8949 §4.2.1 core deterministic encoding, one encoding for each value. Whatever is decoded
//! encodes to the same bytes again.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

/// The deepest nesting: the root is at depth 0.
const MAX_DEPTH: usize = 6;

/// The most entries of an array or map of a token.
pub const TOKEN_MAX_ENTRIES: usize = 64;
/// The most entries of an array or map of a trust list.
pub const TRUST_LIST_MAX_ENTRIES: usize = 20_000;

/// An integer of CBOR, −2⁶⁴ to 2⁶⁴−1. Its order is the order of map keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Int {
    /// Zero or a positive number.
    Uint(u64),
    /// The negative number −1 − n.
    Nint(u64),
}

impl From<i64> for Int {
    fn from(number: i64) -> Self {
        match u64::try_from(number) {
            Ok(positive) => Self::Uint(positive),
            Err(_) => Self::Nint(number.unsigned_abs() - 1),
        }
    }
}

/// A CBOR data item of the allowed subset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An integer.
    Int(Int),
    /// A byte string.
    Bytes(Vec<u8>),
    /// A text string.
    Text(String),
    /// An array.
    Array(Vec<Value>),
    /// A map; its keys are integers, each there once, in order.
    Map(BTreeMap<Int, Value>),
    /// `false` or `true`.
    Bool(bool),
    /// COSE_Sign1, tag 18: only ever the root.
    Sign1(Box<Value>),
}

/// Why bytes are not a data item of the allowed subset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CborError {
    /// Truncated, trailing bytes, text that is not UTF-8, or nested too deep (`E_CBOR`).
    Malformed,
    /// CBOR, but outside the deterministic subset (`E_CBOR_PROFILE`).
    Profile,
}

impl Value {
    /// An unsigned number.
    pub fn uint(number: u64) -> Self {
        Self::Int(Int::Uint(number))
    }

    /// A byte string.
    pub fn bytes(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.into())
    }

    /// A text string.
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// A map. Of entries with the same key the last one stays.
    pub fn map(entries: impl IntoIterator<Item = (i64, Value)>) -> Self {
        // One by one: collecting a map brings a sort with it, 3 kB of wasm for each kind of key and value.
        let mut map = BTreeMap::new();
        entries.into_iter().for_each(|(key, value)| drop(map.insert(key.into(), value)));
        Self::Map(map)
    }

    /// The one encoding of this item.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        write(self, &mut out);
        out
    }

    /// Reads exactly one item, and nothing after it; arrays and maps hold at most `max_entries`.
    pub fn decode(bytes: &[u8], max_entries: usize) -> Result<Self, CborError> {
        let mut reader = Reader { rest: bytes, max_entries };
        let value = reader.item(0)?;
        if reader.rest.is_empty() { Ok(value) } else { Err(CborError::Malformed) }
    }
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Int(int) => write_int(*int, out),
        Value::Bytes(bytes) => {
            write_head(2, bytes.len() as u64, out);
            out.extend_from_slice(bytes);
        }
        Value::Text(text) => {
            write_head(3, text.len() as u64, out);
            out.extend_from_slice(text.as_bytes());
        }
        Value::Array(items) => {
            write_head(4, items.len() as u64, out);
            items.iter().for_each(|item| write(item, out));
        }
        Value::Map(entries) => {
            write_head(5, entries.len() as u64, out);
            for (key, value) in entries {
                write_int(*key, out);
                write(value, out);
            }
        }
        Value::Bool(value) => out.push(if *value { 0xf5 } else { 0xf4 }),
        Value::Sign1(content) => {
            write_head(6, 18, out);
            write(content, out);
        }
    }
}

fn write_int(int: Int, out: &mut Vec<u8>) {
    match int {
        Int::Uint(n) => write_head(0, n, out),
        Int::Nint(n) => write_head(1, n, out),
    }
}

fn write_head(major: u8, n: u64, out: &mut Vec<u8>) {
    let major = major << 5;
    match n {
        0..24 => out.push(major | n as u8),
        24..=0xff => out.extend_from_slice(&[major | 24, n as u8]),
        0x100..=0xffff => {
            out.push(major | 25);
            out.extend_from_slice(&(n as u16).to_be_bytes());
        }
        0x1_0000..=0xffff_ffff => {
            out.push(major | 26);
            out.extend_from_slice(&(n as u32).to_be_bytes());
        }
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&n.to_be_bytes());
        }
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    max_entries: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: u64) -> Result<&'a [u8], CborError> {
        let length = usize::try_from(length).map_err(|_| CborError::Malformed)?;
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(CborError::Malformed)?;
        self.rest = rest;
        Ok(taken)
    }

    fn item(&mut self, depth: usize) -> Result<Value, CborError> {
        if depth > MAX_DEPTH {
            return Err(CborError::Malformed);
        }
        let initial = self.take(1)?[0];
        let (major, additional) = (initial >> 5, initial & 31);
        if major == 7 {
            return match additional {
                20 => Ok(Value::Bool(false)),
                21 => Ok(Value::Bool(true)),
                _ => Err(CborError::Profile),
            };
        }
        let n = self.argument(additional)?;
        match major {
            0 => Ok(Value::Int(Int::Uint(n))),
            1 => Ok(Value::Int(Int::Nint(n))),
            2 => Ok(Value::Bytes(self.take(n)?.into())),
            3 => match core::str::from_utf8(self.take(n)?) {
                Ok(text) => Ok(Value::Text(text.into())),
                Err(_) => Err(CborError::Malformed),
            },
            4 => self.array(n, depth),
            5 => self.map(n, depth),
            _ if n == 18 && depth == 0 => Ok(Value::Sign1(Box::new(self.item(depth + 1)?))),
            _ => Err(CborError::Profile),
        }
    }

    /// The number in a head, which must not fit a shorter head.
    fn argument(&mut self, additional: u8) -> Result<u64, CborError> {
        let (width, least) = match additional {
            0..24 => return Ok(u64::from(additional)),
            24 => (1, 24),
            25 => (2, 0x100),
            26 => (4, 0x1_0000),
            27 => (8, 0x1_0000_0000),
            _ => return Err(CborError::Profile),
        };
        let n = self.take(width)?.iter().fold(0u64, |n, byte| n << 8 | u64::from(*byte));
        if n < least { Err(CborError::Profile) } else { Ok(n) }
    }

    fn entries(&self, n: u64) -> Result<usize, CborError> {
        usize::try_from(n).ok().filter(|n| *n <= self.max_entries).ok_or(CborError::Profile)
    }

    fn array(&mut self, n: u64, depth: usize) -> Result<Value, CborError> {
        let n = self.entries(n)?;
        (0..n).map(|_| self.item(depth + 1)).collect::<Result<_, _>>().map(Value::Array)
    }

    fn map(&mut self, n: u64, depth: usize) -> Result<Value, CborError> {
        let mut entries = BTreeMap::new();
        for _ in 0..self.entries(n)? {
            let Value::Int(key) = self.item(depth + 1)? else { return Err(CborError::Profile) };
            if entries.last_key_value().is_some_and(|(last, _)| key <= *last) {
                return Err(CborError::Profile);
            }
            entries.insert(key, self.item(depth + 1)?);
        }
        Ok(Value::Map(entries))
    }
}
