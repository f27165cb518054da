//! The radar of the dimensions: an ECharts option made by charming, drawn by a script; the table beside it is its text.

use crate::ui::lang;
use charming::{
    Chart,
    component::{RadarCoordinate, RadarIndicator},
    datatype::{DataPoint, DataPointItem},
    series::Radar as Series,
};
use domain::composite::Mean;
use leptos::prelude::*;

/// The radar; an insufficient dimension is drawn at 0, below the scale, so that it cannot be taken for a score.
#[component]
pub fn Radar(
    /// Means by dimension.
    means: Vec<Mean>,
) -> impl IntoView {
    let lang = lang();
    let name = |it: &Mean| lang.t(&format!("dimension-{}", it.dimension));
    let axes: Vec<RadarIndicator> = means.iter().map(|it| RadarIndicator::from((name(it).as_str(), 0, 5))).collect();
    let values: Vec<f64> = means.iter().map(|it| it.mean.map_or(0.0, |mean| (mean * 100.0).round() / 100.0)).collect();
    let point: DataPoint = DataPointItem::new(values).name(lang.t("col-mean")).into();
    let chart = Chart::new()
        .radar(RadarCoordinate::new().indicator(axes).split_number(5))
        .series(Series::new().data(vec![point]));
    // `<` cannot end the script element early, and JSON reads the escape as the same character.
    let option = serde_json::to_string(&chart).unwrap_or_default().replace('<', "\\u003c");
    means.iter().any(|it| it.mean.is_some()).then(|| {
        view! {
            <figure class="chart" data-chart="" dir="ltr" role="img" aria-label=lang.t("scorecard-radar")>
                <script type="application/json" inner_html=option></script>
            </figure>
        }
    })
}
