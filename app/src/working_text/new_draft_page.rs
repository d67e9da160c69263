//! `/forums/{slug}/drafts/new`: the beginning of a draft.

use axum::http::StatusCode;
use domain::{
    permission::Action,
    text::{Manner, Text},
};
use entity::{access, forum};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::{
    proof::proof,
    source::{self, Source, size},
};
use crate::{
    context::{Context, context},
    error::AppError,
    frame::Frame,
    href,
    procedure::visibility::VisibilityFields,
    t,
    ui::{Field, Pick, PostForm},
    words::t,
};

/// The languages a draft can be written in, by their tags.
pub const LANGUAGES: [&str; 6] = ["en", "ar", "zh", "fr", "ru", "es"];

/// What the page shows.
pub struct NewDraft {
    forum: forum::Model,
    /// What was typed or sent, when the form comes back; otherwise empty.
    text: String,
    /// The text as it would be read, or why it cannot be; none when nobody asked.
    preview: Option<Result<Text, AppError>>,
}

/// Reads the forum in which the draft would begin. Refuses with not found a forum that the reader may not see; whoever may not begin a
/// draft there is sent to sign in, or forbidden.
pub async fn load(ctx: Context) -> Result<NewDraft, AppError> {
    let forum = forum::Entity::by_slug(ctx.db.read(), &ctx.param::<String>("slug")?).await?;
    access::require_in(ctx.db.read(), ctx.reader.as_ref(), &forum, Action::CreateDraft, ctx.now).await?;
    let asked = ctx.returned.as_ref().filter(|back| back.fields.get("preview").is_some());
    let preview = asked.map(|back| {
        let read = source::read(ctx.locale, &back.fields)?;
        let manner = Manner::tagged(back.fields.text("language"));
        Text::parse(read.as_bytes(), &manner).map_err(|bad| AppError::field("source", bad.message()))
    });
    Ok(NewDraft { text: source::shown(&ctx, ""), forum, preview })
}

/// Shows the form, and the preview where it was asked for.
pub fn view(page: NewDraft) -> impl IntoView {
    let ctx = context();
    let (forum, slug) = (page.forum.name.clone(), page.forum.slug.clone());
    let language = ctx.typed_or("language", "en");
    let languages =
        LANGUAGES.map(|tag| (tag.to_owned(), t(&format!("working-text-language-{tag}")))).to_vec();
    let preview = page.preview.map(|preview| shown(preview, &language));
    view! {
        <Frame title=t("working-text-new-title")>
            <header class="head">
                <div class="title stack">
                    <p class="quiet"><a href=href::forum(&slug)>{forum}</a></p>
                    <h1>{t("working-text-new-title")}</h1>
                    <p class="lede">{t("working-text-new-lede")}</p>
                </div>
            </header>
            <PostForm action=href::post::begin_draft(&slug) class="form long" files=true>
                <Field name="title" label=t("working-text-title") hint=t("working-text-title-hint") required=true/>
                <Pick name="language" label=t("working-text-language") options=languages value="en"/>
                <VisibilityFields chosen=page.forum.visibility.0 zone=page.forum.zone.clone()/>
                <Source text=page.text language=language begins=true/>
                <p class="row">
                    <button class="button">{t("working-text-begin")}</button>
                    " "
                    <button class="button second" name="preview" value="yes" formnovalidate=true>{t("working-text-preview")}</button>
                </p>
            </PostForm>
            {preview}
        </Frame>
    }
    .into_any()
}

/// The text as it would be read, or why it cannot be.
fn shown(preview: Result<Text, AppError>, language: &str) -> AnyView {
    let body = match preview {
        Ok(text) => {
            let counted = size(&text);
            let proof = proof(&text, language, std::collections::BTreeMap::new(), None);
            view! { <p class="quiet">{counted}</p><div class="proof">{proof}</div> }.into_any()
        }
        Err(error) => {
            expect_context::<ResponseOptions>().set_status(StatusCode::UNPROCESSABLE_ENTITY);
            view! { <p class="refused" role="alert">{error.sentence()}</p> }.into_any()
        }
    };
    view! {
        <section class="sect" id="preview" aria-labelledby="preview-h" tabindex="-1" autofocus=true>
            <h2 id="preview-h">{t("working-text-preview-heading")}</h2>
            <div>{body}</div>
        </section>
    }
    .into_any()
}

/// The refusal of a language that is not among those that can be chosen.
pub fn no_language() -> AppError {
    AppError::field("language", domain::Message::new("working-text-no-language"))
}

/// How the text of a draft is named where its title stands already.
pub fn heading(version: u32) -> String {
    t!("working-text-heading", version = version)
}
