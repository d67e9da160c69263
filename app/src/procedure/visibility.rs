//! Who may see a draft, as a form asks for it.

use domain::{Message, visibility::Visibility};
use leptos::prelude::*;

use crate::{
    error::AppError,
    fields::Fields,
    t,
    ui::{Choice, Field, time},
    words::t,
};

/// Reads who may see a draft; an embargo needs its end, in the zone of the forum.
pub fn read(form: &Fields, zone: &str) -> Result<Visibility, AppError> {
    match form.text("visibility") {
        "public" => Ok(Visibility::Public),
        "members" => Ok(Visibility::Members),
        "embargoed" => Ok(Visibility::Embargoed { until: time::typed(form, "until", zone)? }),
        _ => Err(AppError::field("visibility", Message::new("procedure-no-visibility"))),
    }
}

/// The choice of who may see a draft.
#[component]
pub fn VisibilityFields(chosen: Visibility, zone: String) -> impl IntoView {
    let until = match chosen {
        Visibility::Embargoed { until } => time::for_field(until, &zone),
        Visibility::Public | Visibility::Members => String::new(),
    };
    let options = vec![
        ("public", t("procedure-visible-public")),
        ("members", t("procedure-visible-members")),
        ("embargoed", t("procedure-visible-embargoed")),
    ];
    let until = view! {
        <Field
            name="until"
            kind="datetime-local"
            label=t("procedure-embargo-until")
            hint=t!("procedure-in-zone", place = time::city(&zone))
            value=until
        />
    };
    view! {
        <Choice
            name="visibility"
            legend=t("procedure-visibility")
            options
            value=chosen.name()
            then=("embargoed", until.into_any())
        />
    }
    .into_any()
}
