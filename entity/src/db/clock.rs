//! The time at which a verb has its turn.

use std::{
    fmt::{self, Debug, Formatter},
    sync::Arc,
};

use chrono::{DateTime, Utc};

/// Tells the time.
#[derive(Clone)]
pub(super) struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    /// A clock that asks a function.
    pub fn of(tell: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// The instant it tells.
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }
}

impl Debug for Clock {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str("Clock")
    }
}
