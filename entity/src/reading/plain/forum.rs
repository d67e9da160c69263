//! Forums.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    ForumKind,
    permission::{self, Action, Place},
    record::dossier::Speaker,
    tally::Rule,
    visibility::Visibility,
};
use serde::Serialize;

use crate::{access, error::*, forum, reading::Viewer};

/// A body that hosts drafts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlainForum {
    pub slug: String,
    pub name: String,
    pub kind: ForumKind,
    /// The slug of the forum it is a working group of.
    pub parent: Option<String>,
    /// What the references of its drafts begin with.
    pub prefix: String,
    pub charter: String,
    /// IANA time zone of its deadlines.
    pub zone: String,
    pub rule: Rule,
    pub late_comments: bool,
    pub visibility: Visibility,
    pub founded_at: DateTime<Utc>,
    /// By name; those of its parent where it has none of its own. Left out in lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seats: Option<Vec<Speaker>>,
}

impl PlainForum {
    fn of(forum: &forum::Model, parent: Option<&forum::Model>) -> Self {
        Self {
            slug: forum.slug.clone(),
            name: forum.name.clone(),
            kind: forum.kind.0,
            parent: parent.map(|parent| parent.slug.clone()),
            prefix: forum.prefix.clone(),
            charter: forum.charter.clone(),
            zone: forum.zone.clone(),
            rule: forum.rule.0,
            late_comments: forum.late_comments,
            visibility: forum.visibility.0,
            founded_at: forum.created_at,
            seats: None,
        }
    }
}

impl Viewer<'_> {
    /// Every forum that the viewer may see, by slug.
    pub async fn forums(self) -> Result<Vec<PlainForum>> {
        let all = forum::Entity::all(self.db.read()).await?;
        let roles = access::roles_among(self.db.read(), self.reader, &all, self.now).await?;
        let by_id: BTreeMap<i64, &forum::Model> = all.iter().map(|forum| (forum.id, forum)).collect();
        let seen = |forum: &&forum::Model| {
            let roles = roles.get(&forum.id).map_or(&[][..], Vec::as_slice);
            permission::may(roles, Action::See, &Place::forum(forum.visibility.0), self.now).is_ok()
        };
        let parent = |forum: &forum::Model| by_id.get(&forum.parent_id?).filter(|one| seen(one)).copied();
        let mut forums: Vec<_> = all
            .iter()
            .filter(seen)
            .filter(|forum| !forum.is_elsewhere())
            .map(|forum| PlainForum::of(forum, parent(forum)))
            .collect();
        forums.sort_by(|one, other| one.slug.cmp(&other.slug));
        Ok(forums)
    }

    /// One forum with its seats. Not found where the viewer may not see it.
    pub async fn forum(self, slug: &str) -> Result<PlainForum> {
        let db = self.db.read();
        let forum = forum::Entity::by_slug(db, slug).await?;
        access::require_in(db, self.reader, &forum, Action::See, self.now).await?;
        let parent = forum.parent(db).await?;
        let seen = match &parent {
            Some(parent) => access::require_in(db, self.reader, parent, Action::See, self.now).await.is_ok(),
            None => false,
        };
        let seats = forum.seats(db).await?.iter().map(Speaker::from).collect();
        Ok(PlainForum { seats: Some(seats), ..PlainForum::of(&forum, parent.as_ref().filter(|_| seen)) })
    }
}
