//! Acts before the first draft: people, organisations, forums, mandates.

use chrono::{DateTime, Utc};
use domain::permission::Role;
use entity::verb::{self, Founding, Grant, Organisation};

use super::{Play, Result, SECRETARIAT, Unplayable};
use crate::demo::script;

impl<'a> Play<'a> {
    pub(super) async fn register(&mut self, person: &'a script::Person, now: DateTime<Utc>) -> Result<()> {
        let account = verb::register(self.db, None, &person.name, &person.email, person.admin, now).await?;
        account.prefer(self.db, Some(person.zone.clone()), person.language.clone()).await?;
        self.accounts.insert(&person.handle, account.id);
        Ok(())
    }

    pub(super) async fn enter(&mut self, one: &'a script::Stakeholder, now: DateTime<Utc>) -> Result<()> {
        let organisation = Organisation {
            slug: one.slug.clone(),
            name: one.name.clone(),
            class: one.class,
            place: one.place.clone(),
            about: one.about.clone(),
        };
        let founder = self.reader(SECRETARIAT, now).await?;
        let entered = founder.enter(self.db, organisation, now).await?;
        founder.name_focal_point(self.db, &entered, self.account(&one.focal_point)?, now).await?;
        self.focal_points.insert(&one.slug, &one.focal_point);
        self.stakeholders.insert(&one.slug, entered);
        Ok(())
    }

    pub(super) async fn found(&mut self, forum: &'a script::Forum, now: DateTime<Utc>) -> Result<()> {
        let founder = self.reader(SECRETARIAT, now).await?;
        let parent = forum.parent.as_deref().map(|slug| self.forum(slug).map(|parent| parent.id));
        let founding = Founding {
            slug: forum.slug.clone(),
            name: forum.name.clone(),
            kind: forum.kind,
            parent: parent.transpose()?,
            prefix: forum.prefix.clone(),
            charter: forum.charter()?,
            zone: forum.zone.clone(),
            late_comments: false,
        };
        let founded = founder.found(self.db, founding, now).await?;
        for slug in &forum.seats {
            founder.seat(self.db, &founded, self.stakeholder(slug)?, now).await?;
        }
        let roles = [
            (Role::Secretariat, &forum.secretariat),
            (Role::Editor, &forum.editors),
            (Role::Observer, &forum.observers),
        ];
        for (role, handles) in roles {
            for handle in handles {
                founder.give_role(self.db, &founded, self.account(handle)?, role, now).await?;
            }
        }
        self.forums.insert(&forum.slug, founded);
        Ok(())
    }

    pub(super) async fn grant(
        &self,
        person: &script::Person,
        mandate: &script::Mandate,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let grant = Grant {
            account: self.account(&person.handle)?,
            stakeholder: self.stakeholder(&mandate.stakeholder)?.id,
            forum: None,
            tier: mandate.tier,
            title: mandate.title.clone(),
            starts: now,
            ends: Some(self.instant(mandate.ends)),
        };
        let slug = mandate.stakeholder.as_str();
        let focal_point = self.focal_points.get(slug).copied();
        let focal_point = focal_point.ok_or_else(|| Unplayable::Unknown(slug.to_owned()))?;
        self.reader(focal_point, now).await?.grant_mandate(self.db, grant, now).await?;
        Ok(())
    }
}
