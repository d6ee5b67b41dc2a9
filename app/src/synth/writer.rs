// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What all parts of the making share: chance, ids of the time of what they stand for, and the log.

use std::sync::Arc;

use audit::{Author, Event};
use chrono::{DateTime, Utc};
use desk::{Dice, House};
use kernel::day::Day;
use kernel::id::{AccountId, OrganisationId};
use kernel::zone::Zone;
use store::DatabaseTransaction;
use uuid::Uuid;

use super::Order;
use super::luck::Luck;

/// Who is said to have done something.
#[derive(Debug, Clone)]
pub(super) struct By {
    pub account: AccountId,
    pub name: &'static str,
    pub office: OrganisationId,
}

pub(super) struct Writer<'h> {
    pub house: &'h Arc<House>,
    pub order: Order,
    pub luck: Luck,
}

impl<'h> Writer<'h> {
    pub fn new(house: &'h Arc<House>, order: &Order) -> Self {
        Self { house, order: order.clone(), luck: Luck(Dice::from_seed(&format!("synth:{}", order.seed))) }
    }

    /// Ten in the morning of a day.
    pub fn at(&self, day: Day) -> DateTime<Utc> {
        Zone::Wib.at(day, 10, 0)
    }

    pub fn id(&self, day: Day) -> Uuid {
        self.luck.0.ordered_id(self.at(day))
    }

    /// Event and leaf, as a room would write them.
    pub async fn record(
        &self,
        tx: &DatabaseTransaction,
        by: &By,
        day: Day,
        event: Event,
    ) -> anyhow::Result<()> {
        let author = Author {
            account: Some(by.account),
            name: by.name.to_owned(),
            office: Some(by.office),
            at: self.at(day),
            event_id: self.id(day),
            salt: self.luck.0.bytes(),
        };
        audit::append(tx, &author, &event).await.map(|_| ())
    }
}
