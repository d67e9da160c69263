//! Beginning a draft, and saying who may see it.

use chrono::{DateTime, Datelike, Utc};
use domain::{
    permission::Action,
    record::{
        Kind,
        payload::{DraftCreated, VisibilityChanged},
    },
    stage::Stage,
    text::Cuts,
    typed::Title,
    visibility::Visibility,
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::working_text::begin;
use crate::{
    Db, Reader, Stored, access,
    error::*,
    forum,
    row::draft::{ActiveModel, Column, Entity, Model},
    verb::record::Happened,
};

/// What an official puts in to begin a draft.
#[derive(Clone, Debug)]
pub struct Beginning {
    pub title: Title,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// The Markdown of the first version to be; it is not published by this.
    pub source: String,
    pub visibility: Visibility,
    /// How it is cited, where that was settled elsewhere; otherwise it gets the next number of the year.
    pub reference: Option<String>,
    /// The token of the form: the same form posted twice begins one draft.
    pub once: Option<String>,
}

impl Reader {
    /// Begins a draft in a forum, with the text of its first version to be; gives it the next reference of the year. Refuses whoever may
    /// not begin one there. The same form sent again gives the draft it began.
    pub async fn begin_draft(
        &self,
        db: &Db,
        forum: &forum::Model,
        beginning: Beginning,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        access::require_in(&*tx, Some(self), forum, Action::CreateDraft, now).await?;
        if let Some(draft) = already(&*tx, self.account.id, beginning.once.as_deref()).await? {
            return Ok(draft);
        }
        let reference = match beginning.reference {
            Some(reference) => reference,
            None => next_reference(&*tx, forum, now).await?,
        };
        let row = ActiveModel {
            forum_id: Set(forum.id),
            reference: Set(reference),
            title: Set(beginning.title.to_string()),
            language: Set(beginning.language),
            visibility: Set(Stored(beginning.visibility)),
            embargo_ends: Set(beginning.visibility.embargo_ends()),
            latest: Set(0),
            next_clause: Set(1),
            next_thread: Set(1),
            created_by: Set(self.account.id),
            created_at: Set(now),
            once: Set(beginning.once),
            ..Default::default()
        };
        let draft = row.in_stage(Stage::Drafting {}).insert(&*tx).await?;
        let source = beginning.source.clone();
        let text = (beginning.source, Cuts::default());
        begin(&tx, &draft, text, Vec::new(), self.account.id, now).await?;
        let payload = DraftCreated {
            forum: forum.slug.clone(),
            title: draft.title.clone(),
            language: draft.language.clone(),
            visibility: draft.visibility.0,
        };
        Happened::to_draft(Kind::DraftCreated, &draft)
            .keeping(&source)
            .saying(&payload)?
            .append(&tx, Some(self), None, now)
            .await?;
        tx.commit().await?;
        Ok(draft)
    }
}

impl Reader {
    /// Sets who may see a draft. Refuses an embargo that ends in the past, and to hide what was public.
    pub async fn show_to(
        &self,
        db: &Db,
        draft: &Model,
        visibility: Visibility,
        now: DateTime<Utc>,
    ) -> Result<Model> {
        let (tx, draft, forum) = Entity::begin(db, draft.id).await?;
        let now = tx.confirm(self, now).await?;
        access::require(&*tx, Some(self), &forum, &draft, Action::ChangeVisibility, now).await?;
        if matches!(visibility, Visibility::Embargoed { until } if until <= now) {
            return Err(Error::refused("refusal-embargo-over"));
        }
        let visibility = draft.visibility.0.then(visibility, draft.latest > 0, now);
        let visibility = visibility.map_err(|refused| Error::Refused(refused.message()))?;
        Happened::to_draft(Kind::VisibilityChanged, &draft)
            .saying(&VisibilityChanged { visibility })?
            .append(&tx, Some(self), None, now)
            .await?;
        let row = ActiveModel {
            id: Set(draft.id),
            visibility: Set(Stored(visibility)),
            embargo_ends: Set(visibility.embargo_ends()),
            ..Default::default()
        };
        let draft = row.update(&*tx).await?;
        tx.commit().await?;
        Ok(draft)
    }
}

async fn already(db: &impl ConnectionTrait, account: i64, once: Option<&str>) -> Result<Option<Model>> {
    let Some(once) = once else { return Ok(None) };
    let same = Entity::find().filter(Column::CreatedBy.eq(account)).filter(Column::Once.eq(once));
    Ok(same.one(db).await?)
}

/// `DN-2026-004`: the prefix of the forum, the year, and the next number of both.
pub(super) async fn next_reference(
    db: &impl ConnectionTrait,
    forum: &forum::Model,
    now: DateTime<Utc>,
) -> Result<String> {
    let series = format!("{}-{}-", forum.prefix, now.year());
    let taken = Entity::find().filter(Column::Reference.starts_with(&series)).all(db).await?;
    let numbers = taken.iter().filter_map(|draft| draft.reference.strip_prefix(&series)?.parse::<u32>().ok());
    Ok(format!("{series}{:03}", numbers.max().unwrap_or(0) + 1))
}
