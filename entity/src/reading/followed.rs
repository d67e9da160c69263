//! What somebody follows, by the names they may see.

use std::collections::{BTreeMap, HashMap};

use domain::{gist, permission::Action};
use sea_orm::{JoinType, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use super::{Viewer, docket};
use crate::{
    access, comment, draft,
    error::*,
    follow::{self, Subject},
    forum,
    row::listed::named,
    stakeholder, thread, version,
};

/// How many of the things that somebody follows are listed.
const MOST: usize = 200;
/// How much of a clause names it.
const CLAUSE: usize = 90;

impl Viewer<'_> {
    /// The name of something that can be followed; not found when the viewer may not see it, or there is no such thing.
    pub async fn named(self, subject: &Subject) -> Result<String> {
        let names = self.names(std::slice::from_ref(subject)).await?;
        names.into_iter().next().map(|(_, name)| name).ok_or(Error::NotFound("subject"))
    }

    /// Refuses what the viewer may not see, and what does not exist: a clause that no version of its draft has.
    pub async fn can_follow(self, subject: &Subject) -> Result<()> {
        self.named(subject).await?;
        let Subject::Clause(reference, clause) = subject else { return Ok(()) };
        let db = self.db.read();
        let (draft, _) = draft::Entity::cited(db, self.reader, reference, self.now).await?;
        let versions = version::Entity::of(db, draft.id).await?;
        let is_there = versions.iter().rev().any(|version| version.position_of(*clause).is_some());
        if is_there { Ok(()) } else { Err(Error::NotFound("clause")) }
    }

    /// What the viewer follows and may see, with its names, the latest first; nothing for the public.
    pub async fn followed(self) -> Result<Vec<(Subject, String)>> {
        let Some(account) = self.account() else { return Ok(Vec::new()) };
        let db = self.db.read();
        let mut subjects = follow::Entity::of(db, account).await?;
        let spoken = self.spoken_in(account).await?.into_iter().filter(|one| !subjects.contains(one));
        let spoken: Vec<Subject> = spoken.collect();
        let unwanted = follow::Entity::unwanted(db, account).await?;
        subjects.extend(spoken.into_iter().filter(|one| !unwanted.contains(one)));
        subjects.truncate(MOST);
        self.names(&subjects).await
    }

    /// Whether the viewer follows something: because they said so, or because they commented on a draft and did not say otherwise.
    pub async fn follows(self, subject: &Subject) -> Result<bool> {
        let Some(account) = self.account() else { return Ok(false) };
        let db = self.db.read();
        let said = follow::Entity::is_wanted(db, account, subject).await?;
        let (None, Subject::Draft(reference)) = (said, subject) else { return Ok(said == Some(true)) };
        let found = draft::Entity::find()
            .select_only()
            .column(draft::Column::Id)
            .filter(draft::Column::Reference.eq(reference.as_str()));
        let Some(draft) = found.into_tuple::<i64>().one(db).await? else { return Ok(false) };
        let spoke = comment::Entity::find()
            .join(JoinType::InnerJoin, comment::Relation::Thread.def())
            .filter(thread::Column::DraftId.eq(draft))
            .filter(comment::Column::AuthorId.eq(account));
        Ok(spoke.limit(1).one(db).await?.is_some())
    }

    /// The drafts that somebody commented on.
    async fn spoken_in(self, account: i64) -> Result<Vec<Subject>> {
        let drafts = comment::Entity::find()
            .select_only()
            .column(thread::Column::DraftId)
            .distinct()
            .join(JoinType::InnerJoin, comment::Relation::Thread.def())
            .filter(comment::Column::AuthorId.eq(account));
        let references = draft::Entity::find()
            .select_only()
            .column(draft::Column::Reference)
            .filter(draft::Column::Id.in_subquery(drafts.into_query()))
            .order_by_desc(draft::Column::Id);
        let references: Vec<String> = references.into_tuple().all(self.db.read()).await?;
        Ok(references.into_iter().map(Subject::Draft).collect())
    }

    /// The first words of clauses in the newest version of their draft, by draft and clause.
    async fn clauses(
        self,
        subjects: &[Subject],
        drafts: &BTreeMap<&str, &draft::Model>,
    ) -> Result<HashMap<Subject, String>> {
        let mut words = HashMap::new();
        for subject in subjects {
            let Subject::Clause(reference, clause) = subject else { continue };
            let Some(draft) = drafts.get(reference.as_str()).filter(|draft| draft.latest > 0) else {
                continue;
            };
            let newest = version::Entity::kept(self.db, draft.id, draft.latest).await?;
            let text = newest.text();
            let found = newest.position_of(*clause).and_then(|index| text.clause(index));
            words.extend(found.map(|found| (subject.clone(), gist(&found.text, CLAUSE))));
        }
        Ok(words)
    }

    async fn names(self, subjects: &[Subject]) -> Result<Vec<(Subject, String)>> {
        let db = self.db.read();
        let (mut drafts, mut forums, mut stakeholders) = (Vec::new(), Vec::new(), Vec::new());
        for subject in subjects {
            match subject {
                Subject::Draft(key) | Subject::Clause(key, _) => drafts.push(key.as_str()),
                Subject::Forum(key) => forums.push(key.as_str()),
                Subject::Stakeholder(key) => stakeholders.push(key.as_str()),
            }
        }
        let drafts: Vec<i64> = draft::Entity::find()
            .select_only()
            .column(draft::Column::Id)
            .filter(named(db, draft::Column::Reference, drafts))
            .into_tuple()
            .all(db)
            .await?;
        let drafts = docket::among(db, self.reader, drafts, self.now).await?;
        let drafts: BTreeMap<&str, &draft::Model> =
            drafts.values().map(|(draft, _)| (draft.reference.as_str(), draft)).collect();
        let clauses = self.clauses(subjects, &drafts).await?;
        let forums = forum::Entity::find().filter(named(db, forum::Column::Slug, forums)).all(db).await?;
        let roles = access::roles_among(db, self.reader, &forums, self.now).await?;
        let seen = |forum: &&forum::Model| {
            roles
                .get(&forum.id)
                .is_some_and(|roles| access::may_in(roles, forum, Action::See, self.now).is_ok())
        };
        let forums: BTreeMap<&str, &str> =
            forums.iter().filter(seen).map(|forum| (forum.slug.as_str(), forum.name.as_str())).collect();
        let stakeholders = named(db, stakeholder::Column::Slug, stakeholders);
        let stakeholders = stakeholder::Entity::find().filter(stakeholders).all(db).await?;
        let stakeholders: BTreeMap<&str, &str> =
            stakeholders.iter().map(|one| (one.slug.as_str(), one.name.as_str())).collect();
        let name = |subject: &Subject| {
            let name = match subject {
                Subject::Draft(key) => drafts.get(key.as_str())?.title.as_str(),
                Subject::Clause(key, _) => {
                    let draft = drafts.get(key.as_str())?;
                    clauses.get(subject).map_or(draft.title.as_str(), String::as_str)
                }
                Subject::Forum(key) => *forums.get(key.as_str())?,
                Subject::Stakeholder(key) => *stakeholders.get(key.as_str())?,
            };
            Some((subject.clone(), name.to_owned()))
        };
        Ok(subjects.iter().filter_map(name).collect())
    }
}
