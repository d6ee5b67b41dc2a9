// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Where the paper of a certificate is, step by step, and each further copy with its reason. The rules are pure; the tables hold
//! them too.

use access::Actor;
use desk::Refusal;
use kernel::day::Day;
use kernel::id::CertificateId;
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, rows};

/// Copies of one paper, the first included; the table holds the same.
///
/// # Source
/// Product decision: who needs a sixth needs another certificate.
pub const MOST_COPIES: i64 = 5;

/// What happens to a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Printed,
    /// It came back from whoever prints.
    Received,
    Stored,
    /// Of a further copy; the first reaches its holder by `certificate hand`.
    Handed,
    /// A further copy is printed.
    Again,
}

impl Step {
    pub const CODES: &[&'static str] = &["printed", "received", "stored", "handed", "again"];
    const ALL: [Self; 5] = [Self::Printed, Self::Received, Self::Stored, Self::Handed, Self::Again];

    pub fn code(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::Received => "received",
            Self::Stored => "stored",
            Self::Handed => "handed",
            Self::Again => "again",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }
}

/// Where a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// Nobody has said.
    Unknown,
    AtPrinter,
    Received,
    Stored,
    Handed,
}

/// The latest copy, and where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    pub copy: i64,
    pub at: Whereabouts,
}

impl Paper {
    /// After these steps; `is_handed` where the first copy reached its holder.
    pub fn of(chain: &[Moved], is_handed: bool) -> Self {
        let Some(last) = chain.last() else {
            return Self { copy: 1, at: if is_handed { Whereabouts::Handed } else { Whereabouts::Unknown } };
        };
        let at = match Step::from_code(&last.step) {
            _ if last.copy == 1 && is_handed => Whereabouts::Handed,
            Some(Step::Printed | Step::Again) | None => Whereabouts::AtPrinter,
            Some(Step::Received) => Whereabouts::Received,
            Some(Step::Stored) => Whereabouts::Stored,
            Some(Step::Handed) => Whereabouts::Handed,
        };
        Self { copy: last.copy, at }
    }
}

/// The copy that a step is about.
///
/// # Errors
/// `CERT-39` printed before, `CERT-40` not at the printer, `CERT-41` not received yet or handed over, `CERT-42` never printed,
/// `CERT-43` too many copies, `CERT-44` the first copy reaches its holder by `certificate hand`.
pub fn decide(paper: Paper, step: Step) -> Result<i64, Refusal> {
    use Whereabouts::{AtPrinter, Handed, Received, Stored, Unknown};
    match (step, paper.at) {
        (Step::Printed, Unknown) => Ok(1),
        (Step::Printed, AtPrinter | Received | Stored | Handed) => Err(Refusal::new("CERT-39")),
        (Step::Received, AtPrinter) => Ok(paper.copy),
        (Step::Received, Unknown | Received | Stored | Handed) => Err(Refusal::new("CERT-40")),
        (Step::Stored, Received | Stored) => Ok(paper.copy),
        (Step::Stored, Unknown | AtPrinter | Handed) => Err(Refusal::new("CERT-41")),
        (Step::Handed, Received | Stored) if paper.copy > 1 => Ok(paper.copy),
        (Step::Handed, Received | Stored | Unknown) => Err(Refusal::new("CERT-44")),
        (Step::Handed, AtPrinter | Handed) => Err(Refusal::new("CERT-41")),
        (Step::Again, Unknown) => Err(Refusal::new("CERT-42")),
        (Step::Again, _) if paper.copy >= MOST_COPIES => {
            Err(Refusal::new("CERT-43").with("most", MOST_COPIES))
        }
        (Step::Again, AtPrinter | Received | Stored | Handed) => Ok(paper.copy + 1),
    }
}

/// One step that was recorded.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Moved {
    pub turn: i64,
    pub copy: i64,
    pub step: String,
    pub day: Day,
    pub place: String,
    pub reason: String,
    pub account_name: String,
}

/// The whole way of a paper.
pub async fn chain<C: ConnectionTrait>(on: &C, id: CertificateId) -> Result<Vec<Moved>, DbErr> {
    let sql = "SELECT turn, copy, step, day, place, reason, account_name FROM paper_step WHERE certificate_id = $1 ORDER BY turn";
    rows(on, sql, [id.0.into()]).await
}

/// A step about to be recorded.
#[derive(Debug)]
pub struct Move<'m> {
    pub turn: i64,
    pub copy: i64,
    pub step: Step,
    pub day: Day,
    pub place: &'m str,
    pub reason: &'m str,
}

/// Records a step.
pub async fn keep(
    tx: &DatabaseTransaction,
    id: CertificateId,
    step: &Move<'_>,
    by: &Actor,
) -> Result<(), DbErr> {
    let code = if step.step == Step::Again { Step::Printed } else { step.step }.code();
    insert("paper_step")
        .set("certificate_id", id.0)
        .set("turn", step.turn)
        .set("copy", step.copy)
        .set("step", code)
        .set("day", step.day)
        .set("place", step.place)
        .set("reason", step.reason)
        .set("account_id", by.account.map(|account| account.0))
        .set("account_name", by.name.clone())
        .run(tx)
        .await
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row by row: printed, received, stored, handed, again; a number is the copy, a code a refusal.
    const TABLE: [(Whereabouts, i64, [&str; 5]); 9] = [
        (Whereabouts::Unknown, 1, ["1", "40", "41", "44", "42"]),
        (Whereabouts::AtPrinter, 1, ["39", "1", "41", "41", "2"]),
        (Whereabouts::Received, 1, ["39", "40", "1", "44", "2"]),
        (Whereabouts::Stored, 1, ["39", "40", "1", "44", "2"]),
        (Whereabouts::Handed, 1, ["39", "40", "41", "41", "2"]),
        (Whereabouts::AtPrinter, 2, ["39", "2", "41", "41", "3"]),
        (Whereabouts::Received, 2, ["39", "40", "2", "2", "3"]),
        (Whereabouts::Stored, 2, ["39", "40", "2", "2", "3"]),
        (Whereabouts::Handed, 5, ["39", "40", "41", "41", "43"]),
    ];

    #[test]
    fn every_cell_is_as_the_table_says() {
        for (at, copy, row) in TABLE {
            for (step, cell) in Step::ALL.into_iter().zip(row) {
                let got = match decide(Paper { copy, at }, step) {
                    Ok(copy) => copy.to_string(),
                    Err(refusal) => refusal.code[5..].to_owned(),
                };
                assert_eq!(got, cell, "{at:?} {copy} {step:?}");
                assert_eq!(Step::from_code(step.code()), Some(step));
            }
        }
    }
}
