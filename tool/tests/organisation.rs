//! An organisation makes its keys, signs its trust list, gives out tickets; a learner's code is judged by that list.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

use std::fs;
use std::path::Path;
use std::process::Command;

use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use tempfile::TempDir;
use token::calendar::{Period, UnixSeconds};
use token::claims::{Completion, Confirmation, Enrolment, Level, Score, Signer};
use token::cose::Sealed;
use token::identifier::{ContentHash, Cti, Kid};
use token::judge::{Circumstances, Class, judge};
use token::key::PublicKey;
use token::text::{Scanned, printable_nfc};
use token::trust::{Roots, TrustList};
use tool::key::{KeyError, KeyFolder, Made, Purpose, bytes_of_hex};
use tool::trust::SignError;
use tool::{bundle, content, ticket, trust};

const NOW: UnixSeconds = UnixSeconds(1_795_231_307);
const DAY_S: u64 = 86_400;

struct Office {
    out: TempDir,
    keys: TempDir,
}

impl Office {
    fn open() -> Self {
        let office = Self { out: tempfile::tempdir().unwrap(), keys: tempfile::tempdir().unwrap() };
        office.build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site"));
        KeyFolder::open(office.keys.path()).unwrap().make_missing(NOW.jst_date()).unwrap();
        office
    }

    fn build(&self, site: &Path) {
        bundle::build(&content::read(site).unwrap(), self.out.path(), false, &mut |_| {}).unwrap();
    }

    fn folder(&self) -> KeyFolder {
        KeyFolder::open(self.keys.path()).unwrap()
    }

    fn sign(&self, now: UnixSeconds) -> trust::Signed {
        trust::sign(self.out.path(), &self.folder(), 30, now).unwrap()
    }

    /// Loads the list as the portal does: by the root that `site.json` names.
    fn list(&self) -> TrustList {
        let site = bundle::read_site(self.out.path()).unwrap().unwrap();
        let roots: Vec<_> = site
            .roots
            .iter()
            .map(|root| PublicKey::from_slice(&bytes_of_hex(root).unwrap()).unwrap())
            .collect();
        let bytes = fs::read(self.out.path().join("trust.cose")).unwrap();
        TrustList::load(&bytes, Roots::first(&roots), None).unwrap()
    }
}

/// What a learner's device makes of a completion of the fixture course.
fn completion(content: ContentHash, ticket: Option<Sealed>) -> Sealed {
    let device = SigningKey::from_slice(&[7; 32]).unwrap();
    let key =
        PublicKey::from_raw(device.verifying_key().to_encoded_point(false).as_bytes()).unwrap();
    let issued = NOW.plus_s(60);
    let claims = Completion {
        expires: issued.jst_date().due(Period::Months(1)).end(),
        issued,
        cti: Cti([9; 16]),
        confirmation: Some(Confirmation::Key(key.compressed())),
        course: "fixture".parse().unwrap(),
        content,
        score: Score::new(8, 10).unwrap(),
        checks: None,
        watched: None,
        evidence: None,
        missed: None,
        name: None,
        enrolment: ticket.map(|ticket| Enrolment::Embedded(ticket.into_bytes())),
        codes: vec![],
    };
    let draft = claims.draft(Signer::Device).unwrap();
    let signature: Signature = device.sign(&draft.to_be_signed());
    draft.seal(signature.to_bytes().into())
}

fn circumstances(trust: &TrustList) -> Circumstances<'_> {
    Circumstances {
        trust: Some(trust),
        now: NOW.plus_s(120),
        session_date: NOW.jst_date(),
        course: None,
        roster: None,
        seen: None,
        clock_floor: None,
        printable_nfc,
    }
}

#[test]
fn keys_are_made_once_and_only_their_owner_reads_them() {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path().join("keys");
    let made = KeyFolder::open(&dir).unwrap().make_missing(NOW.jst_date()).unwrap();
    assert!(made.iter().all(|(_, made)| *made == Made::New));
    let before: Vec<_> =
        ["root.pem", "issue.pem", "keys.json"].map(|name| fs::read(dir.join(name)).unwrap()).into();
    let again =
        KeyFolder::open(&dir).unwrap().make_missing(NOW.plus_s(9 * DAY_S).jst_date()).unwrap();
    assert!(again.iter().all(|(_, made)| *made == Made::Kept));
    assert_eq!(
        before,
        ["root.pem", "issue.pem", "keys.json"].map(|name| fs::read(dir.join(name)).unwrap())
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for purpose in Purpose::ALL {
            let mode = fs::metadata(dir.join(format!("{}.pem", purpose.name())))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}

#[test]
fn an_issue_key_is_replaced_and_an_offline_root_is_not() {
    let office = Office::open();
    office.sign(NOW);
    let old = office.folder().entry(Purpose::Issue).unwrap().clone();
    for name in ["issue.pem", "root.pem"] {
        fs::rename(office.keys.path().join(name), office.keys.path().join(format!("{name}.away")))
            .unwrap();
    }
    let later = NOW.plus_s(90 * DAY_S);
    let made = office.folder().make_missing(later.jst_date()).unwrap();
    let made_of = |purpose| made.iter().find(|(entry, _)| entry.purpose == purpose).unwrap();
    assert_eq!(made_of(Purpose::Issue).1, Made::New);
    assert_eq!(made_of(Purpose::Root).1, Made::Elsewhere);
    let missing = trust::sign(office.out.path(), &office.folder(), 30, later);
    assert!(matches!(missing, Err(SignError::Key(KeyError::Missing { .. }))));
    fs::rename(office.keys.path().join("root.pem.away"), office.keys.path().join("root.pem"))
        .unwrap();
    office.sign(later);
    assert_eq!(office.list().seq(), 2);
    // The old key's tokens are still carried: it stays in the list until they have run out.
    assert!(office.list().key(old.kid.parse().unwrap()).is_some());
    office.sign(NOW.plus_s(160 * DAY_S));
    assert!(office.list().key(old.kid.parse().unwrap()).is_none());
}

#[test]
fn windows_of_keys_are_those_of_the_specification() {
    let office = Office::open();
    let signed = office.sign(NOW);
    let days = |key: &token::trust::TrustKey| (key.not_after.0 - key.not_before.0) / DAY_S;
    let windows: Vec<_> =
        signed.body.keys.iter().map(|key| (key.roles.bits(), days(key))).collect();
    assert_eq!(windows, [(1, 100), (2, 365), (4, 400)]);
    assert!(signed.body.keys.iter().all(|key| key.not_before <= NOW));
}

#[test]
fn signing_again_does_not_count_up_until_something_changes_or_runs_out() {
    let office = Office::open();
    assert!(office.sign(NOW).is_new);
    let bytes = fs::read(office.out.path().join("trust.cose")).unwrap();
    assert!(!office.sign(NOW.plus_s(3 * DAY_S)).is_new);
    assert_eq!(fs::read(office.out.path().join("trust.cose")).unwrap(), bytes);
    let renewed = office.sign(NOW.plus_s(25 * DAY_S));
    assert_eq!((renewed.is_new, renewed.body.seq), (true, 2));
    fs::write(
        office.keys.path().join("revoked.txt"),
        "# lost telephone\n0123456789abcdef # 2026-12-16\n",
    )
    .unwrap();
    let revoked = office.sign(NOW.plus_s(25 * DAY_S));
    assert_eq!((revoked.body.seq, revoked.body.revoked.len()), (3, 1));
}

#[test]
fn the_number_survives_the_loss_of_the_built_content() {
    let mut office = Office::open();
    office.sign(NOW);
    office.sign(NOW.plus_s(29 * DAY_S));
    office.out = tempfile::tempdir().unwrap();
    office.build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site"));
    let signed = office.sign(NOW.plus_s(29 * DAY_S));
    assert_eq!((signed.body.seq, office.list().seq()), (2, 2));
}

#[test]
fn a_wrong_line_of_revoked_codes_is_named() {
    let office = Office::open();
    fs::write(office.keys.path().join("revoked.txt"), "\n0123\n").unwrap();
    let error = trust::sign(office.out.path(), &office.folder(), 30, NOW).unwrap_err();
    assert!(matches!(error, SignError::Revoked { line: 2, .. }), "{error}");
}

#[test]
fn a_list_that_cannot_be_read_is_not_a_list_that_never_was() {
    for name in ["revoked.txt", "trust.cose"] {
        let office = Office::open();
        // A folder of that name: there, and not to be read, whoever runs the test.
        fs::create_dir(office.keys.path().join(name)).unwrap();
        let error = trust::sign(office.out.path(), &office.folder(), 30, NOW).unwrap_err();
        assert!(matches!(error, SignError::Key(KeyError::Disk { .. })), "{error}");
        assert!(!office.out.path().join("trust.cose").exists());
    }
}

#[test]
fn a_revoked_key_refuses_all_its_tokens_and_stays_revoked_when_it_is_replaced() {
    let office = Office::open();
    office.sign(NOW);
    let old: Kid = office.folder().entry(Purpose::Enrol).unwrap().kid.parse().unwrap();
    let course = "fixture".parse().unwrap();
    let stolen = ticket::issue(&course, None, 60, 1, &office.folder(), NOW).unwrap().remove(0);
    // Notepad's byte order mark, and Windows' line ends.
    let revoked = format!("\u{feff}{old} # stolen laptop\r\n");
    fs::write(office.keys.path().join("revoked.txt"), revoked).unwrap();
    let judged = || {
        let list = office.list();
        let code =
            completion(list.course(&course).unwrap().content[0], Some(stolen.sealed.clone()));
        judge(&Scanned::read(&code.qr()).unwrap(), &circumstances(&list)).unwrap_err()
    };
    let signed = office.sign(NOW);
    assert_eq!((signed.body.seq, signed.body.revoked.len()), (2, 0));
    assert_eq!(judged().refusal.code(), "E_KEY_REVOKED");
    assert!(!office.sign(NOW.plus_s(DAY_S)).is_new, "revoked since when must not move");
    fs::remove_file(office.keys.path().join("enrol.pem")).unwrap();
    office.folder().make_missing(NOW.jst_date()).unwrap();
    office.sign(NOW);
    assert_eq!(judged().refusal.code(), "E_KEY_REVOKED");
}

#[test]
fn older_content_is_still_accepted_with_a_warning() {
    let office = Office::open();
    let before = office.sign(NOW).body.courses[0].content[0];
    let site = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site");
    let status =
        Command::new("cp").arg("-r").arg(from.join(".")).arg(site.path()).status().unwrap();
    assert!(status.success());
    let path = site.path().join("courses/fixture/course.toml");
    let changed = fs::read_to_string(&path)
        .unwrap()
        .replace("title.ja = \"試験用の講習\"", "title.ja = \"改訂した講習\"");
    fs::write(&path, changed).unwrap();
    office.build(site.path());
    let signed = office.sign(NOW);
    assert_eq!(signed.body.seq, 2);
    assert_eq!(signed.body.courses[0].older_content, [before]);
    let list = office.list();
    let code = completion(before, None).qr();
    let verdict = judge(&Scanned::read(&code).unwrap(), &circumstances(&list)).unwrap();
    assert_eq!(
        verdict.warnings.iter().map(|warning| warning.code()).collect::<Vec<_>>(),
        ["W_CONTENT_OLD"]
    );
}

#[test]
fn a_ticket_raises_a_completion_to_a1() {
    let office = Office::open();
    office.sign(NOW);
    let course = "fixture".parse().unwrap();
    let tickets = ticket::issue(&course, None, 60, 2, &office.folder(), NOW).unwrap();
    assert_ne!(tickets[0].id, tickets[1].id);
    let list = office.list();
    let content = list.course(&course).unwrap().content[0];
    for (ticket, level) in [(None, Level::A0), (Some(tickets[0].sealed.clone()), Level::A1)] {
        let code = completion(content, ticket).qr();
        let verdict = judge(&Scanned::read(&code).unwrap(), &circumstances(&list)).unwrap();
        assert_eq!((verdict.class, verdict.level), (Class::Ok, level));
    }
    let elsewhere =
        ticket::issue(&"notest".parse().unwrap(), None, 60, 1, &office.folder(), NOW).unwrap();
    let code = completion(content, Some(elsewhere[0].sealed.clone())).qr();
    let refused = judge(&Scanned::read(&code).unwrap(), &circumstances(&list)).unwrap_err();
    assert_eq!(refused.refusal.code(), "E_TICKET_COURSE");
}

#[test]
fn a_batch_is_verified_from_the_command_line() {
    let office = Office::open();
    let signed = office.sign(NOW);
    let content = signed
        .body
        .courses
        .iter()
        .find(|policy| policy.course.as_str() == "fixture")
        .unwrap()
        .content[0];
    let code = completion(content, None);
    let (list, file) = (office.out.path().join("codes.txt"), office.out.path().join("one.yoshu"));
    fs::write(&list, format!("{}\n{}\nnot a code\n", code.qr(), code.text())).unwrap();
    fs::write(&file, code.as_bytes()).unwrap();
    let site = bundle::read_site(office.out.path()).unwrap().unwrap();
    let run = |files: &[&Path]| {
        Command::new(env!("CARGO_BIN_EXE_yoshu"))
            .args([
                "verify",
                "--csv",
                "--lang",
                "en",
                "--root",
                &site.roots[0],
                "--now",
                &NOW.plus_s(99).0.to_string(),
            ])
            .arg("--trust")
            .arg(office.out.path().join("trust.cose"))
            .args(files)
            .output()
            .unwrap()
    };
    let output = run(&[&list, &file]);
    assert_eq!(output.status.code(), Some(1));
    let table = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    let results: Vec<(&str, &str, &str)> =
        rows[1..].iter().map(|row| (row[1], row[2], row[10])).collect();
    assert_eq!(
        results,
        [("1", "OK", ""), ("2", "OK", "W_SEEN"), ("3", "E_PREFIX", ""), ("1", "OK", "W_SEEN")]
    );
    assert_eq!(
        (rows[1][3], rows[1][4], rows[1][6], rows[1][8]),
        ("A0", "fixture", "8/10", "2026-12-21")
    );
    assert_eq!(run(&[&file]).status.code(), Some(0));
}

#[test]
fn no_command_prints_a_private_key() {
    let office = Office::open();
    let (out, keys) =
        (office.out.path().display().to_string(), office.keys.path().display().to_string());
    let commands: [&[&str]; 3] = [
        &["keys", "new", "--out", &keys],
        &["trust", "sign", "--content", &out, "--keys", &keys],
        &["ticket", "new", "--course", "fixture", "--keys", &keys, "-n", "3"],
    ];
    let secrets: Vec<String> = Purpose::ALL
        .iter()
        .map(|purpose| {
            fs::read_to_string(office.keys.path().join(format!("{}.pem", purpose.name()))).unwrap()
        })
        .flat_map(|pem| {
            pem.lines()
                .filter(|line| !line.starts_with('-'))
                .map(str::to_string)
                .collect::<Vec<_>>()
        })
        .collect();
    for command in commands {
        let output = Command::new(env!("CARGO_BIN_EXE_yoshu")).args(command).output().unwrap();
        assert!(output.status.success(), "{command:?}");
        let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(secrets.iter().all(|secret| !printed.contains(secret)));
    }
}
