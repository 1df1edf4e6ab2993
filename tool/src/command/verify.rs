//! `yoshu verify`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use token::calendar::{JstDate, UnixSeconds};
use token::key::PublicKey;
use token::trust::{Roots, TrustList};
use tool::key::bytes_of_hex;
use tool::language::Language;
use tool::table;
use tool::verify::{self, Batch, Row};

use super::{Failure, say_all};

/// What is to be verified, and by what.
pub(super) struct Request {
    pub(super) files: Vec<PathBuf>,
    pub(super) trust: PathBuf,
    pub(super) root: Vec<String>,
    pub(super) date: JstDate,
    pub(super) csv: bool,
}

pub(super) fn run(request: &Request, now: UnixSeconds, language: Language) -> Result<(), Failure> {
    let roots = roots(&request.root, language)?;
    let bytes = read(&request.trust, language)?;
    let trust = TrustList::load(&bytes, Roots::first(&roots), None).map_err(|error| {
        let path = request.trust.display();
        Failure::Because(match language {
            Language::Ja => format!("発行者一覧「{path}」を使えません（{error}）。正しい一覧とルートの鍵を指定してください"),
            Language::En => format!("the trust list {path} cannot be used ({error}): name the right list and root key"),
        })
    })?;
    let batch = Batch { trust: &trust, now, session_date: request.date };
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for path in &request.files {
        rows.extend(verify::file(path, &read(path, language)?, &batch, &mut seen));
    }
    if request.csv {
        say_all(&verify::csv(&rows, language));
    } else {
        print_table(&rows, language);
    }
    if rows.iter().all(|row| row.accepted) { Ok(()) } else { Err(Failure::Told) }
}

fn roots(written: &[String], language: Language) -> Result<Vec<PublicKey>, Failure> {
    let read = |hex: &String| {
        let key = bytes_of_hex(hex).and_then(|bytes| PublicKey::from_slice(&bytes).ok());
        key.ok_or_else(|| {
            Failure::Because(match language {
                Language::Ja => format!("--root の「{hex}」は公開鍵（33バイトの16進数）ではありません。site.json の roots にあります"),
                Language::En => format!("--root {hex} is not a public key (33 bytes as hex); it stands in site.json under roots"),
            })
        })
    };
    written.iter().map(read).collect()
}

fn read(path: &std::path::Path, language: Language) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| {
        let path = path.display();
        Failure::Because(match language {
            Language::Ja => format!("「{path}」を読めません（{error}）。名前を確かめてください"),
            Language::En => format!("cannot read {path} ({error}): check its name"),
        })
    })
}

fn print_table(rows: &[Row], language: Language) {
    let mut table = vec![verify::titles(language).map(str::to_string).to_vec()];
    table.extend(rows.iter().map(Row::cells));
    for line in table::aligned(&table) {
        say!("{line}");
    }
}
