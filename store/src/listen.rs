//! Who is listening to an interview, or to who may listen: in this process, and on PostgreSQL in the other instances.

use crate::{
    db::{Db, Pools},
    error::Error,
    event::Folds,
};
use domain::InterviewId;
use sqlx::{
    PgConnection, PgPool, SqliteConnection,
    postgres::{PgListener, PgNotification},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::watch::{Receiver, Sender},
    task::JoinHandle,
};

/// The channel of PostgreSQL; its messages are `<interview> <seq>`, `<interview> pad <rev>`, `<interview> forgotten`, and
/// [`ACCESS`].
const CHANNEL: &str = "hopwise_interview_event";

/// What is told in the place of a number.
const FORGOTTEN: &str = "forgotten";

/// Stands before the revision of a pad.
const PAD: &str = "pad ";

/// Somebody may have lost a session or a role.
const ACCESS: &str = "access";

/// Listeners to one kind of thing, by interview. An entry lives as long as somebody listens.
#[derive(Default)]
struct Listeners(Mutex<HashMap<InterviewId, Sender<i64>>>);

impl Listeners {
    /// Listens; entries that nobody listens to any more are dropped on the way.
    fn watch(&self, interview: InterviewId) -> Receiver<i64> {
        let mut listened = self.lock();
        listened.retain(|_, it| it.receiver_count() > 0);
        listened.entry(interview).or_insert_with(|| Sender::new(0)).subscribe()
    }

    fn wake(&self, interview: InterviewId, number: i64) {
        if let Some(it) = self.lock().get(&interview) {
            it.send_if_modified(|last| std::mem::replace(last, number.max(*last)) < number);
        }
    }

    fn rouse(&self, interview: InterviewId) {
        if let Some(it) = self.lock().get(&interview) {
            it.send_modify(|_| {});
        }
    }

    fn wake_all(&self) {
        for it in self.lock().values() {
            it.send_modify(|_| {});
        }
    }

    /// A panic elsewhere leaves a whole map: each change is one insert or remove.
    fn lock(&self) -> MutexGuard<'_, HashMap<InterviewId, Sender<i64>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Listeners.
#[derive(Default)]
pub(crate) struct Hub {
    logs: Listeners,
    pads: Listeners,
    access: Sender<()>,
}

impl Hub {
    /// Listens to an interview's log.
    pub(crate) fn watch(&self, interview: InterviewId) -> Receiver<i64> {
        self.logs.watch(interview)
    }

    /// Listens to an interview's pad.
    pub(crate) fn watch_pad(&self, interview: InterviewId) -> Receiver<i64> {
        self.pads.watch(interview)
    }

    /// Tells that an interview has `seq` events now. Wake-ups may come late or twice; the number only grows.
    pub(crate) fn wake(&self, interview: InterviewId, seq: i64) {
        self.logs.wake(interview, seq);
    }

    /// Tells that an interview's pad has the revision `rev` now.
    pub(crate) fn wake_pad(&self, interview: InterviewId, rev: i64) {
        self.pads.wake(interview, rev);
    }

    /// Wakes who listens to an interview although nothing has grown: it is to be read anew.
    pub(crate) fn rouse(&self, interview: InterviewId) {
        self.logs.rouse(interview);
        self.pads.rouse(interview);
    }

    /// Wakes everybody: wake-ups may have been lost.
    fn wake_all(&self) {
        self.logs.wake_all();
        self.pads.wake_all();
        self.access.send_replace(());
    }
}

impl Db {
    /// Wakes when the interview's log grows; the value is the number of events, or 0 as long as nothing was appended.
    ///
    /// Watch first and read [`Db::state`] then: what comes between wakes. A wake-up without news is possible.
    #[must_use]
    pub fn watch(&self, interview: InterviewId) -> Receiver<i64> {
        self.hub.watch(interview)
    }

    /// Wakes who watches an interview in this process although nothing was appended: something beside its log has changed.
    pub fn rouse(&self, interview: InterviewId) {
        self.hub.rouse(interview);
    }

    /// Wakes when somebody, whoever it is, may have lost a session or a role: whoever holds something open asks again.
    #[must_use]
    pub fn watch_access(&self) -> Receiver<()> {
        self.hub.access.subscribe()
    }

    /// Tells everybody who holds something open to ask again whether they may.
    pub(crate) async fn access_changed(&self) -> Result<(), Error> {
        self.hub.access.send_replace(());
        if let Pools::Postgres(pool) = &self.pools {
            notify(&mut *pool.acquire().await?, ACCESS).await?;
        }
        Ok(())
    }
}

/// Telling other instances, as part of a transaction: they hear it when it is committed, and only then.
pub(crate) trait Announce {
    /// Tells that an interview has `seq` events.
    async fn announce(&mut self, interview: InterviewId, seq: i64) -> sqlx::Result<()>;
    /// Tells that the pad of an interview has the revision `rev`.
    async fn announce_pad(&mut self, interview: InterviewId, rev: i64) -> sqlx::Result<()>;
    /// Tells that the candidate of an interview is forgotten.
    async fn announce_forgotten(&mut self, interview: InterviewId) -> sqlx::Result<()>;
}

impl Announce for SqliteConnection {
    /// A file serves one process; there is nobody to tell.
    async fn announce(&mut self, _: InterviewId, _: i64) -> sqlx::Result<()> {
        Ok(())
    }

    async fn announce_pad(&mut self, _: InterviewId, _: i64) -> sqlx::Result<()> {
        Ok(())
    }

    async fn announce_forgotten(&mut self, _: InterviewId) -> sqlx::Result<()> {
        Ok(())
    }
}

impl Announce for PgConnection {
    async fn announce(&mut self, interview: InterviewId, seq: i64) -> sqlx::Result<()> {
        let message = format!("{interview} {seq}");
        notify(self, &message).await
    }

    async fn announce_pad(&mut self, interview: InterviewId, rev: i64) -> sqlx::Result<()> {
        notify(self, &format!("{interview} {PAD}{rev}")).await
    }

    async fn announce_forgotten(&mut self, interview: InterviewId) -> sqlx::Result<()> {
        notify(self, &format!("{interview} {FORGOTTEN}")).await
    }
}

async fn notify(connection: &mut PgConnection, message: &str) -> sqlx::Result<()> {
    sqlx::query("select pg_notify($1, $2)").bind(CHANNEL).bind(message).execute(connection).await.map(drop)
}

/// The task that passes on what other instances tell; it ends with this value.
pub(crate) struct Forwarder(JoinHandle<()>);

impl Forwarder {
    /// Listens from now on.
    pub(crate) async fn start(pool: &PgPool, hub: &Arc<Hub>, folds: &Arc<Folds>) -> sqlx::Result<Self> {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        Ok(Self(tokio::spawn(forward(listener, Arc::clone(hub), Arc::clone(folds)))))
    }
}

impl Drop for Forwarder {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn forward(mut listener: PgListener, hub: Arc<Hub>, folds: Arc<Folds>) {
    loop {
        match listener.try_recv().await {
            Ok(Some(told)) => match read(&told) {
                Some((interview, Told::Grown(seq))) => hub.wake(interview, seq),
                Some((interview, Told::Written(rev))) => hub.wake_pad(interview, rev),
                Some((interview, Told::Forgotten)) => {
                    folds.forget(interview);
                    hub.rouse(interview);
                }
                None if told.payload() == ACCESS => hub.access.send_replace(()),
                None => tracing::warn!(message = told.payload(), "not understood"),
            },
            // The connection was lost and made anew; nobody knows what was told in between.
            Ok(None) => hub.wake_all(),
            Err(sqlx::Error::PoolClosed) => return,
            Err(error) => {
                tracing::warn!(%error, "the wake-ups of other instances do not arrive; trying again");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// What another instance told about an interview.
enum Told {
    /// It has so many events.
    Grown(i64),
    /// Its pad has this revision.
    Written(i64),
    /// Its candidate is forgotten.
    Forgotten,
}

fn read(told: &PgNotification) -> Option<(InterviewId, Told)> {
    let (interview, what) = told.payload().split_once(' ')?;
    let what = match (what, what.strip_prefix(PAD)) {
        (FORGOTTEN, _) => Told::Forgotten,
        (_, Some(rev)) => Told::Written(rev.parse().ok()?),
        (seq, None) => Told::Grown(seq.parse().ok()?),
    };
    Some((interview.parse().ok()?, what))
}
