//! A course's questions for another program.

use std::path::{Path, PathBuf};

use tool::disk::{self, DiskError};
use tool::exchange::{self, Answer, Draft, Format, Remarks, writing};
use tool::language::Language;

use super::{Wanted, course, few, refused, tell};
use crate::command::Failure;

/// What is to be handed over.
pub(in crate::command) struct Export {
    pub(in crate::command) course: PathBuf,
    pub(in crate::command) format: Format,
    pub(in crate::command) out: PathBuf,
    pub(in crate::command) replace: bool,
}

pub(in crate::command) fn export(export: &Export, language: Language) -> Result<(), Failure> {
    let Export { course: dir, format, out, replace } = export;
    let checked = course(dir, Wanted::Export, language)?.checked;
    let Some(pool) = &checked.pool else {
        return Err(Failure::Because(
            language
                .pick("この講習には問題がありません", "this course has no questions")
                .to_string(),
        ));
    };
    let drafts = writing::drafts(&checked, pool, dir);
    let mut remarks = Remarks::default();
    let texts = exchange::write(*format, &drafts, &mut remarks);
    let texts = texts.into_iter().map(|(name, text)| (out.join(name), text.into_bytes()));
    let mut files: Vec<(PathBuf, Vec<u8>)> = texts.collect();
    if format.names_pictures() {
        let pictures = pictures(&drafts, dir, out);
        files.extend(pictures.map_err(|error| refused(error, language))?);
    }
    let taken = disk::taken(&files);
    if !replace && !taken.is_empty() {
        return Err(Failure::Because(exists(&taken, language)));
    }
    disk::write_all(&files).map_err(|error| refused(error, language))?;
    let left_out = remarks.left_out();
    // A question's number means little to its author; its id does.
    let name = |lines: &[u32]| {
        let ids = lines.iter().filter_map(|line| drafts.iter().find(|draft| draft.line == *line));
        few(&ids.map(|draft| draft.name.as_str()).collect::<Vec<_>>(), ", ", language)
    };
    tell(&remarks.sorted(), name, language);
    let (count, files, out) = (drafts.len() - left_out, files.len(), out.display());
    match language {
        Language::Ja => say!("{out} に {files} 件のファイル（問題 {count}）を書き出しました"),
        Language::En => say!("wrote {files} files ({count} questions) to {out}"),
    }
    Ok(())
}

fn exists(taken: &[&Path], language: Language) -> String {
    let names: Vec<String> = taken.iter().map(|path| path.display().to_string()).collect();
    match language {
        Language::Ja => format!(
            "別の内容の「{}」がすでにあるので、何も書き出しませんでした。置きかえるときは --replace を付けてください",
            names.join("」「")
        ),
        Language::En => format!(
            "nothing was written, something else is already there: {}; add --replace to replace",
            names.join(", ")
        ),
    }
}

/// The pictures that the questions ask about, under the names that these give them.
fn pictures(
    drafts: &[Draft],
    dir: &Path,
    out: &Path,
) -> Result<Vec<(PathBuf, Vec<u8>)>, DiskError> {
    let mut names: Vec<&str> = drafts
        .iter()
        .filter_map(|draft| match &draft.answer {
            Answer::Hotspot { image, .. } => Some(image.as_str()),
            _ => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    let read = |name: &str| {
        let path = dir.join(name);
        let bytes = std::fs::read(&path).map_err(|error| DiskError { path, error })?;
        Ok((out.join(name), bytes))
    };
    names.into_iter().map(read).collect()
}
