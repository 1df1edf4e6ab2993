//! The fixture site is built, read back as the portal reads it, and built again.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use domain::catalog::{Catalog, Course, Point, Pool, QuestionKind, Region, Site};
use domain::search::directory::{CourseWords, Directory, SearchName, Transcript};
use domain::search::spoken::Spoken;
use domain::search::{Heads, Query, Recent, search};
use domain::unit::MediaMs;
use tool::bundle::{self, BuildError, Built};
use tool::content;
use tool::finding::Severity;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site")
}

fn build(from: &Path, out: &Path) -> Result<Built, BuildError> {
    bundle::build(&content::read(from).unwrap(), out, false, &mut |_| {})
}

/// Every file below a folder with its bytes.
fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(
                    path.strip_prefix(dir).unwrap().display().to_string(),
                    fs::read(&path).unwrap(),
                );
            }
        }
    }
    files
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    build(&fixture(), one.path()).unwrap();
    build(&fixture(), two.path()).unwrap();
    assert_eq!(files(one.path()), files(two.path()));
    let again = build(&fixture(), one.path()).unwrap();
    assert_eq!((again.copied, again.removed), (0, 0));
    assert!(again.kept > 0);
    assert_eq!(files(one.path()), files(two.path()));
}

#[test]
fn the_portal_reads_what_was_built_and_finds_the_same_hash() {
    let out = tempfile::tempdir().unwrap();
    build(&fixture(), out.path()).unwrap();
    let files = files(out.path());
    let site: Site = serde_json::from_slice(&files["site.json"]).unwrap();
    assert_eq!(site.title.ja, "予習（試験用サイト）");
    let catalog: Catalog = serde_json::from_slice(&files["catalog.json"]).unwrap();
    let tested = catalog.course(&"fixture".parse().unwrap()).unwrap();
    assert_eq!(tested.outline.completion.test.unwrap().pool_size, 12);
    for entry in &catalog.courses {
        let folder = format!("courses/{}/{}", entry.outline.id, entry.content);
        let course_bytes = &files[&format!("{folder}/course.json")];
        let questions_bytes = files.get(&format!("{folder}/questions.json"));
        assert_eq!(
            bundle::content_hash(course_bytes, questions_bytes.map(Vec::as_slice)),
            entry.content
        );
        let course: Course = serde_json::from_slice(course_bytes).unwrap();
        let pool: Option<Pool> =
            questions_bytes.map(|bytes| serde_json::from_slice(bytes).unwrap());
        assert_eq!(course.outline, entry.outline);
        assert_eq!(pool.is_some(), entry.outline.completion.test.is_some());
        assert_eq!(domain::catalog::check(&course, pool.as_ref()), []);
        for chapter in &course.outline.chapters {
            let media = [Some(&chapter.video), chapter.poster.as_ref(), chapter.captions.as_ref()];
            for name in media.into_iter().flatten() {
                let bytes = &files[&format!("media/{name}")];
                assert!(name.as_str().starts_with(&tool::check::hash16(bytes)), "{name}");
            }
        }
    }
}

#[test]
fn questions_count_from_nothing_and_videos_by_their_real_length() {
    let content = content::read(&fixture()).unwrap();
    let fixture = content
        .courses
        .iter()
        .find(|course| course.course.outline.id.as_str() == "fixture")
        .unwrap();
    let pool = fixture.pool.as_ref().unwrap();
    let single = pool.questions.iter().find(|question| question.id.as_str() == "alpha-03").unwrap();
    assert_eq!(single.kind, QuestionKind::Single { right: 1 });
    let multiple =
        pool.questions.iter().find(|question| question.id.as_str() == "alpha-04").unwrap();
    assert_eq!(multiple.kind, QuestionKind::Multiple { right: vec![0, 1] });
    let lengths: Vec<MediaMs> =
        fixture.course.outline.chapters.iter().map(|chapter| chapter.duration).collect();
    for (length, declared_s) in lengths.iter().zip([6, 8, 9]) {
        assert!(length.0.abs_diff(declared_s * 1000) <= 100, "{length:?} for {declared_s} s");
    }
}

#[test]
fn a_question_of_each_kind_is_built_as_it_is_graded() {
    let out = tempfile::tempdir().unwrap();
    build(&fixture(), out.path()).unwrap();
    let files = files(out.path());
    let (_, json) = files
        .iter()
        .find(|(name, _)| name.starts_with("courses/kinds/") && name.ends_with("/questions.json"))
        .unwrap();
    let pool: Pool = serde_json::from_slice(json).unwrap();
    let kind = |id: &str| {
        let found = pool.questions.iter().find(|question| question.id.as_str() == id);
        found.unwrap().kind.clone()
    };
    let QuestionKind::Numeric { answer, tolerance, unit } = kind("number") else { panic!() };
    assert_eq!((answer.thousandths(), tolerance.thousandths()), (110_000, 2_500));
    assert_eq!((unit.ja(), unit.en()), ("回/分", "per minute"));
    let QuestionKind::Hotspot { picture, regions, .. } = kind("spot") else { panic!() };
    assert_eq!(picture.size(), (400, 300));
    assert!(files.contains_key(&format!("media/{}", picture.name)));
    let corner = Point { x: 6_250, y: 1_333 };
    assert_eq!(regions, [Region::Rect { corner, width: 2_500, height: 3_334 }]);
    let QuestionKind::Order { items } = kind("order") else { panic!() };
    assert_eq!((items.len(), items[3].ja(), items[3].en()), (4, "四", "four"));
    let QuestionKind::Match { pairs } = kind("match") else { panic!() };
    assert_eq!((pairs[2].left.en(), pairs[2].right.ja()), ("three", "3"));
    let scene = pool.questions.iter().find_map(|question| question.scene.clone()).unwrap();
    assert_eq!((scene.from, scene.to), (MediaMs(1_500), MediaMs(3_000)));
}

#[test]
fn a_changed_word_gives_another_hash_and_the_old_version_goes() {
    let (site, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    copy(&fixture(), site.path());
    let before = build(site.path(), out.path()).unwrap();
    let path = site.path().join("courses/fixture/questions.toml");
    let changed = fs::read_to_string(&path).unwrap().replacen("合格", "ごうかく", 1);
    fs::write(&path, changed).unwrap();
    fs::write(out.path().join("trust.cose"), "another's file").unwrap();
    let after = build(site.path(), out.path()).unwrap();
    assert_ne!(before.courses[0], after.courses[0]);
    assert_eq!(before.courses[1], after.courses[1]);
    assert_eq!(after.removed, 1);
    assert!(!out.path().join(format!("courses/fixture/{}", before.courses[0].1)).exists());
    assert!(out.path().join("trust.cose").exists());
}

#[test]
fn with_errors_nothing_is_written_and_what_stood_there_stays() {
    let (site, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    copy(&fixture(), site.path());
    build(site.path(), out.path()).unwrap();
    let before = files(out.path());
    fs::remove_file(site.path().join("courses/fixture/02-beta.mp4")).unwrap();
    let content = content::read(site.path()).unwrap();
    assert_eq!(content.count(Severity::Error), 1);
    assert!(matches!(build(site.path(), out.path()), Err(BuildError::NotSound)));
    assert_eq!(files(out.path()), before);
}

#[test]
fn lecture_text_comes_out_as_safe_html() {
    let site = tempfile::tempdir().unwrap();
    copy(&fixture(), site.path());
    let path = site.path().join("courses/fixture/01-alpha.md");
    let text = fs::read_to_string(&path).unwrap();
    let body = "\n# 大見出し\n\n### 小見出し\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |\n\n[外へ](https://example.org/?a=1&b=\"2\") <x@example.org>\n\n\
                ![棒 \"<図>\" & 説明](images/bar.svg)\n\n1 < 2 & 3\n";
    fs::write(&path, text.split("## ").next().unwrap().to_string() + body).unwrap();
    let content = content::read(site.path()).unwrap();
    assert_eq!(content.count(Severity::Error), 0, "{:?}", content.findings);
    let course = &content
        .courses
        .iter()
        .find(|course| course.course.outline.id.as_str() == "fixture")
        .unwrap()
        .course;
    let html = &course.chapters[0].html;
    assert!(html.contains("<h3>大見出し</h3>") && html.contains("<h5>小見出し</h5>"), "{html}");
    assert!(html.contains("<th>a</th>") && !html.contains("style="), "{html}");
    let link = "<a href=\"https://example.org/?a=1&amp;b=%222%22\" target=\"_blank\" rel=\"noopener noreferrer\">外へ</a>";
    assert!(html.contains(link) && html.contains("href=\"mailto:x@example.org\""), "{html}");
    assert!(
        html.contains("alt=\"棒 &quot;&lt;図&gt;&quot; &amp; 説明\"")
            && html.contains("<img src=\"media:"),
        "{html}"
    );
    assert!(html.contains("1 &lt; 2 &amp; 3"), "{html}");
}

#[test]
fn what_is_said_is_found_in_the_files_of_the_catalogue() {
    let out = tempfile::tempdir().unwrap();
    build(&fixture(), out.path()).unwrap();
    let files = files(out.path());
    let catalog: Catalog = serde_json::from_slice(&files["catalog.json"]).unwrap();
    let named = |name: &SearchName| {
        let bytes = &files[&format!("search/{name}")];
        assert!(name.as_str().starts_with(&tool::check::hash16(bytes)), "{name}");
        bytes
    };
    let directory: Directory =
        serde_json::from_slice(named(catalog.directory.as_ref().unwrap())).unwrap();
    let ids = |course: &CourseWords| course.id.clone();
    let listed: Vec<_> = catalog.courses.iter().map(|entry| entry.outline.id.clone()).collect();
    assert_eq!(directory.courses.iter().map(ids).collect::<Vec<_>>(), listed);
    let list = directory.codes.unwrap();
    assert_eq!((list.codes.codes.len(), list.codes.confirmed()), (84, 23));
    assert!(list.specialist.is_some());

    let passages = directory.courses.iter().map(|course| course.passages);
    let mut spoken =
        Spoken::new(passages, directory.slices.iter().map(|slice| slice.first).collect());
    for (number, slice) in directory.slices.iter().enumerate() {
        spoken.load(number, named(&slice.file).clone()).unwrap();
    }
    let mut heads = Heads::default();
    directory.courses.iter().for_each(|_| heads.add([]));
    let query = Query::parse("飛ばした所");
    let hits = search(&query, &heads, &spoken, &mut Recent::default());
    let [hit] = hits.list() else { panic!("{hits:?}") };
    let course = &directory.courses[hit.course];
    assert_eq!(course.id.as_str(), "fixture");
    let transcript: Transcript =
        serde_json::from_slice(named(course.transcript.as_ref().unwrap())).unwrap();
    let passage = hits.passage(hit, &query, &heads, &spoken).unwrap();
    let found = transcript.passage(passage, &query).unwrap();
    assert_eq!((found.chapter.as_str(), found.second), ("02-beta", 2));
    assert!(found.text.starts_with("飛ばした所は残ります。"), "{}", found.text);
}

#[test]
fn the_files_of_an_older_catalogue_go() {
    let (site, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    copy(&fixture(), site.path());
    build(site.path(), out.path()).unwrap();
    let searched = |files: BTreeMap<String, Vec<u8>>| -> Vec<String> {
        files.into_keys().filter(|name| name.starts_with("search/")).collect()
    };
    let before = searched(files(out.path()));
    let path = site.path().join("courses/fixture/02-beta.vtt");
    let changed = fs::read_to_string(&path).unwrap().replace("飛ばした所", "とばした所");
    fs::write(&path, changed).unwrap();
    build(site.path(), out.path()).unwrap();
    let after = searched(files(out.path()));
    assert_eq!(before.len(), after.len());
    assert!(after.iter().any(|name| !before.contains(name)));
}
