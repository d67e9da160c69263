//! The form for a comment: in the text under its lines, or after it for the whole draft.

use domain::{
    ThreadKind,
    anchor::{Occurrence, occurrences},
    permission::Action,
    suggestion::{given, widened},
    text::LineRange,
};
use entity::forum;
use leptos::prelude::*;

use super::{
    ComposeInPlace, LiveDiff, LivePreview,
    actions::{is_as_given, offered},
    composer_island, stranger,
    text_page::{Compose, TextPage, address},
};
use crate::{
    context::{Context, context},
    error::AppError,
    href, rich, t,
    ui::{PostForm, in_area, markdown},
    words::t,
};

/// The form as it waits, out of sight, until lines are chosen by hand; only for those who may comment here and now.
pub fn waiting(page: &TextPage) -> Option<AnyView> {
    let may = page.is_newest() && page.head.may(Action::Comment) && page.account.is_some();
    let waits = may && page.compose.is_none() && !page.quiet;
    let form = waits.then(|| composer(page, Compose::Lines(LineRange::spanning(1, 1))))?;
    Some(view! { <div id=composer_island::RESTS hidden>{form}</div> }.into_any())
}

/// The form, with what was typed when it came back.
pub fn composer(page: &TextPage, about: Compose) -> AnyView {
    let ctx = context();
    let (heading, suggest, aside) = match about {
        Compose::Whole => (whole_heading(), None, address(page)),
        Compose::Lines(lines) => (
            lines_heading(page, &ctx, lines),
            Some(view! { {quote(page, &ctx, lines)}{suggestion(page, &ctx, lines)} }),
            format!("{}#L{}", address(page), lines.first()),
        ),
    };
    let hidden = [("draft", page.head.reference().to_owned()), ("version", page.number().to_string())];
    let hidden = hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let (reference, version) = (page.head.reference().to_owned(), page.number());
    let comment = comment(&ctx, about, page.compose.is_some() && ctx.returned.is_none());
    let joins = !page.head.may(Action::Comment) && page.head.may(Action::Join);
    let speaking_for = match joins {
        true => stranger::fields(&ctx, &page.head),
        false => speaking_for(&ctx, &page.head.forum),
    };
    let (action, publish, note) = match (joins, &ctx.reader) {
        (false, _) => (href::post::open_thread(), "composer-publish", "composer-note"),
        (true, None) => (href::post::join(), "composer-send", "composer-send-note"),
        (true, Some(_)) => (href::post::join(), "composer-send", "composer-wait-note"),
    };
    let (kinds, preview) = (kinds(&ctx), preview(&ctx));
    let change = ctx.typed_or("change", ctx.query.text("change"));
    let change = (!change.is_empty()).then(|| view! { <input type="hidden" name="change" value=change/> });
    let class = if about == Compose::Whole { "composer column on-draft" } else { "composer" };
    let reader = page.account.unwrap_or_default();
    view! {
        <PostForm action class=class id="compose" labelled_by="compose-h">
            {hidden.into_iter().collect::<Vec<_>>()}
            {change}
            {heading}
            {comment}
            {suggest}
            {kinds}
            {speaking_for}
            <p class="row">
                <button class="button">{t(publish)}</button>
                <button class="button second" name="preview" value="yes">{t("composer-preview")}</button>
                <a class="aside" href=aside>{t("composer-aside")}</a>
            </p>
            {joins.then(|| stranger::sign_in(&ctx))}
            <p class="small quiet">{t(note)}</p>
            {preview}
            <ComposeInPlace reference version reader/>
        </PostForm>
    }
    .into_any()
}

fn whole_heading() -> AnyView {
    view! { <h4 class="label" id="compose-h">{t("composer-whole")}</h4> }.into_any()
}

/// The lines, as two small fields: they can be changed by form alone. A form that waits may come to be about the whole draft instead.
fn lines_heading(page: &TextPage, ctx: &Context, lines: LineRange) -> AnyView {
    let field = |name: &'static str, start: u32, label: &str| {
        let value = ctx.typed_or(name, &start.to_string());
        let invalid = ctx.refusal(name).map(|_| "true");
        view! {
            <input
                class="tiny"
                id=name
                name=name
                value=value
                inputmode="numeric"
                aria-label=t(label)
                aria-describedby=invalid.map(|_| format!("{name}-e"))
                aria-invalid=invalid
            />
        }
    };
    let from = field("from", lines.first(), "composer-from");
    let to = field("to", lines.last(), "composer-to");
    let offered = wording(page, ctx, lines).typed_for;
    let offered = format!("{}-{}", offered.first(), offered.last());
    view! {
        <input type="hidden" id="offered" name="offered" value=offered/>
        <h4 class="label" id="compose-h">
            <span class="range of-lines">{rich!("composer-lines", from = from, to = to)}</span>
            <span class="of-draft">{t("composer-whole")}</span>
        </h4>
        {refusal(ctx, "from")}
        {refusal(ctx, "to")}
    }
    .into_any()
}

fn comment(ctx: &Context, about: Compose, shown: bool) -> AnyView {
    let of_lines =
        (about != Compose::Whole).then(|| view! { <span class="of-lines">{t("composer-ask")}</span> });
    let typed = ctx.typed("comment");
    let invalid = ctx.refusal("comment").map(|_| "true");
    view! {
        <p class="field">
            <label class="ask" for="comment">{of_lines}<span class="of-draft">{t("composer-ask-whole")}</span></label>
            {refusal(ctx, "comment")}
            <textarea id="comment" name="comment" rows="4" dir="auto" autofocus=shown aria-invalid=invalid>
                {in_area(&typed)}
            </textarea>
        </p>
    }
    .into_any()
}

/// Words in the lines, when not all of them are meant.
fn quote(page: &TextPage, ctx: &Context, lines: LineRange) -> AnyView {
    let typed = ctx.typed_or("quote", ctx.query.text("quote"));
    let refusal = refusal(ctx, "quote");
    let (open, invalid) = (!typed.is_empty() || refusal.is_some(), refusal.as_ref().map(|_| "true"));
    let which = which(page, ctx, lines, &typed);
    view! {
        <details class="of-lines" open=open>
            <summary class="link">{t("composer-quote-open")}</summary>
            <p class="field">
                <label class="vh" for="quote">{t("composer-quote")}</label>
                <span class="hint" id="quote-h">{t("composer-quote-hint")}</span>
                {refusal}
                <input id="quote" name="quote" value=typed dir="auto" aria-describedby="quote-h" aria-invalid=invalid/>
            </p>
            {which}
        </details>
    }
    .into_any()
}

/// Which of several places of the quote is meant: known of words that were selected, asked of words that were typed.
fn which(page: &TextPage, ctx: &Context, lines: LineRange, quote: &str) -> AnyView {
    let found = if ctx.returned.is_some() { occurrences(&page.text, lines, quote) } else { Vec::new() };
    let place = ctx.typed_or("place", ctx.query.text("place"));
    if found.len() < 2 || (ctx.refusal("quote").is_none() && ctx.typed("place_of").is_empty()) {
        return view! { <input type="hidden" id="place" name="place" value=place/> }.into_any();
    }
    let choice = |one: &Occurrence| {
        let value = one.offset.to_string();
        let checked = place == value;
        let (before, words, after) = (one.before.clone(), one.words.clone(), one.after.clone());
        view! {
            <label class="choice">
                <input type="radio" name="place" value=value checked=checked/>
                <span dir="auto">"… "{before}<mark>{words}</mark>{after}" …"</span>
            </label>
        }
    };
    view! {
        <fieldset class="stack" id="which">
            <legend>{t("composer-which")}</legend>
            <input type="hidden" name="place_of" value=quote.to_owned()/>
            {found.iter().map(choice).collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}

/// What is in the field for the wording.
struct Wished {
    /// The source of the lines.
    given: String,
    typed: String,
    /// The lines it is a wording of.
    typed_for: LineRange,
}

/// The source of the lines, or what was typed for them; what was typed for some of them is given with the others, as they are.
fn wording(page: &TextPage, ctx: &Context, lines: LineRange) -> Wished {
    let given = given(&page.text, lines).unwrap_or_default();
    let form = ctx.returned.as_ref().map(|returned| &returned.fields);
    let typed = form.and_then(|form| form.get("suggestion"));
    let typed_for = form.and_then(|form| offered(form, &page.text)).unwrap_or(lines);
    let fresh = |given: String| Wished { typed: given.clone(), given, typed_for: lines };
    match typed {
        None => fresh(given),
        Some(typed) if [lines, typed_for].iter().any(|lines| is_as_given(&page.text, *lines, typed)) => {
            fresh(given)
        }
        Some(typed) => match widened(&page.text, typed_for, lines, typed) {
            Some(typed) => Wished { given, typed, typed_for: lines },
            None => Wished { given, typed: typed.to_owned(), typed_for },
        },
    }
}

/// The lines to be written otherwise; left as they are, nothing is suggested.
fn suggestion(page: &TextPage, ctx: &Context, lines: LineRange) -> AnyView {
    let Wished { given: words, typed, .. } = wording(page, ctx, lines);
    let changed = typed != words;
    let (lang, dir) = page.language.clone().unzip();
    let dir = dir.unwrap_or("auto");
    view! {
        <details class="of-lines" open=changed>
            <summary class="link">{t("composer-suggest")}</summary>
            <p class="field">
                <label class="vh" for="suggestion">{t("composer-suggestion")}</label>
                <span class="hint" id="suggestion-h">{t("composer-suggestion-hint")}</span>
                {refusal(ctx, "suggestion")}
                <textarea
                    id="suggestion"
                    name="suggestion"
                    rows="4"
                    lang=lang
                    dir=dir
                    aria-describedby="suggestion-h"
                    data-was=words.clone()
                >
                    {in_area(&typed)}
                </textarea>
            </p>
            <LiveDiff words typed lead=t("composer-change")/>
        </details>
    }
    .into_any()
}

fn kinds(ctx: &Context) -> AnyView {
    let choice = |kind: &ThreadKind| {
        let checked = ctx.chosen("kind", kind.key(), *kind == ThreadKind::General);
        view! {
            <label class="choice">
                <input type="radio" name="kind" value=kind.key() checked=checked/>
                <span>{t(&format!("composer-kind-{}", kind.key()))}</span>
            </label>
        }
    };
    view! {
        <fieldset class="row" id="kind">
            <legend class="vh">{t("composer-kind")}</legend>
            {ThreadKind::ALL.iter().map(choice).collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}

/// For whom it is said: a stakeholder there is a mandate for, or oneself.
fn speaking_for(ctx: &Context, forum: &forum::Model) -> AnyView {
    let voices = ctx.reader.iter().flat_map(|reader| reader.voices_in(forum, ctx.now));
    let voices: Vec<_> = voices
        .map(|voice| {
            let class = t(&format!("class-{}", voice.stakeholder.class.0.key())).to_lowercase();
            let words = t!("composer-voice", name = voice.stakeholder.name.as_str(), class = class);
            (voice.stakeholder.id.to_string(), words)
        })
        .collect();
    let first = voices.first().map(|(id, _)| id.clone()).unwrap_or_default();
    let picked = ctx.typed_or("as", &first);
    let own = (String::new(), t("composer-personal"));
    let options = voices.into_iter().chain([own]).map(|(value, words)| {
        let selected = value == picked;
        view! { <option value=value selected=selected>{words}</option> }
    });
    view! {
        <p class="row">
            <label for="as">{t("composer-as")}</label>
            <select id="as" name="as">{options.collect::<Vec<_>>()}</select>
            {refusal(ctx, "as")}
        </p>
    }
    .into_any()
}

/// The comment as it will read, when that was asked for; with JavaScript, as it is typed.
fn preview(ctx: &Context) -> AnyView {
    let returned =
        ctx.returned.as_ref().filter(|form| form.error.is_none() && form.fields.get("preview").is_some());
    let html = returned.map(|form| markdown::to_html(form.fields.text("comment"))).unwrap_or_default();
    view! { <LivePreview html heading=t("composer-preview-heading")/> }.into_any()
}

pub(super) fn refusal(ctx: &Context, name: &'static str) -> Option<AnyView> {
    let sentence = ctx.refusal(name).map(AppError::sentence)?;
    Some(view! { <span class="refused" id=format!("{name}-e")>{sentence}</span> }.into_any())
}
