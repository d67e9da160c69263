//! Sending bundles to other installations: from the outbox, until they arrive.

use std::time::Duration;

use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use entity::{
    Result,
    dispatch::{Entity, Model, State as Fate},
    peer::{self, Known},
    referral,
};
use serde_json::Value;

use super::Here;
use crate::{clock, export::Failure, outgoing::Outgoing, state::State};

/// Where another installation takes bundles, below its address.
pub const DOOR: &str = "/peers/bundles";
/// How often it is looked whether there is something to send.
const LOOK: Duration = Duration::from_secs(2);
/// How long the other side may take over a bundle.
const PATIENCE: Duration = Duration::from_secs(90);
/// How long a bundle waits that did not arrive, by how often it was tried; the last holds from then on. Nothing is given up.
const PAUSES: [TimeDelta; 6] = [
    TimeDelta::seconds(30),
    TimeDelta::minutes(2),
    TimeDelta::minutes(10),
    TimeDelta::minutes(30),
    TimeDelta::hours(2),
    TimeDelta::hours(6),
];

/// Sends bundles for as long as the server runs.
pub struct Delivery {
    state: State,
    /// By which the outbox knows this server.
    owner: String,
    outgoing: Outgoing,
}

/// What came of a bundle that was sent.
enum Came {
    Taken,
    /// The other side does not take it, and says why.
    Refused(String),
    /// It did not arrive.
    Later(String),
}

impl Delivery {
    /// Goes on where any server on this database left it.
    pub fn begin(state: State) -> Self {
        Self { state, owner: clock::token(), outgoing: Outgoing::default().patient(PATIENCE) }
    }

    /// The same with another patience, for tests.
    pub fn patient(mut self, patience: Duration) -> Self {
        self.outgoing = self.outgoing.patient(patience);
        self
    }

    /// Looks again and again; what fails is logged, and tried at the next look.
    pub async fn run(self) {
        let mut looks = tokio::time::interval(LOOK);
        looks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            looks.tick().await;
            if let Err(error) = self.look().await {
                tracing::error!(%error, "Bundles could not be sent");
            }
        }
    }

    /// Sends everything that is due, once. Fails when the database does.
    pub async fn look(&self) -> Result<()> {
        while let Some(row) = Entity::take(&self.state.db, &self.owner, self.state.clock.now()).await? {
            self.deliver(&row).await?;
        }
        Ok(())
    }

    async fn deliver(&self, row: &Model) -> Result<()> {
        let db = &self.state.db;
        let peer = peer::Entity::by_id(db.read(), row.peer_id).await?;
        let came = match peer.state.0 {
            Known::Blocked => Came::Refused("it is blocked here".to_owned()),
            Known::Waiting => Came::Later("it is not confirmed here yet".to_owned()),
            Known::Confirmed => self.send(&peer, row).await?,
        };
        let now = self.state.clock.now();
        match came {
            Came::Taken => {
                Entity::end(db, row, Fate::Sent, None, now).await?;
                peer::Entity::heard(db.owner(), peer.id, Some(now), None).await
            }
            Came::Refused(why) => {
                tracing::warn!(peer.host, why, "A bundle was refused");
                Entity::end(db, row, Fate::Refused, Some(why), now).await
            }
            Came::Later(why) => {
                let place = usize::try_from(row.tries.max(1) - 1).unwrap_or(usize::MAX).min(PAUSES.len() - 1);
                Entity::again(db, row, why.clone(), now + PAUSES[place]).await?;
                peer::Entity::heard(db.owner(), peer.id, None, Some(why)).await
            }
        }
    }

    async fn send(&self, peer: &peer::Model, row: &Model) -> Result<Came> {
        let State { db, signer, url, clock, inside, .. } = &self.state;
        let referral = referral::Entity::by_id(db.read(), row.referral_id).await?;
        let here = Here { db, signer, url };
        let bundle = match here.make(&referral, clock.now()).await {
            Ok(bundle) => bundle,
            Err(Failure::Entity(error)) if error.trouble().is_some() => return Err(error),
            Err(failure) => return Ok(Came::Later(format!("it cannot be made: {failure}"))),
        };
        let request = Request::post(format!("{}{DOOR}", peer.address))
            .header(header::CONTENT_TYPE, "application/zip")
            .header(header::CONTENT_LENGTH, bundle.len())
            .body(bundle);
        let Ok(request) = request else { return Ok(Came::Later("its address cannot be called".to_owned())) };
        Ok(match self.outgoing.send(request, inside).await {
            Ok(answer) => came(answer.status(), answer.body()),
            Err(error) => Came::Later(error.to_string()),
        })
    }
}

/// What an answer means: a refusal is a refusal, but for those that time or a person may lift.
fn came(status: StatusCode, body: &[u8]) -> Came {
    let said = serde_json::from_slice::<Value>(body).ok();
    let said = said.as_ref().and_then(|said| said.get("detail")?.as_str()).unwrap_or_default();
    let said: String = said.chars().take(500).collect();
    if status.is_success() {
        return Came::Taken;
    }
    if status.is_redirection() {
        return Came::Later(format!("it leads elsewhere ({status}), which is not followed"));
    }
    match status {
        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::CONFLICT => Came::Refused(said),
        _ => Came::Later(format!("{status} {said}").trim().to_owned()),
    }
}
