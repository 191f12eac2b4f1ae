//! `parking_lot` 0.11 as sled 0.34.7 uses it, made of `parking_lot` 0.12: the same locks, and a
//! condition variable whose [`Condvar::wait_until`] waits for as long as it takes.
//!
//! sled starts seven threads that live as long as the process, even once every database is closed;
//! each wakes once a second to see that there is nothing to do. `wait_until` is called from that
//! one place (`threadpool.rs`, `Queue::recv_timeout`), where whoever brings work wakes the thread
//! and a time that is over leads back to the same wait. Without a time nothing is late, and a
//! station that is left open costs a shared machine nothing. It must never be used by anything
//! else: elsewhere a wait that is asked to end has to end.

use std::time::{Duration, Instant};

pub use parking_lot::{
    Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard, WaitTimeoutResult,
};

/// A condition variable.
#[derive(Debug, Default)]
pub struct Condvar(parking_lot::Condvar);

/// That a wait has not run out of time, since it had no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Woken;

impl Woken {
    /// Never.
    pub const fn timed_out(self) -> bool {
        false
    }
}

impl Condvar {
    /// A condition variable that nobody waits for.
    pub const fn new() -> Self {
        Self(parking_lot::Condvar::new())
    }

    /// Waits until woken.
    pub fn wait<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>) {
        self.0.wait(guard);
    }

    /// Waits until woken, or for so long.
    pub fn wait_for<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, limit: Duration) -> WaitTimeoutResult {
        self.0.wait_for(guard, limit)
    }

    /// Waits until woken: the time is not looked at.
    pub fn wait_until<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>, _never: Instant) -> Woken {
        self.0.wait(guard);
        Woken
    }

    /// Wakes one who waits; whether there was one.
    pub fn notify_one(&self) -> bool {
        self.0.notify_one()
    }

    /// Wakes all who wait; how many there were.
    pub fn notify_all(&self) -> usize {
        self.0.notify_all()
    }
}
