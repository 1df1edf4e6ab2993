//! `yoshu questions import` and `yoshu questions export`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tool::check::Checked;
use tool::content::{self, Content};
use tool::exchange::writing::{self, Placing};
use tool::exchange::{self, Answer, Draft, Format, Reason, Remark, Remarks};
use tool::finding::{Finding, Severity};
use tool::language::Language;

use super::Failure;

/// What is to be brought in.
pub(super) struct Import {
    pub(super) files: Vec<PathBuf>,
    pub(super) course: PathBuf,
    pub(super) format: Option<Format>,
    pub(super) topic: Option<String>,
    pub(super) dry_run: bool,
}

const QUESTIONS: &str = "questions.toml";

pub(super) fn import(import: &Import, language: Language) -> Result<(), Failure> {
    let (checked, before) = course(&import.course, language)?;
    let topics = &checked.course.topics;
    if let Some(topic) =
        import.topic.as_deref().filter(|id| topics.iter().all(|topic| topic.id.as_str() != *id))
    {
        let known: Vec<&str> = topics.iter().map(|topic| topic.id.as_str()).collect();
        let known = known.join(", ");
        return Err(Failure::Because(match language {
            Language::Ja => {
                format!("話題「{topic}」は course.toml にありません。ある話題: {known}")
            }
            Language::En => format!("there is no topic {topic} in course.toml; there are: {known}"),
        }));
    }
    // All files are read before the first is told of: nothing is taken unless all of them are understood.
    let mut read = Vec::new();
    for file in &import.files {
        let mut remarks = Remarks::default();
        let drafts = drafts(file, import.format, &mut remarks, language)?;
        read.push((file, drafts, remarks));
    }
    let taken = checked
        .pool
        .iter()
        .flat_map(|pool| &pool.questions)
        .map(|question| question.id.to_string());
    let mut placing =
        Placing { course: &checked.course, taken: taken.collect(), topic: import.topic.as_deref() };
    let (mut blocks, mut pictures, mut count, mut left_out) = (String::new(), Vec::new(), 0, 0);
    for (file, drafts, mut remarks) in read {
        for mut draft in drafts {
            pictures.extend(picture(file, &import.course, &mut draft, language)?);
            let block = placing
                .written(&draft, &mut remarks)
                .map_err(|unplaced| at(file, unplaced.line(), &unplaced.sentence(language)))?;
            blocks.push_str(&format!("\n{block}"));
            count += 1;
        }
        let remarks = remarks.sorted();
        left_out += remarks.iter().filter(|remark| remark.loss.is_left_out()).count();
        tell(&remarks, |line| format!("{}:{line}", file.display()), language);
    }
    if count == 0 {
        return Err(Failure::Because(Reason::Nothing.sentence(language)));
    }
    let after = format!("{}\n{blocks}", before.trim_end());
    try_out(&import.course, &after, &pictures, language)?;
    if !import.dry_run {
        commit(&import.course, &after, &pictures, language)?;
    }
    let done = if import.dry_run {
        ("取り込めます", "can be imported")
    } else {
        ("取り込みました", "imported")
    };
    match language {
        Language::Ja => say!("{count} 問を{}（入れなかった問題 {left_out}）", done.0),
        Language::En => say!("{count} questions {} (left out: {left_out})", done.1),
    }
    Ok(())
}

/// The course as it stands, and the text of its questions; one that has errors already is not written into.
fn course(dir: &Path, language: Language) -> Result<(Checked, String), Failure> {
    let content = content::read(dir).map_err(|error| Failure::Because(error.sentence(language)))?;
    let found = errors(&content);
    let checked = content.courses.into_iter().next();
    let (Some(checked), true) = (checked, found.is_empty()) else {
        for finding in &found {
            complain!("{}", finding.lines(dir, language));
        }
        return Err(Failure::Because(
            language
                .pick(
                    "講習に誤りがあります。先に直してください",
                    "the course has errors: mend them first",
                )
                .to_string(),
        ));
    };
    let text = fs::read_to_string(dir.join(QUESTIONS)).unwrap_or_default();
    Ok((checked, text))
}

fn errors(content: &Content) -> Vec<Finding> {
    let errors = content.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    errors.cloned().collect()
}

fn drafts(
    file: &Path,
    format: Option<Format>,
    remarks: &mut Remarks,
    language: Language,
) -> Result<Vec<Draft>, Failure> {
    let bytes = fs::read(file).map_err(|error| unwritable(file, &error, language))?;
    let format = format.or_else(|| Format::of(file, &String::from_utf8_lossy(&bytes)));
    let format = format.ok_or_else(|| {
        let path = file.display();
        Failure::Because(match language {
            Language::Ja => format!("「{path}」の形式が分かりません。--format gift / moodle-xml / qti / csv を付けてください"),
            Language::En => format!("the form of {path} is not known: add --format gift, moodle-xml, qti or csv"),
        })
    })?;
    exchange::read(format, &bytes, remarks)
        .map_err(|wrong| at(file, wrong.line, &wrong.reason.sentence(language)))
}

fn at(file: &Path, line: u32, sentence: &str) -> Failure {
    Failure::Because(format!("{}:{line}: {sentence}", file.display()))
}

/// A picture that lies beside the file comes into the course's `images/`: from where, and to where.
fn picture(
    file: &Path,
    course: &Path,
    draft: &mut Draft,
    language: Language,
) -> Result<Option<(PathBuf, PathBuf)>, Failure> {
    let Answer::Hotspot { image, .. } = &mut draft.answer else { return Ok(None) };
    if course.join(&*image).is_file() {
        return Ok(None);
    }
    let from = file.parent().unwrap_or(Path::new("")).join(&*image);
    let name = Path::new(&*image).file_name().map(|name| name.to_string_lossy().into_owned());
    let (true, Some(name)) = (from.is_file(), name) else {
        let words = match language {
            Language::Ja => {
                format!("図「{image}」がありません。取り込むファイルの隣に置いてください")
            }
            Language::En => format!("the picture {image} is missing: put it beside the file"),
        };
        return Err(at(file, draft.line, &words));
    };
    *image = format!("images/{name}");
    Ok(Some((from, course.join("images").join(name))))
}

/// Reads the course as it would be, in a copy whose media are links: an import that would break it changes nothing.
fn try_out(
    course: &Path,
    questions: &str,
    pictures: &[(PathBuf, PathBuf)],
    language: Language,
) -> Result<(), Failure> {
    let copy = tempfile::tempdir().map_err(|error| unwritable(course, &error, language))?;
    let place = copy.path().join("courses/course");
    copy_folder(course, &place).map_err(|error| unwritable(course, &error, language))?;
    copy_site(course, copy.path()).map_err(|error| unwritable(course, &error, language))?;
    for (from, to) in pictures {
        let to = place.join(to.strip_prefix(course).unwrap_or(to));
        put(from, &to).map_err(|error| unwritable(&to, &error, language))?;
    }
    let path = place.join(QUESTIONS);
    fs::write(&path, questions).map_err(|error| unwritable(&path, &error, language))?;
    let content =
        content::read(&place).map_err(|error| Failure::Because(error.sentence(language)))?;
    let found = errors(&content);
    if found.is_empty() {
        return Ok(());
    }
    for finding in &found {
        complain!("{}", finding.lines(Path::new(""), language));
    }
    Err(Failure::Because(
        language
            .pick(
                "取り込むと上の誤りが生じるので、何も変えませんでした（行は取り込んだあとの questions.toml）",
                "nothing was changed: the import would bring the errors above (lines of questions.toml after it)",
            )
            .to_string(),
    ))
}

/// The site that the course stands in, as far as it is judged by it: its own rule tables.
fn copy_site(course: &Path, to: &Path) -> std::io::Result<()> {
    let course = course.canonicalize()?;
    let Some(root) = course.ancestors().nth(2).filter(|root| root.join("site.toml").exists())
    else {
        return Ok(());
    };
    fs::copy(root.join("site.toml"), to.join("site.toml"))?;
    let rules = root.join("rules");
    if rules.is_dir() { copy_folder(&rules, &to.join("rules")) } else { Ok(()) }
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else if fs::hard_link(&path, &target).is_err() {
            fs::copy(&path, &target)?;
        }
    }
    // A hard link must not be written through.
    let questions = to.join(QUESTIONS);
    if questions.exists() { fs::remove_file(questions) } else { Ok(()) }
}

fn put(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(Path::new("")))?;
    fs::copy(from, to).map(drop)
}

fn commit(
    course: &Path,
    questions: &str,
    pictures: &[(PathBuf, PathBuf)],
    language: Language,
) -> Result<(), Failure> {
    for (from, to) in pictures {
        put(from, to).map_err(|error| unwritable(to, &error, language))?;
    }
    let (draft, path) = (course.join(".questions.toml.part"), course.join(QUESTIONS));
    let written = fs::write(&draft, questions).and_then(|()| fs::rename(&draft, &path));
    written.map_err(|error| unwritable(&path, &error, language))
}

fn unwritable(path: &Path, error: &std::io::Error, language: Language) -> Failure {
    let path = path.display();
    Failure::Because(match language {
        Language::Ja => format!("「{path}」を読み書きできません（{error}）"),
        Language::En => format!("{path} cannot be read or written ({error})"),
    })
}

/// What was lost: each kind of loss once, with all its lines.
fn tell(remarks: &[Remark], place: impl Fn(&str) -> String, language: Language) {
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for remark in remarks {
        lines.entry(remark.loss.sentence(language)).or_default().push(remark.line.to_string());
    }
    let mut told: Vec<_> = lines.into_iter().collect();
    told.sort_by_key(|(_, lines)| lines.first().and_then(|line| line.parse::<u32>().ok()));
    for (sentence, lines) in told {
        complain!("{}: {sentence}", place(&lines.join(",")));
    }
}

pub(super) fn export(
    dir: &Path,
    format: Format,
    out: &Path,
    language: Language,
) -> Result<(), Failure> {
    let (checked, _) = course(dir, language)?;
    let Some(pool) = &checked.pool else {
        return Err(Failure::Because(
            language
                .pick("この講習には問題がありません", "this course has no questions")
                .to_string(),
        ));
    };
    let drafts = writing::drafts(&checked, pool, dir);
    let mut remarks = Remarks::default();
    let files = exchange::write(format, &drafts, &mut remarks);
    fs::create_dir_all(out).map_err(|error| unwritable(out, &error, language))?;
    for (name, text) in &files {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| unwritable(&path, &error, language))?;
    }
    if format == Format::Qti {
        for draft in &drafts {
            if let Answer::Hotspot { image, .. } = &draft.answer {
                let to = out.join(image);
                put(&dir.join(image), &to).map_err(|error| unwritable(&to, &error, language))?;
            }
        }
    }
    // A question's number means little to its author; its id does.
    let name = |lines: &str| {
        let ids = lines
            .split(',')
            .filter_map(|line| drafts.get(line.parse::<usize>().ok()?.checked_sub(1)?));
        ids.map(|draft| draft.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    tell(&remarks.sorted(), name, language);
    let (count, out) = (drafts.len(), out.display());
    match language {
        Language::Ja => {
            say!("{out} に {} 件のファイル（問題 {count}）を書き出しました", files.len())
        }
        Language::En => say!("wrote {} files ({count} questions) to {out}", files.len()),
    }
    Ok(())
}
