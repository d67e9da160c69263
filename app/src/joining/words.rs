//! Kept words as they are shown to whoever wrote them.

use domain::{ThreadKind, typed};
use entity::{Error, draft, forum, newcomer};
use leptos::prelude::*;

use super::posting;
use crate::{
    context::{Context, context},
    error::AppError,
    fields::Fields,
    href,
    locale::Locale,
    ui::Moment,
    words::{in_locale, t},
};

/// Words that wait, with what they are about.
pub struct Waiting {
    pub row: newcomer::Model,
    pub fields: Fields,
    /// None where somebody only registers, and of a draft that they may not see any more.
    pub draft: Option<draft::Model>,
    pub forum: Option<forum::Model>,
}

impl Waiting {
    /// These words, with the draft and the forum they were written for.
    pub async fn of(ctx: &Context, row: newcomer::Model) -> Result<Self, AppError> {
        let db = ctx.db.read();
        let fields = posting::typed(&row)?;
        let cited = draft::Entity::cited(db, ctx.reader.as_ref(), fields.text("draft"), ctx.now).await;
        let (draft, forum) = match cited {
            Ok(cited) => Some(cited).unzip(),
            Err(Error::NotFound(_) | Error::SignedOut) => (None, None),
            Err(error) => return Err(error.into()),
        };
        Ok(Self { row, fields, draft, forum })
    }

    /// The lines they are about, in words.
    pub fn place(&self) -> String {
        place_of(&self.fields, context().locale)
    }

    /// The form they were typed in, on the newest version, with all of it.
    pub fn change(&self) -> Option<href::Href> {
        let draft = self.draft.as_ref()?;
        let id = self.row.id.to_string();
        let lines = lines(&self.fields).map(|(first, last)| (first.to_string(), last.to_string()));
        let place: Vec<(&str, &str)> = match &lines {
            Some((first, last)) => vec![("from", first), ("to", last)],
            None => vec![("compose", "draft")],
        };
        let query = [&place[..], &[("change", &id)]].concat();
        Some(format!("{}#compose", href::with_query(href::draft(&draft.reference), &query)))
    }

    /// What they are about and how long they are kept, beside a heading.
    pub fn facts(&self) -> AnyView {
        let draft = self.draft.as_ref().map(|draft| {
            let page = href::draft(&draft.reference);
            let reference = draft.reference.clone();
            view! {
                <div>
                    <dt class="label">{t("joining-draft")}</dt>
                    <dd><a href=page><bdi lang="en" dir="ltr">{reference}</bdi></a></dd>
                </div>
                <div><dt class="label">{t("joining-place")}</dt><dd>{self.place()}</dd></div>
            }
        });
        view! {
            <dl class="facts">
                {draft}
                <div><dt class="label">{t("joining-kept-until")}</dt><dd><Moment at=self.row.expires_at/></dd></div>
            </dl>
        }
        .into_any()
    }

    /// All that will be posted: the words, what they are about and what kind they are of, and the wording proposed with them, or that the
    /// lines go.
    pub fn said(&self) -> AnyView {
        let quoted = |words: &str| {
            let lines = words.lines().filter(|line| !line.trim().is_empty());
            lines.map(|line| view! { <p dir="auto">{line.to_owned()}</p> }).collect_view()
        };
        let quote = self.fields.optional("quote").map(|quote| {
            view! { <p class="quiet">{t("joining-quote")}</p><blockquote>{quoted(quote)}</blockquote> }
        });
        let kind = ThreadKind::from_key(self.fields.text("kind")).unwrap_or(ThreadKind::General);
        let kind = t(&format!("conversation-kind-{}", kind.key()));
        let body = quoted(self.fields.text("comment"));
        let given = self.fields.get("suggestion").map(|wording| match wording.trim() {
            "" => view! { <p><del>{self.place()}</del>" "{t("joining-removal")}</p> }.into_any(),
            _ => view! { <p class="quiet">{t("joining-wording")}</p><blockquote>{quoted(wording)}</blockquote> }
                .into_any(),
        });
        view! { {quote}<p class="quiet">{kind}</p><blockquote>{body}</blockquote>{given} }.into_any()
    }
}

/// The lines that a form is about.
fn lines(fields: &Fields) -> Option<(u32, u32)> {
    let first = typed::read::<u32>(fields.text("from").trim()).ok();
    let last = typed::read::<u32>(fields.text("to").trim()).ok();
    first.or(last).zip(last.or(first))
}

/// The lines that kept words are about in the words of a language, for a mail, which has no page to take its language from.
pub fn place(typed: &str, locale: Locale) -> String {
    place_of(&serde_json::from_str(typed).unwrap_or_default(), locale)
}

fn place_of(fields: &Fields, locale: Locale) -> String {
    match lines(fields) {
        Some((first, last)) if first == last => in_locale(locale, "joining-line", [("line", first.into())]),
        Some((first, last)) => {
            in_locale(locale, "joining-lines", [("first", first.into()), ("last", last.into())])
        }
        None => in_locale(locale, "joining-whole", []),
    }
}

/// A message as the paragraphs of a mail.
pub fn paragraphs(message: &str) -> Vec<String> {
    message.split("\n\n").map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()).collect()
}
