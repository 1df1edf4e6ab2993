//! Associations with telephone, narrowed while one types.

use domain::rules::{Association, Associations};
use domain::search::Query;
use leptos::prelude::*;

use super::find::{Find, Findable};
use crate::session::Session;
use crate::text::rules::{self, words};

/// The associations as a list.
#[component]
pub(super) fn AssociationsTable(
    /// The associations.
    associations: Associations,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let typed = RwSignal::new(String::new());
    let layers = associations
        .layers
        .into_iter()
        .map(|layer| {
            view! {
                <dt class="facts__name" lang="ja">{layer.title}</dt>
                <dd class="facts__value">{layer.count}</dd>
            }
        })
        .collect_view();
    let all = associations.associations.into_iter().map(|one| {
        let texts = [&one.name, &one.kana, &one.en, &one.telephone].map(String::as_str);
        Findable::by(&texts, one.clone())
    });
    let all: StoredValue<Vec<Findable<Association>>> = StoredValue::new(all.collect());
    let matching = Memo::new(move |_| {
        let query = Query::parse(&typed.read());
        all.with_value(|all| {
            let found = all.iter().filter(|one| one.has(&query));
            found.map(|one| one.item.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="stack" aria-labelledby="associations">
            <h2 id="associations">{move || words().association}</h2>
            <dl class="facts">{layers}</dl>
            <Find
                id="find-association"
                label=Signal::derive(move || words().find.to_owned())
                hint=Signal::derive(move || words().find_association.to_owned())
                found=Signal::derive(move || rules::found(matching.read().len(), session.language()))
                typed
            />
            <table class="rule-table">
                <thead>
                    <tr>
                        <th scope="col">{move || words().association}</th>
                        <th scope="col">{move || words().telephone}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || matching.get() key=|one| one.name.clone() let(one)>
                        <tr>
                            <th scope="row" lang="ja">{one.name}</th>
                            <td>
                                <a class="rule-table__telephone" href=format!("tel:{}", one.telephone.replace('-', ""))>
                                    {one.telephone.clone()}
                                </a>
                            </td>
                        </tr>
                    </For>
                </tbody>
            </table>
            {move || matching.read().is_empty().then(|| view! { <p>{words().nothing}</p> })}
        </section>
    }
}
