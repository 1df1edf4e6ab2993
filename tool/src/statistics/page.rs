//! The statistics as one page that needs nothing beside it: no script, no network.

use std::fmt::Write as _;

use domain::catalog::{Question, QuestionKind};
use domain::unit::Localized;
use pulldown_cmark_escape::escape_html;

use super::chart;
use super::edition::choices;
use super::report::{Report, Row, coefficient, heads, percent, verdict_line};
use super::verdict::Verdict;
use crate::language::Language;

const STYLE: &str = include_str!("page.css");

/// The page in one language.
pub fn html(report: &Report, language: Language) -> String {
    let title = words(&report.title, language);
    let heading = match language {
        Language::Ja => format!("問題の統計：{title}"),
        Language::En => format!("Item statistics: {title}"),
    };
    let (heading, lang) = (escaped(&heading), language.pick("ja", "en"));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{heading}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{heading}</h1>\n"
    );
    for sentence in report.basis(language) {
        let _ = writeln!(page, "<p>{}</p>", escaped(&sentence));
    }
    push_chart(&mut page, report, language);
    push_table(&mut page, report, language);
    let _ = writeln!(page, "<h2>{}</h2>", language.pick("問題ごとの結果", "Question by question"));
    for row in &report.rows {
        push_question(&mut page, row, language);
    }
    push_reading(&mut page, language);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn push_chart(page: &mut String, report: &Report, language: Language) {
    let key = language.pick(
        "●見直すところなし　▲見直したい　○解答が少なく判定できない。色の付いた範囲は、正答率30〜95%、識別力0.1以上。",
        "● nothing found, ▲ to look at, ○ too few answers for a verdict. The shaded area: 30 to 95 % right, discrimination 0.1 or more.",
    );
    let _ = writeln!(
        page,
        "<figure>\n{}\n<figcaption>{key}</figcaption>\n</figure>",
        chart::svg(report, language)
    );
    let absent = chart::without_place(report);
    if absent > 0 {
        let said = match language {
            Language::Ja => format!(
                "{absent}問は図にありません。解答がないか、全員が同じ結果で、識別力を計算できないためです。"
            ),
            Language::En => format!(
                "{absent} questions are not in the chart: without answers, or with all answers alike, there is no discrimination."
            ),
        };
        let _ = writeln!(page, "<p class=\"quiet\">{said}</p>");
    }
}

fn push_table(page: &mut String, report: &Report, language: Language) {
    let caption = language.pick("全問の一覧", "All questions");
    let _ = write!(
        page,
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>"
    );
    for head in heads(language) {
        let _ = write!(page, "<th scope=\"col\">{head}</th>");
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &report.rows {
        let measured = &row.measured;
        let _ = writeln!(
            page,
            "<tr class=\"{}\"><td>{}</td><th scope=\"row\"><a href=\"#q{}\">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            class(&row.verdict),
            row.number,
            row.number,
            escaped(&row.name),
            measured.asked,
            percent(measured.difficulty()),
            coefficient(measured.discrimination),
            coefficient(measured.groups.map(|groups| groups.difference())),
            escaped(&verdict_line(&row.verdict, language)),
        );
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

fn class(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::TooFew => "few",
        Verdict::Judged(flags) if flags.is_empty() => "fine",
        Verdict::Judged(_) => "flagged",
    }
}

fn push_question(page: &mut String, row: &Row, language: Language) {
    let (number, question, measured) = (row.number, &row.item.question, &row.measured);
    let _ = writeln!(
        page,
        "<section class=\"question {}\" id=\"q{number}\" aria-labelledby=\"q{number}-name\">\n<h3 id=\"q{number}-name\">{number}. {}</h3>\n<p class=\"text\">{}</p>",
        class(&row.verdict),
        escaped(&row.name),
        escaped(words(&question.text, language))
    );
    push_answer(page, row, language);
    let facts = match language {
        Language::Ja => format!(
            "解答 {} ／ 正答率 {} ／ 未解答 {} ／ 識別力 {}",
            measured.asked,
            percent(measured.difficulty()),
            measured.unanswered,
            coefficient(measured.discrimination)
        ),
        Language::En => format!(
            "answers {}, right {}, unanswered {}, discrimination {}",
            measured.asked,
            percent(measured.difficulty()),
            measured.unanswered,
            coefficient(measured.discrimination)
        ),
    };
    let groups = measured.groups.map(|groups| match language {
        Language::Ja => format!(
            " ／ 上位{n}人 {} 、下位{n}人 {}",
            percent(Some(groups.upper)),
            percent(Some(groups.lower)),
            n = groups.size
        ),
        Language::En => format!(
            "; right among the best {n} {}, among the weakest {n} {}",
            percent(Some(groups.upper)),
            percent(Some(groups.lower)),
            n = groups.size
        ),
    });
    let _ = writeln!(page, "<p class=\"quiet\">{facts}{}</p>", groups.unwrap_or_default());
    push_verdict(page, &row.verdict, language);
    page.push_str("</section>\n");
}

fn push_verdict(page: &mut String, verdict: &Verdict, language: Language) {
    let flags = verdict.flags();
    if flags.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", verdict_line(verdict, language));
        return;
    }
    page.push_str("<ul class=\"flags\">\n");
    for flag in flags {
        let _ = writeln!(
            page,
            "<li><strong>▲ {}</strong> {}</li>",
            escaped(&flag.name(language)),
            flag.advice(language)
        );
    }
    page.push_str("</ul>\n");
}

/// The choices with how many took each; of other kinds, what is right.
fn push_answer(page: &mut String, row: &Row, language: Language) {
    let choices = choices(&row.item.question);
    if choices.is_empty() {
        let right = language.pick("正答：", "Right: ");
        let _ = writeln!(
            page,
            "<p>{right}{}</p>",
            escaped(&right_answer(&row.item.question, language))
        );
        return;
    }
    let asked = row.measured.asked;
    page.push_str("<ol class=\"choices\">\n");
    for (choice, count) in choices.iter().zip(&row.measured.choices) {
        let share = (asked > 0).then(|| *count as f64 / asked as f64);
        let (class, key) = if choice.is_right {
            (" class=\"key\"", language.pick("（正答）", " (right)"))
        } else {
            ("", "")
        };
        let _ = writeln!(
            page,
            "<li{class}><span class=\"bar\" style=\"inline-size:{:.1}%\"></span><span>{}{key}</span> <span class=\"count\">{count} ({})</span></li>",
            100.0 * share.unwrap_or(0.0),
            escaped(words(&choice.text, language)),
            percent(share)
        );
    }
    page.push_str("</ol>\n");
}

fn right_answer(question: &Question, language: Language) -> String {
    match &question.kind {
        QuestionKind::Order { items } => {
            let items: Vec<&str> = items.iter().map(|item| words(item, language)).collect();
            items.join(" → ")
        }
        QuestionKind::Match { pairs } => {
            let pair =
                |left, right| format!("{} – {}", words(left, language), words(right, language));
            let pairs: Vec<String> = pairs.iter().map(|one| pair(&one.left, &one.right)).collect();
            pairs.join(language.pick("、", "; "))
        }
        QuestionKind::Numeric { answer, tolerance, unit } => {
            format!("{answer} ± {tolerance} {}", words(unit, language))
        }
        QuestionKind::Hotspot { region, .. } => words(region, language).to_string(),
        // Their choices are shown instead.
        QuestionKind::TrueFalse { .. }
        | QuestionKind::Single { .. }
        | QuestionKind::Multiple { .. } => String::new(),
    }
}

fn push_reading(page: &mut String, language: Language) {
    let lines: [&str; 5] = match language {
        Language::Ja => [
            "正答率：出された回のうち、正しく答えた割合。未解答は正しくないほうに数えます。",
            "識別力：その問題の正誤と、同じ回のほかの問題の正答率との相関（修正済み項目－残余相関）。−1から1で、高いほど、理解している人とそうでない人を分けられます。",
            "上位・下位27%：ほかの問題の正答率で並べた上位と下位の、その問題の正答率の差。各10人以上になるときだけ示します。同点の人は割合で数えます。",
            "割合は、その選択肢を選んだ人の割合です。複数選択では合計が100%を超えます。",
            "これは見直しのきっかけです。人数が少ないときの値は大きく揺れます。問題を外す前に、内容を読んで判断してください。",
        ],
        Language::En => [
            "Share right: of the attempts that asked it. Unanswered counts as not right.",
            "Discrimination: the correlation of the question with the share right of the attempt’s other questions (corrected item–rest correlation), from −1 to 1. The higher, the better it tells those who know from those who do not.",
            "Upper and lower 27 %: the difference between those who did best and worst in the other questions, shown when each group has 10 or more. Those level at the edge count in part.",
            "The share of a choice is of those who took it; where several may be taken, they add up to more than 100 %.",
            "This is a reason to look, not a judgement. With few answers the values vary widely. Read the question before you drop it.",
        ],
    };
    let _ =
        writeln!(page, "<section>\n<h2>{}</h2>\n<ul>", language.pick("読み方", "How to read this"));
    for line in lines {
        let _ = writeln!(page, "<li>{line}</li>");
    }
    page.push_str("</ul>\n</section>\n");
}

fn words(text: &Localized, language: Language) -> &str {
    language.pick(text.ja(), text.en())
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    // Writing into a String cannot fail.
    let _ = escape_html(&mut escaped, text);
    escaped
}
