//! An organisation's keys: private ones as PKCS#8 PEM in files that only their owner may read, and `keys.json` with what
//! is public about them. No private key is ever printed.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::rand_core::OsRng;
use p256::elliptic_curve::sec1::ToEncodedPoint;
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey, LineEnding};
use serde::{Deserialize, Serialize};
use token::calendar::JstDate;
use token::identifier::Kid;
use token::key::PublicKey;

use crate::bundle;
use crate::language::Language;

/// What a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Trust lists. Kept offline where it matters.
    Root,
    /// Completions, by an issuing service.
    Issue,
    /// Enrolment tickets.
    Enrol,
    /// Attendance at practical sessions.
    Attend,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Root, Self::Issue, Self::Enrol, Self::Attend];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Issue => "issue",
            Self::Enrol => "enrol",
            Self::Attend => "attend",
        }
    }

    /// For how many days a new key may sign (token spec §13); a root has no window.
    pub fn days(self) -> Option<i32> {
        match self {
            Self::Root => None,
            Self::Issue => Some(100),
            Self::Enrol => Some(365),
            Self::Attend => Some(400),
        }
    }
}

/// What is public about a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyEntry {
    /// What it signs.
    pub purpose: Purpose,
    /// Its key id, 16 hex digits.
    pub kid: String,
    /// The point, 33 bytes as hex.
    pub public: String,
    /// The day in Japan on which it was made; its window begins then.
    pub created: String,
}

impl KeyEntry {
    /// The point.
    pub fn key(&self) -> Option<PublicKey> {
        PublicKey::from_slice(&bytes_of_hex(&self.public)?)
            .ok()
            .filter(|key| key.kid().to_string() == self.kid)
    }

    /// The day on which it was made.
    pub fn created(&self) -> Option<JstDate> {
        self.created.parse().ok()
    }
}

/// Why a key could not be made or used.
#[derive(Debug)]
pub enum KeyError {
    /// The disk refused.
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// There is no key of this purpose here.
    Missing {
        /// The file that is not there.
        path: PathBuf,
    },
    /// A file holds no P-256 key in PKCS#8 PEM.
    NotAKey {
        /// The file.
        path: PathBuf,
    },
    /// `keys.json` is damaged, or does not belong to the keys beside it.
    Register {
        /// The file.
        path: PathBuf,
    },
}

impl KeyError {
    /// What is wrong, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match (self, language) {
            (Self::Disk { path, error }, Language::Ja) => {
                format!(
                    "「{}」を読み書きできません（{error}）。場所と権限を確かめてください",
                    path.display()
                )
            }
            (Self::Disk { path, error }, Language::En) => {
                format!(
                    "cannot use {} ({error}): check the place and its permissions",
                    path.display()
                )
            }
            (Self::Missing { path }, Language::Ja) => {
                format!(
                    "鍵「{}」がありません。yoshu keys new --out フォルダー で作るか、保管先から持ってきてください",
                    path.display()
                )
            }
            (Self::Missing { path }, Language::En) => {
                format!(
                    "the key {} is missing: make it with yoshu keys new --out DIR, or bring it from its safe",
                    path.display()
                )
            }
            (Self::NotAKey { path }, Language::Ja) => {
                format!(
                    "「{}」は P-256 の秘密鍵（PKCS#8 PEM）ではありません。控えから戻してください",
                    path.display()
                )
            }
            (Self::NotAKey { path }, Language::En) => {
                format!(
                    "{} is not a P-256 private key in PKCS#8 PEM: restore it from a copy",
                    path.display()
                )
            }
            (Self::Register { path }, Language::Ja) => {
                format!(
                    "「{}」が壊れているか、鍵のファイルと合っていません。控えから戻してください",
                    path.display()
                )
            }
            (Self::Register { path }, Language::En) => {
                format!(
                    "{} is damaged or does not match the key files: restore it from a copy",
                    path.display()
                )
            }
        }
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for KeyError {}

/// What `keys new` did with one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// A key was made.
    New,
    /// There is one already.
    Kept,
    /// `keys.json` names one whose private part is elsewhere, as an offline root is.
    Elsewhere,
}

/// A folder with keys.
#[derive(Clone, Debug)]
pub struct KeyFolder {
    dir: PathBuf,
    entries: Vec<KeyEntry>,
}

#[derive(Default, Serialize, Deserialize)]
struct Register {
    version: u32,
    keys: Vec<KeyEntry>,
}

impl KeyFolder {
    /// Opens a folder and reads its `keys.json`; a folder without one holds no keys yet.
    pub fn open(dir: &Path) -> Result<Self, KeyError> {
        let path = dir.join("keys.json");
        let entries = match std::fs::read(&path) {
            Ok(bytes) => {
                let register: Option<Register> = serde_json::from_slice(&bytes).ok();
                let register = register.filter(|register| register.version == 1);
                let keys = register.ok_or_else(|| KeyError::Register { path: path.clone() })?.keys;
                if keys.iter().any(|entry| entry.key().is_none() || entry.created().is_none()) {
                    return Err(KeyError::Register { path });
                }
                keys
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(KeyError::Disk { path, error }),
        };
        Ok(Self { dir: dir.to_path_buf(), entries })
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What is public about the keys.
    pub fn entries(&self) -> &[KeyEntry] {
        &self.entries
    }

    /// The key of a purpose in use.
    pub fn entry(&self, purpose: Purpose) -> Option<&KeyEntry> {
        self.entries.iter().find(|entry| entry.purpose == purpose)
    }

    /// Makes the keys that are not there. To replace one, move its file away first; a root is never replaced, because
    /// a verifier that has pinned it would refuse the next list.
    pub fn make_missing(&mut self, today: JstDate) -> Result<Vec<(KeyEntry, Made)>, KeyError> {
        let mut made = Vec::new();
        for purpose in Purpose::ALL {
            let there = self.pem(purpose).exists();
            let entry = self.entry(purpose).cloned();
            let (entry, what) = match entry {
                Some(entry) if there => (entry, Made::Kept),
                Some(entry) if purpose == Purpose::Root => (entry, Made::Elsewhere),
                None if there => (entry_of(purpose, &self.secret(purpose)?, today), Made::Kept),
                _ => (self.make(purpose, today)?, Made::New),
            };
            self.entries.retain(|other| other.purpose != purpose);
            self.entries.push(entry.clone());
            made.push((entry, what));
        }
        let register = Register { version: 1, keys: self.entries.clone() };
        let path = self.dir.join("keys.json");
        let old = std::fs::read(&path).ok();
        let mut bytes = serde_json::to_vec_pretty(&register)
            .map_err(|_| KeyError::Register { path: path.clone() })?;
        bytes.push(b'\n');
        if old.as_deref() != Some(&bytes) {
            bundle::write(&path, &bytes).map_err(|error| disk_of(error, &path))?;
        }
        Ok(made)
    }

    fn pem(&self, purpose: Purpose) -> PathBuf {
        self.dir.join(format!("{}.pem", purpose.name()))
    }

    fn make(&self, purpose: Purpose, today: JstDate) -> Result<KeyEntry, KeyError> {
        let path = self.pem(purpose);
        let secret = SecretKey::random(&mut OsRng);
        let pem = secret
            .to_pkcs8_pem(LineEnding::LF)
            .map_err(|_| KeyError::NotAKey { path: path.clone() })?;
        let write = || {
            private_folder(&self.dir)?;
            let mut file = private_file(&path)?;
            file.write_all(pem.as_bytes())?;
            file.sync_all()
        };
        write().map_err(|error| KeyError::Disk { path: path.clone(), error })?;
        Ok(entry_of(purpose, &secret, today))
    }

    fn secret(&self, purpose: Purpose) -> Result<SecretKey, KeyError> {
        let path = self.pem(purpose);
        match std::fs::read_to_string(&path) {
            Ok(pem) => SecretKey::from_pkcs8_pem(&pem).map_err(|_| KeyError::NotAKey { path }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(KeyError::Missing { path })
            }
            Err(error) => Err(KeyError::Disk { path, error }),
        }
    }

    /// The key of a purpose, ready to sign. It must be the one that `keys.json` names.
    pub fn signer(&self, purpose: Purpose) -> Result<KeySigner, KeyError> {
        let secret = self.secret(purpose)?;
        let public = public_of(&secret);
        match self.entry(purpose) {
            Some(entry) if entry.kid == public.kid().to_string() => {
                Ok(KeySigner { secret: secret.into(), public })
            }
            _ => Err(KeyError::Register { path: self.dir.join("keys.json") }),
        }
    }
}

/// A private key in use. It shows itself only by its key id.
pub struct KeySigner {
    secret: SigningKey,
    public: PublicKey,
}

impl KeySigner {
    /// The public part.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The key id.
    pub fn kid(&self) -> Kid {
        self.public.kid()
    }

    /// r‖s over a message; the same message always gives the same signature (RFC 6979).
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        let signature: Signature = self.secret.sign(message);
        signature.to_bytes().into()
    }
}

impl fmt::Debug for KeySigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeySigner({})", self.kid())
    }
}

#[cfg(unix)]
fn private_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn private_folder(path: &Path) -> io::Result<()> {
    std::fs::create_dir_all(path)
}

#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<std::fs::File> {
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<std::fs::File> {
    std::fs::OpenOptions::new().write(true).create_new(true).open(path)
}

fn disk_of(error: bundle::BuildError, path: &Path) -> KeyError {
    match error {
        bundle::BuildError::Disk { path, error } => KeyError::Disk { path, error },
        other => {
            KeyError::Disk { path: path.to_path_buf(), error: io::Error::other(other.to_string()) }
        }
    }
}

fn entry_of(purpose: Purpose, secret: &SecretKey, today: JstDate) -> KeyEntry {
    let public = public_of(secret);
    KeyEntry {
        purpose,
        kid: public.kid().to_string(),
        public: hex(public.compressed().as_bytes()),
        created: today.to_string(),
    }
}

fn public_of(secret: &SecretKey) -> PublicKey {
    // safe: the public part of a private key is a point of the curve, and its uncompressed form is what is read here
    #[allow(
        clippy::expect_used,
        reason = "the public part of a private key is a point of the curve"
    )]
    PublicKey::from_raw(secret.public_key().to_encoded_point(false).as_bytes()).expect("a point")
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes of lower- or upper-case hex.
pub fn bytes_of_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}
