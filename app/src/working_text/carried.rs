//! A Word file as the text of a version: what of it is shown, what cannot be carried, and what is asked about its tracked changes.

use documents::docx::read::{Lost, Side, read};
use domain::{
    Message,
    text::{Manner, Text},
};
use leptos::prelude::*;

use super::source::even;
use crate::{
    context::Context,
    error::AppError,
    fields::{Fields, Upload},
    t,
    words::{say, t},
};

/// The field that says what to do with tracked changes.
const CHANGES: &str = "changes";
/// What it says where the text before them becomes version 1.
const VERSIONS: &str = "versions";
/// The field that keeps the text before them.
const BEFORE: &str = "before";

/// What came of a Word file besides its text.
pub struct Carried {
    changes: usize,
    remarks: usize,
    lost: Vec<Lost>,
    /// The text before its changes, where it has any.
    before: Option<String>,
}

/// Whether a file is to be read as a Word file.
pub fn is_word(file: &Upload) -> bool {
    file.name.to_lowercase().ends_with(".docx")
}

/// The text of a Word file with all changes accepted. Refuses, with a sentence, what is not read.
pub fn text(file: &Upload) -> Result<String, Message> {
    let read = read(&file.bytes).map_err(|unreadable| unreadable.message())?;
    let text = read.markdown(Side::After);
    Text::parse(text.as_bytes(), &Manner::default()).map_err(|bad| bad.message())?;
    Ok(text)
}

/// Refuses a Word file that nobody has looked at yet: its text is shown in the field, with what was not carried.
pub fn looked_at(form: &Fields) -> Result<(), AppError> {
    match form.upload("file").filter(|file| is_word(file) && text(file).is_ok()) {
        Some(_) => Err(AppError::field("file", Message::new("carried-look"))),
        None => Ok(()),
    }
}

/// The text that becomes version 1, where the form asks for the text before the changes as one.
pub fn first_of_two(form: &Fields) -> Result<Option<String>, AppError> {
    let Some(before) = form.optional(BEFORE).filter(|_| form.text(CHANGES) == VERSIONS) else {
        return Ok(None);
    };
    let before = even(before);
    Text::parse(before.as_bytes(), &Manner::default())
        .map_err(|bad| AppError::field("file", bad.message()))?;
    Ok(Some(before))
}

impl Carried {
    /// What came of the file that a form brought, or of the one before it.
    pub fn of(ctx: &Context) -> Option<Self> {
        let fields = &ctx.returned.as_ref()?.fields;
        let Some(file) = fields.upload("file").filter(|file| is_word(file)) else {
            let before = fields.optional(BEFORE).map(even)?;
            return Some(Self { changes: 0, remarks: 0, lost: Vec::new(), before: Some(before) });
        };
        let read = read(&file.bytes).ok()?;
        let changes = read.changes();
        let before = (changes > 0).then(|| read.markdown(Side::Before));
        Some(Self { changes, remarks: read.remarks.len(), lost: read.lost, before })
    }

    /// What was carried and what was not, place by place; for a draft that begins, what becomes of the changes is asked.
    pub fn view(self, begins: bool, chosen: &str) -> AnyView {
        let lost = self.lost.iter().map(|lost| view! { <li>{say(&lost.message())}</li> }).collect_view();
        let lost = (!self.lost.is_empty()).then(|| {
            view! { <h2 class="label">{t("carried-lost")}</h2><ul>{lost}</ul> }
        });
        let changes =
            (self.changes > 0).then(|| view! { <p>{t!("carried-changes", count = self.changes as u32)}</p> });
        let remarks =
            (self.remarks > 0).then(|| view! { <p>{t!("carried-remarks", count = self.remarks as u32)}</p> });
        let asked = self.before.filter(|_| begins).map(|before| {
            let two = chosen == VERSIONS;
            view! {
                <fieldset>
                    <legend>{t("carried-ask")}</legend>
                    <label class="choice">
                        <input type="radio" name=CHANGES value="accept" checked=!two/>
                        <span>{t("carried-accept")}</span>
                    </label>
                    <label class="choice">
                        <input type="radio" name=CHANGES value=VERSIONS checked=two/>
                        <span>{t("carried-versions")}</span>
                    </label>
                    <textarea name=BEFORE hidden=true>{crate::ui::in_area(&before)}</textarea>
                </fieldset>
            }
        });
        view! { <div class="stack">{changes}{asked}{remarks}{lost}</div> }.into_any()
    }
}
