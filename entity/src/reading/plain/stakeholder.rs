//! Stakeholders, and what was said for them.

use domain::{class::Class, record::dossier::Comment};
use serde::Serialize;

use crate::{
    error::*,
    forum, mandate,
    reading::{Viewer, docket, said},
    seat, stakeholder,
};

/// An organisation with a voice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainStakeholder {
    pub slug: String,
    pub name: String,
    pub class: Class,
    /// Its country or region.
    pub place: String,
    pub about: String,
    /// The slugs of the forums in which it has a seat, as far as the viewer may see them. Left out in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<Vec<String>>,
}

/// A comment said for a stakeholder, and where.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainSaid {
    pub draft: String,
    pub thread: i32,
    #[serde(flatten)]
    pub comment: Comment,
}

impl From<&stakeholder::Model> for PlainStakeholder {
    fn from(row: &stakeholder::Model) -> Self {
        Self {
            slug: row.slug.clone(),
            name: row.name.clone(),
            class: row.class.0,
            place: row.place.clone(),
            about: row.about.clone(),
            seats: None,
        }
    }
}

impl Viewer<'_> {
    /// Every stakeholder, by slug.
    pub async fn stakeholders(self) -> Result<Vec<PlainStakeholder>> {
        let all = stakeholder::Entity::all(self.db.read()).await?;
        let mut all: Vec<_> = all.iter().map(PlainStakeholder::from).collect();
        all.sort_by(|one, other| one.slug.cmp(&other.slug));
        Ok(all)
    }

    /// One stakeholder with its seats.
    pub async fn stakeholder(self, slug: &str) -> Result<PlainStakeholder> {
        let row = stakeholder::Entity::by_slug(self.db.read(), slug).await?;
        let seated: Vec<String> = {
            let held = seat::forums_of(self.db.read(), row.id).await?;
            let named = forum::Entity::among(self.db.read(), held).await?;
            let seen = self.forums().await?;
            let seen = seen.into_iter().map(|forum| forum.slug);
            seen.filter(|slug| named.values().any(|forum| forum.slug == *slug)).collect()
        };
        Ok(PlainStakeholder { seats: Some(seated), ..PlainStakeholder::from(&row) })
    }

    /// What was said for a stakeholder where the viewer may see it, the latest first: from `skip` on, at most `limit`.
    pub async fn said_for(self, slug: &str, stretch: (u64, u64)) -> Result<Vec<PlainSaid>> {
        let db = self.db.read();
        let row = stakeholder::Entity::by_slug(db, slug).await?;
        let said = said::of_stakeholder(db, self.reader, row.id, stretch, self.now).await?;
        let drafts = said.iter().map(|(_, thread)| thread.draft_id);
        let drafts = docket::among(db, self.reader, drafts, self.now).await?;
        let mandates = said.iter().filter_map(|(comment, _)| comment.mandate_id);
        let mandates = mandate::Entity::among(db, mandates).await?;
        let forums = forum::Entity::among(db, mandates.values().filter_map(|one| one.forum_id)).await?;
        let granted_by = |mandate: Option<i64>| {
            let mandate = mandates.get(&mandate?)?;
            Some(forums.get(&mandate.forum_id?)?.slug.clone())
        };
        let plain = said.iter().filter_map(|(comment, thread)| {
            Some(PlainSaid {
                draft: drafts.get(&thread.draft_id)?.0.reference.clone(),
                thread: thread.number,
                comment: comment.plain(Some((&row).into()), granted_by(comment.mandate_id)),
            })
        });
        Ok(plain.collect())
    }
}
