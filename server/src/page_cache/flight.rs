//! Pages that are being made: one for all who wait for it.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{oneshot, watch},
    time::sleep,
};

use super::{Key, page::Page};

/// How often it is looked whether anybody still waits for a page whose first asker is gone.
const LOOK: Duration = Duration::from_millis(100);

/// The pages that are being made at this moment.
#[derive(Clone, Debug, Default)]
pub struct Flights(Arc<Mutex<HashMap<Key, watch::Receiver<Option<Outcome>>>>>);

/// What became of a page that was waited for.
#[derive(Clone, Debug)]
pub enum Outcome {
    Page(Arc<Page>),
    /// The answer is not one for everybody, or there is none: each makes their own.
    Apart,
}

/// The place of somebody who asks for a page that is not there.
pub enum Seat {
    /// For the first who asks, who makes the page.
    Pilot(Flight),
    /// For all others: somebody makes it already.
    Passenger(Waiting),
}

/// A page that is being made. Dropped without an end, nobody waits for it any more.
pub struct Flight {
    flights: Flights,
    key: Key,
    tell: watch::Sender<Option<Outcome>>,
}

/// The place of somebody who waits for a page that another makes.
pub struct Waiting(watch::Receiver<Option<Outcome>>);

impl Flights {
    /// Takes a place for a page: the first to come makes it, all others wait for that one.
    pub fn board(&self, key: &Key) -> Seat {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(key.clone()) {
            Entry::Occupied(under_way) => Seat::Passenger(Waiting(under_way.get().clone())),
            Entry::Vacant(free) => {
                let (tell, hear) = watch::channel(None);
                free.insert(hear);
                Seat::Pilot(Flight { flights: self.clone(), key: key.clone(), tell })
            }
        }
    }
}

impl Flight {
    /// Gives the page to all who wait; none when it is not for them.
    pub fn land(self, page: Option<Arc<Page>>) {
        self.tell.send_replace(Some(page.map_or(Outcome::Apart, Outcome::Page)));
    }

    /// Ends when nobody waits for the page any more: whoever asked first has `left`, and so have all others.
    pub async fn deserted(&self, left: oneshot::Receiver<()>) {
        // Nothing is ever sent: it ends as its other half is dropped.
        let _gone = left.await;
        // One ear is that of those who will come.
        while self.tell.receiver_count() > 1 {
            sleep(LOOK).await;
        }
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.flights.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}

impl Waiting {
    /// Waits for the page. Gives [`Outcome::Apart`] when it is not for everybody, or was never finished.
    pub async fn landed(mut self) -> Outcome {
        match self.0.wait_for(Option::is_some).await {
            Ok(end) => end.clone().unwrap_or(Outcome::Apart),
            Err(_) => Outcome::Apart,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(address: &str) -> Key {
        Key { address: address.to_owned(), locale: app::locale::Locale::En, again: false, encoding: "br" }
    }

    #[tokio::test]
    async fn nobody_waits_for_a_page_whose_maker_is_gone() {
        let flights = Flights::default();
        let Seat::Pilot(flight) = flights.board(&key("/")) else { panic!("the first is told to wait") };
        let Seat::Passenger(waiting) = flights.board(&key("/")) else { panic!("two make the same page") };
        assert!(matches!(flights.board(&key("/help")), Seat::Pilot(_)));
        drop(flight);
        assert!(matches!(waiting.landed().await, Outcome::Apart));
        assert!(matches!(flights.board(&key("/")), Seat::Pilot(_)));
    }

    #[tokio::test]
    async fn a_page_is_made_for_as_long_as_anybody_waits() {
        let flights = Flights::default();
        let Seat::Pilot(flight) = flights.board(&key("/")) else { panic!("the first is told to wait") };
        let Seat::Passenger(waiting) = flights.board(&key("/")) else { panic!("two make the same page") };
        let (first, left) = oneshot::channel::<()>();
        let mut deserted = Box::pin(flight.deserted(left));
        assert!(tokio::time::timeout(LOOK, &mut deserted).await.is_err(), "the first waits");
        drop(first);
        assert!(tokio::time::timeout(LOOK * 2, &mut deserted).await.is_err(), "another waits");
        drop(waiting);
        deserted.await;
    }
}
