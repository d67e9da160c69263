//! The tables of crosswalks and of the observatory, as CSV and JSON.

use app::{context::Context, document, error::AppError, referral::observatory_page::asking};
use axum::{
    Extension, Router,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::referral::Fate;
use entity::reading::{crosswalk, uptake::Used};
use serde::Serialize;

use crate::export::inert;

/// The addresses of the tables.
pub fn routes() -> Router {
    Router::new()
        .route("/drafts/{reference}/crosswalk/{other}/table.csv", get(walk_csv))
        .route("/drafts/{reference}/crosswalk/{other}/table.json", get(walk_json))
        .route("/observatory/table.csv", get(observed_csv))
        .route("/observatory/table.json", get(observed_json))
}

async fn walk_csv(Extension(ctx): Extension<Context>, Path(both): Path<(String, String)>) -> Response {
    let rows = walk(&ctx, &both).await.and_then(|rows| walked(&rows));
    sent(ctx, rows, "text/csv; charset=utf-8").await
}

async fn walk_json(Extension(ctx): Extension<Context>, Path(both): Path<(String, String)>) -> Response {
    let rows = walk(&ctx, &both).await.and_then(|rows| json(&rows));
    sent(ctx, rows, "application/json").await
}

async fn walk(ctx: &Context, (old, new): &(String, String)) -> Result<Vec<crosswalk::Row>, AppError> {
    ctx.made_from_everything();
    Ok(ctx.viewer().crosswalk((old, new), (ctx.query("from"), ctx.query("to"))).await?.rows())
}

async fn observed_csv(Extension(ctx): Extension<Context>) -> Response {
    let rows = observed(&ctx).await.and_then(|rows| listed(&rows));
    sent(ctx, rows, "text/csv; charset=utf-8").await
}

async fn observed_json(Extension(ctx): Extension<Context>) -> Response {
    let rows = observed(&ctx).await.and_then(|rows| json(&rows));
    sent(ctx, rows, "application/json").await
}

/// One use of a text, as files have it.
#[derive(Debug, Serialize)]
struct Row {
    reference: String,
    version: i32,
    forum: String,
    who: String,
    instrument: String,
    jurisdiction: String,
    dated: String,
    status: &'static str,
    link: Option<String>,
    word_for_word: Vec<u32>,
    adapted: Vec<u32>,
    disputes: usize,
}

async fn observed(ctx: &Context) -> Result<Vec<Row>, AppError> {
    ctx.made_from_everything();
    Ok(ctx.viewer().observed(&asking(ctx)).await?.iter().map(Row::of).collect())
}

impl Row {
    fn of(used: &Used) -> Self {
        let adoption = &used.row.adoption;
        let taken = |fate: Fate| {
            let taken = adoption.clauses.iter().filter(|taken| taken.fate == fate);
            taken.map(|taken| taken.clause.0).collect()
        };
        Self {
            reference: used.draft.reference.clone(),
            version: used.row.version.number(),
            forum: used.forum.slug.clone(),
            who: adoption.who.to_string(),
            instrument: adoption.instrument.to_string(),
            jurisdiction: adoption.jurisdiction.as_str().to_owned(),
            dated: used.since().to_string(),
            status: used.status().key(),
            link: adoption.link.as_ref().map(|link| link.as_str().to_owned()),
            word_for_word: taken(Fate::Verbatim),
            adapted: taken(Fate::Adapted),
            disputes: used.disputes.len(),
        }
    }
}

fn json(rows: &impl Serialize) -> Result<Vec<u8>, AppError> {
    serde_json::to_vec_pretty(rows).map_err(|_| AppError::Unreadable)
}

fn walked(rows: &[crosswalk::Row]) -> Result<Vec<u8>, AppError> {
    let head = [
        "relation",
        "moved",
        "by_hand",
        "old",
        "old_text",
        "new",
        "new_text",
        "words_gone",
        "words_come",
        "reason",
    ];
    table(
        &head,
        rows.iter().map(|row| {
            vec![
                row.relation.to_owned(),
                row.moved.to_string(),
                row.by_hand.to_string(),
                ids(&row.old),
                row.old_text.clone(),
                ids(&row.new),
                row.new_text.clone(),
                row.words_gone.to_string(),
                row.words_come.to_string(),
                row.reason.clone().unwrap_or_default(),
            ]
        }),
    )
}

fn listed(rows: &[Row]) -> Result<Vec<u8>, AppError> {
    let head = [
        "text",
        "version",
        "forum",
        "who",
        "instrument",
        "jurisdiction",
        "dated",
        "status",
        "link",
        "word_for_word",
        "adapted",
        "disputes",
    ];
    table(
        &head,
        rows.iter().map(|row| {
            vec![
                row.reference.clone(),
                row.version.to_string(),
                row.forum.clone(),
                row.who.clone(),
                row.instrument.clone(),
                row.jurisdiction.clone(),
                row.dated.clone(),
                row.status.to_owned(),
                row.link.clone().unwrap_or_default(),
                ids(&row.word_for_word),
                ids(&row.adapted),
                row.disputes.to_string(),
            ]
        }),
    )
}

fn ids(ids: &[u32]) -> String {
    ids.iter().map(u32::to_string).collect::<Vec<_>>().join(" ")
}

/// A table with its head, in which no cell is a formula.
fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, AppError> {
    let mut table = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    table.write_record(head).map_err(|_| AppError::Unreadable)?;
    for row in rows {
        table.write_record(row.iter().map(|cell| inert(cell))).map_err(|_| AppError::Unreadable)?;
    }
    table.into_inner().map_err(|_| AppError::Unreadable)
}

async fn sent(ctx: Context, made: Result<Vec<u8>, AppError>, kind: &'static str) -> Response {
    match made {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        Err(error) => document::render_error(ctx, error).await,
    }
}
