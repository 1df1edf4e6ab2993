//! The pictures that come into a course with its questions. None takes the place of another.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tool::exchange::{Answer, Draft, Loss, Remarks};
use tool::language::Language;
use tool::source::{leads_outside, stays_inside};

/// Why the picture of a question cannot come in.
pub(super) enum Fault {
    /// It does not lie in the folder of the file that names it.
    Outside(String),
    /// It is not there.
    Missing(String),
}

impl Fault {
    pub(super) fn sentence(&self, language: Language) -> String {
        match (self, language) {
            (Self::Outside(image), Language::Ja) => format!(
                "図「{image}」は、取り込むファイルのフォルダーの外を指しています。ファイルの隣に置き、名前を直してください"
            ),
            (Self::Outside(image), Language::En) => format!(
                "the picture {image} leads out of the file's folder: put it beside the file and mend the name"
            ),
            (Self::Missing(image), Language::Ja) => {
                format!("図「{image}」がありません。取り込むファイルの隣に置いてください")
            }
            (Self::Missing(image), Language::En) => {
                format!("the picture {image} is missing: put it beside the file")
            }
        }
    }
}

/// What comes in, by its name below the course's folder.
pub(super) struct Pictures<'a> {
    course: &'a Path,
    coming: BTreeMap<String, Vec<u8>>,
}

impl<'a> Pictures<'a> {
    pub(super) fn new(course: &'a Path) -> Self {
        Self { course, coming: BTreeMap::new() }
    }

    /// Finds the picture of a draft, beside its file or else in the course, and names it as the course does.
    pub(super) fn find(
        &mut self,
        file: &Path,
        draft: &mut Draft,
        remarks: &mut Remarks,
    ) -> Result<(), Fault> {
        let Answer::Hotspot { image, .. } = &mut draft.answer else { return Ok(()) };
        let folder = file.parent().filter(|folder| *folder != Path::new(""));
        let folder = folder.unwrap_or(Path::new("."));
        // The picture will be published: no name may bring in what lies elsewhere on the organiser's disk.
        if !stays_inside(image) || leads_outside(folder, image) {
            return Err(Fault::Outside(image.clone()));
        }
        if let Ok(bytes) = fs::read(folder.join(&*image)) {
            *image = self.take_in(image, bytes);
        } else if self.course.join(&*image).is_file() {
            remarks.add(draft.line, Loss::CoursePicture(image.clone()));
        } else {
            return Err(Fault::Missing(image.clone()));
        }
        Ok(())
    }

    /// The name of a picture with these bytes: of one that is there already, or a free one below `images/`.
    fn take_in(&mut self, image: &str, bytes: Vec<u8>) -> String {
        if fs::read(self.course.join(image)).is_ok_and(|there| there == bytes) {
            return image.to_string();
        }
        let name = image.rsplit('/').next().unwrap_or(image);
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
        let mut n = 0;
        loop {
            n += 1;
            let name = if n == 1 { name.to_string() } else { format!("{stem}-{n}.{end}") };
            let name = format!("images/{name}");
            let path = self.course.join(&name);
            let there = self.coming.get(&name).cloned().or_else(|| fs::read(&path).ok());
            if there.as_ref() == Some(&bytes) {
                return name;
            }
            if there.is_none() && fs::symlink_metadata(&path).is_err() {
                self.coming.insert(name.clone(), bytes);
                return name;
            }
        }
    }

    /// Where each is to stand below this folder, with its bytes.
    pub(super) fn below(&self, folder: &Path) -> Vec<(PathBuf, &[u8])> {
        self.coming.iter().map(|(name, bytes)| (folder.join(name), bytes.as_slice())).collect()
    }
}
