//! Files that appear whole or not at all: each is made aside, in the folder it belongs to, and takes its place last. What
//! stood there before stays until then, and so does whatever else is a link to it.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// What the disk refused.
#[derive(Debug)]
pub struct DiskError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// Writes one file, with the folders that it needs.
///
/// # Errors
/// The disk refused; what stood there is as it was.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    make_folder(path)?;
    write_into(path, bytes)
}

/// Writes one file into a folder that is there.
///
/// # Errors
/// The disk refused; what stood there is as it was.
pub fn write_into(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    Aside::made(path, bytes)?.settle()
}

/// Writes several files, with the folders that they need: none takes its place before all are made, and they do so in their order.
///
/// # Errors
/// Two of them are for one place, or the disk refused. While it has room for all of them, what stood there is as it was.
pub fn write_all<B: AsRef<[u8]>>(files: &[(PathBuf, B)]) -> Result<(), DiskError> {
    let mut places = BTreeSet::new();
    if let Some((path, _)) = files.iter().find(|(path, _)| !places.insert(path)) {
        return at(path, Err(io::ErrorKind::AlreadyExists.into()));
    }
    let made: Result<Vec<Aside>, DiskError> = files
        .iter()
        .map(|(path, bytes)| make_folder(path).and_then(|()| Aside::made(path, bytes.as_ref())))
        .collect();
    made?.into_iter().try_for_each(Aside::settle)
}

/// The places where something else stands already.
pub fn taken<B: AsRef<[u8]>>(files: &[(PathBuf, B)]) -> Vec<&Path> {
    let is_taken = |(path, bytes): &&(PathBuf, B)| {
        let is_same = || std::fs::read(path).is_ok_and(|there| there == bytes.as_ref());
        std::fs::symlink_metadata(path).is_ok() && !is_same()
    };
    files.iter().filter(is_taken).map(|(path, _)| path.as_path()).collect()
}

/// A file beside the place that it is for; taken away again unless it settles.
struct Aside {
    path: PathBuf,
    place: PathBuf,
}

impl Aside {
    fn made(place: &Path, bytes: &[u8]) -> Result<Self, DiskError> {
        let folder = place.parent().unwrap_or(Path::new(""));
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let path = folder.join(format!(".{name}-{}", std::process::id()));
        let aside = Self { path, place: place.to_path_buf() };
        at(place, std::fs::write(&aside.path, bytes))?;
        Ok(aside)
    }

    fn settle(self) -> Result<(), DiskError> {
        at(&self.place, std::fs::rename(&self.path, &self.place))
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // Once it has its place there is nothing here any more; and of two reasons the first is the one to tell.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn make_folder(path: &Path) -> Result<(), DiskError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    at(folder, std::fs::create_dir_all(folder))
}

fn at<T>(path: &Path, result: io::Result<T>) -> Result<T, DiskError> {
    result.map_err(|error| DiskError { path: path.to_path_buf(), error })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]
mod tests {
    use super::*;

    #[test]
    fn nothing_takes_its_place_before_all_are_made() {
        let folder = tempfile::tempdir().unwrap();
        let (first, second) = (folder.path().join("a"), folder.path().join("b/c"));
        std::fs::write(&first, "old").unwrap();
        // No folder can stand where a file is.
        std::fs::write(folder.path().join("b"), "").unwrap();
        let refused = write_all(&[(first.clone(), "new"), (second, "new")]).unwrap_err();
        assert_eq!(refused.path, folder.path().join("b"));
        assert_eq!(std::fs::read(&first).unwrap(), b"old");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left aside");
        std::fs::remove_file(folder.path().join("b")).unwrap();
        write_all(&[(first.clone(), "new"), (folder.path().join("b/c"), "new")]).unwrap();
        assert_eq!(std::fs::read(&first).unwrap(), b"new");
    }

    #[test]
    fn two_files_for_one_place_are_refused_before_anything_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["a", "b"].map(|name| folder.path().join(name));
        let twice = [(one.clone(), "1"), (other, "2"), (folder.path().join("./a"), "3")];
        assert_eq!(write_all(&twice).unwrap_err().path, one);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_place_is_taken_by_anything_else() {
        let folder = tempfile::tempdir().unwrap();
        let [same, changed, free, within] =
            ["same", "changed", "free", "folder"].map(|name| folder.path().join(name));
        std::fs::write(&same, "new").unwrap();
        std::fs::write(&changed, "old").unwrap();
        std::fs::create_dir(&within).unwrap();
        let files = [&same, &changed, &free, &within].map(|path| (path.clone(), "new"));
        assert_eq!(taken(&files), [&changed, &within]);
    }

    #[test]
    fn another_name_of_the_same_file_keeps_what_it_holds() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        std::fs::write(&one, "old").unwrap();
        std::fs::hard_link(&one, &other).unwrap();
        write(&other, b"new").unwrap();
        assert_eq!(std::fs::read(&one).unwrap(), b"old");
    }
}
