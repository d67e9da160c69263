//! Comments by many writers at once, each made durable before it is acknowledged.

use std::{
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};

use super::{Figure, Ground, figure, http::Connection};
use crate::process::output;

pub(super) fn measure(ground: &Ground, seconds: u32) -> Result<Vec<Figure>> {
    let alone = bare(ground, 1, seconds)?;
    let together = bare(ground, ground.cookies.len(), seconds)?;
    let verbs = verbs(ground, seconds)?;
    let comity = ground.serve(None)?;
    let cookie = ground.cookies.first().context("Nobody can sign in")?;
    let form = Form::on(&comity.url, &ground.page, cookie)?;
    let until = Instant::now() + Duration::from_secs(seconds.into());
    let write = |cookie: &String| {
        let (url, form, cookie) = (comity.url.clone(), form.clone(), cookie.clone());
        thread::spawn(move || form.post_until(&url, &cookie, until))
    };
    let writers: Vec<_> = ground.cookies.iter().map(write).collect();
    let mut posted = 0;
    for writer in writers {
        posted += writer.join().map_err(|_| anyhow!("A writer stopped"))??;
    }
    let rate = f64::from(posted) / f64::from(seconds);
    let mark = alone.max(together);
    Ok(vec![
        figure("comments/s by 16 writers", format!("{verbs:.0}"), ""),
        figure("the same, over HTTP with a session each", format!("{rate:.0}"), ""),
        figure("bare one-row SQLite transactions/s, 1 writer", format!("{alone:.0}"), ""),
        figure("the same, 16 writers", format!("{together:.0}"), ""),
        figure("ratio to the better of these", format!("{:.2}", verbs / mark), "due 0.5, aim 8"),
        figure("the same, over HTTP", format!("{:.2}", rate / mark), ""),
    ])
}

/// Comments by the verb alone, as the transactions beside it are alone.
fn verbs(ground: &Ground, seconds: u32) -> Result<f64> {
    let mut measure = Command::new(&ground.measure);
    let rate = output(measure.arg("posts").arg(ground.data()).arg(seconds.to_string()))?;
    rate.trim().parse().context("measure gave no number")
}

fn bare(ground: &Ground, writers: usize, seconds: u32) -> Result<f64> {
    let mut measure = Command::new(&ground.measure);
    measure.arg("commits").arg(ground.folder.path().join("bare"));
    let rate = output(measure.arg(writers.to_string()).arg(seconds.to_string()))?;
    rate.trim().parse().context("measure gave no number")
}

/// The form for a comment as it stands on the draft page, with all but what a writer types.
#[derive(Clone)]
pub(crate) struct Form {
    pub(crate) action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    /// Finds the form that has a field for a comment; refuses a page without one.
    pub(crate) fn on(url: &str, draft: &str, cookie: &str) -> Result<Self> {
        let page =
            Connection::open(url)?.get(&format!("{draft}?from=2&to=2"), &format!("Cookie: {cookie}\r\n"))?;
        let page = String::from_utf8(page.body)?;
        let forms = page.split("<form").skip(1).map(|form| form.split("</form>").next().unwrap_or_default());
        let form = forms
            .into_iter()
            .find(|form| form.contains("name=\"comment\""))
            .context("The page has no comment form")?;
        let action = attribute(form, "action").context("The form leads nowhere")?;
        let inputs = form.split("<input").skip(1).map(|input| input.split('>').next().unwrap_or_default());
        let chosen = inputs.filter(|input| !input.contains("type=\"radio\"") || input.contains(" checked"));
        let fields = chosen.filter_map(|input| {
            Some((attribute(input, "name")?, attribute(input, "value").unwrap_or_default()))
        });
        Ok(Self { action, fields: fields.collect() })
    }

    /// Posts comments over one connection until the time is up, and counts those that were acknowledged.
    fn post_until(&self, url: &str, cookie: &str, until: Instant) -> Result<u32> {
        let mut connection = Connection::open(url)?;
        let mut posted = 0;
        while Instant::now() < until {
            self.post(&mut connection, cookie, posted)?;
            posted += 1;
        }
        Ok(posted)
    }

    /// Posts one comment; refuses when it is not acknowledged.
    pub(crate) fn post(&self, connection: &mut Connection, cookie: &str, number: u32) -> Result<()> {
        let (cookies, form) = (format!("Cookie: {cookie}\r\n"), self.filled(cookie, number));
        let answer = connection.post(&self.action, &cookies, &form)?;
        if answer.status != 303 {
            let said = String::from_utf8_lossy(&answer.body);
            bail!("A comment was answered with {}: {said}", answer.status);
        }
        Ok(())
    }

    fn filled(&self, cookie: &str, number: u32) -> String {
        // Each comment is a new one: the token against posting twice is a writer's own.
        let words = format!("Comment {number} says who reviews this and how often.");
        self.filled_with(&words, &format!("{cookie}{number}{}", self.action))
    }

    /// The form with these words, and this token against posting them twice.
    pub(crate) fn filled_with(&self, words: &str, once: &str) -> String {
        let mut form = format!("comment={}", escaped(words));
        for (name, value) in &self.fields {
            let value = if name == "once" { once } else { value };
            form += &format!("&{name}={}", escaped(value));
        }
        form
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    Some(after.split('"').next()?.replace("&amp;", "&"))
}

fn escaped(value: &str) -> String {
    value
        .bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}
