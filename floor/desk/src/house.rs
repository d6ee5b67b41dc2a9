// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What all requests share, and what one request holds.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use access::{Act, Actor, Denied, Scope, Target};
use audit::Event;
use chrono::{DateTime, Utc};
use kernel::Lang;
use kernel::day::Day;
use kernel::sensitive::{Class, Right};
use kernel::zone::Zone;
use store::Db;
use uuid::Uuid;

use crate::{Dice, Done, Future, Halt, Refusal, Secrets, Teller, Words, Work, once};

/// Somebody else changed the thing meanwhile.
const CHANGED: &str = "DESK-01";

/// What another room does when it hears of an event, in the same transaction.
pub type React = for<'w> fn(&'w mut Work<'_>, &'w Event) -> Future<'w, Result<(), Halt>>;

/// Event kind and reaction. The door holds the one table.
pub type Reactions = &'static [(&'static str, React)];

/// A stop of the main path.
#[derive(Debug, Clone, Copy)]
pub struct RoomLink {
    /// Its label is the word `room-CODE`.
    pub code: &'static str,
    pub path: &'static str,
}

/// What an installation decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where certificates are checked by the public, without a slash at the end. Names no office and no product.
    pub public_base: String,
    /// Every paper carries CONTOH across the page.
    pub specimen: bool,
}

/// What all requests share.
#[derive(Debug)]
pub struct House {
    pub db: Db,
    pub words: Words,
    pub secrets: Secrets,
    /// The audit log as it is kept outside the database.
    pub log: audit::Log,
    pub settings: Settings,
    pub rooms: &'static [RoomLink],
    pub reactions: ReactionTable,
}

/// The reactions, wrapped so that a house can be printed.
pub struct ReactionTable(pub Reactions);

impl std::fmt::Debug for ReactionTable {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} reactions", self.0.len())
    }
}

/// What must still be true when an action begins to write; asked while no other writer can commit.
#[derive(Clone)]
pub struct Guard(pub Arc<dyn Fn() -> Future<'static, Result<bool, Halt>> + Send + Sync>);

impl std::fmt::Debug for Guard {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Guard(…)")
    }
}

/// One person at work, at one instant.
#[derive(Debug)]
pub struct Desk {
    pub house: Arc<House>,
    pub actor: Actor,
    pub lang: Lang,
    pub now: DateTime<Utc>,
    /// The form's idempotency key.
    pub once: Option<String>,
    /// A digest of what was sent with that key, where it matters that it is the same each time.
    pub content: Option<String>,
    pub guard: Option<Guard>,
    pub dice: Dice,
    allowed: AtomicBool,
    /// The first act allowed here that needs a proof which is not fresh.
    unproven: OnceLock<Act>,
}

impl Desk {
    pub fn new(house: Arc<House>, actor: Actor, lang: Lang, now: DateTime<Utc>, dice: Dice) -> Self {
        Self {
            house,
            actor,
            lang,
            now,
            once: None,
            content: None,
            guard: None,
            dice,
            allowed: AtomicBool::new(false),
            unproven: OnceLock::new(),
        }
    }

    pub fn zone(&self) -> Zone {
        self.actor.zone()
    }

    /// The day it is in this person's office.
    pub fn today(&self) -> Day {
        self.zone().day_of(self.now)
    }

    pub fn teller(&self) -> Teller<'_> {
        Teller { words: &self.house.words, lang: self.lang }
    }

    pub fn fresh_id<T: From<Uuid>>(&self) -> T {
        self.dice.ordered_id(self.now).into()
    }

    /// Asks for permission for one thing. Where the act also needs a fresh proof, showing its form does not; doing it does,
    /// and `begin` asks.
    ///
    /// # Errors
    /// `Denied`, when no cell of the policy lets this person do it here and now.
    pub fn allow(&self, act: Act, target: &Target) -> Result<(), Denied> {
        access::authorise(&self.actor, act, target, self.now)?;
        self.note_allowed(act);
        Ok(())
    }

    fn note_allowed(&self, act: Act) {
        self.allowed.store(true, Ordering::Relaxed);
        if access::needs_proof(&self.actor, act, self.now) {
            // Only the first is asked for: one proof serves all.
            let _ = self.unproven.set(act);
        }
    }

    /// Halts when something allowed here needs a proof that is not fresh.
    pub(crate) fn is_proven(&self) -> Result<(), Halt> {
        self.unproven.get().map_or(Ok(()), |act| Err(Halt::Proof(*act)))
    }

    /// True when the act would be allowed; for showing or hiding a button, never instead of `allow`.
    pub fn may(&self, act: Act, target: &Target) -> bool {
        access::authorise(&self.actor, act, target, self.now).is_ok()
    }

    /// Where an act is allowed at all; the condition for lists.
    ///
    /// # Errors
    /// `Denied`, when it is allowed nowhere.
    pub fn scope(&self, act: Act) -> Result<Scope, Denied> {
        let scope = access::scope(&self.actor, act, self.now);
        if scope.is_nowhere() {
            return Err(Denied { act });
        }
        self.note_allowed(act);
        Ok(scope)
    }

    /// The key to one class of sensitive data of one thing.
    pub fn right(&self, class: Class, target: &Target) -> Option<Right> {
        access::right(&self.actor, class, target, self.now)
    }

    /// What was done with this desk's idempotency key before; none for a fresh one.
    ///
    /// # Errors
    /// The database did not answer.
    pub async fn done_before(&self) -> Result<Option<Done>, Halt> {
        match &self.once {
            Some(key) => Ok(once::find(self.house.db.read(), key, &self.actor).await?),
            None => Ok(None),
        }
    }

    /// Begins the one transaction of an action.
    ///
    /// # Errors
    /// `Proof`, when what was allowed needs a fresh one; `Already`, when this very form was sent before; `DESK-01`, when
    /// the guard finds the thing changed.
    pub async fn begin(&self, action: &str) -> Result<Work<'_>, Halt> {
        self.is_proven()?;
        let tx = self.house.db.begin().await?;
        if let Some(key) = &self.once
            && let Some(done) = once::take(&tx, key, &self.actor, action, self.now).await?
        {
            return Err(Halt::Already(Box::new(done)));
        }
        if let Some(guard) = &self.guard {
            audit::hold(&tx).await?;
            if !(guard.0)().await? {
                return Err(Refusal::new(CHANGED).into());
            }
        }
        Ok(Work::new(self, tx))
    }

    /// True once somebody asked for permission and got it.
    pub fn was_allowed(&self) -> bool {
        self.allowed.load(Ordering::Relaxed)
    }
}
