//! `yoshu content stats`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use token::identifier::CourseId;
use tool::bundle;
use tool::language::Language;
use tool::statistics::edition::{self, Edition};
use tool::statistics::intake::{self, Choosing, FileFault, Given};
use tool::statistics::page;
use tool::statistics::report::{self, Report};

use super::{Failure, say_all};

/// What to count, against what, and how to show it.
#[derive(clap::Args)]
pub(super) struct Request {
    /// The learners' files (yoshu-items-….json), or folders of them.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The content folder, one course's folder, or built content with its older versions. Give it again for the folder of
    /// another version; the first one's wording leads.
    #[arg(long, value_name = "DIR", required = true)]
    content: Vec<PathBuf>,
    /// The course; needed when the files are about several.
    #[arg(long)]
    course: Option<CourseId>,
    /// Write a page with a chart.
    #[arg(long, value_name = "report.html")]
    out: Option<PathBuf>,
    /// What to print.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Count later attempts too, given after the right answers were seen.
    #[arg(long)]
    later: bool,
    /// Count files that hold the same only once: one person's file is there twice.
    #[arg(long)]
    once: bool,
    /// Go on without the files that cannot be used.
    #[arg(long)]
    skip_bad: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A table.
    Text,
    /// For another program.
    Json,
    /// For a spreadsheet.
    Csv,
}

pub(super) fn run(request: &Request, language: Language) -> Result<(), Failure> {
    let files = files(&request.files, language)?;
    if let Some(out) = &request.out {
        spare_input(out, &files, language)?;
    }
    let given: Vec<Given> = files
        .into_iter()
        .map(|path| {
            let bytes = fs::read(&path).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => FileFault::Missing,
                _ => FileFault::Unreadable(error.to_string()),
            });
            (path, bytes)
        })
        .collect();
    let editions = editions(&request.content, language)?;
    let course = course(request.course.as_ref(), &given, &editions, language)?;
    let at_hand: BTreeSet<String> = editions.iter().map(|edition| edition.id.to_string()).collect();
    let editions: Vec<Edition> =
        editions.into_iter().filter(|edition| edition.id == course).collect();
    if editions.is_empty() {
        return Err(no_such_course(&course, &at_hand, language));
    }
    let choosing = Choosing { later: request.later, once: request.once };
    let intake = intake::take_in(given, &course, &editions, choosing);
    for remark in &intake.remarks {
        complain!("{}{}", language.pick("注意: ", "warning: "), remark.sentence(language));
    }
    for bad in &intake.bad {
        let weight = if request.skip_bad {
            language.pick("除きました", "left out")
        } else {
            language.pick("エラー", "error")
        };
        complain!("{}: {weight}: {}", bad.path.display(), bad.fault.sentence(language));
    }
    if !intake.bad.is_empty() && !request.skip_bad {
        return Err(refused(intake.bad.len(), language));
    }
    if intake.used == 0 {
        return Err(Failure::Because(
            language
                .pick(
                    "使えるファイルがないため、何も書き出していません",
                    "nothing was written: no file can be used",
                )
                .to_string(),
        ));
    }
    let report = Report::new(&course, &editions, &intake, request.later);
    if let Some(out) = &request.out {
        let written = bundle::write_into(out, page::write(&report, language).as_bytes());
        written.map_err(|error| Failure::Because(error.sentence(language)))?;
    }
    say_all(&match request.format {
        Format::Text => report::text(&report, language),
        Format::Csv => report::csv(&report, language),
        Format::Json => {
            report::json(&report).map_err(|error| Failure::Because(error.to_string()))?
        }
    });
    Ok(())
}

/// The files named, and the `.json` files of the folders named.
fn files(named: &[PathBuf], language: Language) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let inside = fs::read_dir(path).map_err(|error| unreadable(path, &error, language))?;
        let mut inside: Vec<PathBuf> = inside.flatten().map(|entry| entry.path()).collect();
        inside
            .retain(|file| file.extension().is_some_and(|kind| kind.eq_ignore_ascii_case("json")));
        if inside.is_empty() {
            let path = path.display();
            return Err(Failure::Because(match language {
                Language::Ja => format!("フォルダー「{path}」に .json のファイルがありません"),
                Language::En => format!("there is no .json file in the folder {path}"),
            }));
        }
        inside.sort();
        files.extend(inside);
    }
    // The same file named twice is no second person's.
    let mut seen = BTreeSet::new();
    files.retain(|file| seen.insert(file.canonicalize().unwrap_or_else(|_| file.clone())));
    Ok(files)
}

fn unreadable(path: &Path, error: &std::io::Error, language: Language) -> Failure {
    let path = path.display();
    Failure::Because(match language {
        Language::Ja => format!("「{path}」を読めません（{error}）。名前と権限を確かめてください"),
        Language::En => format!("cannot read {path} ({error}): check its name and permissions"),
    })
}

/// The page must not take the place of somebody's results.
fn spare_input(out: &Path, files: &[PathBuf], language: Language) -> Result<(), Failure> {
    let Ok(out) = out.canonicalize() else { return Ok(()) };
    // A file that is not there is a fault of its own, and no page is written over it.
    if !files.iter().any(|file| file.canonicalize().is_ok_and(|file| file == out)) {
        return Ok(());
    }
    let out = out.display();
    Err(Failure::Because(match language {
        Language::Ja => {
            format!("--out の「{out}」は集計するファイルそのものです。別の名前にしてください")
        }
        Language::En => {
            format!("--out {out} is one of the files to be counted: choose another name")
        }
    }))
}

fn editions(dirs: &[PathBuf], language: Language) -> Result<Vec<Edition>, Failure> {
    let mut editions: Vec<Edition> = Vec::new();
    for dir in dirs {
        let loaded = edition::load(dir);
        for edition in loaded.map_err(|error| Failure::Because(error.sentence(dir, language)))? {
            let is_known =
                |known: &Edition| known.content == edition.content && known.id == edition.id;
            if !editions.iter().any(is_known) {
                editions.push(edition);
            }
        }
    }
    Ok(editions)
}

/// The course that is asked for, the only one at hand, or the one that all files are about.
fn course(
    asked: Option<&CourseId>,
    given: &[Given],
    editions: &[Edition],
    language: Language,
) -> Result<CourseId, Failure> {
    if let Some(asked) = asked {
        return Ok(asked.clone());
    }
    let at_hand: BTreeSet<&CourseId> = editions.iter().map(|edition| &edition.id).collect();
    if let (1, Some(only)) = (at_hand.len(), at_hand.first()) {
        return Ok((*only).clone());
    }
    let told: BTreeSet<CourseId> =
        given.iter().filter_map(|(_, bytes)| intake::course_of(bytes)).collect();
    match (told.len(), told.first()) {
        (1, Some(only)) => Ok(only.clone()),
        (0, _) => {
            // No file can be used; each is named by its own fault.
            at_hand.first().map(|any| (*any).clone()).ok_or_else(|| no_courses(language))
        }
        _ => {
            let told: Vec<&str> = told.iter().map(CourseId::as_str).collect();
            let told = intake::harmless(&told.join(language.pick("、", ", ")));
            Err(Failure::Because(match language {
                Language::Ja => format!(
                    "ファイルが複数の講習の結果です（{told}）。--course で1つ選んでください"
                ),
                Language::En => format!(
                    "the files are about several courses ({told}): choose one with --course"
                ),
            }))
        }
    }
}

fn no_courses(language: Language) -> Failure {
    Failure::Because(
        language
            .pick(
                "--content に、セルフアセスメントのある講習がありません",
                "--content has no course with a self-assessment",
            )
            .to_string(),
    )
}

fn no_such_course(course: &CourseId, at_hand: &BTreeSet<String>, language: Language) -> Failure {
    let at_hand: Vec<&str> = at_hand.iter().map(String::as_str).collect();
    let at_hand = at_hand.join(language.pick("、", ", "));
    Failure::Because(match language {
        Language::Ja => format!(
            "講習「{course}」の問題が --content にありません。course.toml の id で選んでください（あるもの：{at_hand}）"
        ),
        Language::En => format!(
            "--content has no questions of the course {course}: choose by the id in course.toml (there are {at_hand})"
        ),
    })
}

fn refused(bad: usize, language: Language) -> Failure {
    Failure::Because(match language {
        Language::Ja => format!(
            "使えないファイルが {bad} 件あるため、何も書き出していません。直すか外すか、--skip-bad を付けてください"
        ),
        Language::En => format!(
            "nothing was written: {bad} files cannot be used; mend them, leave them out, or add --skip-bad"
        ),
    })
}
