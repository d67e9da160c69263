//! Asking to speak for a stakeholder, and deciding that.

use chrono::{DateTime, Utc};
use domain::{
    Message, Tier, WishState,
    class::Class,
    permission::{self, Action},
    record::{Kind, payload},
    telling::Occasion,
    typed::{Evidence, Name, Reason},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter,
};

use super::{
    mandates::{Grant, happened},
    people::Organisation,
};
use crate::{
    Db, Reader, Stored, access, account,
    error::*,
    focal_point, forum,
    outbox::{self, About, To, Words},
    stakeholder, wish,
};

/// How many wishes of one person may wait.
const OPEN: u64 = 5;

/// What somebody asks for.
#[derive(Clone, Debug)]
pub struct Wish {
    pub whom: Whom,
    /// What they are there.
    pub title: Name,
    /// How it can be told that they may.
    pub evidence: Evidence,
}

/// For whom somebody asks to speak.
#[derive(Clone, Debug)]
pub enum Whom {
    /// One that is known here, by its id.
    Known(i64),
    /// One that is to be entered.
    New { name: Name, class: Class, place: String },
}

/// How a wish is granted.
#[derive(Clone, Debug)]
pub struct Granting {
    /// The name in addresses of a stakeholder that is entered with it.
    pub slug: String,
    pub tier: Tier,
    /// None for a mandate without an end.
    pub ends: Option<DateTime<Utc>>,
    /// What those who grant it went by.
    pub evidence: Evidence,
}

impl Reader {
    /// Asks to speak for a stakeholder in a forum. It is in no record until it is granted. Refuses a forum that the reader may not see, what
    /// they may do already, and more than five wishes that wait.
    pub async fn wish(&self, db: &Db, forum: &forum::Model, wish: Wish, now: DateTime<Utc>) -> Result<()> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        tx.shows_nothing();
        access::require_in(&*tx, Some(self), forum, Action::See, now).await?;
        let own = wish::Entity::find().filter(wish::Column::AccountId.eq(self.account.id));
        let open = own.filter(wish::Column::State.eq(Stored(WishState::Waiting)));
        if open.clone().count(&*tx).await? >= OPEN {
            return Err(Error::TooMany(Message::new("refusal-wishes-wait")));
        }
        let (stakeholder, name, class, place) = match wish.whom {
            Whom::Known(id) => {
                let known = stakeholder::Entity::by_id(&*tx, id).await?;
                (Some(id), known.name, known.class.0, known.place)
            }
            Whom::New { name, class, place } => (None, name.to_string(), class, place),
        };
        if let Some(id) = stakeholder
            && self.voices_in(forum, now).any(|voice| voice.stakeholder.id == id)
        {
            return Err(Error::refused("refusal-wish-held"));
        }
        let same = open.filter(wish::Column::ForumId.eq(forum.id)).filter(wish::Column::Name.eq(&name));
        if same.count(&*tx).await? > 0 {
            return Err(Error::refused("refusal-wish-waits"));
        }
        let row = wish::ActiveModel {
            account_id: Set(self.account.id),
            forum_id: Set(forum.id),
            stakeholder_id: Set(stakeholder),
            name: Set(name),
            class: Set(Stored(class)),
            place: Set(place),
            title: Set(wish.title.to_string()),
            evidence: Set(wish.evidence.to_string()),
            state: Set(Stored(WishState::Waiting)),
            created_at: Set(now),
            ..Default::default()
        };
        row.insert(&*tx).await?;
        tx.commit().await
    }

    /// Grants a wish: a focal point of the stakeholder for everywhere, the secretariat of the forum for this forum only. One that is not
    /// known yet is entered. Refuses everyone else, a secretariat where the stakeholder has a focal point and no seat, and for those who run
    /// the forum.
    pub async fn grant_wish(
        &self,
        db: &Db,
        id: i64,
        granting: Granting,
        letter: Words,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let wish = wish::Entity::open(&*tx, id).await?;
        let scope = self.decides(&*tx, &wish, now).await?;
        if let Some(forum) = &scope
            && account::runs(&*tx, wish.account_id, forum).await?
        {
            return Err(Error::refused("refusal-mandate-of-own"));
        }
        let stakeholder = match wish.stakeholder_id {
            Some(id) => stakeholder::Entity::by_id(&*tx, id).await?,
            None => {
                let name =
                    Name::parse(&wish.name).map_err(|_| Error::Broken("the name of a wish".to_owned()))?;
                let organisation = Organisation {
                    slug: granting.slug,
                    name,
                    class: wish.class.0,
                    place: wish.place.clone(),
                    about: String::new(),
                };
                let (entered, event) = self.entering(&tx, organisation, now).await?;
                event.append(&tx, Some(self), None, now).await?;
                entered
            }
        };
        let grant = Grant {
            account: wish.account_id,
            stakeholder: stakeholder.id,
            forum: scope.as_ref().map(|forum| forum.id),
            tier: granting.tier,
            title: wish.title.clone(),
            starts: now,
            ends: granting.ends,
        };
        let mandate = self.granting(&*tx, grant, now).await?;
        let payload = payload::MandateGranted {
            stakeholder: (&stakeholder).into(),
            account: mandate.account_id,
            tier: mandate.tier.0,
            starts: mandate.starts_at,
            ends: mandate.ends_at,
        };
        self.decided(&*tx, &wish, WishState::Granted, granting.evidence.to_string(), letter, now).await?;
        happened(Kind::MandateGranted, &mandate, &stakeholder, scope.as_ref())
            .saying(&payload)?
            .conclude(tx, Some(self), None, now)
            .await
    }

    /// Declines a wish, and says why. Refuses whoever may not decide it.
    pub async fn decline_wish(
        &self,
        db: &Db,
        id: i64,
        answer: &Reason,
        letter: Words,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        tx.shows_nothing();
        let wish = wish::Entity::open(&*tx, id).await?;
        self.decides(&*tx, &wish, now).await?;
        self.decided(&*tx, &wish, WishState::Declined, answer.to_string(), letter, now).await?;
        tx.commit().await
    }

    /// For where the reader may grant a wish: everywhere (none), or a forum. Refuses whoever may not, as if there were none of it.
    pub async fn decides(
        &self,
        db: &impl ConnectionTrait,
        wish: &wish::Model,
        now: DateTime<Utc>,
    ) -> Result<Option<forum::Model>> {
        if let Some(id) = wish.stakeholder_id
            && self.looks_after.contains(&id)
            && permission::is_for(&access::roles_for(self, id), Action::GrantMandate { own: true })
        {
            return Ok(None);
        }
        let forum = forum::Entity::by_id(db, wish.forum_id).await?;
        let action = Action::GrantMandate { own: false };
        access::require_in(db, Some(self), &forum, action, now).await?;
        if let Some(id) = wish.stakeholder_id {
            let has_seat = forum.seats(db).await?.iter().any(|seat| seat.id == id);
            if !has_seat && !focal_point::Entity::of(db, id).await?.is_empty() {
                return Err(Error::refused("refusal-wish-focal-point"));
            }
        }
        Ok(Some(forum))
    }

    async fn decided(
        &self,
        db: &impl ConnectionTrait,
        wish: &wish::Model,
        state: WishState,
        answer: String,
        letter: Words,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let row = wish::ActiveModel {
            id: Set(wish.id),
            state: Set(Stored(state)),
            answer: Set(Some(answer)),
            decided_by: Set(Some(self.account.id)),
            decided_at: Set(Some(now)),
            ..Default::default()
        };
        row.update(db).await?;
        let (to, once) = (To::Account(wish.account_id), format!("wish/{}", wish.id));
        outbox::put(db, to, Occasion::Joining, About::Words(letter), once, now).await
    }
}
