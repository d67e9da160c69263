//! The words of a mail, in the language and the zone of whom it is for.

use app::{href, locale::Locale, ui::time};
use chrono::{DateTime, Utc};
use domain::{record::Kind, stage::Stage};
use entity::{
    link::Link,
    outbox::Words,
    reading::{
        desk::Slip,
        news::{Changed, Cited, Ending, Given, News, Remark, Spot},
        seats::Since,
    },
};

use super::{
    hand::{Hand, Told},
    page::Block,
    slips,
};

/// How many things of a desk one mail tells.
const SLIPS: usize = 12;

impl Hand<'_> {
    /// What is told, in words.
    pub fn tell(&self, news: News) -> Told {
        match news {
            News::Receipt { on, remark, receipt, correct_until, closes } => {
                self.receipt(&on, &remark, &receipt, correct_until, closes)
            }
            News::Answer { on, remark, given } => self.answer(&on, &remark, given),
            News::Reply { on, remark } => self.reply(&on, &remark, "mail-reply-subject", "mail-reply"),
            News::Said { on, remark } => self.reply(&on, &remark, "mail-said-subject", "mail-said"),
            News::Signed { on, seat, slug, position, version } => {
                let position = self.t(&format!("position-{}-said", position.key()));
                self.signed(&on, (&seat, &slug), &position, version)
            }
            News::Version { on, number, note, changed } => self.version(&on, number, note, &changed),
            News::Stale { on, seat, newest, since } => self.stale(&on, &seat, newest, &since),
            News::Began { on, stage, ends } => self.began(&on, &stage, ends),
            News::Objected { on, seats, version } => self.objected(&on, &seats, version),
            News::Went { on, number, to, came, kind, said } => {
                self.went(&on, (number, &to), (came, kind), said)
            }
            News::Deadline { on, stage, ends } => self.deadline(&on, &stage, ends),
            News::Desk(waiting) => self.desk(&waiting),
            News::MandateEnds(ending) => self.mandate_ends(ending),
            News::Words(words) => self.words(words),
        }
    }

    fn receipt(
        &self,
        on: &Cited,
        remark: &Remark,
        receipt: &str,
        correct_until: DateTime<Utc>,
        closes: Option<DateTime<Utc>>,
    ) -> Told {
        let mut blocks = self.remark(on, remark);
        blocks.push(Block::Label(self.t("mail-receipt-label")));
        blocks.push(Block::Number(receipt.to_owned()));
        let until = self.when(correct_until, &on.zone);
        blocks.push(Block::Quiet(self.say("mail-receipt-correct", [("until", until.into())])));
        blocks.push(self.button("mail-receipt-button", href::thread(&on.reference, remark.thread)));
        blocks.extend(closes.map(|closes| {
            let until = self.when(closes, &on.zone);
            Block::Words(self.say("mail-receipt-next", [("until", until.into())]))
        }));
        let subject = self.say("mail-receipt-subject", [("receipt", receipt.into())]);
        self.told(on, subject, self.t("mail-receipt"), blocks)
    }

    fn answer(&self, on: &Cited, remark: &Remark, given: Given) -> Told {
        let answer = self.t(&format!("disposition-{}", given.disposition.key()));
        let head = self.say("mail-answer", [("answer", answer.as_str().into())]);
        let subject = [
            ("thread", remark.thread.into()),
            ("reference", on.reference.as_str().into()),
            ("answer", answer.into()),
        ];
        let subject = self.say("mail-answer-subject", subject);
        let when = self.when(given.answered, &on.zone);
        let by = self.say("mail-answer-by", [("by", given.by.into()), ("when", when.into())]);
        let reason = Block::Quote(given.reason);
        let mut blocks = vec![Block::Label(self.t("mail-answer-reason")), reason, Block::Quiet(by)];
        blocks.extend(self.judge(on, remark, given.answered, given.until));
        blocks.push(Block::Label(self.t("mail-answer-yours")));
        blocks.extend(self.remark(on, remark));
        blocks.push(self.link("mail-answer-button", href::answer(&on.reference, remark.thread)));
        self.told(on, subject, head, blocks)
    }

    fn signed(&self, on: &Cited, (seat, slug): (&str, &str), position: &str, version: u32) -> Told {
        let head = self.say("mail-signed", [("seat", seat.into()), ("position", position.into())]);
        let subject = [
            ("seat", seat.into()),
            ("position", position.into()),
            ("reference", on.reference.as_str().into()),
        ];
        let subject = self.say("mail-signed-subject", subject);
        let args = [("version", version.into()), ("title", on.title.as_str().into())];
        let words = Block::Words(self.say("mail-signed-text", args));
        let button = self.button("mail-signed-button", href::seat(&on.reference, slug));
        self.told(on, subject, head, vec![words, button])
    }

    fn stale(&self, on: &Cited, seat: &str, newest: u32, since: &Since) -> Told {
        let args = [("seat", seat.into()), ("reference", on.reference.as_str().into())];
        let subject = self.say("mail-stale-subject", args);
        let head = self.say("mail-stale", [("seat", seat.into())]);
        let args =
            [("words", since.words.into()), ("signed", since.version.into()), ("version", newest.into())];
        let mut blocks = vec![Block::Words(self.say("mail-stale-text", args))];
        blocks.extend(self.rows(&since.rows));
        blocks.push(self.button("mail-stale-button", href::sign(&on.reference)));
        let changes = href::diff(&on.reference, since.version, newest);
        blocks.push(self.link("mail-version-button", changes));
        self.told(on, subject, head, blocks)
    }

    fn began(&self, on: &Cited, stage: &Stage, ends: DateTime<Utc>) -> Told {
        let name = self.t(&format!("stage-{}", stage.name()));
        let args = [
            ("stage", name.as_str().into()),
            ("reference", on.reference.as_str().into()),
            ("until", time::day_in_zone(self.locale, ends, &on.zone).into()),
        ];
        let subject = self.say("mail-round-subject", args);
        let head = self.say("mail-round", [("stage", name.into()), ("title", on.title.as_str().into())]);
        let button = self.button("mail-round-button", href::draft(&on.reference));
        self.told(on, subject, head, vec![self.stage(on, stage, ends), button])
    }

    fn objected(&self, on: &Cited, seats: &[String], version: u32) -> Told {
        let reference = on.reference.as_str().into();
        let subject = self.say("mail-objected-subject", [("reference", reference)]);
        let head = self.say("mail-objected", [("title", on.title.as_str().into())]);
        let seats = seats.join(if self.locale == Locale::Ar { "\u{60C} " } else { ", " });
        let words = self.say("mail-objected-text", [("seats", seats.into()), ("version", version.into())]);
        let button = self.button("mail-signed-button", href::sign_offs(&on.reference));
        self.told(on, subject, head, vec![Block::Words(words), button])
    }

    /// A text came in, or something came back about one that was sent.
    fn went(
        &self,
        on: &Cited,
        (number, to): (i32, &str),
        (came, kind): (bool, Kind),
        said: Option<String>,
    ) -> Told {
        let step = self.t(&format!("record-{}", kind.key()));
        let body = if came { on.forum.as_str() } else { to };
        let args = [
            ("body", body.into()),
            ("step", step.as_str().into()),
            ("reference", on.reference.as_str().into()),
        ];
        let subject = self.say("mail-referral-subject", args);
        let head = self.say("mail-referral", [("title", on.title.as_str().into())]);
        let words = self.say("mail-referral-text", [("body", body.into()), ("step", step.into())]);
        let mut blocks = vec![Block::Words(words)];
        blocks.extend(said.map(Block::Quote));
        blocks.push(self.button("mail-referral-button", href::referral(&on.reference, number)));
        self.told(on, subject, head, blocks)
    }

    /// A day is named rather than counted: the mail is read later, and the pages count on.
    fn deadline(&self, on: &Cited, stage: &Stage, ends: DateTime<Utc>) -> Told {
        let name = self.t(&format!("stage-{}", stage.name()));
        let until = time::day_in_zone(self.locale, ends, &on.zone);
        let args = [
            ("until", until.as_str().into()),
            ("stage", name.into()),
            ("reference", on.reference.as_str().into()),
        ];
        let subject = self.say("mail-deadline-subject", args);
        let head = self.say("mail-deadline", [("until", until.into())]);
        let button = self.button("mail-round-button", href::draft(&on.reference));
        self.told(on, subject, head, vec![self.stage(on, stage, ends), button])
    }

    fn desk(&self, waiting: &[Slip]) -> Told {
        let subject = self.say("mail-desk-subject", [("count", waiting.len().into())]);
        let shown = waiting.iter().take(SLIPS).flat_map(|slip| slips::blocks(self, slip));
        let mut blocks: Vec<Block> = shown.collect();
        let more = waiting.len().saturating_sub(SLIPS);
        if more > 0 {
            blocks.push(Block::Quiet(self.say("mail-desk-more", [("count", more.into())])));
        }
        blocks.push(self.button("mail-desk-button", href::desk()));
        Told { site: self.t("mail-site-alone"), heading: subject.clone(), subject, blocks }
    }

    fn mandate_ends(&self, ending: Ending) -> Told {
        let Ending { seat, slug, whose, forum, ends } = ending;
        let zone = self.zone.unwrap_or("UTC");
        let day = time::day_in_zone(self.locale, ends, zone);
        let named = [("seat", seat.as_str().into()), ("day", day.as_str().into())];
        let subject = match whose {
            None => self.say("mail-mandate-subject", named),
            Some(whose) => {
                let args =
                    [("seat", seat.as_str().into()), ("day", day.as_str().into()), ("whose", whose.into())];
                self.say("mail-mandate-other-subject", args)
            }
        };
        let until = time::zoned(self.locale, ends, zone);
        let words = match forum {
            None => self.say("mail-mandate-text", [("until", until.into()), ("seat", seat.as_str().into())]),
            Some(forum) => self.say("mail-mandate-forum", [("until", until.into()), ("forum", forum.into())]),
        };
        let button = self.say("mail-mandate-button", [("seat", seat.into())]);
        let button = Block::Button(button, self.at(href::stakeholder(&slug)));
        let blocks = vec![Block::Words(subject.clone()), Block::Words(words), button];
        Told { subject, site: self.t("mail-site-alone"), heading: self.t("mail-mandate"), blocks }
    }

    fn words(&self, words: Words) -> Told {
        let mut blocks: Vec<Block> = words.paragraphs.into_iter().map(Block::Words).collect();
        blocks.extend(words.button.map(|(words, page)| Block::Button(words, self.at(page))));
        let (site, heading) = (self.t("mail-site-alone"), words.subject.clone());
        Told { subject: words.subject, site, heading, blocks }
    }

    fn reply(&self, on: &Cited, remark: &Remark, subject: &str, head: &str) -> Told {
        let who = remark.voice.clone().unwrap_or_else(|| remark.who.clone());
        let args = [("who", who.into()), ("reference", on.reference.as_str().into())];
        let mut blocks = self.remark(on, remark);
        let page = href::comment(&on.reference, remark.thread, remark.comment);
        blocks.push(self.button("mail-reply-button", page));
        self.told(on, self.say(subject, args), self.t(head), blocks)
    }

    fn version(&self, on: &Cited, number: u32, note: String, changed: &[Changed]) -> Told {
        let args = [("version", number.into()), ("reference", on.reference.as_str().into())];
        let subject = self.say("mail-version-subject", args);
        let head =
            self.say("mail-version", [("version", number.into()), ("title", on.title.as_str().into())]);
        let mut blocks = Vec::new();
        blocks.extend((!note.trim().is_empty()).then_some(Block::Quote(note)));
        for one in changed {
            blocks.push(Block::Label(match one.spot {
                Spot::Thread(thread) => self.say("mail-version-thread", [("thread", thread.into())]),
                Spot::Clause => self.t("mail-version-clause"),
            }));
            blocks.extend(self.rows(&one.rows));
        }
        if changed.is_empty() && number > 1 {
            blocks.push(Block::Quiet(self.t("mail-version-same")));
        }
        let read = href::version(&on.reference, number);
        if number > 1 {
            let changes = href::diff(&on.reference, number - 1, number);
            blocks.push(self.button("mail-version-button", changes));
            blocks.push(self.link("mail-version-read", read));
        } else {
            blocks.push(self.button("mail-version-read", read));
        }
        self.told(on, subject, head, blocks)
    }

    /// The question whether an answer satisfies, with two links to the page on which one says so.
    fn judge(
        &self,
        on: &Cited,
        remark: &Remark,
        answered: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Vec<Block> {
        let Some(account) = self.account else { return Vec::new() };
        let thread = remark.id;
        let link = self.at(href::mail(&Link::Judge { account, thread, answered }.written(self.key)));
        let until = self.when(until, &on.zone);
        let to = |said: &str| format!("{link}?satisfied={said}");
        vec![
            Block::Words(self.say("mail-answer-ask", [("until", until.into())])),
            Block::Ways(vec![(self.t("mail-answer-yes"), to("yes")), (self.t("mail-answer-no"), to("no"))]),
        ]
    }
}
