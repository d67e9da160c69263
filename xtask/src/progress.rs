//! Says which step of how many is being taken, and how long it usually takes the first time.

use std::time::Instant;

/// A count of steps that prints each as it begins and how long the slow ones took.
pub struct Progress {
    total: usize,
    done: usize,
    since: Option<Instant>,
}

impl Progress {
    /// A count of so many steps, none of which has begun.
    pub fn of(total: usize) -> Self {
        Self { total, done: 0, since: None }
    }

    /// Begins the next step. `first_time` says how long it takes on a machine where nothing was built yet.
    pub fn step(&mut self, what: &str, first_time: Option<&str>) {
        self.finish();
        self.done += 1;
        let hint = first_time.map_or(String::new(), |time| format!(" (first time {time})"));
        println!("step {} of {}: {what}{hint}", self.done, self.total);
        self.since = Some(Instant::now());
    }

    /// Ends the step at hand and says how long it took, when a person would have noticed.
    pub fn finish(&mut self) {
        if let Some(since) = self.since.take().filter(|since| since.elapsed().as_secs() > 2) {
            println!("  done in {:.0} s", since.elapsed().as_secs_f32());
        }
    }
}
