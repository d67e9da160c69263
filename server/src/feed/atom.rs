//! Writing Atom.

use std::fmt::Write;

use app::{context::Context, href, locale::Locale, words::in_locale};
use chrono::{DateTime, SecondsFormat, Utc};
use entity::{
    Result,
    reading::{
        Viewer,
        bulletin::{Item, Scope, What, bulletin},
    },
};

/// What happened, as a feed in the language that is asked for.
pub async fn feed(ctx: &Context, viewer: Viewer<'_>, scope: &Scope) -> Result<String> {
    let (name, items) = bulletin(viewer, scope).await?;
    let (own, page) = addresses(scope);
    let site = in_locale(ctx.locale, "mail-site-alone", []);
    let title = if name.is_empty() { site } else { format!("{name} – {site}") };
    // What has no news is as old as the world, so that its feed does not change.
    let updated = items.first().map_or(DateTime::UNIX_EPOCH, |newest| newest.happened);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{}</id>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <updated>{}</updated>\n<generator>Comity</generator>\n",
        ctx.locale.tag(),
        escaped(&title),
        escaped(&format!("{}{own}", ctx.url)),
        escaped(&format!("{}{own}", ctx.url)),
        escaped(&format!("{}{page}", ctx.url)),
        instant(updated),
    );
    for item in &items {
        entry(&mut out, ctx, item);
    }
    out.push_str("</feed>\n");
    Ok(out)
}

/// Where the feed is, and the page that it is of.
fn addresses(scope: &Scope) -> (String, String) {
    let page = match scope {
        Scope::Site => return (href::feed(""), href::home()),
        Scope::Forum(slug) => href::forum(slug),
        Scope::Draft(reference) => href::draft(reference),
        Scope::Clause(reference, clause) => {
            return (href::feed(&href::clause(reference, clause.0)), href::draft(reference));
        }
        Scope::Stakeholder(slug) => href::stakeholder(slug),
    };
    (href::feed(&page), page)
}

fn entry(out: &mut String, ctx: &Context, item: &Item) {
    let Told { title, words, author, page } = told(ctx.locale, item);
    let _ = write!(
        out,
        "<entry>\n<title>{}</title>\n<id>{}</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <updated>{}</updated>\n<published>{}</published>\n<author><name>{}</name></author>\n\
         <summary type=\"text\">{}</summary>\n</entry>\n",
        escaped(&title),
        escaped(&format!("{}/#{}", ctx.url, item.key)),
        escaped(&format!("{}{page}", ctx.url)),
        instant(item.happened),
        instant(item.happened),
        escaped(&author),
        escaped(&words),
    );
}

struct Told {
    title: String,
    words: String,
    author: String,
    page: String,
}

fn told(locale: Locale, item: &Item) -> Told {
    let reference = item.reference.as_str();
    let site = || in_locale(locale, "mail-site-alone", []);
    match &item.what {
        What::Comment { thread, comment, who, words } => {
            let args = [("who", who.as_str().into()), ("reference", reference.into())];
            Told {
                title: in_locale(locale, "mail-said-subject", args),
                words: words.clone(),
                author: who.clone(),
                page: href::comment(reference, *thread, *comment),
            }
        }
        What::Answer { thread, disposition } => {
            let answer = in_locale(locale, &format!("disposition-{}", disposition.key()), []);
            let args =
                [("thread", (*thread).into()), ("reference", reference.into()), ("answer", answer.into())];
            Told {
                title: in_locale(locale, "feed-answer", args),
                words: item.title.clone(),
                author: site(),
                page: href::answer(reference, *thread),
            }
        }
        What::Version { number, note } => {
            let args = [("version", (*number).into()), ("reference", reference.into())];
            Told {
                title: in_locale(locale, "mail-version-subject", args),
                words: if note.trim().is_empty() { item.title.clone() } else { note.clone() },
                author: site(),
                page: href::version(reference, *number),
            }
        }
        What::Signed { seat, slug, position } => {
            let position = in_locale(locale, &format!("position-{}-said", position.key()), []);
            let args = [
                ("seat", seat.as_str().into()),
                ("reference", reference.into()),
                ("position", position.into()),
            ];
            Told {
                title: in_locale(locale, "mail-signed-subject", args),
                words: item.title.clone(),
                author: seat.clone(),
                page: href::seat(reference, slug),
            }
        }
        What::Step(kind) => {
            let step = in_locale(locale, &format!("record-{}", kind.key()), []);
            Told {
                title: format!("{reference}: {step}"),
                words: item.title.clone(),
                author: site(),
                page: href::draft(reference),
            }
        }
    }
}

fn instant(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Words in XML; letters that XML 1.0 does not know are left out.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_neither_markup_nor_unreadable() {
        assert_eq!(escaped("<b>\"&\u{0}\u{8}\u{fffe}x"), "&lt;b&gt;&quot;&amp;x");
    }
}
