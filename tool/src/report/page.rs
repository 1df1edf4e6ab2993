//! `--report FILE.html`: one page that stands alone, in both languages, for screen and paper. It has no script: the language
//! is switched by a radio button and the style sheet.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use token::calendar::JstDate;

use super::{Counts, course, findings_of, other_findings};
use crate::content::Content;
use crate::finding::{Finding, Severity};
use crate::language::Language;

/// The whole page.
pub fn write(content: &Content, made: JstDate) -> String {
    let counts = Counts::of(&content.findings);
    let rest = other_findings(content);
    let page = html! {
        (DOCTYPE)
        html lang="ja" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "講習と規則の照合 — " (site_title(content)) }
                style { (PreEscaped(include_str!("report.css"))) }
            }
            body {
                header.top {
                    fieldset.language {
                        legend { (both("表示する言語", "Language")) }
                        label { input type="radio" name="language" id="ja" checked; " 日本語" }
                        label { input type="radio" name="language" id="en"; " English" }
                    }
                    h1 { (both("講習と規則の照合", "Courses held against the rules")) }
                    p.what {
                        (site(content)) " · " (made) " · "
                        (both(&tally(counts, Language::Ja), &tally(counts, Language::En)))
                    }
                    p.what { (both(
                        "教材の設定、章、問題、字幕を、規則の表と照らし合わせた結果です。医学的に正しいかどうかは判定していません。",
                        "Settings, chapters, questions and captions are held against the rule tables. Whether the content is medically right is not judged here.",
                    )) }
                }
                main {
                    @if content.courses.len() > 1 { (overview(content)) }
                    @for checked in &content.courses {
                        (course::section(checked, &findings_of(content, checked)))
                    }
                    @if !rest.is_empty() {
                        section.course {
                            h2 { (both("サイト、規則の表、読めなかった講習", "Site, rule tables, courses that could not be read")) }
                            (findings(&rest))
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}

fn site(content: &Content) -> Markup {
    match &content.site {
        Some(site) if !site.title.ja().is_empty() => both(site.title.ja(), site.title.en()),
        _ => html! { "Yoshu" },
    }
}

/// The site's name as a window's title shows it: marks of a language cannot stand there, so both names do.
fn site_title(content: &Content) -> String {
    match &content.site {
        Some(site) if !site.title.ja().is_empty() => {
            let (ja, en) = (site.title.ja(), site.title.en());
            if ja == en { ja.to_string() } else { format!("{ja}・{en}") }
        }
        _ => "Yoshu".to_string(),
    }
}

/// A text in both languages; the style sheet shows one.
pub(super) fn both(ja: &str, en: &str) -> Markup {
    html! { span.ja lang="ja" { (ja) } span.en lang="en" { (en) } }
}

/// How many errors, warnings and notes.
fn tally(counts: Counts, language: Language) -> String {
    let Counts { error, warning, note } = counts;
    match language {
        Language::Ja => format!("エラー {error}・注意 {warning}・お知らせ {note}"),
        Language::En => format!("errors {error}, warnings {warning}, notes {note}"),
    }
}

/// What a count of findings amounts to: the class of its colour, and the sentence.
pub(super) fn verdict(counts: Counts) -> Markup {
    let (class, ja, en) = match counts {
        Counts { error: 0, warning: 0, .. } => {
            ("good", "直すところはありません".to_string(), "Nothing to mend".to_string())
        }
        Counts { error: 0, warning, .. } => (
            "fair",
            format!("公開できます。見直すとよいところが {warning} 件あります"),
            format!("Can be published; {warning} point(s) to look at"),
        ),
        Counts { error, .. } => (
            "bad",
            format!("まだ公開できません。直すところが {error} 件あります"),
            format!("Cannot be published yet; {error} point(s) to mend"),
        ),
    };
    html! { p class=(format!("verdict {class}")) { (both(&ja, &en)) } }
}

fn overview(content: &Content) -> Markup {
    html! {
        nav.overview {
            h2 { (both("講習の一覧", "Courses")) }
            div.scroll { table {
                thead { tr {
                    th { (both("講習", "Course")) }
                    th { (both("規則の表", "Rule table")) }
                    th.number { (both("エラー", "Errors")) }
                    th.number { (both("注意", "Warnings")) }
                    th.number { (both("お知らせ", "Notes")) }
                } }
                tbody { @for checked in &content.courses {
                    @let outline = &checked.course.outline;
                    @let counts = Counts::of(findings_of(content, checked));
                    tr {
                        th scope="row" { a href=(format!("#course-{}", outline.id)) { (both(outline.title.ja(), outline.title.en())) } }
                        td { @match &checked.held.table {
                            Some(table) => { (both(table.title.ja(), table.title.en())) }
                            None => { (both("なし", "none")) }
                        } }
                        td.number { (counts.error) }
                        td.number { (counts.warning) }
                        td.number { (counts.note) }
                    }
                } }
            } }
        }
    }
}

/// Findings, the heaviest first, each with its rule.
pub(super) fn findings(findings: &[&Finding]) -> Markup {
    html! {
        @for severity in [Severity::Error, Severity::Warning, Severity::Note] {
            @for finding in findings.iter().filter(|of| of.severity() == severity) { (one(finding)) }
        }
    }
}

fn one(finding: &Finding) -> Markup {
    let (ja, en) = (finding.words(Language::Ja), finding.words(Language::En));
    let severity = finding.severity();
    html! {
        article class=(format!("finding {}", severity.name())) {
            h4 {
                span.chip { (both(severity.word(Language::Ja), severity.word(Language::En))) }
                " " (both(&ja.wrong, &en.wrong))
            }
            p.advice { (both(&ja.advice, &en.advice)) }
            @for citation in &finding.citations {
                blockquote {
                    p { (both(citation.text(Language::Ja), citation.text(Language::En))) }
                    footer {
                        (both(&citation.whereabouts(Language::Ja), &citation.whereabouts(Language::En)))
                        @if !citation.origin(Language::Ja).is_empty() {
                            " · " (both(citation.origin(Language::Ja), citation.origin(Language::En)))
                        }
                        @if let (Some(ja), Some(en)) = (citation.remark(Language::Ja), citation.remark(Language::En)) {
                            " · " (both(ja, en))
                        }
                    }
                }
            }
            p.place { code { (finding.place) } " · " code { (finding.code()) } }
        }
    }
}
