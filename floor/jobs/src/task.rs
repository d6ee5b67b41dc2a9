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
    /// Commits the work together with the end of the job. This is what makes the effect happen once: whoever has lost the
    /// job to somebody else, being slow or believed dead, commits nothing.
    ///
    /// # Errors
    /// The job is no longer this handler's, or the database failed. Nothing of the work remains.
    pub async fn commit(&self, work: Work<'_>, done: Done) -> Result<Done, Halt> {
        let ended = Ended::well(work.desk, &done);
        if !store::end(&work.tx, self.id, self.lease, State::Done, ended).await? {
            return Err(Halt::Fault(anyhow!("job {} was taken over by somebody else", self.id)));
        }
        work.commit(done).await
    }
}
