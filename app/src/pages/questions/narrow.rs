//! The filters of the bank's list, which stand in its address.

use crate::{
    lang::Lang,
    ui::{Icon, lang},
    viewer,
};
use content::{Facets, Filter, Reader};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use std::{fmt::Display, str::FromStr};

/// What the URL asks for: `?q=…&block=…&level=…&dimension=…&minutes=…&has=…&pool=…`, each filter repeatable.
pub fn asked(query: &ParamsMap) -> (String, Filter) {
    fn all<T: FromStr>(query: &ParamsMap, name: &str) -> Vec<T> {
        query.get_all(name).unwrap_or_default().iter().filter_map(|it| it.parse().ok()).collect()
    }
    let filter = Filter {
        blocks: all(query, "block"),
        levels: all(query, "level"),
        dimensions: all(query, "dimension"),
        lengths: all(query, "minutes"),
        features: all(query, "has"),
        // A visitor's choice of a pool would tell what the others hold.
        pools: if viewer::reader() == Reader::Staff { all(query, "pool") } else { Vec::new() },
    };
    (query.get("q").unwrap_or_default(), filter)
}

/// The filters, with how many questions each would leave.
#[component]
pub fn Narrow(facets: Facets, filter: Filter, narrowed: bool) -> impl IntoView {
    let lang = lang();
    // Everybody else sees one kind of pool, and must not learn that there are others.
    let staff = viewer::reader() == Reader::Staff;
    view! {
        <form class="facets" method="get" id="facets" aria-label=lang.t("bank-filters")>
            {choices(lang, "bank-block", "block", &facets.blocks, &filter.blocks)}
            {choices(lang, "col-level", "level", &facets.levels, &filter.levels)}
            {choices(lang, "col-dimension", "dimension", &facets.dimensions, &filter.dimensions)}
            {choices(lang, "col-minutes", "minutes", &facets.lengths, &filter.lengths)}
            {choices(lang, "bank-has", "has", &facets.features, &filter.features)}
            {staff.then(|| choices(lang, "question-pool", "pool", &facets.pools, &filter.pools))}
            <p class="row"><button class="btn" type="submit">{lang.t("bank-apply")}</button>
                {narrowed.then(|| view! {
                    <a class="btn bare" href=lang.path("/questions")><Icon name="cross" small=true/>{lang.t("bank-clear")}</a>
                })}</p>
        </form>
    }
}

/// One filter; its name in the URL is also the prefix of its values' messages.
fn choices<T: Display + PartialEq>(
    lang: Lang,
    legend: &str,
    name: &'static str,
    counts: &[(T, usize)],
    chosen: &[T],
) -> impl IntoView + use<T> {
    let boxes = counts.iter().filter(|(value, n)| *n > 0 || chosen.contains(value)).map(|(value, n)| {
        view! {
            <label class="check"><input type="checkbox" name=name value=value.to_string() checked=chosen.contains(value)/>
                <span>{lang.t(&format!("{name}-{value}"))}</span><span class="n">{*n}</span></label>
        }
    });
    view! { <fieldset><legend>{lang.t(legend)}</legend>{boxes.collect::<Vec<_>>()}</fieldset> }
}
