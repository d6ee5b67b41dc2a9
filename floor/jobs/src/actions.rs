// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done about a job, one file each.

mod cancel;
mod retry;

pub use cancel::CANCEL;
pub use retry::RETRY;

use access::Act;
use desk::{Desk, Form, Halt};

use crate::facts::{self, JobFact};

/// The job of the address, if this person may do this to it.
fn allowed<'a>(desk: &'a Desk, form: &'a Form, act: Act) -> desk::Future<'a, Result<JobFact, Halt>> {
    Box::pin(async move {
        let id = form.text("job").parse().map_err(|_| Halt::Missing)?;
        let job = facts::job(desk.house.db.read(), id).await?.ok_or(Halt::Missing)?;
        desk.allow(act, &job.target())?;
        Ok(job)
    })
}
