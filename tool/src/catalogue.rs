//! The files of the catalogue's page: its directory, what is said in each course, and the index of that
//! (`domain::search`). Each is named by its bytes, so that a browser may keep it for ever.

use domain::search::directory::{
    CodeList, CourseWords, Directory, SearchName, SliceAt, Transcript,
};
use domain::search::spoken::IndexBuilder;

use crate::check::hash16;
use crate::content::Content;

/// Bytes of a slice of the index, about: a search fetches one or two of them, and a small site has only one.
const SLICE_BYTES: usize = 64 * 1024;

/// A file below `search/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: SearchName,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Makes the files for courses in the catalog's order; the last one is the directory.
pub fn files(content: &Content) -> Result<Vec<File>, serde_json::Error> {
    let mut files = Vec::new();
    let mut index = IndexBuilder::default();
    let mut directory = Directory { codes: codes(content), ..Directory::default() };
    for checked in &content.courses {
        let transcript = Transcript { chapters: checked.spoken.clone() };
        let mut passages = 0;
        for units in transcript.chapters.iter().flat_map(|chapter| chapter.folded()) {
            index.add(&units);
            passages += 1;
        }
        let name = (passages > 0)
            .then(|| serde_json::to_vec(&transcript).map(|bytes| put(&mut files, bytes, "json")))
            .transpose()?
            .flatten();
        directory.courses.push(CourseWords {
            id: checked.course.outline.id.clone(),
            organiser: checked.course.organiser.clone(),
            topics: checked.course.topics.iter().map(|topic| topic.title.clone()).collect(),
            passages,
            transcript: name,
        });
    }
    for slice in index.slices(SLICE_BYTES) {
        let file = put(&mut files, slice.bytes, "bin");
        directory.slices.extend(file.map(|file| SliceAt { first: slice.first, file }));
    }
    directory.bytes = files.iter().map(|file| file.bytes.len() as u64).sum();
    let bytes = serde_json::to_vec(&directory)?;
    put(&mut files, bytes, "json");
    Ok(files)
}

/// The code table of the courses; where none of them has a code, the first there is.
fn codes(content: &Content) -> Option<CodeList> {
    let named = content.courses.iter().map(|checked| &checked.course.outline.curriculum);
    let named = named.filter(|curriculum| !curriculum.codes.is_empty());
    let used = named.map(|curriculum| curriculum.table.as_str()).next();
    let (table, codes) =
        content.rules.all_codes().find(|(id, _)| used.is_none_or(|used| id.as_str() == used))?;
    let specialist = content.rules.specialist().cloned();
    let title = content.rules.table(table)?.title.clone();
    Some(CodeList { table: table.clone(), title, codes: codes.clone(), specialist })
}

fn put(files: &mut Vec<File>, bytes: Vec<u8>, extension: &str) -> Option<SearchName> {
    let name = SearchName::new(&format!("{}.{extension}", hash16(&bytes)))?;
    files.push(File { name: name.clone(), bytes });
    Some(name)
}
