//! The statistics as one page that needs nothing beside it: no script, no network.

use domain::catalog::{Question, QuestionKind};
use domain::unit::Localized;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::chart;
use super::edition::choices;
use super::report::{Report, Row, coefficient, heads, percent, verdict_line};
use super::verdict::Verdict;
use crate::language::Language;

/// The page in one language.
pub fn write(report: &Report, language: Language) -> String {
    let title = words(&report.title, language);
    let heading = match language {
        Language::Ja => format!("問題の統計：{title}"),
        Language::En => format!("Item statistics: {title}"),
    };
    let page = html! {
        (DOCTYPE)
        html lang=(language.pick("ja", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (heading) }
                style { (PreEscaped(include_str!("page.css"))) }
            }
            body { main {
                h1 { (heading) }
                @for sentence in report.basis(language) { p { (sentence) } }
                (figure(report, language))
                (table(report, language))
                h2 { (language.pick("問題ごとの結果", "Question by question")) }
                @for row in &report.rows { (question(row, language)) }
                (reading(language))
            } }
        }
    };
    page.into_string()
}

fn figure(report: &Report, language: Language) -> Markup {
    let key = language.pick(
        "●見直すところなし　▲見直したい　○解答が少なく判定できない。色の付いた範囲は、正答率30〜95%、識別力0.1以上。",
        "● nothing found, ▲ to look at, ○ too few answers for a verdict. The shaded area: 30 to 95 % right, discrimination 0.1 or more.",
    );
    let absent = chart::without_place(report);
    let said = match language {
        Language::Ja => format!(
            "{absent}問は図にありません。解答がないか、全員が同じ結果で、識別力を計算できないためです。"
        ),
        Language::En => format!(
            "{absent} questions are not in the chart: without answers, or with all answers alike, there is no discrimination."
        ),
    };
    html! {
        figure { (chart::svg(report, language)) figcaption { (key) } }
        @if absent > 0 { p.quiet { (said) } }
    }
}

fn table(report: &Report, language: Language) -> Markup {
    let caption = language.pick("全問の一覧", "All questions");
    html! {
        div.wide tabindex="0" role="region" aria-label=(caption) { table {
            caption { (caption) }
            thead { tr { @for head in heads(language) { th scope="col" { (head) } } } }
            tbody { @for row in &report.rows {
                @let measured = &row.measured;
                tr class=(class(&row.verdict)) {
                    td { (row.number) }
                    th scope="row" { a href=(format!("#q{}", row.number)) { (row.name) } }
                    td { (measured.asked) }
                    td { (percent(measured.difficulty())) }
                    td { (coefficient(measured.discrimination)) }
                    td { (coefficient(measured.groups.map(|groups| groups.difference()))) }
                    td { (verdict_line(&row.verdict, language)) }
                }
            } }
        } }
    }
}

fn class(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::TooFew => "few",
        Verdict::Judged(flags) if flags.is_empty() => "fine",
        Verdict::Judged(_) => "flagged",
    }
}

fn question(row: &Row, language: Language) -> Markup {
    let (id, name) = (format!("q{}", row.number), format!("q{}-name", row.number));
    html! {
        section class=(format!("question {}", class(&row.verdict))) id=(id) aria-labelledby=(name) {
            h3 id=(name) { (row.number) ". " (row.name) }
            p.text { (words(&row.item.question.text, language)) }
            (answer(row, language))
            p.quiet { (facts(row, language)) }
            (verdict(&row.verdict, language))
        }
    }
}

/// The numbers of a question on one line.
fn facts(row: &Row, language: Language) -> String {
    let measured = &row.measured;
    let (asked, unanswered) = (measured.asked, measured.unanswered);
    let (right, discrimination) =
        (percent(measured.difficulty()), coefficient(measured.discrimination));
    let facts = match language {
        Language::Ja => format!(
            "解答 {asked} ／ 正答率 {right} ／ 未解答 {unanswered} ／ 識別力 {discrimination}"
        ),
        Language::En => format!(
            "answers {asked}, right {right}, unanswered {unanswered}, discrimination {discrimination}"
        ),
    };
    let Some(groups) = measured.groups else { return facts };
    let (n, upper, lower) = (groups.size, percent(Some(groups.upper)), percent(Some(groups.lower)));
    match language {
        Language::Ja => format!("{facts} ／ 上位{n}人 {upper} 、下位{n}人 {lower}"),
        Language::En => {
            format!("{facts}; right among the best {n} {upper}, among the weakest {n} {lower}")
        }
    }
}

fn verdict(verdict: &Verdict, language: Language) -> Markup {
    let flags = verdict.flags();
    html! {
        @if flags.is_empty() {
            p { (verdict_line(verdict, language)) }
        } @else {
            ul.flags { @for flag in flags {
                li { strong { "▲ " (flag.name(language)) } " " (flag.advice(language)) }
            } }
        }
    }
}

/// The choices with how many took each; of other kinds, what is right.
fn answer(row: &Row, language: Language) -> Markup {
    let choices = choices(&row.item.question);
    let asked = row.measured.asked;
    let share = |count: usize| (asked > 0).then(|| count as f64 / asked as f64);
    let bar = |count: usize| format!("inline-size:{:.1}%", 100.0 * share(count).unwrap_or(0.0));
    html! {
        @if choices.is_empty() {
            p { (language.pick("正答：", "Right: ")) (right_answer(&row.item.question, language)) }
        } @else {
            ol.choices { @for (choice, count) in choices.iter().zip(&row.measured.choices) {
                li.key[choice.is_right] {
                    span.bar style=(bar(*count)) {}
                    span {
                        (words(&choice.text, language))
                        @if choice.is_right { (language.pick("（正答）", " (right)")) }
                    }
                    " " span.count { (count) " (" (percent(share(*count))) ")" }
                }
            } }
        }
    }
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

fn reading(language: Language) -> Markup {
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
    html! {
        section {
            h2 { (language.pick("読み方", "How to read this")) }
            ul { @for line in lines { li { (line) } } }
        }
    }
}

fn words(text: &Localized, language: Language) -> &str {
    language.pick(text.ja(), text.en())
}
