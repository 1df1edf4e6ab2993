//! One course on the page: the verdict, its minutes, what it covers, what it asks, its findings.

use maud::{Markup, html};

use super::page::{both, findings, verdict};
use super::{Counts, grid};
use crate::check::Checked;
use crate::finding::Finding;
use crate::lint::Time;

/// The section of a course.
pub(super) fn section(checked: &Checked, found: &[&Finding]) -> Markup {
    let outline = &checked.course.outline;
    let table = checked.held.table.as_ref();
    html! {
        section.course id=(format!("course-{}", outline.id)) {
            h2 { (both(outline.title.ja(), outline.title.en())) }
            p.what {
                code { (outline.id) } " " (outline.version) " · "
                @match table {
                    Some(table) => {
                        (both("規則の表: ", "Rule table: ")) (both(table.title.ja(), table.title.en()))
                        " (" (table.id) ", " (table.as_of) ")"
                    }
                    None => { (both("規則の表の指定なし", "no rule table")) }
                }
            }
            (verdict(Counts::of(found.iter().copied())))
            @if let Some(caution) = table.and_then(|table| table.caution.as_ref()) {
                p.caution { (both(caution.ja(), caution.en())) }
            }
            h3 { (both("時間", "Minutes")) }
            @match checked.held.time {
                Some(time) => { (minutes(checked, time)) }
                None => { p { (both("読めない動画があるため、測れません。", "Not measured: a video could not be read.")) } }
            }
            @if let Some(coverage) = &checked.held.coverage {
                h3 { (both("細目と章", "Items of the table and chapters")) }
                (grid::coverage(&checked.course, coverage))
            }
            h3 { (both("章と問題", "Chapters and questions")) }
            (grid::chapters(&checked.course, checked.pool.as_ref()))
            @if let Some(pool) = &checked.pool {
                (grid::topics(&checked.course, pool))
            }
            h3 { (both("見つかったこと", "Findings")) }
            @if found.is_empty() { p { (both("ありません。", "None.")) } }
            (findings(found))
        }
    }
}

/// A bar of what there is, against what it stands for.
fn minutes(checked: &Checked, time: Time) -> Markup {
    let parts = [
        ("video", "動画", "Video", time.video_s),
        ("reading", "本文（見積もり）", "Reading (estimate)", time.reading_s()),
        ("test", "問題（見積もり）", "Test (estimate)", time.test_s()),
    ];
    let (total, wanted) = (time.total_s(), time.wanted_s());
    let scale = f64::from(total.max(wanted).max(1));
    let share = |seconds: u32| format!("inline-size:{:.2}%", f64::from(seconds) * 100.0 / scale);
    let division = checked.course.outline.minutes;
    html! {
        div.bar aria-hidden="true" {
            @for (class, _, _, seconds) in parts { span class=(class) style=(share(seconds)) {} }
            i style=(format!("inset-inline-start:{:.2}%", f64::from(wanted) * 100.0 / scale)) {}
        }
        dl.minutes {
            @for (class, ja, en, seconds) in parts {
                div { dt { span class=(format!("key {class}")) {} (both(ja, en)) } dd { (clock(seconds)) } }
            }
            div { dt { (both("合わせて", "Together")) } dd { strong { (clock(total)) } } }
            div { dt { span.key.wanted {} (both("座学相当", "Stands for")) } dd { strong { (clock(wanted)) } } }
        }
        p.what { (both(
            &format!("座学相当 {} 分 + 対面 {} 分 = {} 分。", division.elearning, division.inperson, division.total()),
            &format!("{} min of e-learning + {} min in person = {} min.", division.elearning, division.inperson, division.total()),
        )) " " (both(
            &format!("本文は {} 字を1分 {} 字で、問題は {} 問を1問 {} 秒で見積もっています。", time.characters, time.characters_per_minute, time.questions, time.seconds_per_question),
            &format!("Reading: {} characters at {} a minute; test: {} questions of {} s.", time.characters, time.characters_per_minute, time.questions, time.seconds_per_question),
        )) }
    }
}

/// Minutes and seconds.
pub(super) fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
