// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The plan of an office for a calendar year: which programmes, in which months, for how many people, with which money.

mod look;
mod store;
mod typed;

pub use look::{YearLook, look};
pub(crate) use store::{
    Step, approve, carry_over, give_back, keep, lay, replace_contents, tie, touch, untie,
};
pub use store::{contents, in_force, laid_plans, line_of_batch, plan_named, plans_of};
pub(crate) use typed::{lines_text, money_text, read_contents};

use access::Target;
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, OrganisationId, ProgrammeId};
use kernel::rupiah::Rupiah;
use uuid::Uuid;

use crate::state::YearState;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $code:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$inner])* $variant),* }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word kept in the database and shown through `words/`.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }

            pub fn from_code(code: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    )*};
}

codes! {
    /// Where the money of a programme comes from.
    ///
    /// # Source
    /// What agreements name under financing: state and regional budget, tobacco-excise fund, the partner itself, companies.
    Source {
        Apbn = "apbn",
        Apbd = "apbd",
        Dbhcht = "dbhcht",
        Partner = "partner",
        /// What the office earns itself.
        Own = "own",
        Csr = "csr",
        Other = "other",
    }

    /// What the cost of a line is for.
    CostUnit {
        /// One participant.
        Person = "person",
        /// One batch, however many take part.
        Package = "package",
    }
}

/// A plan without its contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPlanFact {
    pub id: Uuid,
    pub code: String,
    pub host: OrganisationId,
    pub year: i64,
    /// The plan in force when this one was drafted.
    pub parent: Option<Uuid>,
    pub state: YearState,
    pub made_on: Day,
    pub made_by: Option<AccountId>,
    pub changed_by: Option<AccountId>,
    pub laid_on: Option<Day>,
    pub laid_by: Option<AccountId>,
    pub approved_on: Option<Day>,
    /// Why the head gave it back; empty where she did not.
    pub note: String,
}

impl YearPlanFact {
    pub fn target(&self) -> Target {
        Target::of(self.host)
    }

    /// Whether this account had a hand in it.
    pub fn is_prepared_by(&self, account: Option<AccountId>) -> bool {
        account.is_some() && [self.made_by, self.changed_by, self.laid_by].contains(&account)
    }
}

/// A source of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    pub source: Source,
    pub ceiling: Rupiah,
}

/// A programme in the plan.
///
/// # Units
/// `months` are 1 to 12, first and last; `seats` of one batch; `cost` of what `unit` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearLine {
    pub id: Uuid,
    pub code: String,
    pub programme: ProgrammeId,
    pub months: (i64, i64),
    pub batches: i64,
    pub seats: i64,
    pub cost: Rupiah,
    pub unit: CostUnit,
    pub source: Source,
}

impl YearLine {
    /// What one batch with so many seats costs.
    pub fn cost_of(&self, seats: i64) -> Rupiah {
        match self.unit {
            CostUnit::Person => Rupiah(self.cost.0 * seats),
            CostUnit::Package => self.cost,
        }
    }

    /// What all its batches cost.
    pub fn planned(&self) -> Rupiah {
        Rupiah(self.cost_of(self.seats).0 * self.batches)
    }
}

/// A batch held for a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TiedBatch {
    pub line: Uuid,
    pub batch: BatchId,
    pub amount: Rupiah,
}

/// What stands in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    pub money: Vec<Money>,
    pub lines: Vec<YearLine>,
    pub tied: Vec<TiedBatch>,
}

impl Contents {
    pub fn planned(&self, source: Source) -> Rupiah {
        Rupiah(self.lines.iter().filter(|line| line.source == source).map(|line| line.planned().0).sum())
    }

    /// What the batches of a source take.
    pub fn tied(&self, source: Source) -> Rupiah {
        let of = |tied: &&TiedBatch| self.line(tied.line).is_some_and(|line| line.source == source);
        Rupiah(self.tied.iter().filter(of).map(|tied| tied.amount.0).sum())
    }

    pub fn line(&self, id: Uuid) -> Option<&YearLine> {
        self.lines.iter().find(|line| line.id == id)
    }

    pub fn tied_to(&self, line: Uuid) -> impl Iterator<Item = &TiedBatch> {
        self.tied.iter().filter(move |tied| tied.line == line)
    }
}
