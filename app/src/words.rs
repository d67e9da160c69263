//! Every word a person reads comes from here, and from `app/locales`.

use std::{borrow::Cow, collections::HashMap};

use domain::{
    Arg, Message,
    clause_map::{Change, Ground},
    diff::Hunk,
    text::LineRange,
};
use fluent_templates::{
    FluentBundle, LanguageIdentifier, Loader,
    fluent_bundle::{FluentResource, FluentValue},
    langid, static_loader,
};
use leptos::prelude::*;

use crate::{context::context, locale::Locale, ui::time};

static_loader! {
    static CATALOGUE = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| { set_up(bundle); },
    };
}

/// The words of a message, in the reader's language.
pub fn t(id: &str) -> String {
    look_up(context().locale, id, &HashMap::new())
}

/// The words of a message with arguments: `t!("draft-comments", count = 3)`.
#[macro_export]
macro_rules! t {
    ($id:expr $(, $name:ident = $value:expr)+ $(,)?) => {
        $crate::words::with($id, [$((stringify!($name), ::domain::Arg::from($value))),+])
    };
}

/// The words of a message around pieces of view: `rich!("home-until", when = view! { <time/> })` puts the view where `{ $when }` stands.
#[macro_export]
macro_rules! rich {
    ($id:expr $(, $name:ident = $view:expr)+ $(,)?) => {
        $crate::words::around($id, ::std::vec![$((stringify!($name), ::leptos::prelude::IntoAny::into_any($view))),+])
    };
}

/// What domain says, in the reader's words; instants on the reader's clocks.
pub fn say(message: &Message) -> String {
    let ctx = context();
    say_on(ctx.locale, message, ctx.zone.as_deref().unwrap_or(UTC))
}

/// What domain says, in the words of a language; for e-mail and other places without a reader.
pub fn say_in(locale: Locale, message: &Message) -> String {
    say_on(locale, message, UTC)
}

/// What domain says, its instants on the clocks of a zone.
pub fn say_with(message: &Message, zone: &str) -> String {
    say_on(context().locale, message, zone)
}

/// A run of lines as a language calls it.
fn called(locale: Locale, lines: LineRange) -> String {
    let (count, first, last) = (lines.count().into(), lines.first().into(), lines.last().into());
    in_locale(locale, "diff-lines", [("count", count), ("first", first), ("last", last)])
}

/// The zone of who has not said theirs.
const UTC: &str = "UTC";

fn say_on(locale: Locale, message: &Message, zone: &str) -> String {
    let args = message.args.iter().map(|(name, value)| {
        let value = match value {
            Arg::Instant(ctx) => time::zoned(locale, *ctx, zone).into(),
            other => written(locale, other),
        };
        (name.clone(), value)
    });
    look_up(locale, &message.id, &args.collect())
}

/// The words of a message with arguments, in the language of the page; `t!` calls it.
pub fn with<const N: usize>(id: &str, args: [(&'static str, Arg); N]) -> String {
    in_locale(context().locale, id, args)
}

/// The words of a message in a language, where there is no page.
pub fn in_locale<const N: usize>(locale: Locale, id: &str, args: [(&'static str, Arg); N]) -> String {
    let args = args.iter().map(|(name, value)| (Cow::Borrowed(*name), written(locale, value))).collect();
    look_up(locale, id, &args)
}

/// The words of a message with views in them, in the language of the page; `rich!` calls it.
pub fn around(id: &str, views: Vec<(&'static str, AnyView)>) -> AnyView {
    // Each view is looked up as one character of the private use area, which then says where it belongs.
    let marks: Vec<char> = ('\u{e000}'..).take(views.len()).collect();
    let args = views
        .iter()
        .zip(&marks)
        .map(|((name, _), mark)| (Cow::Borrowed(*name), FluentValue::from(mark.to_string())));
    let words = look_up(context().locale, id, &args.collect());
    let mut views: Vec<Option<AnyView>> = views.into_iter().map(|(_, view)| Some(view)).collect();
    let mut shown = Vec::new();
    let mut rest = words.as_str();
    while let Some(end) = rest.find(|letter| marks.contains(&letter)) {
        let (before, after) = rest.split_at(end);
        shown.extend(words_alone(before));
        let mut letters = after.chars();
        let place = letters.next().and_then(|mark| marks.iter().position(|known| *known == mark));
        shown.extend(place.and_then(|place| views.get_mut(place)).and_then(Option::take));
        rest = letters.as_str();
    }
    shown.extend(words_alone(rest));
    shown.into_any()
}

/// Words between views; nothing where there are none, as Leptos writes an empty text as a space.
fn words_alone(words: &str) -> Option<AnyView> {
    (!words.is_empty()).then(|| words.to_owned().into_any())
}

/// What stands between two things of a list: the comma of the page's script, and a space.
pub fn comma() -> &'static str {
    match context().locale {
        Locale::En => ", ",
        Locale::Ar => "\u{60C} ",
    }
}

/// A number in the reader's digits.
pub fn number(number: impl Into<Arg>) -> String {
    match number.into() {
        Arg::Number(number) => context().locale.number(number),
        other => format!("{other:?}"),
    }
}

fn written(locale: Locale, value: &Arg) -> FluentValue<'static> {
    match value {
        Arg::Text(text) => text.clone().into(),
        Arg::Number(number) => (*number).into(),
        Arg::Instant(instant) => time::zoned(locale, *instant, UTC).into(),
        Arg::Lines(lines) => called(locale, *lines).into(),
    }
}

/// What each change of a clause is called in English, and a reference that means another clause.
pub struct ChangeNames {
    changes: [String; Change::ALL.len()],
    /// The words for a reference that means another clause now.
    pub astray: String,
    grounds: [String; Ground::ALL.len()],
}

impl ChangeNames {
    /// Reads them from their file alone: a command that says nothing else should not wait for the whole catalogue to be read.
    pub fn read() -> Self {
        // A file that does not read has been refused by the tests; of one that does in part, that part is used.
        let file = FluentResource::try_new(include_str!("../locales/en/change.ftl").to_owned());
        let mut bundle = FluentBundle::new_concurrent(vec![langid!("en")]);
        let added = bundle.add_resource(file.unwrap_or_else(|(file, _)| file)).is_ok();
        let name = |id: &str| {
            let pattern = bundle.get_message(id).filter(|_| added).and_then(|message| message.value());
            let said =
                pattern.map(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned());
            said.unwrap_or_else(|| id.to_owned())
        };
        Self {
            changes: Change::ALL.map(|change| name(change.message_id())),
            astray: name("change-astray"),
            grounds: Ground::ALL.map(|ground| name(ground.message_id())),
        }
    }

    /// The name of a change.
    pub fn of(&self, change: Change) -> &str {
        &self.changes[change as usize]
    }

    /// What became of a clause, and why it means something else.
    pub fn of_hunk(&self, hunk: &Hunk) -> String {
        let change = self.of(hunk.change);
        match hunk.ground {
            Some(ground) => format!("{change}: {}", self.grounds[ground as usize]),
            None => change.to_owned(),
        }
    }
}

fn look_up(locale: Locale, id: &str, args: &HashMap<Cow<'static, str>, FluentValue<'_>>) -> String {
    bare_addresses(look_up_isolated(locale, id, args))
}

/// Words in which no invisible mark touches an address: whoever copies it, or a program that finds it in a mail, would take the mark along.
fn bare_addresses(mut words: String) -> String {
    for scheme in ["\u{2068}http://", "\u{2068}https://"] {
        while let Some(start) = words.find(scheme) {
            if let Some(length) = words[start..].find('\u{2069}') {
                words.remove(start + length);
            }
            words.remove(start);
        }
    }
    words
}

fn look_up_isolated(locale: Locale, id: &str, args: &HashMap<Cow<'static, str>, FluentValue<'_>>) -> String {
    CATALOGUE.try_lookup_with_args(&identifier(locale), id, args).unwrap_or_else(|| {
        tracing::error!(message.id = id, locale = locale.tag(), "The catalogue has no message {id}");
        id.to_owned()
    })
}

fn identifier(locale: Locale) -> LanguageIdentifier {
    match locale {
        Locale::En => langid!("en"),
        Locale::Ar => langid!("ar"),
    }
}

/// Names in another script are kept apart from a right-to-left sentence by invisible marks; left-to-right ones stay plain.
fn set_up(bundle: &mut FluentBundle<&'static FluentResource>) {
    let arabic = bundle.locales.contains(&langid!("ar"));
    bundle.set_use_isolating(arabic);
    bundle.set_formatter(Some(if arabic { arabic_number } else { english_number }));
}

fn english_number<M>(value: &FluentValue, _: &M) -> Option<String> {
    whole(value).map(|number| Locale::En.number(number))
}

fn arabic_number<M>(value: &FluentValue, _: &M) -> Option<String> {
    whole(value).map(|number| Locale::Ar.number(number))
}

fn whole(value: &FluentValue) -> Option<i64> {
    match value {
        #[expect(clippy::cast_possible_truncation, reason = "only whole numbers are given, and within 2^53")]
        FluentValue::Number(number) => Some(number.value as i64),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    #[test]
    fn no_mark_touches_an_address() {
        let link = "https://comity.example/join/abc";
        let letter = in_locale(Locale::Ar, "sign-in-letter", [("name", "Ada".into()), ("link", link.into())]);
        let rest = letter.split_once(link).unwrap();
        assert!(!rest.0.ends_with('\u{2068}') && !rest.1.starts_with('\u{2069}'), "{letter:?}");
    }

    fn ids(locale: &str) -> BTreeSet<String> {
        messages(locale).into_iter().collect()
    }

    /// The ids of a language's messages, read from its files.
    fn messages(locale: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale);
        let files =
            fs::read_dir(folder).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
        let id = |line: &str| line.split_once(" =").map(|(id, _)| id.to_owned());
        files
            .flat_map(|file| {
                file.lines().filter(|line| !line.starts_with([' ', '#'])).filter_map(id).collect::<Vec<_>>()
            })
            .collect()
    }

    /// Every string in the sources that could only be the id of a message: `t("…")`, `t!("…"`, `rich!("…"`, `Message::new("…")` and the like.
    fn asked_for(folder: &Path, found: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                asked_for(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                let source = source.split("#[cfg(test)]").next().unwrap();
                let source: String =
                    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
                for ask in
                    [" t(\"", "(t(\"", "{t(\"", "=t(\"", "t!(\"", "rich!(\"", "Message::new(\"", "refused(\""]
                {
                    let ids = source.split(ask).skip(1).filter_map(|rest| rest.split('"').next());
                    let is_id = |id: &&str| {
                        !id.ends_with('-')
                            && id.chars().all(|letter| {
                                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
                            })
                    };
                    found.extend(ids.filter(is_id).map(str::to_owned));
                }
            }
        }
    }

    #[test]
    fn every_message_that_is_asked_for_is_in_the_catalogue() {
        let mut asked = BTreeSet::new();
        for sources in ["src", "../domain/src", "../entity/src", "../documents/src", "../server/src"] {
            asked_for(&Path::new(env!("CARGO_MANIFEST_DIR")).join(sources), &mut asked);
        }
        let missing: Vec<_> = asked.difference(&ids("en")).cloned().collect();
        assert!(missing.is_empty(), "not in app/locales/en: {missing:#?}");
    }

    #[test]
    fn no_message_is_written_twice() {
        for locale in Locale::ALL {
            let (all, distinct) = (messages(locale.tag()), ids(locale.tag()));
            let twice: Vec<_> =
                distinct.iter().filter(|id| all.iter().filter(|other| other == id).count() > 1).collect();
            assert!(twice.is_empty(), "twice in app/locales/{}: {twice:#?}", locale.tag());
        }
    }

    #[test]
    fn every_language_says_everything() {
        for locale in Locale::ALL {
            let (english, own) = (ids("en"), ids(locale.tag()));
            let lacking: Vec<_> = english.difference(&own).collect();
            assert!(lacking.is_empty(), "not in app/locales/{}: {lacking:#?}", locale.tag());
            let strange: Vec<_> = own.difference(&english).collect();
            assert!(strange.is_empty(), "not in app/locales/en: {strange:#?}");
        }
        assert_eq!(in_locale(Locale::Ar, "settings-title", []), "الإعدادات");
    }

    /// Arabic says a counted noun in one way for three to ten, in another for eleven to ninety-nine, and in a third for a hundred.
    #[test]
    fn arabic_counts_as_arabic_does() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/ar");
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let lines: Vec<_> = text.lines().map(str::trim_start).collect();
            for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("[few]")) {
                let next = lines.get(place + 1).copied().unwrap_or_default();
                assert!(next.starts_with("[many]"), "{}: after {line}", path.display());
            }
        }
        let count = |number: u32| in_locale(Locale::Ar, "home-comments", [("comments", number.into())]);
        let said = [1, 2, 3, 11, 100].map(count).map(|said| said.replace(['\u{2068}', '\u{2069}'], ""));
        assert_eq!(said, ["تعليق واحد", "تعليقان", "٣ تعليقات", "١١ تعليقًا", "١٠٠ تعليق"]);
    }

    #[test]
    fn changes_are_called_what_the_catalogue_calls_them() {
        let names = ChangeNames::read();
        for change in Change::ALL {
            assert_eq!(names.of(change), say_in(Locale::En, &Message::new(change.message_id())));
        }
        assert_eq!(names.astray, say_in(Locale::En, &Message::new("change-astray")));
    }

    #[test]
    fn what_domain_says_names_its_lines_in_words_and_the_zone_of_its_instants() {
        let opens: chrono::DateTime<chrono::Utc> = "2027-03-14T05:00:00Z".parse().unwrap();
        let message = Message::new("refusal-not-open-yet").with("opens", opens);
        assert!(say_in(Locale::En, &message).contains("14 March 2027, 05:00 UTC"));
        assert!(say_on(Locale::En, &message, "Pacific/Auckland").contains("18:00 Auckland time"));
        let message = Message::new("suggestion-applied").with_lines("L7-L8".parse().unwrap());
        assert_eq!(say_in(Locale::En, &message), "Applied: its words are in lines 7 to 8.");
        let lines: LineRange = "L7".parse().unwrap();
        let message = Message::new("placement-removed").with("from", lines);
        assert_eq!(say_in(Locale::En, &message), "The words were removed. They stood in line 7.");
        let message = Message::new("placement-removed").with("from", "Limits");
        assert_eq!(say_in(Locale::En, &message), "The words were removed. They stood in Limits.");
    }
}
