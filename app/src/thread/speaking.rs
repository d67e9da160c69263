//! For whom a person says something.

use leptos::prelude::*;

use crate::{context::context, error::AppError, fields::Fields, ui::Pick, words::t};

/// The stakeholders the reader has a mandate for, and the reader alone; without a mandate it says that one speaks for oneself.
#[component]
pub fn SpeakingFor() -> impl IntoView {
    let at = context();
    let voices = at.reader.as_ref().map(|reader| reader.voices.as_slice()).unwrap_or_default();
    let Some(first) = voices.first() else {
        return view! { <p class="hint">{t("conversation-speaking-alone")}</p> }.into_any();
    };
    let value = first.stakeholder.id.to_string();
    let voice = |voice: &entity::Voice| (voice.stakeholder.id.to_string(), voice.stakeholder.name.clone());
    let alone = (String::new(), t("conversation-speaking-personal"));
    let options: Vec<_> = voices.iter().map(voice).chain([alone]).collect();
    view! { <Pick name="speaking" label=t("conversation-speaking") options=options value=value/> }.into_any()
}

/// Reads whom it is said for; none in a personal capacity.
pub fn read(form: &Fields) -> Result<Option<i64>, AppError> {
    form.optional("speaking").map(|_| form.parse("speaking")).transpose()
}
