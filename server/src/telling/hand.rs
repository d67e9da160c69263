//! Who writes a mail to whom: the words and the parts that mails have in common.

use app::{href, locale::Locale, ui::time, words::in_locale};
use chrono::{DateTime, Utc};
use domain::{Arg, diff::Row, gist, stage::Stage, telling::Occasion};
use entity::{
    link::{Key, Link},
    reading::news::{Cited, Remark},
};

use super::page::{Block, Page};

/// How many changed lines of one place a mail shows.
const ROWS: usize = 6;

/// Who writes to whom.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    pub locale: Locale,
    /// The zone the recipient reads in, when they have said.
    pub zone: Option<&'a str>,
    /// Where the site is.
    pub url: &'a str,
    pub key: &'a Key,
    /// None for who has no account.
    pub account: Option<i64>,
}

/// One thing told: what a mail of its own would be called, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub subject: String,
    /// Whose mail it is, over its heading.
    pub site: String,
    pub heading: String,
    pub blocks: Vec<Block>,
}

impl Hand<'_> {
    /// The mail of one thing.
    pub fn alone(&self, occasion: Occasion, told: Told) -> Page {
        let Told { subject, site, heading, mut blocks } = told;
        blocks.extend(self.foot(occasion, false));
        Page { locale: self.locale, subject, site, heading, blocks }
    }

    /// The mail of a day or a week.
    pub fn together(&self, subject: &str, occasion: Occasion, several: Vec<Told>) -> Page {
        let subject = self.say(subject, [("count", several.len().into())]);
        let mut blocks = Vec::new();
        for told in several {
            blocks.push(Block::Section(told.subject));
            blocks.extend(told.blocks);
        }
        blocks.extend(self.foot(occasion, true));
        Page {
            locale: self.locale,
            site: self.t("mail-site-alone"),
            heading: subject.clone(),
            subject,
            blocks,
        }
    }

    /// Where one click ends mails of this kind; none for who has no account, and so gets one mail alone.
    pub fn stop(&self, occasion: Occasion) -> Option<String> {
        let account = self.account?;
        Some(self.at(href::mail(&Link::Stop { account, occasion }.written(self.key))))
    }

    fn foot(&self, occasion: Occasion, several: bool) -> Vec<Block> {
        let why =
            if several { "mail-why-several".to_owned() } else { format!("mail-why-{}", occasion.key()) };
        let stop = self.stop(occasion).map(|link| (self.t("mail-stop"), link));
        let settings = self.account.map(|_| (self.t("mail-settings"), self.at(href::settings())));
        vec![
            Block::Rule,
            Block::Quiet(self.t(&why)),
            Block::Links(stop.into_iter().chain(settings).collect()),
        ]
    }

    /// What stage a draft is in, and until when, as a sentence.
    /// What the stage of a draft asks for, and until when.
    pub fn stage(&self, on: &Cited, stage: &Stage, ends: DateTime<Utc>) -> Block {
        let (until, version) = (self.when(ends, &on.zone), stage.version().unwrap_or_default());
        let args = [("until", until.into()), ("version", version.into())];
        Block::Words(self.say(&format!("mail-round-{}", stage.name()), args))
    }

    /// What somebody said, on which words, and when.
    pub fn remark(&self, on: &Cited, remark: &Remark) -> Vec<Block> {
        let reference = on.reference.as_str();
        let place = match remark.lines {
            Some(lines) => {
                let args = [
                    ("reference", reference.into()),
                    ("version", remark.version.into()),
                    ("lines", Arg::Lines(lines)),
                ];
                self.say("mail-place", args)
            }
            None => self.say("mail-place-whole", [("reference", reference.into())]),
        };
        let mut blocks = vec![Block::Quiet(format!("{place}\n{}", on.title))];
        blocks.extend(remark.quote.as_ref().map(|quote| Block::Cited(format!("“{}”", gist(quote, 200)))));
        blocks.push(Block::Quote(remark.words.clone()));
        blocks.extend(
            remark
                .wording
                .as_ref()
                .map(|wording| Block::Words(self.say("mail-wording", [("words", wording.as_str().into())]))),
        );
        let when = self.when(remark.posted, &on.zone);
        let who = remark.who.as_str();
        blocks.push(Block::Quiet(match &remark.voice {
            Some(voice) => {
                let args = [("who", who.into()), ("voice", voice.as_str().into()), ("when", when.into())];
                self.say("mail-speaks-for", args)
            }
            None => self.say("mail-speaks-self", [("who", who.into()), ("when", when.into())]),
        }));
        blocks
    }

    /// The first rows of a change, and how many more there are.
    /// Changed lines, so many at most, and how many more there are.
    pub fn rows(&self, rows: &[Row]) -> Vec<Block> {
        let mut blocks: Vec<Block> =
            rows.iter().take(ROWS).map(|row| Block::Line(row.pieces.clone())).collect();
        let more = rows.len().saturating_sub(ROWS);
        if more > 0 {
            blocks.push(Block::Quiet(self.say("mail-more-lines", [("lines", more.into())])));
        }
        blocks
    }

    /// A mail about a draft, headed by the name of its forum.
    /// Something told of a draft.
    pub fn told(&self, on: &Cited, subject: String, heading: String, blocks: Vec<Block>) -> Told {
        let site = self.say("mail-site", [("forum", on.forum.as_str().into())]);
        Told { subject, site, heading, blocks }
    }

    /// An instant in the zone of the forum, and in that of the reader when it is another.
    pub fn when(&self, instant: DateTime<Utc>, zone: &str) -> String {
        let there = time::zoned(self.locale, instant, zone);
        let Some(own) = self.zone.filter(|own| *own != zone) else { return there };
        let (when, place) = (time::in_words(self.locale, instant, own), time::city(own));
        let yours = self.say("time-yours", [("when", when.into()), ("place", place.into())]);
        format!("{there} {yours}")
    }

    /// The words of a message without arguments, in the language of the mail.
    /// The words of a message in the recipient's language.
    pub fn t(&self, id: &str) -> String {
        in_locale(self.locale, id, [])
    }

    /// The words of a message, in the language of the mail.
    /// The words of a message with arguments.
    pub fn say<const N: usize>(&self, id: &str, args: [(&'static str, Arg); N]) -> String {
        in_locale(self.locale, id, args)
    }

    /// The whole address of a page.
    pub fn at(&self, page: String) -> String {
        format!("{}{page}", self.url)
    }

    /// A button that leads to a page; `words` is the id of a message.
    /// A button that leads to a page of the site.
    pub fn button(&self, words: &str, page: String) -> Block {
        Block::Button(self.t(words), self.at(page))
    }

    /// A link to a page; `words` is the id of a message.
    /// A link to a page of the site.
    pub fn link(&self, words: &str, page: String) -> Block {
        Block::Links(vec![(self.t(words), self.at(page))])
    }
}
