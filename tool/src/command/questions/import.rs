//! Questions of other programs into a course: all of them or none.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tool::check::Checked;
use tool::disk::{self, DiskError};
use tool::exchange::writing::{self, Placing};
use tool::exchange::{self, Draft, Format, Reason, Remark, Remarks};
use tool::finding::Finding;
use tool::language::Language;
use tool::source::Place;
use tool::statistics::intake::harmless;

use super::picture::Pictures;
use super::trial::try_out;
use super::{Opened, QUESTIONS, Wanted, course, few, refused, tell};
use crate::command::Failure;

/// What is to be brought in.
pub(in crate::command) struct Import {
    pub(in crate::command) files: Vec<PathBuf>,
    pub(in crate::command) course: PathBuf,
    pub(in crate::command) format: Option<Format>,
    pub(in crate::command) topic: Option<String>,
    pub(in crate::command) dry_run: bool,
}

pub(in crate::command) fn import(import: &Import, language: Language) -> Result<(), Failure> {
    let Opened { checked, errors } = course(&import.course, Wanted::Import, language)?;
    let before = fs::read_to_string(import.course.join(QUESTIONS)).unwrap_or_default();
    know_topic(import.topic.as_deref(), &checked, language)?;
    let mut incoming = Incoming::new(&import.course, &before);
    let read: Vec<Read<'_>> =
        import.files.iter().filter_map(|file| incoming.read(file, import, language)).collect();
    let there = checked.pool.as_ref();
    let there = there.map_or_else(Vec::new, |pool| writing::drafts(&checked, pool, &import.course));
    let mut placing = Placing::new(&checked.course, there, import.topic.as_deref());
    for one in read {
        let (file, remarks) = (one.file, incoming.place(one, &mut placing, language));
        let place = |lines: &[u32]| {
            // Every line: what was lost is to be found again.
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            format!("{}:{}", file.display(), lines.join(","))
        };
        tell(&remarks, place, language);
    }
    incoming.stop_at_faults(language)?;
    if incoming.starts.is_empty() && incoming.again.is_empty() {
        let names: Vec<String> =
            import.files.iter().map(|file| file.display().to_string()).collect();
        let reason = Reason::Nothing(names.join(language.pick("」「", ", ")));
        return Err(Failure::Because(reason.sentence(language)));
    }
    incoming.tell_again(language);
    if !incoming.starts.is_empty() {
        incoming.settle(import, &errors, language)?;
    }
    let (count, left_out) = (incoming.starts.len(), incoming.left_out);
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

fn know_topic(asked: Option<&str>, checked: &Checked, language: Language) -> Result<(), Failure> {
    let known: Vec<&str> = checked.course.topics.iter().map(|topic| topic.id.as_str()).collect();
    let Some(topic) = asked.filter(|topic| !known.contains(topic)) else { return Ok(()) };
    let known = known.join(", ");
    Err(Failure::Because(match language {
        Language::Ja => format!("話題「{topic}」は course.toml にありません。ある話題: {known}"),
        Language::En => format!("there is no topic {topic} in course.toml; there are: {known}"),
    }))
}

/// Whether an error was in the course before anything came in. What it says of numbers may be another by now.
fn stood_before(finding: &Finding, errors: &[Finding]) -> bool {
    errors.iter().any(|error| error.place == finding.place && error.code() == finding.code())
}

/// A file that was understood.
struct Read<'a> {
    file: &'a Path,
    drafts: Vec<Draft>,
    remarks: Remarks,
}

/// The questions of the course as they would be, and all that is wrong with what comes in.
struct Incoming<'a> {
    course: &'a Path,
    text: String,
    /// The line of `text` where each question that came in starts, with its file and its line there.
    starts: Vec<(u32, PathBuf, u32)>,
    pictures: Pictures<'a>,
    /// Those that are there already, by their names; with those that say something else beside.
    again: Vec<String>,
    otherwise: Vec<String>,
    left_out: usize,
    faults: Vec<String>,
}

impl<'a> Incoming<'a> {
    fn new(course: &'a Path, before: &str) -> Self {
        let text = format!("{}\n", before.trim_end());
        let pictures = Pictures::new(course);
        Self {
            course,
            text,
            starts: Vec::new(),
            pictures,
            again: Vec::new(),
            otherwise: Vec::new(),
            left_out: 0,
            faults: Vec::new(),
        }
    }

    fn read<'f>(
        &mut self,
        file: &'f Path,
        import: &Import,
        language: Language,
    ) -> Option<Read<'f>> {
        let bytes = match fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let refused = refused(DiskError { path: file.to_path_buf(), error }, language);
                if let Failure::Because(sentence) = refused {
                    self.faults.push(sentence);
                }
                return None;
            }
        };
        let format = import.format.or_else(|| Format::of(file, &String::from_utf8_lossy(&bytes)));
        let Some(format) = format else {
            self.faults.push(unknown_form(file, language));
            return None;
        };
        let mut remarks = Remarks::default();
        match exchange::read(format, &bytes, &mut remarks) {
            Ok(drafts) => Some(Read { file, drafts, remarks }),
            Err(faults) => {
                for fault in faults {
                    self.blame(file, fault.line, &fault.reason.sentence(language));
                }
                None
            }
        }
    }

    /// Puts the questions of a file behind the others, and says what they lost.
    fn place(
        &mut self,
        Read { file, drafts, mut remarks }: Read<'_>,
        placing: &mut Placing<'_>,
        language: Language,
    ) -> Vec<Remark> {
        let (mut new, mut again) = (BTreeSet::new(), BTreeSet::new());
        for mut draft in drafts {
            let mut own = Remarks::default();
            if let Err(fault) = self.pictures.find(file, &mut draft, &mut own) {
                self.blame(file, draft.line, &fault.sentence(language));
            }
            if let Some(there) = placing.same(&draft) {
                self.again.push(there.name.clone());
                self.otherwise.extend(draft.says_more_than(there).then(|| there.name.clone()));
                again.insert(draft.line);
                continue;
            }
            new.insert(draft.line);
            remarks.append(own);
            match placing.written(&draft, &mut remarks) {
                Ok(block) => self.put(file, draft.line, &block),
                Err(unplaced) => self.blame(file, unplaced.line(), &unplaced.sentence(language)),
            }
        }
        for line in again.difference(&new) {
            remarks.forget_unwritten(*line);
        }
        self.left_out += remarks.left_out();
        remarks.sorted()
    }

    fn put(&mut self, file: &Path, line: u32, block: &str) {
        self.text.push('\n');
        let start = self.text.matches('\n').count() + 1;
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        self.starts.push((start, file.to_path_buf(), line));
        self.text.push_str(block);
    }

    /// Says which questions do not come in because they are there already.
    fn tell_again(&self, language: Language) {
        let mark = language.pick("、", ", ");
        let (again, otherwise) = (self.again.len(), self.otherwise.len());
        let names = harmless(&few(&self.again, mark, language));
        // All of them: each is to be looked at.
        let others = harmless(&self.otherwise.join(mark));
        if again > 0 {
            match language {
                Language::Ja => {
                    complain!("同じ問題が{again}問あるため、取り込みませんでした（{names}）")
                }
                Language::En => complain!(
                    "not imported because the same question is there already: {again} ({names})"
                ),
            }
        }
        if otherwise > 0 {
            match language {
                Language::Ja => complain!(
                    "そのうち{otherwise}問（{others}）は、解説、英語、動画の秒などが講習と違います。講習の {QUESTIONS} を直してください"
                ),
                Language::En => complain!(
                    "{otherwise} of them ({others}) differ in the reason, English or seconds: amend the course's {QUESTIONS}"
                ),
            }
        }
    }

    /// Tries out what comes in and, unless that is all that is wanted, puts it into the course.
    fn settle(
        &mut self,
        import: &Import,
        errors: &[Finding],
        language: Language,
    ) -> Result<(), Failure> {
        let found = try_out(&import.course, &self.text, &self.pictures, language)?;
        for finding in found.into_iter().filter(|finding| !stood_before(finding, errors)) {
            let finding = self.where_it_came_from(finding);
            let lines = finding.lines(Path::new(""), language);
            self.faults.push(lines.lines().map(harmless).collect::<Vec<_>>().join("\n"));
        }
        self.stop_at_faults(language)?;
        if import.dry_run {
            return Ok(());
        }
        // The question file comes last: what it names is there by then.
        let mut files = self.pictures.below(&import.course);
        files.push((import.course.join(QUESTIONS), self.text.as_bytes()));
        disk::write_all(&files).map_err(|error| refused(error, language))
    }

    fn blame(&mut self, file: &Path, line: u32, sentence: &str) {
        self.faults.push(harmless(&format!("{}:{line}: {sentence}", file.display())));
    }

    fn stop_at_faults(&self, language: Language) -> Result<(), Failure> {
        if self.faults.is_empty() {
            return Ok(());
        }
        for fault in &self.faults {
            complain!("{fault}");
        }
        Err(Failure::Because(
            language
                .pick(
                    "上の誤りがあるので、何も変えませんでした",
                    "nothing was changed: mend the errors above first",
                )
                .to_string(),
        ))
    }

    /// A finding of the copy at the place that its author can look at: the line of the file that was brought in, or of the
    /// course itself.
    fn where_it_came_from(&self, mut finding: Finding) -> Finding {
        let Place { file, line, .. } = &finding.place;
        let start = self.starts.iter().rev().find(|(start, ..)| start <= line);
        finding.place = match start.filter(|_| **file == *QUESTIONS) {
            Some((_, file, line)) => {
                Place { file: file.to_string_lossy().into(), line: *line, column: 1 }
            }
            None => Place {
                file: self.course.join(&**file).to_string_lossy().into(),
                ..finding.place.clone()
            },
        };
        finding
    }
}

fn unknown_form(file: &Path, language: Language) -> String {
    let path = file.display();
    match language {
        Language::Ja => format!(
            "「{path}」の形式が分かりません。--format gift / moodle-xml / qti / csv を付けてください"
        ),
        Language::En => {
            format!("the form of {path} is not known: add --format gift, moodle-xml, qti or csv")
        }
    }
}
