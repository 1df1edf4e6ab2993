//! Signing the trust list (token spec §6, §13): the policies of the built catalog, the organisation's keys, revoked
//! tokens. A list gets a new number only when it says something new or is about to run out, so that starting a server
//! again and again does not count it up.

use std::fmt;
use std::path::{Path, PathBuf};

use domain::catalog::{Catalog, CatalogEntry, Site};
use serde_json::json;
use token::calendar::{Period, UnixSeconds};
use token::claims::{Checks, Level};
use token::identifier::{ContentHash, CtiHash};
use token::key::PublicKey;
use token::trust::{
    CoursePolicy, Minutes, Roles, Roots, TrustBody, TrustError, TrustKey, TrustList,
};

use crate::bundle::{self, BuildError};
use crate::key::{KeyError, KeyFolder, Purpose, hex};
use crate::language::Language;

/// Days before its end at which a list is replaced though it would say the same.
const RENEW_BEFORE_DAYS: u64 = 7;
/// Days that a key stays in the list after all its tokens have run out.
const KEY_KEPT_DAYS: i32 = 7;
/// Older versions of a course's content that are still accepted, the newest first.
const OLDER_MOST: usize = 100;
const DAY_S: u64 = 86_400;

/// Why no list was signed.
#[derive(Debug)]
pub enum SignError {
    /// There is no built content, or it is damaged.
    Content(PathBuf),
    /// A key is missing or damaged.
    Key(KeyError),
    /// A file could not be written.
    Write(BuildError),
    /// A line of the file of revoked tokens is not 16 hex digits.
    Revoked {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// The list would be refused by verifiers.
    List(TrustError),
    /// The list signed before is damaged, or another root signed it.
    Previous {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: TrustError,
    },
}

impl SignError {
    /// What is wrong, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match (self, language) {
            (Self::Content(path), Language::Ja) => {
                format!(
                    "「{}」を読めません。先に yoshu content build を実行してください",
                    path.display()
                )
            }
            (Self::Content(path), Language::En) => {
                format!("cannot read {}: run yoshu content build first", path.display())
            }
            (Self::Key(error), language) => error.sentence(language),
            (Self::Write(error), language) => error.sentence(language),
            (Self::Revoked { path, line }, Language::Ja) => format!(
                "{}:{line}: 16桁の16進数ではありません。取り消すコードか鍵の番号を1行に1つ書いてください（# から後は注釈）",
                path.display()
            ),
            (Self::Revoked { path, line }, Language::En) => format!(
                "{}:{line}: not 16 hex digits; write one revoked code or key a line (# begins a comment)",
                path.display()
            ),
            (Self::List(error), Language::Ja) => {
                format!(
                    "この内容の一覧は検証で拒まれます（{error}）。講習の設定と鍵を確かめてください"
                )
            }
            (Self::List(error), Language::En) => {
                format!(
                    "verifiers would refuse this list ({error}): check the courses and the keys"
                )
            }
            (Self::Previous { path, error }, Language::Ja) => format!(
                "前の一覧「{}」を確かめられません（{error}）。番号が戻ると検証側が受け付けません。同じ鍵の控えから戻すか、鍵も一覧も新しくするなら消してください",
                path.display()
            ),
            (Self::Previous { path, error }, Language::En) => format!(
                "the list signed before, {}, does not hold ({error}); verifiers refuse a number that goes back: restore it from a copy, or delete it if keys and list are to start anew",
                path.display()
            ),
        }
    }
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for SignError {}

impl From<KeyError> for SignError {
    fn from(error: KeyError) -> Self {
        Self::Key(error)
    }
}

impl From<BuildError> for SignError {
    fn from(error: BuildError) -> Self {
        Self::Write(error)
    }
}

/// What was signed.
#[derive(Clone, Debug)]
pub struct Signed {
    /// What the list says.
    pub body: TrustBody,
    /// The root that signed it.
    pub root: PublicKey,
    /// Whether it is a new list, or the one signed before.
    pub is_new: bool,
    /// Keys whose window has ended or ends within two weeks: time to make new ones.
    pub ending: Vec<Purpose>,
    /// Courses of the list before that this one no longer has: their codes will be refused.
    pub dropped: Vec<String>,
}

/// Signs a list for the built content in `out` with the keys in `keys`, good for `days`, and writes `trust.cose`,
/// `trust.json` and the root's public key in `site.json`. The list is also kept beside the keys: its number must survive
/// the loss of the built content.
pub fn sign(
    out: &Path,
    keys: &KeyFolder,
    days: u16,
    now: UnixSeconds,
) -> Result<Signed, SignError> {
    let catalog: Catalog = read_json(&out.join("catalog.json"))?;
    let site: Site = read_json(&out.join("site.json"))?;
    let root = keys.signer(Purpose::Root)?;
    let previous = previous(out, keys, root.public())?;
    let named = revoked(&keys.dir().join("revoked.txt"))?;
    let before = previous.as_ref().map(|(list, _)| list);
    let mut listed = trust_keys(keys, &site, &catalog, before, now);
    let revoked = revoke_keys(named, &mut listed, before, now);
    let mut body = TrustBody {
        seq: previous.as_ref().map_or(1, |(list, _)| list.seq() + 1),
        issued: now,
        next_update: now.plus_s(u64::from(days) * DAY_S),
        keys: listed,
        revoked,
        courses: Vec::new(),
        next_roots: Vec::new(),
    };
    for entry in &catalog.courses {
        let before = previous.as_ref().and_then(|(list, _)| list.course(&entry.outline.id));
        body.courses.push(policy(entry, before));
    }
    let dropped = previous.as_ref().map_or_else(Vec::new, |(list, _)| dropped(list, &body));
    let kept = previous
        .filter(|(list, _)| says_the_same(list.body(), &body) && !runs_out(list.body(), days, now));
    let (body, bytes, is_new) = match kept {
        Some((list, bytes)) => (list.body().clone(), bytes, false),
        None => {
            let draft = body.draft(Some(root.kid())).map_err(SignError::List)?;
            let signature = root.sign(&draft.to_be_signed());
            (body, draft.seal(signature).into_bytes(), true)
        }
    };
    write(out, keys, site, &body, &bytes, root.public())?;
    let ending = ending(keys, now);
    Ok(Signed { body, root: root.public().clone(), is_new, ending, dropped })
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, SignError> {
    let bytes = std::fs::read(path).map_err(|_| SignError::Content(path.to_path_buf()))?;
    serde_json::from_slice(&bytes).map_err(|_| SignError::Content(path.to_path_buf()))
}

/// The list signed before: the one kept beside the keys, or else the one in the built content.
fn previous(
    out: &Path,
    keys: &KeyFolder,
    root: &PublicKey,
) -> Result<Option<(TrustList, Vec<u8>)>, SignError> {
    for path in [keys.dir().join("trust.cose"), out.join("trust.cose")] {
        let Some(bytes) = read_if_there(&path)? else { continue };
        let pinned = [root.clone()];
        match TrustList::load(&bytes, Roots::first(&pinned), None) {
            Ok(list) => return Ok(Some((list, bytes))),
            // Built content that came with another organisation's list: this one starts its own.
            Err(TrustError::Root) if path.starts_with(out) => {}
            Err(error) => return Err(SignError::Previous { path, error }),
        }
    }
    Ok(None)
}

/// The bytes of a file, or nothing where there is none. Any other trouble is an error: a list that could not be read is
/// not a list that never was, and revoked tokens must not come back to life because of a wrong permission.
fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, SignError> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(KeyError::Disk { path: path.to_path_buf(), error }.into()),
    }
}

fn says_the_same(before: &TrustBody, now: &TrustBody) -> bool {
    let undated = |body: &TrustBody| TrustBody {
        seq: 0,
        issued: UnixSeconds(0),
        next_update: UnixSeconds(0),
        ..body.clone()
    };
    undated(before) == undated(now)
}

fn runs_out(before: &TrustBody, days: u16, now: UnixSeconds) -> bool {
    let margin = RENEW_BEFORE_DAYS.min(u64::from(days) / 2) * DAY_S;
    now.plus_s(margin) >= before.next_update || now < before.issued
}

fn dropped(before: &TrustList, now: &TrustBody) -> Vec<String> {
    let gone = before
        .body()
        .courses
        .iter()
        .filter(|old| now.courses.iter().all(|new| new.course != old.course));
    gone.map(|policy| policy.course.to_string()).collect()
}

/// A course's policy. The content it replaces, and all before that, is still accepted with a warning.
fn policy(entry: &CatalogEntry, before: Option<&CoursePolicy>) -> CoursePolicy {
    let outline = &entry.outline;
    let mut older: Vec<ContentHash> = Vec::new();
    for hash in
        before.into_iter().flat_map(|before| before.content.iter().chain(&before.older_content))
    {
        if *hash != entry.content && !older.contains(hash) {
            older.push(*hash);
        }
    }
    older.truncate(OLDER_MOST);
    CoursePolicy {
        course: outline.id.clone(),
        content: vec![entry.content],
        pass_percent: outline.completion.test.map_or(0, |test| test.pass.get()),
        validity: outline.completion.validity.into(),
        grace_days: u8::try_from(outline.completion.grace_days).unwrap_or(u8::MAX),
        minimum_level: Level::from_number(outline.completion.minimum_level.into())
            .unwrap_or(Level::A3),
        older_content: older,
        title: Some(outline.title.ja.clone()),
        minutes: Some(Minutes {
            elearning: outline.minutes.elearning,
            in_person: outline.minutes.inperson,
        }),
        series: None,
    }
}

/// The keys in use, and those replaced whose tokens may still be carried.
fn trust_keys(
    keys: &KeyFolder,
    site: &Site,
    catalog: &Catalog,
    before: Option<&TrustList>,
    now: UnixSeconds,
) -> Vec<TrustKey> {
    let in_use = keys.entries().iter().filter_map(|entry| trust_key(entry, &site.organisation.ja));
    let mut list: Vec<TrustKey> = in_use.collect();
    let longest = catalog.courses.iter().map(longest_days).max().unwrap_or(0) + KEY_KEPT_DAYS;
    for old in before.into_iter().flat_map(|before| &before.body().keys) {
        let needed_until = old.not_after.plus_s(u64::from(longest.unsigned_abs()) * DAY_S);
        let replaced = list.iter().all(|key| key.key != old.key);
        if replaced && now < needed_until {
            list.push(old.clone());
        }
    }
    list
}

/// Marks the keys among what was named as revoked; the rest are tokens. A key that was revoked before keeps its moment.
fn revoke_keys(
    mut named: Vec<CtiHash>,
    listed: &mut [TrustKey],
    before: Option<&TrustList>,
    now: UnixSeconds,
) -> Vec<CtiHash> {
    for key in listed {
        let kid = key.key.kid();
        let tokens_and_others = named.len();
        named.retain(|revoked| revoked.0 != kid.0);
        if named.len() < tokens_and_others {
            let since = before.and_then(|before| before.key(kid)?.revoked_since);
            key.revoked_since = Some(since.unwrap_or(now));
        }
    }
    named
}

/// For how many days after its making a token of this course may still be accepted.
fn longest_days(entry: &CatalogEntry) -> i32 {
    let completion = &entry.outline.completion;
    let validity = match Period::from(completion.validity) {
        Period::Months(months) => i32::from(months) * 31,
        Period::Days(days) => i32::from(days),
    };
    validity + i32::from(completion.grace_days)
}

fn trust_key(entry: &crate::key::KeyEntry, organisation: &str) -> Option<TrustKey> {
    let (roles, label, checks) = match entry.purpose {
        Purpose::Root => return None,
        Purpose::Issue => {
            (Roles::ISSUE, "発行", Some(Checks::GRADED.and(Checks::TIMED).and(Checks::TICKET)))
        }
        Purpose::Enrol => (Roles::ENROL, "申込", None),
        Purpose::Attend => (Roles::ATTEND, "出席", None),
    };
    let created = entry.created()?;
    Some(TrustKey {
        key: entry.key()?,
        roles,
        not_before: created.start(),
        not_after: created.plus_days(entry.purpose.days()?).start(),
        label: format!("{organisation}（{label}）"),
        courses: Vec::new(),
        checks,
        revoked_since: None,
    })
}

fn ending(keys: &KeyFolder, now: UnixSeconds) -> Vec<Purpose> {
    let ends = |entry: &&crate::key::KeyEntry| {
        let last = entry
            .purpose
            .days()
            .zip(entry.created())
            .map(|(days, created)| created.plus_days(days));
        last.is_some_and(|last| now.jst_date().plus_days(14) >= last)
    };
    keys.entries().iter().filter(ends).map(|entry| entry.purpose).collect()
}

/// The hashes of revoked tokens and the ids of revoked keys: 16 hex digits a line, `#` begins a comment; no file means
/// none.
fn revoked(path: &Path) -> Result<Vec<CtiHash>, SignError> {
    let Some(bytes) = read_if_there(path)? else { return Ok(Vec::new()) };
    let text = String::from_utf8_lossy(&bytes);
    let mut revoked = Vec::new();
    // Windows' Notepad puts a byte order mark before a file it saves.
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let written = line.split('#').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !written.is_empty() {
            let hash = written
                .parse()
                .map_err(|_| SignError::Revoked { path: path.to_path_buf(), line: index + 1 })?;
            revoked.push(hash);
        }
    }
    revoked.sort_unstable();
    revoked.dedup();
    Ok(revoked)
}

fn write(
    out: &Path,
    keys: &KeyFolder,
    mut site: Site,
    body: &TrustBody,
    bytes: &[u8],
    root: &PublicKey,
) -> Result<(), SignError> {
    let mut review = serde_json::to_vec_pretty(&review(body, root)).map_err(BuildError::Json)?;
    review.push(b'\n');
    // Beside the keys first: a number that was published but not remembered would be given twice.
    let files = [
        (keys.dir().join("trust.cose"), bytes),
        (out.join("trust.json"), &review),
        (out.join("trust.cose"), bytes),
    ];
    for (path, bytes) in files {
        if std::fs::read(&path).ok().as_deref() != Some(bytes) {
            bundle::write(&path, bytes)?;
        }
    }
    let roots = vec![hex(root.compressed().as_bytes())];
    if site.roots != roots {
        site.roots = roots;
        bundle::write_json(&out.join("site.json"), &site)?;
    }
    Ok(())
}

/// The list in words for review; the program reads only the signed file.
fn review(body: &TrustBody, root: &PublicKey) -> serde_json::Value {
    let time =
        |time: UnixSeconds| json!({ "unix_s": time.0, "jst_date": time.jst_date().to_string() });
    let period = |period: Period| match period {
        Period::Months(months) => format!("{months} months"),
        Period::Days(days) => format!("{days} days"),
    };
    let texts = |hashes: &[ContentHash]| hashes.iter().map(ToString::to_string).collect::<Vec<_>>();
    let key = |key: &TrustKey| {
        json!({
            "kid": key.key.kid().to_string(),
            "public": hex(key.key.compressed().as_bytes()),
            "roles": key.roles.bits(),
            "label": key.label,
            "not_before": time(key.not_before),
            "not_after": time(key.not_after),
            "courses": key.courses.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "checks": key.checks.map(Checks::bits),
            "revoked_since": key.revoked_since.map(time),
        })
    };
    let course = |policy: &CoursePolicy| {
        json!({
            "id": policy.course.to_string(),
            "title": policy.title,
            "content": texts(&policy.content),
            "older_content": texts(&policy.older_content),
            "pass_percent": policy.pass_percent,
            "validity": period(policy.validity),
            "grace_days": policy.grace_days,
            "minimum_level": policy.minimum_level.number(),
            "minutes": policy.minutes.map(|minutes| json!([minutes.elearning, minutes.in_person])),
        })
    };
    json!({
        "note": "review twin of trust.cose; not read by any program",
        "seq": body.seq,
        "issued": time(body.issued),
        "next_update": time(body.next_update),
        "root": { "kid": root.kid().to_string(), "public": hex(root.compressed().as_bytes()) },
        "keys": body.keys.iter().map(key).collect::<Vec<_>>(),
        "revoked": body.revoked.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "courses": body.courses.iter().map(course).collect::<Vec<_>>(),
    })
}
