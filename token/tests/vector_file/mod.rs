//! Files of test vectors of the form of `tests/vectors.json`: inputs, circumstances, and the result a verifier must
//! give. Byte strings are hex there, times seconds, dates JST.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use p256::ecdsa::SigningKey;
use p256::ecdsa::signature::Signer;
use serde::Deserialize;
use token::calendar::{Period, UnixSeconds};
use token::claims::{Checks, Level};
use token::identifier::{Cti, SessionId};
use token::judge::{Circumstances, Class, Holder, Verdict, judge, judge_presentation};
use token::key::PublicKey;
use token::presentation::{Room, RoomCode};
use token::text::{Scanned, printable_nfc};
use token::trust::{CoursePolicy, Roles, Roots, TrustBody, TrustKey, TrustList};

/// A file of vectors, its trust lists loaded.
pub(crate) struct VectorFile {
    lists: BTreeMap<String, Result<TrustList, String>>,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Written {
    trust_lists: BTreeMap<String, WrittenList>,
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct WrittenList {
    seq: u64,
    iat: u64,
    next_update: u64,
    keys: Vec<WrittenKey>,
    #[serde(default)]
    revoked: Vec<String>,
    courses: BTreeMap<String, WrittenCourse>,
}

#[derive(Deserialize)]
struct WrittenKey {
    kid: String,
    pk: String,
    roles: u8,
    nb: u64,
    na: u64,
    chk: Option<u8>,
    #[serde(default)]
    courses: Vec<String>,
    #[serde(default)]
    revoked: serde_json::Value,
}

#[derive(Deserialize)]
struct WrittenCourse {
    content: Vec<String>,
    #[serde(default)]
    content_old: Vec<String>,
    validity: (u8, u16),
    grace: u8,
    #[serde(default)]
    min_level: u64,
    pass: u8,
}

#[derive(Deserialize)]
struct Vector {
    name: String,
    input: String,
    expect: String,
    trust: Option<String>,
    now: u64,
    session_date: String,
    course: Option<String>,
    #[serde(default)]
    seen: Vec<String>,
    roster: Option<Vec<String>>,
    floor: Option<u64>,
    room_codes: Option<Vec<String>>,
    session_id: Option<String>,
}

impl VectorFile {
    /// Reads the JSON text of a file.
    pub(crate) fn read(json: &str) -> Result<Self, String> {
        let written: Written = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let lists =
            written.trust_lists.into_iter().map(|(name, list)| (name, list.load())).collect();
        Ok(Self { lists, vectors: written.vectors })
    }

    /// How many vectors.
    pub(crate) fn len(&self) -> usize {
        self.vectors.len()
    }

    /// One line for each vector whose result differs.
    pub(crate) fn differing(&self) -> Vec<String> {
        let results = self
            .vectors
            .iter()
            .map(|vector| (vector, self.run(vector).unwrap_or_else(|error| error)));
        results
            .filter(|(vector, got)| vector.expect != *got)
            .map(|(vector, got)| format!("{}: expected {}, got {got}", vector.name, vector.expect))
            .collect()
    }

    fn run(&self, vector: &Vector) -> Result<String, String> {
        let trust = match vector.trust.as_deref().and_then(|name| self.lists.get(name)) {
            None => None,
            Some(list) => Some(list.as_ref().map_err(Clone::clone)?),
        };
        let course = vector.course.as_deref().map(parse).transpose()?;
        let roster =
            vector.roster.as_ref().map(|roster| parse_all::<BTreeSet<_>, _>(roster)).transpose()?;
        let seen = vector
            .seen
            .iter()
            .map(|cti| parse::<Cti>(cti).map(|cti| cti.hash()))
            .collect::<Result<_, _>>()?;
        let circumstances = Circumstances {
            trust,
            now: UnixSeconds(vector.now),
            session_date: parse(&vector.session_date)?,
            course: course.as_ref(),
            roster: roster.as_ref(),
            seen: Some(&seen),
            clock_floor: vector.floor.map(UnixSeconds),
            printable_nfc,
        };
        Ok(vector.judge(&circumstances)?.unwrap_or_else(|code| code.to_owned()))
    }
}

impl Vector {
    /// The result in the file's words. The outer error is a fault of the file.
    fn judge(
        &self,
        circumstances: &Circumstances<'_>,
    ) -> Result<Result<String, &'static str>, String> {
        let scanned = match Scanned::read(&self.input) {
            Ok(scanned) => scanned,
            Err(refusal) => return Ok(Err(refusal.code())),
        };
        let verdict = match self.room()? {
            None => judge(&scanned, circumstances),
            Some(room) => judge_presentation(&scanned, &room, circumstances),
        };
        Ok(verdict.map_err(|refused| refused.refusal.code()).and_then(|verdict| in_words(&verdict)))
    }

    fn room(&self) -> Result<Option<Room>, String> {
        let Some(codes) = &self.room_codes else { return Ok(None) };
        let session: SessionId = parse(self.session_id.as_deref().unwrap_or_default())?;
        // A code that no room can have is one that no proof can be for.
        let codes = codes.iter().filter_map(|code| RoomCode::new(code.as_bytes())).collect();
        Ok(Some(Room { session, codes }))
    }
}

/// `OK/A2`, `LATE/A1+W_SEEN`, `OK/A2/H2`; a fault of the proof alone.
fn in_words(verdict: &Verdict) -> Result<String, &'static str> {
    if let Some(Err(fault)) = &verdict.proof {
        return Err(fault.code());
    }
    let class = match verdict.class {
        Class::Ok => "OK",
        Class::Late { .. } => "LATE",
    };
    let holder = match verdict.holder {
        Holder::Device => "/H2",
        Holder::Unconfirmed | Holder::Identified => "",
    };
    let warnings: String =
        verdict.warnings.iter().map(|warning| format!("+{}", warning.code())).collect();
    Ok(format!("{class}/A{}{holder}{warnings}", verdict.level.number()))
}

impl WrittenList {
    /// Signs the list with a throw-away root and loads it as a verifier does; the error is the code.
    fn load(self) -> Result<TrustList, String> {
        let mut kids = BTreeSet::new();
        if !self.keys.iter().all(|key| kids.insert(&key.kid)) {
            return Err("E_TRUST_DUP_KID".to_owned());
        }
        let body = TrustBody {
            seq: self.seq,
            issued: UnixSeconds(self.iat),
            next_update: UnixSeconds(self.next_update),
            keys: self.keys.into_iter().map(WrittenKey::read).collect::<Result<_, _>>()?,
            revoked: parse_all(&self.revoked)?,
            courses: self.courses.into_iter().map(WrittenCourse::read).collect::<Result<_, _>>()?,
            next_roots: vec![],
        };
        let secret = SigningKey::from_slice(&[7; 32]).map_err(|error| error.to_string())?;
        let root = PublicKey::from_raw(secret.verifying_key().to_encoded_point(false).as_bytes())
            .map_err(|error| error.to_string())?;
        let draft = body.draft(Some(root.kid())).map_err(|error| error.code().to_owned())?;
        let signature: p256::ecdsa::Signature = secret.sign(&draft.to_be_signed());
        let sealed = draft.seal(signature.to_bytes().into());
        TrustList::load(sealed.as_bytes(), Roots::first(&[root]), None)
            .map_err(|error| error.code().to_owned())
    }
}

impl WrittenKey {
    fn read(self) -> Result<TrustKey, String> {
        let point = hex(&self.pk).ok_or_else(|| format!("not hex: {}", self.pk))?;
        let key = PublicKey::from_slice(&point).map_err(|_| "E_KEY_POINT".to_owned())?;
        if key.kid() != parse(&self.kid)? {
            return Err("E_TRUST_KID".to_owned());
        }
        let is_revoked =
            !matches!(self.revoked, serde_json::Value::Null | serde_json::Value::Bool(false));
        Ok(TrustKey {
            key,
            roles: Roles::from_bits(self.roles).ok_or("roles")?,
            not_before: UnixSeconds(self.nb),
            not_after: UnixSeconds(self.na),
            label: String::new(),
            courses: parse_all(&self.courses)?,
            checks: self.chk.map(|bits| Checks::from_bits(bits).ok_or("chk")).transpose()?,
            revoked_since: is_revoked.then_some(UnixSeconds(self.nb)),
        })
    }
}

impl WrittenCourse {
    fn read((id, course): (String, Self)) -> Result<CoursePolicy, String> {
        Ok(CoursePolicy {
            course: parse(&id)?,
            content: parse_all(&course.content)?,
            pass_percent: course.pass,
            validity: match course.validity {
                (1, months) => Period::Months(months),
                (2, days) => Period::Days(days),
                other => return Err(format!("{id}: no such validity: {other:?}")),
            },
            grace_days: course.grace,
            minimum_level: Level::from_number(course.min_level).ok_or("min_level")?,
            older_content: parse_all(&course.content_old)?,
            title: None,
            minutes: None,
            series: None,
        })
    }
}

fn parse<T: FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("cannot be read: {text:?}"))
}

fn parse_all<C: FromIterator<T>, T: FromStr>(texts: &[String]) -> Result<C, String> {
    texts.iter().map(|text| parse(text)).collect()
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok()).collect()
}
