// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a room offers to do later.

use access::Act;
use desk::{Desk, Done, Future, Halt};

use crate::{Progress, Task};

/// Does the job. Its desk is that of the account that asked, read anew; it must ask for permission like any action, and
/// it must do no harm when it runs a second time: it writes through `Task::commit` and nowhere else.
pub type Run = for<'a> fn(&'a Desk, &'a Task, &'a Progress) -> Future<'a, Result<Done, Halt>>;

/// A kind of job; a room lists its own like its actions.
///
/// # Shape
/// `name` is unique in the house, such as `person import`; its word is `job-kind-person-import`.
/// `act` is asked for before the job runs and while it runs: who may do it nowhere any more is stopped.
#[derive(Clone, Copy)]
pub struct JobKind {
    pub name: &'static str,
    pub act: Act,
    pub run: Run,
}

impl std::fmt::Debug for JobKind {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "JobKind({})", self.name)
    }
}
