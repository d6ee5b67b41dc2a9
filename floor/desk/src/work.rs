// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One transaction: state, event, audit leaf, and what other rooms do about it; all or nothing.

use anyhow::anyhow;
use audit::{Author, Event};
use store::DatabaseTransaction;

use crate::{Desk, Done, Halt, once};

/// Reactions to reactions are few; more than this is a circle.
const DEEPEST: usize = 8;

/// A transaction with its author. Dropped without `commit`, it leaves nothing behind.
#[derive(Debug)]
pub struct Work<'d> {
    pub desk: &'d Desk,
    pub tx: DatabaseTransaction,
    depth: usize,
}

impl<'d> Work<'d> {
    pub(crate) fn new(desk: &'d Desk, tx: DatabaseTransaction) -> Self {
        Self { desk, tx, depth: 0 }
    }

    /// Writes event and audit leaf, then lets the other rooms react in the same transaction.
    ///
    /// # Errors
    /// The database failed, or a reaction refused; then nothing of this work remains.
    pub async fn record(&mut self, event: Event) -> Result<(), Halt> {
        let desk = self.desk;
        let author = Author {
            account: desk.actor.account,
            name: desk.actor.name.clone(),
            office: desk.actor.office_id(),
            at: desk.now,
            event_id: desk.dice.ordered_id(desk.now),
            salt: desk.dice.bytes(),
        };
        audit::append(&self.tx, &author, &event).await?;
        if self.depth == DEEPEST {
            return Err(Halt::Fault(anyhow!("reactions go in a circle at {}", event.kind)));
        }
        self.depth += 1;
        for (kind, react) in desk.house.reactions.0 {
            if *kind == event.kind {
                react(self, &event).await?;
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// Makes it so.
    ///
    /// # Errors
    /// Nobody was asked for permission, what was allowed needs a fresh proof, or the database failed.
    pub async fn commit(self, mut done: Done) -> Result<Done, Halt> {
        if !self.desk.was_allowed() {
            return Err(Halt::Fault(anyhow!("an action tried to commit without asking for permission")));
        }
        // Asked again: an action may have allowed more after it began.
        self.desk.is_proven()?;
        let teller = self.desk.teller();
        done.said = std::iter::once(&done.say).chain(&done.more).map(|say| teller.tell(say)).collect();
        if let Some(key) = &self.desk.once {
            once::keep(&self.tx, key, &self.desk.actor, &done, self.desk.content.as_deref()).await?;
        }
        self.tx.commit().await?;
        Ok(done)
    }
}
