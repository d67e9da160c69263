//! The letter and outline of a class of stakeholders.

use domain::class::Class;
use leptos::prelude::*;

use crate::words::t;

/// The mark of a class; the words of the class stand beside it, or are heard in its place.
#[component]
pub fn Mark(class: Class) -> impl IntoView {
    let outline = match class {
        Class::Government => "government",
        Class::InternationalOrganisation => "international",
        Class::CivilSociety => "civil",
        Class::Industry => "industry",
        Class::Academia => "academia",
        Class::TechnicalCommunity => "technical",
    };
    let name = t(&format!("class-{}", class.key()));
    let letter = t(&format!("class-{}-mark", class.key()));
    view! { <span class="mark" data-class=outline aria-hidden="true" title=name>{letter}</span> }.into_any()
}
