// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A job in hand.

use anyhow::anyhow;
use desk::{Done, Halt, Work};
use kernel::id::JobId;
use uuid::Uuid;

use crate::store::{self, Ended};
use crate::{Payload, State};

/// What a handler is given.
#[derive(Debug)]
pub struct Task {
    pub id: JobId,
    pub payload: Payload,
    /// The first is 1.
    pub attempt: i64,
    pub(crate) lease: Uuid,
}

impl Task {
    /// Notes, with a part of the work, that the job is alive: attempts are counted anew, so that a long job whose worker is killed
    /// now and then is not given up. What is committed with it stays; whoever takes the job up goes on from there.
    ///
    /// # Errors
    /// The job is no longer this handler's, or the database failed. The part must not be committed.
    pub async fn keep(&self, work: &Work<'_>) -> Result<(), Halt> {
        if !store::keep(&work.tx, self.id, self.lease).await? {
            return Err(self.taken());
        }
        Ok(())
    }

    /// Commits the work together with the end of the job. This is what makes the effect happen once: whoever has lost the
    /// job to somebody else, being slow or believed dead, commits nothing.
    ///
    /// # Errors
    /// The job is no longer this handler's, or the database failed. Nothing of the work remains.
    pub async fn commit(&self, work: Work<'_>, done: Done) -> Result<Done, Halt> {
        let ended = Ended::well(work.desk, &done);
        if !store::end(&work.tx, self.id, self.lease, State::Done, ended).await? {
            return Err(self.taken());
        }
        work.commit(done).await
    }

    fn taken(&self) -> Halt {
        Halt::Fault(anyhow!("job {} was taken over by somebody else", self.id))
    }
}
