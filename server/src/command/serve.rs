//! `comity serve`

use std::{io::ErrorKind, sync::Arc, time::Duration};

use app::context::Persona;
use entity::Db;
use tokio::{
    net::TcpListener,
    signal::unix::{Signal, SignalKind, signal},
    sync::Semaphore,
};

use super::Refusal;
use crate::{
    SENDING,
    bundle::Delivery,
    checkpoint::Signer,
    clock::Clock,
    config::{Limits, Reach, Secret, Store},
    database, demo,
    key::Keyring,
    mail::Mail,
    providers::Providers,
    serving,
    state::State,
    telemetry,
    telling::{self, Telling},
    traffic::Traffic,
};

/// How often sessions that have expired are cleared away.
const SWEEP: Duration = Duration::from_secs(60 * 60);
/// How often the record is signed, when it has grown.
const CHECKPOINT: Duration = Duration::from_secs(60);
/// How often what is new is made ready to be found.
const INDEX: Duration = Duration::from_secs(5);
/// How long open requests may take once the server is told to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// Serve the site, creating and updating its database first
#[derive(clap::Args)]
#[command(after_help = "Example: comity serve --demo --listen 127.0.0.1:8080")]
pub struct Serve {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    secret: Secret,
    #[command(flatten)]
    reach: Reach,
    #[command(flatten)]
    limits: Limits,
    #[command(flatten)]
    traffic: Traffic,
    /// Seed a forum in mid-consultation in an empty database, and let anyone sign in as its cast
    #[arg(long)]
    demo: bool,
    /// Throw away the demo that is there, with all that its visitors did, and seed it anew
    #[arg(long, requires = "demo")]
    reset: bool,
}

impl Serve {
    /// Serves until it is told to stop. Refuses to start without its database, its key, its way to send mail, or the address it listens on.
    pub async fn run(self) -> Result<(), Refusal> {
        telemetry::start();
        let mail = Arc::new(Mail::new(&self.reach)?);
        let providers = match &self.reach.providers {
            Some(file) => Arc::new(Providers::read(file).map_err(Refusal::Said)?),
            None => Arc::default(),
        };
        let db = database::open(&self.store).await?;
        let clock = Clock::default();
        let cast = if self.demo { Some(self.play(&db, &clock).await?) } else { None };
        let db = {
            let clock = clock.clone();
            db.told_by(move || clock.now())
        };
        let keyring = Keyring::new(self.store.folder()?, self.secret.secret.as_ref())?;
        let signer = Arc::new(Signer::open(&db, keyring, clock.now()).await?);
        // From here on; the play of a demo is not one person's day.
        db.allow(self.limits.allowances());
        let listener = self.listen().await?;
        let address =
            listener.local_addr().map_err(|error| Refusal::Listen { listen: self.reach.listen, error })?;
        let url = self.reach.url.clone().unwrap_or_else(|| format!("http://{address}"));
        let state = State {
            db,
            clock,
            mail,
            sending: Arc::new(Semaphore::new(SENDING)),
            proxies: self.reach.proxies,
            security_contact: self.reach.security_contact.as_deref().map(Arc::from),
            signer,
            url: url.trim_end_matches('/').into(),
            counted: Arc::default(),
            inside: Arc::new(self.reach.peer_hosts.iter().map(|host| host.to_ascii_lowercase()).collect()),
            providers,
            required: Arc::default(),
            cast,
        };
        tokio::spawn(sweep(state.clone()));
        tokio::spawn(sign(state.clone()));
        tokio::spawn(Telling::begin(state.clone()).await?.run());
        tokio::spawn(Delivery::begin(state.clone()).run());
        tokio::spawn(index(state.clone()));
        let router = crate::limited(state, self.traffic);
        let mut asked = Asked::listen()?;
        #[expect(clippy::print_stdout, reason = "the one line that says where the site is")]
        {
            println!("Comity is at http://{address}");
        }
        let (stopping, stopped) = tokio::sync::oneshot::channel();
        let stop = async move {
            asked.comes().await;
            tracing::info!("Stopping: open requests are answered, new ones are not taken");
            stopping.send(()).ok();
        };
        let server = serving::serve(listener, router, self.traffic, self.reach.proxies, stop);
        let cut_off = async {
            stopped.await.ok();
            tokio::time::sleep(LAST_ANSWERS).await;
        };
        tokio::select! {
            () = server => {}
            () = cut_off => {}
        }
        Ok(())
    }

    /// Seeds the demo, unless it is there already, and gives its cast.
    async fn play(&self, db: &Db, clock: &Clock) -> Result<Arc<[Persona]>, Refusal> {
        let folder = self.store.folder()?;
        // Of several that start together one plays, and the others find it played.
        let _turn = database::turn(&self.store, db).await?;
        match self.reset {
            true => demo::reset(db, folder, clock.now()).await?,
            false => drop(demo::seed(db, folder, clock.now()).await?),
        }
        Ok(demo::cast().map_err(|error| Refusal::Said(error.to_string()))?.into())
    }

    async fn listen(&self) -> Result<TcpListener, Refusal> {
        let listen = self.reach.listen;
        TcpListener::bind(listen).await.map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => Refusal::InUse { listen },
            _ => Refusal::Listen { listen, error },
        })
    }
}

async fn sweep(state: State) {
    let mut hours = tokio::time::interval(SWEEP);
    loop {
        hours.tick().await;
        let (db, now) = (state.db.owner(), state.clock.now());
        if let Err(error) = entity::session::Entity::sweep(db, now).await {
            tracing::error!(%error, "Expired sessions could not be cleared away");
        }
        if let Err(error) = entity::sign_in_link::sweep(db, now).await {
            tracing::error!(%error, "Links of earlier days could not be cleared away");
        }
        if let Err(error) = telling::sweep(&state).await {
            tracing::error!(%error, "Mails of earlier days could not be cleared away");
        }
        if let Err(error) = entity::newcomer::sweep(db, now).await {
            tracing::error!(%error, "Words that nobody came back for could not be cleared away");
        }
        if let Err(error) = entity::pace::sweep(db, now).await {
            tracing::error!(%error, "What was tried on earlier days could not be cleared away");
        }
        if let Err(error) = entity::token::Entity::sweep(db, now).await {
            tracing::error!(%error, "Expired tokens could not be cleared away");
        }
        if let Err(error) = entity::kept_answer::Entity::sweep(db, now).await {
            tracing::error!(%error, "Answers of earlier days could not be cleared away");
        }
        if let Err(error) = entity::allowance::sweep(db, now).await {
            tracing::error!(%error, "What was written on earlier days could not be cleared away");
        }
        if let Err(error) = state.db.clear_log().await {
            tracing::error!(%error, "The log of the database could not be emptied");
        }
    }
}

/// Keeps a checkpoint over the record, at most a minute behind it.
async fn sign(state: State) {
    let mut minutes = tokio::time::interval(CHECKPOINT);
    loop {
        minutes.tick().await;
        if let Err(error) = state.signer.catch_up(&state.db, state.clock.now()).await {
            tracing::error!(%error, "The record could not be signed");
        }
    }
}

/// Keeps what is new in the record ready to be found, so that whoever searches does not have to wait for it.
async fn index(state: State) {
    let mut moments = tokio::time::interval(INDEX);
    loop {
        moments.tick().await;
        loop {
            match entity::indexing::read_on(&state.db).await {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(%error, "The record could not be read for what can be found");
                    break;
                }
            }
        }
    }
}

/// The ways in which a server is asked to stop.
struct Asked {
    interrupt: Signal,
    terminate: Signal,
}

impl Asked {
    /// Takes over Ctrl-C and the system's request: from here on neither ends the process by itself.
    fn listen() -> Result<Self, Refusal> {
        let on = |kind| {
            signal(kind)
                .map_err(|error| Refusal::Said(format!("The system gives no signal to stop by: {error}")))
        };
        Ok(Self { interrupt: on(SignalKind::interrupt())?, terminate: on(SignalKind::terminate())? })
    }

    /// Waits until either is there.
    async fn comes(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}
