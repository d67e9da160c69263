//! The only place where instants become words.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Message, typed};
use jiff::{
    Timestamp, ZonedDateTime,
    tz::{AmbiguousOffset, TimeZone},
};
use leptos::prelude::*;

use crate::{
    context::context,
    error::AppError,
    fields::Fields,
    locale::Locale,
    rich,
    words::{self, t},
};

/// A deadline: in the zone of the forum, and in that of the reader when it is another.
#[component]
pub fn Deadline(
    at: DateTime<Utc>,
    /// The IANA name of the forum's zone.
    #[prop(into)]
    zone: String,
) -> impl IntoView {
    let own = context().zone.clone().filter(|own| *own != zone);
    let own = own.map(|own| view! { " "<span class="quiet">{in_zone("time-yours", at, &own)}</span> });
    view! {
        {in_zone("time-there", at, &zone)}
        {own}
    }
    .into_any()
}

/// An instant in the zone of the forum alone; `WhereYouAre` follows it in a sentence of its own.
#[component]
pub fn There(
    at: DateTime<Utc>,
    /// The IANA name of the forum's zone.
    #[prop(into)]
    zone: String,
) -> impl IntoView {
    in_zone("time-there", at, &zone)
}

/// What an instant in the forum's zone is in the reader's; nothing when that is the same or not known.
#[component]
pub fn WhereYouAre(at: DateTime<Utc>, #[prop(into)] zone: String) -> impl IntoView {
    let page = context();
    let own = page.zone.clone().filter(|own| *own != zone)?;
    let (here, there) = (local(at, &own), local(at, &zone));
    let clock = page.locale.digits(&here.strftime("%H:%M").to_string());
    let message = if here.date() == there.date() { "time-here-same-day" } else { "time-here" };
    let time = view! { <time datetime=machine(at, &own)>{clock}</time> };
    let (place, on) = (city(&own), day(page.locale, &here));
    Some(view! { <p class="small quiet">{rich!(message, place = place, time = time, day = on)}</p> })
}

/// The day of an instant as words alone, for a label.
pub fn day_in_words(at: DateTime<Utc>) -> String {
    let page = context();
    day(page.locale, &local(at, page.zone_of_days()))
}

/// An instant with its clock time, in the reader's zone or in UTC, and named so.
#[component]
pub fn Moment(at: DateTime<Utc>) -> impl IntoView {
    match context().zone.clone() {
        Some(zone) => in_zone("time-there", at, &zone),
        None => {
            let time =
                view! { <time datetime=machine(at, "UTC")>{in_words(context().locale, at, "UTC")}</time> };
            let utc = view! { <abbr title=t("time-utc")>"UTC"</abbr> };
            rich!("time-in-utc", when = time, utc = utc)
        }
    }
}

/// The day of an instant in the zone of the forum that the page is about, with the reader's beside it where that is another day; on other
/// pages in the reader's zone, or in UTC.
#[component]
pub fn Day(at: DateTime<Utc>) -> impl IntoView {
    let page = context();
    let there = local(at, page.zone_of_days());
    let here = page.zone.as_deref().map(|own| local(at, own)).filter(|here| here.date() != there.date());
    let here = here.map(|here| {
        let words = rich!("time-day-yours", day = day(page.locale, &here));
        view! { " "<span class="quiet">{words}</span> }
    });
    view! { <time datetime=there.strftime("%Y-%m-%d").to_string()>{day(page.locale, &there)}</time>{here} }
}

/// How long ago something was ("3 days ago"), with the instant itself in its title.
#[component]
pub fn Ago(at: DateTime<Utc>) -> impl IntoView {
    let page = context();
    let (unit, count) = spans(page.now - at);
    let words = match unit {
        Unit::Minutes if count == 0 => t("time-now"),
        unit => words::with(unit.ago(), [("count", count.into())]),
    };
    view! { <time datetime=machine(at, "UTC") title=format!("{} UTC", in_words(page.locale, at, "UTC"))>{words}</time> }
}

/// What is left until an instant, as a number and its words ("12", "days left"); the words alone once it has passed.
pub fn left(until: DateTime<Utc>) -> (Option<String>, String) {
    let page = context();
    if until <= page.now {
        return (None, t("time-closed"));
    }
    let (unit, count) = spans(until - page.now);
    // Arabic says one and two in the noun itself.
    let is_said = page.locale == Locale::Ar && (1..=2).contains(&count);
    let number = (!is_said).then(|| page.locale.number(count));
    (number, words::with(unit.left(), [("count", count.into())]))
}

/// The time left as a part of a sentence: "12 days left".
pub fn left_in_words(until: DateTime<Utc>) -> String {
    match left(until) {
        (Some(number), words) => format!("{number} {words}"),
        (None, words) => words,
    }
}

/// An instant in the words of a language: "14 March 2027, 18:00".
pub fn in_words(locale: Locale, at: DateTime<Utc>, zone: &str) -> String {
    let local = local(at, zone);
    format!(
        "{}{} {}",
        day(locale, &local),
        comma(locale),
        locale.digits(&local.strftime("%H:%M").to_string())
    )
}

/// An instant in the words of a language with the zone they are of: "14 March 2027, 18:00 Auckland time".
pub fn zoned(locale: Locale, at: DateTime<Utc>, zone: &str) -> String {
    let when = in_words(locale, at, zone).into();
    match zone {
        "UTC" => words::in_locale(locale, "time-in-utc", [("when", when), ("utc", "UTC".into())]),
        zone => words::in_locale(locale, "time-there", [("when", when), ("place", city(zone).into())]),
    }
}

/// The day of an instant in the words of a language: "14 March 2027".
pub fn day_in_zone(locale: Locale, at: DateTime<Utc>, zone: &str) -> String {
    day(locale, &local(at, zone))
}

/// The value of a `datetime-local` field for an instant in a zone.
pub fn for_field(at: DateTime<Utc>, zone: &str) -> String {
    local(at, zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// When a working day ends, on the clocks of a zone: the first 17:00 at or after an instant.
pub fn evening(after: DateTime<Utc>, zone: &str) -> DateTime<Utc> {
    next(after - TimeDelta::seconds(1), zone, 17, None)
}

/// Why what a `datetime-local` field sent is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BadTime {
    /// It is not a day with a time.
    Unreadable,
    /// The clocks of the zone leave that hour out.
    Skipped,
}

/// Reads what a `datetime-local` field sent as an instant in a zone. Refuses an hour that a change of clocks leaves out; one that it
/// repeats is read as the later one.
fn instant(text: &str, zone: &str) -> Result<DateTime<Utc>, BadTime> {
    let civil: jiff::civil::DateTime = typed::read(text.trim()).map_err(|_| BadTime::Unreadable)?;
    let zone = TimeZone::get(zone).map_err(|_| BadTime::Unreadable)?;
    let zoned = zone.to_ambiguous_zoned_datetime(civil);
    if matches!(zoned.offset(), AmbiguousOffset::Gap { .. }) {
        return Err(BadTime::Skipped);
    }
    let zoned = zoned.later().map_err(|_| BadTime::Unreadable)?;
    DateTime::from_timestamp(zoned.timestamp().as_second(), 0).ok_or(BadTime::Unreadable)
}

/// The next time that it is this hour in a zone, on this day of the week if one is given. An hour that a change of clocks leaves out is the
/// one after it.
pub fn next(
    now: DateTime<Utc>,
    zone: &str,
    hour: i8,
    weekday: Option<jiff::civil::Weekday>,
) -> DateTime<Utc> {
    let local = local(now, zone);
    let days = (0..=8).filter_map(|days| {
        let date = local.date().checked_add(jiff::Span::new().days(days)).ok()?;
        let civil = date.at(hour, 0, 0, 0);
        let zoned = local.time_zone().to_ambiguous_zoned_datetime(civil).compatible().ok()?;
        let fits = weekday.is_none_or(|weekday| date.weekday() == weekday);
        DateTime::from_timestamp(zoned.timestamp().as_second(), 0).filter(|next| fits && *next > now)
    });
    days.min().unwrap_or(now)
}

/// Reads an instant on the clocks of a zone; refuses what is none, and an hour that these clocks leave out.
pub fn typed(form: &Fields, name: &'static str, zone: &str) -> Result<DateTime<Utc>, AppError> {
    let written = form.required(name)?;
    instant(written, zone).map_err(|bad| {
        let message = match bad {
            BadTime::Unreadable => Message::new("procedure-no-time"),
            BadTime::Skipped => Message::new("procedure-skipped-time").with("place", city(zone)),
        };
        AppError::field(name, message)
    })
}

/// Every zone a reader can choose, by its IANA name.
pub fn zones() -> Vec<String> {
    jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| name.contains('/') || name == "UTC")
        .collect()
}

/// Tells whether there is a zone of this name.
pub fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

fn in_zone(message: &'static str, at: DateTime<Utc>, zone: &str) -> AnyView {
    let time = view! { <time datetime=machine(at, zone)>{in_words(context().locale, at, zone)}</time> };
    let place = city(zone);
    rich!(message, when = time, place = place)
}

/// The city a zone is named after.
pub fn city(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

fn local(at: DateTime<Utc>, zone: &str) -> ZonedDateTime {
    let instant = Timestamp::from_second(at.timestamp()).unwrap_or(Timestamp::UNIX_EPOCH);
    instant.to_zoned_datetime(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
}

fn machine(at: DateTime<Utc>, zone: &str) -> String {
    local(at, zone).strftime("%Y-%m-%dT%H:%M%:z").to_string()
}

fn day(locale: Locale, local: &ZonedDateTime) -> String {
    words::in_locale(
        locale,
        "time-day",
        [
            ("day", locale.digits(&local.day().to_string()).into()),
            ("month", i64::from(local.month()).into()),
            ("year", locale.digits(&local.year().to_string()).into()),
        ],
    )
}

fn comma(locale: Locale) -> &'static str {
    match locale {
        Locale::En => ",",
        Locale::Ar => "،",
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Minutes,
    Hours,
    Days,
}

impl Unit {
    fn ago(self) -> &'static str {
        match self {
            Self::Minutes => "time-minutes-ago",
            Self::Hours => "time-hours-ago",
            Self::Days => "time-days-ago",
        }
    }

    fn left(self) -> &'static str {
        match self {
            Self::Minutes => "time-minutes-left",
            Self::Hours => "time-hours-left",
            Self::Days => "time-days-left",
        }
    }
}

/// Days from two days on, hours from two hours on, else minutes; always rounded down, so that nobody is told of time they do not have.
fn spans(span: TimeDelta) -> (Unit, i64) {
    if span.num_hours() >= 48 {
        (Unit::Days, span.num_days())
    } else if span.num_minutes() >= 120 {
        (Unit::Hours, span.num_hours())
    } else {
        (Unit::Minutes, span.num_minutes().max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::{instant as instant_of, *};

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn an_instant_reads_as_on_a_clock_there() {
        let deadline = instant("2027-03-14T05:00:00Z");
        assert_eq!(in_words(Locale::En, deadline, "Pacific/Auckland"), "14 March 2027, 18:00");
        assert_eq!(machine(deadline, "Pacific/Auckland"), "2027-03-14T18:00+13:00");
        assert_eq!(
            in_words(Locale::Ar, deadline, "UTC").replace(['\u{2068}', '\u{2069}', '\u{200f}'], ""),
            "١٤ مارس ٢٠٢٧، ٠٥:٠٠"
        );
    }

    #[test]
    fn a_morning_is_one_of_the_reader_s_zone() {
        let now = instant("2027-03-14T05:00:00Z");
        assert_eq!(next(now, "UTC", 7, None), instant("2027-03-14T07:00:00Z"));
        assert_eq!(next(now, "Pacific/Auckland", 7, None), instant("2027-03-14T18:00:00Z"));
        let monday = Some(jiff::civil::Weekday::Monday);
        assert_eq!(next(now, "UTC", 7, monday), instant("2027-03-15T07:00:00Z"));
        assert_eq!(next(instant("2027-03-15T07:00:00Z"), "UTC", 7, monday), instant("2027-03-22T07:00:00Z"));
    }

    #[test]
    fn a_field_gives_back_the_instant_it_showed() {
        let deadline = instant("2027-03-14T05:00:00Z");
        assert_eq!(instant_of(&for_field(deadline, "Pacific/Auckland"), "Pacific/Auckland"), Ok(deadline));
        assert_eq!(instant_of("14 March", "Pacific/Auckland"), Err(BadTime::Unreadable));
        assert_eq!(instant_of("2027-03-14T18:00", "Pacific/Auckland"), Ok(deadline));
        assert_eq!(instant_of("٢٠٢٧-٠٣-١٤T١٨:٠٠", "Pacific/Auckland"), Ok(deadline));
        assert_eq!(instant_of("2027-02-30T18:00", "Pacific/Auckland"), Err(BadTime::Unreadable));
        assert_eq!(instant_of("2027-03-28T03:30", "Europe/Tallinn"), Err(BadTime::Skipped));
    }

    #[test]
    fn a_working_day_ends_at_five_on_the_clocks_of_the_forum() {
        let morning = instant("2027-03-14T05:00:00Z");
        assert_eq!(evening(morning, "UTC"), instant("2027-03-14T17:00:00Z"));
        assert_eq!(evening(morning, "Pacific/Auckland"), instant("2027-03-15T04:00:00Z"));
        assert_eq!(evening(instant("2027-03-14T17:00:00Z"), "UTC"), instant("2027-03-14T17:00:00Z"));
    }
}
