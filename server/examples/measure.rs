//! What `cargo xtask bench` measures with: a large draft in consultation, and bare SQLite transactions as the mark.
//!
//! `measure draft FOLDER LINES COMMENTS` makes it and another beside it, of which nobody speaks yet, and prints the draft's path and the cookies of sixteen people who may comment on it.
//! `measure posts FOLDER SECONDS` prints how many comments a second these sixteen posted, each made durable.
//! `measure commits FOLDER WRITERS SECONDS` prints how many one-row transactions a second were made durable.

use std::{
    error::Error,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, TimeDelta, Utc};
use domain::{ForumKind, kind::ThreadKind, permission::Role, stage::Step, visibility::Visibility};
use entity::{
    Db, Reader, account, draft, forum, session,
    verb::{Beginning, Founding, Opening, Publication, Said, register},
};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use server::{clock::Clock, database, session::row_id};
use tower_sessions::session::Id;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

const REFERENCE: &str = "BENCH-2026-001";
const BESIDE: &str = "BENCH-2026-002";
const PEOPLE: i128 = 16;

#[tokio::main]
async fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let said = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["draft", folder, lines, comments] => draft(folder, lines.parse()?, comments.parse()?).await?,
        ["posts", folder, seconds] => posts(folder, seconds.parse()?).await?,
        ["commits", folder, writers, seconds] => {
            commits(Path::new(folder), writers.parse()?, seconds.parse()?).await?
        }
        _ => {
            return Err("measure draft FOLDER LINES COMMENTS | measure posts FOLDER SECONDS | measure commits FOLDER WRITERS SECONDS".into());
        }
    };
    #[expect(clippy::print_stdout, reason = "the figures are its answer")]
    {
        println!("{said}");
    }
    Ok(())
}

/// Has sixteen people post comments by the verb that the form uses, each waiting for the disk before the next.
async fn posts(folder: &str, seconds: u64) -> Outcome<String> {
    let db = open(folder).await?;
    let now = Clock::default().now();
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut work = tokio::task::JoinSet::new();
    for number in 1..=PEOPLE {
        let person = account::Entity::by_email(db.read(), &email(number)).await?.ok_or("no such person")?;
        let person = reader(&db, &person, now).await?;
        let (draft, _) = draft::Entity::cited(db.read(), Some(&person), REFERENCE, now).await?;
        work.spawn(post_until(db.clone(), person, draft, until));
    }
    let mut posted = 0;
    while let Some(done) = work.join_next().await {
        posted += done??;
    }
    Ok((posted / seconds).to_string())
}

async fn post_until(db: Db, person: Reader, draft: draft::Model, until: Instant) -> Outcome<u64> {
    let mut posted = 0;
    while Instant::now() < until {
        let once = Some(format!("{}-{posted}-{:?}", person.account.id, until));
        let body = "Say who reviews this, and how often.".parse()?;
        let said = Said { body, suggestion: None, stakeholder: None, once };
        let (lines, kind) = (Some("L2".parse()?), ThreadKind::General);
        let opening = Opening { version: 1, lines, quote: None, place: None, kind, said };
        person.open_thread(&db, &draft, opening, Clock::default().now()).await?;
        posted += 1;
    }
    Ok(posted)
}

async fn open(folder: &str) -> Outcome<Db> {
    let file = || format!("sqlite://{folder}/comity.sqlite?mode=rwc");
    let url = std::env::var("DATABASE_URL").unwrap_or_else(|_| file());
    Ok(Db::open(&url, server::clock::secret()).await?)
}

fn email(number: i128) -> String {
    format!("reader{number}@example.org")
}

/// Makes the draft through the verbs a person would use.
async fn draft(folder: &str, lines: u32, comments: u32) -> Outcome<String> {
    std::fs::create_dir_all(folder)?;
    let db = open(folder).await?;
    database::migrate(&db).await.map_err(|refusal| refusal.to_string())?;
    let now = Clock::default().now();
    let founder = register(&db, None, &"Tamsin Okafor".parse()?, "tamsin@example.org", true, now).await?;
    let founder = reader(&db, &founder, now).await?;
    let (founder, forum) = found(&db, &founder, now).await?;
    let draft = consult(&db, &founder, &forum, (REFERENCE, lines), now).await?;
    consult(&db, &founder, &forum, (BESIDE, lines), now).await?;
    let mut cookies = Vec::new();
    let mut people = Vec::new();
    for number in 1..=PEOPLE {
        let name = format!("Reader {number}").parse()?;
        let person = register(&db, None, &name, &email(number), false, now).await?;
        cookies.push(sign_in(&db, &person, number, now).await?);
        people.push(reader(&db, &person, now).await?);
    }
    for (number, person) in (0..comments).zip(people.iter().cycle()) {
        let line = number * lines.max(1) / comments.max(1) + 1;
        let body =
            format!("Comment {number}: say who reviews this, how often, and where the outcome is published.");
        let said = Said { body: body.parse()?, suggestion: None, stakeholder: None, once: None };
        let kind = if number % 3 == 0 { ThreadKind::Technical } else { ThreadKind::General };
        let opening = Opening {
            version: 1,
            lines: Some(format!("L{line}").parse()?),
            quote: None,
            place: None,
            kind,
            said,
        };
        person.open_thread(&db, &draft, opening, now).await?;
    }
    Ok(format!("{}\n{}", app::href::draft(REFERENCE), cookies.join("\n")))
}

async fn found(db: &Db, founder: &Reader, now: DateTime<Utc>) -> Outcome<(Reader, forum::Model)> {
    let founding = Founding {
        slug: "bench".to_owned(),
        name: "Forum of long drafts".parse()?,
        kind: ForumKind::Minilateral,
        parent: None,
        prefix: "BENCH".to_owned(),
        charter: "We read long drafts.".parse()?,
        zone: "Europe/Tallinn".to_owned(),
        late_comments: false,
    };
    let forum = founder.found(db, founding, now).await?;
    for role in [Role::Secretariat, Role::Editor] {
        founder.give_role(db, &forum, founder.account.id, role, now).await?;
    }
    Ok((reader(db, &founder.account, now).await?, forum))
}

async fn consult(
    db: &Db,
    founder: &Reader,
    forum: &forum::Model,
    (reference, lines): (&str, u32),
    now: DateTime<Utc>,
) -> Outcome<draft::Model> {
    let beginning = Beginning {
        title: "Principles for long texts".parse()?,
        language: "en".to_owned(),
        source: source(lines),
        visibility: Visibility::Public,
        reference: Some(reference.to_owned()),
        once: None,
    };
    let draft = founder.begin_draft(db, forum, beginning, now).await?;
    let publication = Publication { note: "First version.".parse()?, edition: 1, editorial: Vec::new() };
    founder.publish(db, &draft, publication, now).await?;
    let round = Step::OpenRound { opens: now, closes: now + TimeDelta::days(28) };
    Ok(founder.take_step(db, &draft, round, now).await?)
}

/// A heading and nine sentences in three paragraphs, as often as it takes.
fn source(lines: u32) -> String {
    let mut text = String::new();
    for line in 1..=lines {
        match line % 10 {
            1 => text += &format!("\n\n## Principle {}\n\n", line / 10 + 1),
            place => {
                text += &format!(
                    "Public body {line} says before use which decisions the system supports and who answers for them. "
                );
                if place % 3 == 0 {
                    text += "\n\n";
                }
            }
        }
    }
    text
}

async fn reader(db: &Db, account: &account::Model, now: DateTime<Utc>) -> Outcome<Reader> {
    Reader::of(db, account.id, now).await?.ok_or_else(|| "no such account".into())
}

/// Gives the cookie of a session that is signed in.
async fn sign_in(db: &Db, person: &account::Model, number: i128, now: DateTime<Utc>) -> Outcome<String> {
    let id = Id(number);
    let row = session::Model {
        id: row_id(&id),
        account_id: Some(person.id),
        label: "bench".to_owned(),
        content: format!("{{\"{}\":{}}}", server::session::ACCOUNT, person.id),
        created_at: now,
        expires_at: now + TimeDelta::days(1),
        begun: session::Begun::Cast.key(),
        identity_id: None,
        provider_session: None,
    };
    row.keep(db.owner()).await?;
    Ok(format!("{}={id}", server::cookies::session_name(false)))
}

/// Writes rows of one number, each in a transaction of its own, each waiting for the disk.
async fn commits(folder: &Path, writers: u32, seconds: u64) -> Outcome<String> {
    std::fs::create_dir_all(folder)?;
    let file = folder.join("bare.sqlite");
    let url = Arc::new(format!("sqlite://{}?mode=rwc", file.display()));
    connect(&url).await?.execute_unprepared("CREATE TABLE IF NOT EXISTS bare (number INTEGER)").await?;
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut work = tokio::task::JoinSet::new();
    for _ in 0..writers {
        work.spawn(write_until(url.clone(), until));
    }
    let mut written = 0;
    while let Some(done) = work.join_next().await {
        written += done??;
    }
    Ok((written / seconds).to_string())
}

async fn write_until(url: Arc<String>, until: Instant) -> Outcome<u64> {
    let connection = connect(&url).await?;
    let mut written = 0;
    while Instant::now() < until {
        connection.execute_unprepared("INSERT INTO bare VALUES (1)").await?;
        written += 1;
    }
    Ok(written)
}

/// One connection as durable as the server's own.
async fn connect(url: &str) -> Outcome<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .busy_timeout(Duration::from_secs(20))
    });
    Ok(Database::connect(options).await?)
}
