//! For whom a person says something.

use entity::forum;
use leptos::prelude::*;

use crate::{context::context, error::AppError, fields::Fields, ui::Pick, words::t};

/// The stakeholders the reader has a mandate for in this forum, and the reader alone; without a mandate it says that one speaks for oneself.
pub fn speaking_for(forum: &forum::Model) -> AnyView {
    let ctx = context();
    let voices = ctx.reader.iter().flat_map(|reader| reader.voices_in(forum, ctx.now));
    let mut voices: Vec<_> =
        voices.map(|voice| (voice.stakeholder.id.to_string(), voice.stakeholder.name.clone())).collect();
    voices.dedup();
    let Some((first, _)) = voices.first().cloned() else {
        return view! { <p class="hint">{t("conversation-speaking-alone")}</p> }.into_any();
    };
    voices.push((String::new(), t("conversation-speaking-personal")));
    view! { <Pick name="speaking" label=t("conversation-speaking") options=voices value=first/> }.into_any()
}

/// Reads whom it is said for; none in a personal capacity.
pub fn read(form: &Fields) -> Result<Option<i64>, AppError> {
    form.optional("speaking").map(|_| form.parse("speaking")).transpose()
}
