//! `/drafts/{reference}/word`: a Word file with comments and changes is chosen, looked at, and posted.

use domain::permission::Action;
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
    if let Some(file) = returned.fields.upload("file") {
        page.file = Some(file.name.clone());
        match documents::docx::read::read(&file.bytes) {
            Ok(read) => {
                let newest = page.head.version(page.head.latest())?;
                let mut brought = Brought::of(&read, &reference, &newest.text());
                let before = comment::Entity::from_files(ctx.db.read(), account).await?;
                let all = brought.items.len();
                brought.items.retain(|item| !before.contains(&item.once));
                page.posted = all - brought.items.len();
                page.brought = Some(brought);
            }
            Err(unreadable) => page.unread = Some(crate::words::say_in(ctx.locale, &unreadable.message())),
        }
    } else {
        let items = Brought::typed(&returned.fields);
        page.file = returned.fields.optional("name").map(str::to_owned);
        page.brought = (!items.is_empty()).then(|| Brought { items, ..Brought::default() });
    }
    Ok(page)
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
    let here = brought.here + page.posted;
    let here = (here > 0).then(|| view! { <p class="quiet">{t!("word-here", count = here as u32)}</p> });
    view! {
        <p class="tally">{found}" "<strong>{sure}</strong>{doubtful}{lost}" "{t("word-nothing-yet")}</p>
        {older}
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
    view! {
        <div class="column axis stack">
            {unread}
            <p class="lede">{t("word-lede")}</p>
            <p><a href=export>{t("word-take")}</a></p>
            <PostForm action=href::post::bring_word(&reference) class="form" files=true>
                <Field name="file" label=t("word-file") hint=t("word-file-hint") kind="file" accept=".docx"/>
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
    view! {
        <PostForm action=href::post::bring_word(&reference) class="apart back">
            <input type="hidden" name="version" value=version/>
            <input type="hidden" name="name" value=name/>
            {refusal}
            {doubtful}
            {placed}
            {lost}
            <div class="axis">{speaking}</div>
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
