//! The text a form sends: typed, pasted or uploaded.

use domain::{
    Message,
    text::{BadText, Manner, Text},
};
use leptos::prelude::*;

use super::carried::{self, Carried};
use crate::{
    context::{Context, context},
    error::AppError,
    fields::{Fields, Upload},
    locale::Locale,
    t,
    ui::in_area,
    words::{say_in, t},
};

/// The endings of the files that are read.
const ENDINGS: [&str; 3] = [".md", ".markdown", ".txt"];

/// The endings of texts of office programs that are not read, and can be saved as one that is.
const OFFICE: [&str; 5] = [".doc", ".odt", ".rtf", ".pages", ".dotx"];

/// The text of a form: of the file that was chosen, else what was typed, with `\n` at the end of lines. Refuses what is no text of a
/// version; a file with its name.
pub fn read(locale: Locale, form: &Fields) -> Result<String, AppError> {
    match form.upload("file") {
        Some(file) => read_file(locale, file),
        None => {
            let typed = even(form.text("source"));
            Text::parse(typed.as_bytes(), &Manner::default())
                .map_err(|bad| AppError::field("source", bad.message()))?;
            Ok(typed)
        }
    }
}

fn read_file(locale: Locale, file: &Upload) -> Result<String, AppError> {
    let refuse = |why: &Message| {
        let message = Message::new("working-text-file-refused")
            .with("file", file.name.as_str())
            .with("why", say_in(locale, why));
        AppError::field("file", message)
    };
    let name = file.name.to_lowercase();
    if carried::is_word(file) {
        return carried::text(file).map_err(|why| refuse(&why));
    }
    if OFFICE.iter().any(|ending| name.ends_with(ending)) {
        return Err(refuse(&Message::new("working-text-file-office")));
    }
    if !ENDINGS.iter().any(|ending| name.ends_with(ending)) {
        return Err(refuse(&Message::new("working-text-file-kind")));
    }
    let text = Text::parse(&file.bytes, &Manner::default()).map_err(|bad| refuse(&bad.message()))?;
    Ok(even(text.source()))
}

/// A text without the differences that browsers and editors put at the ends of lines and before the first.
pub fn even(text: &str) -> String {
    text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n")
}

/// What stands in the field for the text: what came back from the form, else what it starts with.
pub fn shown(ctx: &Context, start: &str) -> String {
    let Some(returned) = &ctx.returned else { return start.to_owned() };
    let uploaded = returned.fields.upload("file").and_then(|file| kept_of(ctx.locale, file));
    let typed = || returned.fields.get("source").map(even);
    uploaded.or_else(typed).unwrap_or_else(|| start.to_owned())
}

/// The text of a file that can stand in the field: one that is read, or one that is refused for a character in it, which is taken out there.
fn kept_of(locale: Locale, file: &Upload) -> Option<String> {
    let read = read_file(locale, file).ok();
    read.or_else(|| match Text::parse(&file.bytes, &Manner::default()) {
        Err(BadText::Misleading(_)) if !carried::is_word(file) => {
            Some(even(std::str::from_utf8(&file.bytes).ok()?))
        }
        _ => None,
    })
}

/// The field for the text, and the one for a file in its place.
#[component]
pub fn Source(
    /// What stands in it.
    text: String,
    #[prop(default = 20)] rows: u32,
    /// The language it is written in.
    language: String,
    /// Whether a draft begins with it.
    #[prop(optional)]
    begins: bool,
) -> impl IntoView {
    let ctx = context();
    let carried = Carried::of(&ctx).map(|carried| carried.view(begins, &ctx.typed_or("changes", "")));
    let told = |name: &'static str| {
        let refusal = ctx.refusal(name).map(AppError::sentence);
        refusal.map(|words| view! { <span class="refused" id=format!("{name}-e")>{words}</span> })
    };
    let (typed, file) = (told("source"), told("file"));
    let described = |name: &str, refused: bool| {
        if refused { format!("{name}-h {name}-e") } else { format!("{name}-h") }
    };
    let (source_by, file_by) = (described("source", typed.is_some()), described("file", file.is_some()));
    let (source_bad, file_bad) = (typed.as_ref().map(|_| "true"), file.as_ref().map(|_| "true"));
    let text = in_area(&text);
    view! {
        {carried}
        <div class="field">
            <label for="source">{t("working-text-source")}</label>
            <span class="hint" id="source-h">{t("working-text-source-hint")}</span>
            {typed}
            <textarea
                id="source"
                name="source"
                rows=rows
                spellcheck="true"
                dir="auto"
                lang=language
                aria-describedby=source_by
                aria-invalid=source_bad
            >{text}</textarea>
        </div>
        <p class="field">
            <label for="file">{t("working-text-file")}</label>
            <span class="hint" id="file-h">{t("working-text-file-hint")}</span>
            {file}
            <input
                id="file"
                name="file"
                type="file"
                accept=".md,.markdown,.txt,.docx,text/markdown,text/plain"
                aria-describedby=file_by
                aria-invalid=file_bad
            />
        </p>
    }
    .into_any()
}

/// How much a text holds, as a sentence.
pub fn size(text: &Text) -> String {
    t!("working-text-size", clauses = text.clauses().len(), lines = text.line_count())
}
