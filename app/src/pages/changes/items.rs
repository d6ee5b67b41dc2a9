// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What hangs on one change. Nothing here is stored: an item is there while the facts of the rooms say so, and is gone when
//! somebody has acted; only a decision not to act leaves a note.

mod absence;
mod arrival;
mod onward;
mod seats;

use access::{Act, Target};
use desk::{Desk, Halt, Say};
use kernel::id::PersonId;
use people::facts::{Circumstance, CircumstanceFact, PersonFact};

use crate::pages::reach;
use absence::absence;
use arrival::{credit, number};
use onward::{certificates, follow_ups, handover, referrals};
use seats::{not_reopened, seats};

/// One thing that somebody must act on.
pub struct Item {
    /// Names the item within its change, such as `seat-ROTI-1`.
    pub key: String,
    pub say: Say,
    /// Who must act; the label is the word `change-who-CODE`.
    pub who: &'static str,
    pub href: String,
    /// The word on the link.
    pub verb: &'static str,
    /// Whether the reader may act on it herself.
    pub may_act: bool,
    /// What was decided instead of an act.
    pub note: Option<String>,
}

/// Gathers the items of one change.
struct Gatherer<'d> {
    desk: &'d Desk,
    change: &'d CircumstanceFact,
    person: &'d PersonFact,
    items: Vec<Item>,
}

/// Who acts on an item, by which act, behind which word, on which page.
#[derive(Clone, Copy)]
struct Way {
    who: &'static str,
    act: Act,
    verb: &'static str,
    page: &'static str,
}

impl Way {
    const fn new(who: &'static str, act: Act, verb: &'static str, page: &'static str) -> Self {
        Self { who, act, verb, page }
    }
}

impl Gatherer<'_> {
    /// An item that is acted on at a page, whose address has these parts.
    fn put(&mut self, key: impl Into<String>, say: Say, way: Way, parts: &[&str]) {
        self.put_filled(key, say, way, (parts, ""));
    }

    /// The same with a form that is filled in already by the query behind its address.
    fn put_filled(&mut self, key: impl Into<String>, say: Say, way: Way, (parts, filled): (&[&str], &str)) {
        let Some(address) = reach::address(way.page, parts) else { return };
        let key = key.into();
        let note = self.change.notes.iter().find(|(item, _)| *item == key).map(|(_, note)| note.clone());
        self.items.push(Item {
            key,
            say,
            who: way.who,
            href: format!("{address}{filled}"),
            verb: way.verb,
            may_act: self.desk.may(way.act, &Target::of(self.change.office)),
            note,
        });
    }

    /// Whoever's record the change was told of, the person it is about.
    fn whom(&self) -> PersonId {
        self.person.known_as
    }
}

/// Everything that hangs on a change, for the office that was told of it.
///
/// # Errors
/// The database failed.
pub async fn of(desk: &Desk, change: &CircumstanceFact, person: &PersonFact) -> Result<Vec<Item>, Halt> {
    let mut gatherer = Gatherer { desk, change, person, items: Vec::new() };
    match change.kind {
        Circumstance::MovedOut => {
            seats(&mut gatherer).await?;
            certificates(&mut gatherer).await?;
        }
        Circumstance::MovedIn => {
            number(&mut gatherer).await?;
            credit(&mut gatherer).await?;
            handover(&mut gatherer).await?;
            referrals(&mut gatherer).await?;
        }
        Circumstance::Absent => {
            absence(&mut gatherer).await?;
            referrals(&mut gatherer).await?;
        }
        Circumstance::Released => {
            seats(&mut gatherer).await?;
            certificates(&mut gatherer).await?;
            handover(&mut gatherer).await?;
            referrals(&mut gatherer).await?;
            follow_ups(&mut gatherer).await?;
        }
        // Of a death recorded by error nothing is to be done any more.
        Circumstance::Died if person.died_on.is_none() => {}
        Circumstance::Died => {
            seats(&mut gatherer).await?;
            certificates(&mut gatherer).await?;
        }
        Circumstance::DeathUndone => not_reopened(&mut gatherer).await?,
        Circumstance::Returned | Circumstance::Merged | Circumstance::Parted => {}
    }
    Ok(gatherer.items)
}
