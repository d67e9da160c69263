//! The use of a text elsewhere: by whom, in which instrument, which clauses.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Message, referral::Fate, text::ClauseId, typed::Title};

crate::kind::keyed!(
    /// What the instrument is today.
    Status {
        /// It is not law yet.
        Proposed = "proposed",
        /// It holds.
        InForce = "in-force",
        /// It held once.
        Repealed = "repealed",
    }
);

/// Where an instrument holds: a country or a part of one, as ISO 3166 writes it: `PT`, `PT-11`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Jurisdiction(String);

/// A link to the instrument, which begins with `https://` or `http://`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// A clause that an instrument took over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// The clause of the draft.
    pub clause: ClauseId,
    /// Word for word, or adapted. What was dropped is not listed.
    pub fate: Fate,
}

/// One use of a version elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// The number of the version that is used.
    pub version: i32,
    /// Who uses it.
    pub who: Title,
    /// What it is called there.
    pub instrument: Title,
    /// Where it holds.
    pub jurisdiction: Jurisdiction,
    /// When it was proposed, came into force or was repealed.
    pub dated: NaiveDate,
    /// What it is today.
    pub status: Status,
    /// Where it can be read.
    pub link: Option<Link>,
    /// The clauses it took over, in the order of the version.
    pub clauses: Vec<Taken>,
}

/// Why an adoption is not recorded as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAdoption {
    /// ISO 3166 has no such country.
    #[error("no such country")]
    NoCountry,
    /// It is no address of the web.
    #[error("not a link")]
    NotALink,
    /// It is in force, or repealed, on a day that is still to come.
    #[error("the day is still to come")]
    StillToCome,
    /// It takes no clause over.
    #[error("no clause is taken over")]
    NoClause,
    /// It takes a clause over both word for word and adapted.
    #[error("a clause is taken over twice")]
    Twice,
}

impl BadAdoption {
    /// What to say to whoever typed it.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::NoCountry => "refusal-adoption-country",
            Self::NotALink => "refusal-adoption-link",
            Self::StillToCome => "refusal-adoption-still-to-come",
            Self::NoClause => "refusal-adoption-no-clause",
            Self::Twice => "refusal-adoption-twice",
        })
    }
}

impl From<BadAdoption> for Message {
    fn from(bad: BadAdoption) -> Self {
        bad.message()
    }
}

impl Adoption {
    /// Refuses one that takes no clause over or one in two manners, and one that holds, or held, only from a later day on than today.
    pub fn check(&self, today: NaiveDate) -> Result<(), BadAdoption> {
        if self.clauses.is_empty() {
            return Err(BadAdoption::NoClause);
        }
        let mut seen = std::collections::HashSet::new();
        if !self.clauses.iter().all(|taken| seen.insert(taken.clause)) {
            return Err(BadAdoption::Twice);
        }
        match self.status {
            Status::InForce | Status::Repealed if self.dated > today => Err(BadAdoption::StillToCome),
            Status::InForce | Status::Repealed | Status::Proposed => Ok(()),
        }
    }
}

impl Jurisdiction {
    /// Reads a code of ISO 3166-1, in any case, with or without a part of ISO 3166-2; also the codes that ISO leaves to its users (`XA` to
    /// `XZ` and the like). Refuses what is neither.
    pub fn parse(typed: &str) -> Result<Self, BadAdoption> {
        let code = typed.trim().to_ascii_uppercase();
        let (country, part) = match code.split_once('-') {
            Some((country, part)) => (country, Some(part)),
            None => (code.as_str(), None),
        };
        let is_part = |part: &str| {
            (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let known = COUNTRIES.split_whitespace().any(|known| known == country) || is_left_to_users(country);
        if known && part.is_none_or(is_part) { Ok(Self(code)) } else { Err(BadAdoption::NoCountry) }
    }

    /// The whole code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The country it belongs to, by its two letters.
    pub fn country(&self) -> &str {
        self.0.get(..2).unwrap_or(&self.0)
    }
}

/// `AA`, `QM` to `QZ`, `XA` to `XZ`, `ZZ`.
fn is_left_to_users(country: &str) -> bool {
    match country.as_bytes() {
        b"AA" | b"ZZ" => true,
        [b'Q', letter] => (b'M'..=b'Z').contains(letter),
        [b'X', letter] => letter.is_ascii_uppercase(),
        _ => false,
    }
}

impl Link {
    /// Reads an address of the web. Refuses any other scheme, spaces, and more than 2,000 bytes.
    pub fn parse(typed: &str) -> Result<Self, BadAdoption> {
        let link = typed.trim();
        let host = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
        let is_plain = |link: &str| link.chars().all(|one| !one.is_whitespace() && !one.is_control());
        match host.is_some_and(|host| !host.is_empty()) && link.len() <= 2_000 && is_plain(link) {
            true => Ok(Self(link.to_owned())),
            false => Err(BadAdoption::NotALink),
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Jurisdiction {
    type Error = BadAdoption;

    fn try_from(written: String) -> Result<Self, BadAdoption> {
        Self::parse(&written)
    }
}

impl From<Jurisdiction> for String {
    fn from(code: Jurisdiction) -> Self {
        code.0
    }
}

impl TryFrom<String> for Link {
    type Error = BadAdoption;

    fn try_from(written: String) -> Result<Self, BadAdoption> {
        Self::parse(&written)
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}

/// The countries of ISO 3166-1, by their two letters.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
    BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH \
    ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT \
    HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS \
    LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI \
    NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
    SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
    UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_one_of_iso_3166() {
        let read = |typed| Jurisdiction::parse(typed).map(String::from);
        assert_eq!(read(" pt "), Ok("PT".to_owned()));
        assert_eq!(read("pt-11"), Ok("PT-11".to_owned()));
        assert_eq!(read("XA"), Ok("XA".to_owned()));
        for bad in ["", "P", "UK", "PT-", "PT-1234", "PT 11", "Portugal", "QA-é"] {
            assert_eq!(read(bad), Err(BadAdoption::NoCountry), "{bad}");
        }
        assert_eq!(COUNTRIES.split_whitespace().count(), 249);
    }

    #[test]
    fn a_link_leads_to_the_web_and_runs_nothing() {
        assert!(Link::parse("https://law.example/41#art-2").is_ok());
        for bad in ["javascript:alert(1)", "law.example", "https://", "https://a b", "http://a\u{7}"] {
            assert_eq!(Link::parse(bad), Err(BadAdoption::NotALink), "{bad}");
        }
    }

    #[test]
    fn what_is_in_force_was_so_by_today_and_takes_something_over() {
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        let adoption = Adoption {
            version: 1,
            who: Title::parse("Aravel").unwrap(),
            instrument: Title::parse("Directive on Registers").unwrap(),
            jurisdiction: Jurisdiction::parse("XA").unwrap(),
            dated: day("2026-11-24"),
            status: Status::InForce,
            link: None,
            clauses: vec![Taken { clause: ClauseId(1), fate: Fate::Verbatim }],
        };
        assert_eq!(adoption.check(day("2026-11-24")), Ok(()));
        assert_eq!(adoption.check(day("2026-11-23")), Err(BadAdoption::StillToCome));
        let proposed = Adoption { status: Status::Proposed, ..adoption.clone() };
        assert_eq!(proposed.check(day("2026-11-23")), Ok(()));
        assert_eq!(
            Adoption { clauses: Vec::new(), ..adoption }.check(day("2026-12-01")),
            Err(BadAdoption::NoClause)
        );
    }
}
