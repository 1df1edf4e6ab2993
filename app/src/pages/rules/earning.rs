//! Ways to earn credits, and what they amount to.

use std::sync::Arc;

use domain::rules::{Earning, Way};
use leptos::prelude::*;

use super::fact::Fact;
use super::sentence::Book;
use crate::components::chip::Chip;
use crate::components::notice::Meaning;
use crate::session::Session;
use crate::text::format;
use crate::text::rules::{self, words};

/// The scheme.
#[component]
pub(super) fn EarningTable(
    /// The table.
    book: Book,
    /// Its scheme.
    earning: Earning,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let ways = earning.ways.clone().into_iter().map(|way| view! { <WayRow way /> }).collect_view();
    view! {
        <section class="stack stack--tight" aria-labelledby="ways">
            <h2 id="ways">{move || words().ways}</h2>
            <ol class="rule-ways">{ways}</ol>
        </section>
        <AwardFacts book=Arc::clone(&book) earning=earning.clone() />
        <ContentFacts book earning />
    }
}

#[component]
fn WayRow(way: Way) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    view! {
        <li>
            <span lang="ja">{way.title}</span>
            {way.members_only.then(|| view! {
                " "
                <Chip text=Signal::derive(move || words().members_only.to_owned()) meaning=Some(Meaning::Attention) />
            })}
            {way.not_attested.then(|| view! {
                " "
                <Chip text=Signal::derive(move || words().not_attested.to_owned()) />
            })}
        </li>
    }
}

#[component]
fn AwardFacts(book: Book, earning: Earning) -> impl IntoView {
    let session = Session::here();
    let language = move || session.language();
    let words = move || words(session.language());
    let award = earning.award;
    let (points, years) = (award.points, award.years);
    let (minutes, tenths, month) = (award.step_minutes, award.step_tenths, award.year_begins_month);
    view! {
        <section class="stack stack--tight" aria-labelledby="award">
            <h2 id="award" lang="ja">{award.title}</h2>
            <dl class="facts">
                <Fact name=Signal::derive(move || words().points)
                    value=Signal::derive(move || rules::points(points, years, language()))
                    book=Arc::clone(&book) basis=award.statement />
                <Fact name=Signal::derive(move || words().units)
                    value=Signal::derive(move || rules::units_by_time(minutes, tenths, language())) />
                {award.codes_count_once.then(|| view! {
                    <Fact name=Signal::derive(move || words().codes_count)
                        value=Signal::derive(move || words().codes_once.to_owned())
                        book=Arc::clone(&book) basis=award.codes_statement />
                })}
                <Fact name=Signal::derive(move || words().year)
                    value=Signal::derive(move || rules::year_begins(month, language()))
                    book=Arc::clone(&book) basis=award.year_statement />
            </dl>
        </section>
    }
}

#[component]
fn ContentFacts(book: Book, earning: Earning) -> impl IntoView {
    let session = Session::here();
    let language = move || session.language();
    let words = move || words(session.language());
    let (content, specialist, certificate) =
        (earning.content, earning.specialist, earning.certificate);
    let (codes, tenths, pass) = (content.codes, content.units_tenths, content.pass.get());
    let (from, after) = (specialist.from, certificate.after_days);
    let elsewhere = certificate
        .elsewhere
        .into_iter()
        .map(|of| {
            view! {
                <dt class="facts__name" lang="ja">{of.prefecture}</dt>
                <dd class="facts__value" lang="ja">{of.ask}</dd>
            }
        })
        .collect_view();
    view! {
        <section class="stack stack--tight" aria-labelledby="content">
            <h2 id="content">{move || words().content}</h2>
            <dl class="facts">
                <Fact name=Signal::derive(move || words().units)
                    value=Signal::derive(move || rules::content_credit(codes, tenths, language()))
                    book=Arc::clone(&book) basis=content.statement />
                <Fact name=Signal::derive(move || words().pass)
                    value=Signal::derive(move || rules::at_least_percent(pass, language()))
                    book=Arc::clone(&book) basis=content.pass_statement />
                <Fact name=Signal::derive(move || words().specialist)
                    value=Signal::derive(move || {
                        rules::from_day(&format::jst_date(from, true, language()), language())
                    })
                    book=Arc::clone(&book) basis=specialist.statement />
                <Fact name=Signal::derive(move || words().attestation)
                    value=Signal::derive(move || rules::days_later(after, language()))
                    book=Arc::clone(&book) basis=certificate.statement />
                {elsewhere}
            </dl>
        </section>
    }
}
