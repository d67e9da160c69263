//! For administrators: mails that could not be sent.

use std::collections::BTreeMap;

use entity::{account, outbox};
use leptos::prelude::*;

use crate::{context::Context, error::AppError, t, ui::Ago, words::t};

/// How many are shown.
const SHOWN: u64 = 20;

/// What waits, and what could not be sent.
pub struct Troubles {
    waiting: u32,
    mails: Vec<outbox::Model>,
    accounts: BTreeMap<i64, account::Model>,
}

impl Troubles {
    /// Reads how many mails wait, and the latest twenty in trouble.
    /// The last of them, with whom they are for.
    pub async fn load(ctx: &Context) -> Result<Self, AppError> {
        let db = ctx.db.read();
        let (waiting, mails) = outbox::Entity::in_trouble(db, SHOWN).await?;
        let people = account::Entity::among(db, mails.iter().filter_map(|mail| mail.account_id)).await?;
        Ok(Self {
            waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
            accounts: people.into_iter().map(|account| (account.id, account)).collect(),
            mails,
        })
    }
}

/// Each with whom it is for, what it is, what became of it, and what the mail server said.
pub fn section(troubles: &Troubles) -> AnyView {
    let one = |mail: &outbox::Model| {
        let account = mail.account_id.and_then(|id| troubles.accounts.get(&id));
        let to = account.map_or_else(
            || mail.address.clone().unwrap_or_default(),
            |account| format!("{} <{}>", account.name, account.email),
        );
        let fate = t(match mail.state.0 {
            outbox::State::Refused => "mail-state-refused",
            outbox::State::GivenUp => "mail-state-given-up",
            outbox::State::Waiting | outbox::State::Sent | outbox::State::Void => "mail-state-waiting",
        });
        let occasion = t(&format!("occasion-{}", mail.occasion.key()));
        view! {
            <li>
                <p class="small quiet"><Ago at=mail.made_at/></p>
                <div>
                    <p><bdi>{to}</bdi>": "{occasion}". "{fate}</p>
                    <p class="small quiet" dir="ltr">{mail.trouble.clone()}</p>
                </div>
            </li>
        }
    };
    let list = troubles.mails.iter().map(one).collect_view();
    let list = (!troubles.mails.is_empty()).then(|| view! { <ol class="ledger close">{list}</ol> });
    view! {
        <section aria-labelledby="mail">
            <h2 class="shift" id="mail">{t("settings-mails")}</h2>
            <p class="quiet shift">{t!("mail-waiting", count = troubles.waiting)}</p>
            {list}
        </section>
    }
    .into_any()
}
