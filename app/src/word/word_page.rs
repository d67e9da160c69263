//! `/drafts/{reference}/word`: a Word file with comments and changes is chosen, looked at, and posted.

use std::collections::BTreeMap;

use documents::{docx::read::Unreadable, form::Form};
use domain::{permission::Action, text::Text};
use entity::comment;
use leptos::prelude::*;

use super::{
    entry::{entry, losses},
    item::{Brought, Item},
};
use crate::{
    context::{Context, context},
    draft::{DraftHead, Head, Tab, head_of, page_title},
    error::AppError,
    fields::Upload,
    frame::Frame,
    href, t,
    thread::speaking,
    ui::{Field, PostForm},
    words::{say, t},
};

/// What the page shows.
pub struct WordPage {
    head: Head,
    file: Option<String>,
    brought: Option<Brought>,
    /// Why the file that was chosen is not read.
    unread: Option<String>,
    /// How many of the file were posted from it before.
    posted: usize,
}

/// Reads the file that was chosen, or what came back from the form. Asks to sign in; not found for a draft that the reader may not see.
pub async fn load(ctx: Context) -> Result<WordPage, AppError> {
    let reference: String = ctx.param("reference")?;
    let head = head_of(&ctx, &reference).await?;
    let account = ctx.reader()?.account.id;
    let mut page = WordPage { head, file: None, brought: None, unread: None, posted: 0 };
    let Some(returned) = ctx.returned.as_ref().filter(|_| page.head.latest() > 0) else { return Ok(page) };
    let newest = page.head.version(page.head.latest())?;
    if let Some(file) = returned.fields.upload("file") {
        page.file = Some(file.name.clone());
        match read(&ctx, &page.head, file).await? {
            Ok(mut brought) => {
                let before = comment::Entity::from_files(ctx.db.read(), account).await?;
                let all = brought.items.len();
                brought.items.retain(|item| !before.contains(&item.once));
                page.posted = all - brought.items.len();
                page.brought = Some(brought);
            }
            Err(unreadable) => page.unread = Some(crate::words::say_in(ctx.locale, &unreadable.message())),
        }
    } else {
        let items = Brought::typed(&returned.fields, &newest.text(), ctx.locale);
        page.file = returned.fields.optional("name").map(str::to_owned);
        page.brought = (!items.is_empty()).then(|| Brought { items, ..Brought::default() });
    }
    Ok(page)
}

/// What a file brings: the rows of a table, or the comments and changes of a text.
async fn read(
    ctx: &Context,
    head: &Head,
    Upload { name, bytes }: &Upload,
) -> Result<Result<Brought, Unreadable>, AppError> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if name.to_lowercase().ends_with(".docx") && !begins(b"PK") && !begins(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Ok(Err(Unreadable::NotWord));
    }
    let text = head.version(head.latest())?.text();
    match documents::form::read(bytes) {
        Ok(form) => Ok(Ok(rows(ctx, head, &form, &text).await?)),
        // A text in Word has no table of comments, or one of something else.
        Err(Unreadable::NoHeads | Unreadable::Empty) if bytes.starts_with(b"PK") => {
            let read = documents::docx::read::read(bytes);
            let read = match read {
                Err(Unreadable::NotWord) => Err(Unreadable::NoHeads),
                read => read,
            };
            Ok(read.map(|read| Brought::of(&read, head.reference(), &text)))
        }
        Err(Unreadable::NotWord) => Ok(Err(Unreadable::NotTable)),
        Err(unreadable) => Ok(Err(unreadable)),
    }
}

async fn rows(ctx: &Context, head: &Head, form: &Form, text: &Text) -> Result<Brought, AppError> {
    let ours = form.draft.as_deref() == Some(head.reference());
    let said =
        if ours { comment::Entity::openings(ctx.db.read(), head.draft.id).await? } else { BTreeMap::new() };
    let older = form.version.filter(|made| ours && *made < head.latest());
    let older = older.and_then(|made| head.version(made).ok()).map(|version| version.text());
    let both = (text, older.as_deref());
    Ok(Brought::rows(form, head.reference(), both, |number| said.get(&number).cloned(), ctx.locale))
}

/// Shows the field for the file, or what was found in it.
pub fn view(page: WordPage) -> impl IntoView {
    let head = page.head.clone();
    let (heading, shown) = match &page.brought {
        Some(brought) => (t("word-title-found"), found(&page, brought)),
        None => (t("word-title"), choose(&page)),
    };
    let told = page.brought.as_ref().map(|brought| tally(&page, brought));
    let next = view! {
        <h2 class="label">{t("word-name")}</h2>
        <p>{t("word-name-why")}</p>
    };
    view! {
        <Frame title=page_title(&head, &heading)>
            <DraftHead head=head.clone() tab=Tab::Apart heading=heading.clone() next=next.into_any()>
                {told}
            </DraftHead>
            {shown}
        </Frame>
    }
}

/// How many were found, how many have their place, and what was left out.
fn tally(page: &WordPage, brought: &Brought) -> AnyView {
    let unsure = brought.items.iter().filter(|item| item.is_unsure()).count();
    let placed = brought.items.len() - unsure;
    let found = t!("word-found", count = brought.items.len() as u32);
    let sure = t!("word-placed", count = placed as u32);
    let doubtful = (unsure > 0).then(|| format!(" {}", t!("word-unsure", count = unsure as u32)));
    let lost = (!brought.lost.is_empty())
        .then(|| format!(" {}", t!("word-lost", count = brought.lost.len() as u32)));
    let latest = page.head.latest();
    let older = brought.made_for.filter(|made| *made < latest);
    let older = older.map(|made| t!("word-made-for", version = made, now = latest));
    let older = older.map(|words| view! { <p class="quiet">{words}</p> });
    let elsewhere = brought.elsewhere.clone().map(|draft| {
        let words = t!("form-elsewhere", draft = draft, here = page.head.reference().to_owned());
        view! { <p class="axis"><strong>{words}</strong></p> }
    });
    let formulas = (brought.formulas > 0).then(|| {
        view! { <p class="quiet">{t!("form-formulas", count = brought.formulas)}</p> }
    });
    let here = brought.here + page.posted;
    let here = (here > 0).then(|| view! { <p class="quiet">{t!("word-here", count = here as u32)}</p> });
    view! {
        <p class="tally">{found}" "<strong>{sure}</strong>{doubtful}{lost}" "{t("word-nothing-yet")}</p>
        {elsewhere}
        {older}
        {formulas}
        {here}
    }
    .into_any()
}

/// The field for a file.
fn choose(page: &WordPage) -> AnyView {
    let reference = page.head.reference().to_owned();
    if !page.head.may(Action::Comment) {
        return view! { <p class="axis">{t("word-closed")}</p> }.into_any();
    }
    let unread = page.unread.clone().map(|why| {
        let file = page.file.clone().unwrap_or_default();
        view! { <div class="notice" role="alert"><p><bdi>{file}</bdi>": "{why}</p></div> }
    });
    let export = href::export_as(&reference, "comments.docx");
    let [form_word, form_sheet] = ["form.docx", "form.xlsx"].map(|form| href::export_as(&reference, form));
    view! {
        <div class="column stack">
            {unread}
            <p class="lede">{t("word-lede")}</p>
            <p><a href=export>{t("word-take")}</a></p>
            <p>{t("form-lede")}" "<a href=form_word>{t("form-take-word")}</a>" "<a href=form_sheet>{t("form-take-sheet")}</a></p>
            <PostForm action=href::post::bring_word(&reference) class="form" files=true>
                <Field name="file" label=t("word-file") hint=t("word-file-hint") kind="file" accept=".docx,.xlsx,.csv"/>
                <p class="row"><button class="button" name="preview" value="yes">{t("word-read")}</button></p>
            </PostForm>
        </div>
    }
    .into_any()
}

/// What was found: first what is unsure, then the rest in the order of the text, then what was not carried.
fn found(page: &WordPage, brought: &Brought) -> AnyView {
    let (unsure, sure): (Vec<&Item>, Vec<&Item>) = brought.items.iter().partition(|item| item.is_unsure());
    if brought.items.is_empty() {
        return view! { <p class="axis">{t("word-none")}</p>{losses(brought)} }.into_any();
    }
    let (reference, version) = (page.head.reference().to_owned(), page.head.latest());
    let refusal = context().refusal("take").map(|refusal| match refusal {
        AppError::Refused(message, _) => say(message),
        other => other.sentence(),
    });
    let refusal = refusal.map(|why| view! { <p class="refused axis" role="alert">{why}</p> });
    let part = |id: &'static str, heading: String, why: String, items: Vec<&Item>| {
        let entries = items.iter().map(|item| entry(item, &reference, version)).collect_view();
        (!items.is_empty()).then(|| {
            view! {
                <section aria-labelledby=id>
                    <h2 class="shift" id=id>{heading}</h2>
                    <p class="quiet shift">{why}</p>
                    <ol class="ledger">{entries}</ol>
                </section>
            }
        })
    };
    let doubtful =
        part("u", t!("word-to-look-at", count = unsure.len() as u32), t("word-to-look-at-why"), unsure);
    let placed = part("s", t!("word-with-place", count = sure.len() as u32), t("word-with-place-why"), sure);
    let (name, lost) = (page.file.clone().unwrap_or_default(), losses(brought));
    let speaking = speaking::speaking_for(&page.head.forum);
    let named = brought.items.iter().any(|item| item.named);
    view! {
        <PostForm action=href::post::bring_word(&reference) class="apart back">
            <input type="hidden" name="version" value=version/>
            <input type="hidden" name="name" value=name/>
            {refusal}
            {doubtful}
            {placed}
            {lost}
            <div class="axis">{speaking}</div>
            <p class="axis">
                <label class="choice">
                    <input type="checkbox" name="named" value="yes" checked=named/>
                    <span>{t("word-named")}</span>
                </label>
            </p>
            <p class="axis quiet">{t("word-note")}</p>
            <p class="row axis post">
                <button class="button">{t("word-post")}</button>
                <button class="button second" name="preview" value="yes">{t("word-again")}</button>
                <a href=href::draft(&reference)>{t("word-cancel")}</a>
            </p>
        </PostForm>
    }
    .into_any()
}
