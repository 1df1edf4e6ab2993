//! `site.toml`: whose site it is, and what it is called.

use domain::unit::Localized;

use crate::finding::Findings;
use crate::sheet::{Document, Sheet};
use crate::source::Source;

/// The site as its organiser describes it.
#[derive(Clone, Debug, Default)]
pub struct SiteFile {
    /// The site's name.
    pub title: Localized,
    /// The organisation that answers for it.
    pub organisation: Localized,
    /// Where to ask.
    pub contact: String,
}

/// Reads the file. What could not be read is left empty, and there is a finding for it.
pub fn read(source: &Source, findings: &Findings) -> SiteFile {
    let Some(document) = Document::parse(source, source.text(), 0, findings) else {
        return SiteFile::default();
    };
    let mut sheet = document.sheet();
    let mut site = SiteFile::default();
    if let Some(mut organisation) = sheet.table("organisation") {
        site.organisation = localized(&mut organisation, "name");
        site.contact = text(&mut organisation, "contact");
        organisation.finish();
    }
    if let Some(mut table) = sheet.table("site") {
        site.title = localized(&mut table, "title");
        table.finish();
    }
    sheet.finish();
    site
}

/// A required text, empty when there is a finding for it.
pub(super) fn text(sheet: &mut Sheet<'_>, key: &str) -> String {
    sheet.text(key).map(|text| text.value).unwrap_or_default()
}

/// A required text in one or two languages, empty when there is a finding for it.
pub(super) fn localized(sheet: &mut Sheet<'_>, key: &str) -> Localized {
    let Some((ja, en)) = sheet.localized(key) else { return Localized::default() };
    Localized { ja: ja.value, en: en.map(|en| en.value) }
}
