// SPDX-License-Identifier: Apache-2.0 OR MIT
//! When the door is open: not stopped, the log can be carried out, and this hour's documents are not used up.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use desk::{Desk, Refusal};
use kernel::day;
use kernel::id::OrganisationId;
use store::{ConnectionTrait, DbErr, FromQueryResult, one};

/// Documents an hour where the issuer's head has said nothing; the tables hold the same.
///
/// # Source
/// Product decision: a large batch in one go, and a stolen sign-in is noticed before it has signed many.
pub const USUAL_PER_HOUR: i64 = 1_000;
/// The least and the most a head may set; the tables hold the same.
///
/// # Source
/// Product decision: the least lets one part of a large order through; the most is twice the largest order of one morning.
pub const PER_HOUR: std::ops::RangeInclusive<i64> = 10..=20_000;

/// Refusals that pass by themselves or when somebody acts: whoever works in the background waits.
const PASSING: [&str; 3] = ["CERT-29", "CERT-30", "CERT-31"];

/// What of a document is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The JSON with its proofs.
    Credential,
    /// The code on paper, to be read without a network.
    Code,
    /// The seal in the PDF.
    Seal,
    /// The file whose holder chooses what to show.
    Selection,
}

impl Face {
    /// The word in the tables; `certificate-face-CODE` is its label.
    pub fn code(self) -> &'static str {
        match self {
            Self::Credential => "credential",
            Self::Code => "code",
            Self::Seal => "seal",
            Self::Selection => "selection",
        }
    }
}

/// Everything that can shut the door, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    pub per_hour: i64,
    /// Documents signed since the full hour.
    pub used: i64,
    pub stopped: Option<DateTime<Utc>>,
    /// Since when the audit log cannot be carried out, where it is longer than the installation puts up with.
    pub stalled: Option<DateTime<Utc>>,
    pub now: DateTime<Utc>,
}

/// The full hour before an instant.
pub fn hour_of(now: DateTime<Utc>) -> DateTime<Utc> {
    now.duration_trunc(TimeDelta::hours(1)).unwrap_or(now)
}

impl Gate {
    /// How it stands for an issuer.
    ///
    /// # Errors
    /// The database failed.
    pub async fn read<C: ConnectionTrait>(
        on: &C,
        issuer: OrganisationId,
        now: DateTime<Utc>,
    ) -> Result<Self, DbErr> {
        #[derive(FromQueryResult)]
        struct Row {
            per_hour: Option<i64>,
            used: Option<i64>,
            stopped: Option<DateTime<Utc>>,
            stalled: Option<DateTime<Utc>>,
        }
        let sql = "SELECT (SELECT per_hour FROM signing_limit WHERE issuer_id = $1 ORDER BY turn DESC LIMIT 1) AS per_hour, \
                   (SELECT used FROM signing_hour WHERE issuer_id = $1 AND hour = $2) AS used, \
                   (SELECT s.at FROM signing_stop s WHERE s.issuer_id = $1 AND (SELECT COUNT(*) FROM signing_release r \
                   WHERE r.issuer_id = s.issuer_id AND r.turn = s.turn) < 2 LIMIT 1) AS stopped, \
                   (SELECT MIN(since) FROM audit_stall WHERE is_long = TRUE) AS stalled";
        let row: Option<Row> = one(on, sql, [issuer.0.into(), hour_of(now).into()]).await?;
        let row = row.unwrap_or(Row { per_hour: None, used: None, stopped: None, stalled: None });
        Ok(Self {
            per_hour: row.per_hour.unwrap_or(USUAL_PER_HOUR),
            used: row.used.unwrap_or(0),
            stopped: row.stopped,
            stalled: row.stalled,
            now,
        })
    }

    /// Documents that may still be signed before the next full hour.
    pub fn left(&self) -> i64 {
        (self.per_hour - self.used).max(0)
    }

    /// When the count begins anew.
    pub fn anew_at(&self) -> DateTime<Utc> {
        hour_of(self.now) + TimeDelta::hours(1)
    }

    /// The refusal's code, where so many more documents may not be signed now.
    pub fn shut(&self, documents: i64) -> Option<&'static str> {
        match (self.stopped, self.stalled) {
            (Some(_), _) => Some("CERT-29"),
            (None, Some(_)) => Some("CERT-31"),
            (None, None) if documents > self.left() => Some("CERT-30"),
            (None, None) => None,
        }
    }

    /// Lets so many documents through.
    ///
    /// # Errors
    /// `CERT-29` stopped, `CERT-31` the log cannot be carried out, `CERT-30` this hour is used up, with when it goes on.
    pub fn lets(&self, documents: i64, desk: &Desk) -> Result<(), Refusal> {
        let Some(code) = self.shut(documents) else { return Ok(()) };
        let moment = |at: DateTime<Utc>| {
            let zone = desk.zone();
            format!("{}, {}", day::long(zone.day_of(at), desk.lang), zone.clock_label(at))
        };
        let since = self.stopped.or(self.stalled).map(moment).unwrap_or_default();
        Err(Refusal::new(code)
            .with("since", since)
            .with("until", moment(self.anew_at()))
            .with("wanted", documents)
            .with("left", self.left())
            .with("most", self.per_hour))
    }
}

/// How long whoever works in the background waits before it tries again; nothing for a refusal that does not pass.
///
/// A job knows the time at which it began, so after some work it tries again at once, with a fresh clock.
pub fn pause(refusal: &Refusal, has_worked: bool, now: DateTime<Utc>) -> Option<TimeDelta> {
    if !PASSING.contains(&refusal.code) {
        return None;
    }
    Some(match refusal.code {
        "CERT-30" if has_worked => TimeDelta::seconds(1),
        "CERT-30" => hour_of(now) + TimeDelta::hours(1) - now,
        _ => TimeDelta::minutes(1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_600_800, 0).expect("a full hour") + TimeDelta::minutes(minute)
    }

    fn gate(used: i64, stopped: bool, stalled: bool) -> Gate {
        Gate {
            per_hour: 100,
            used,
            stopped: stopped.then(|| at(-5)),
            stalled: stalled.then(|| at(-90)),
            now: at(20),
        }
    }

    #[test]
    fn the_switch_outweighs_the_log_and_that_the_count() {
        assert_eq!(gate(92, false, false).shut(8), None);
        assert_eq!(gate(93, false, false).shut(8), Some("CERT-30"));
        assert_eq!(gate(200, false, false).left(), 0);
        assert_eq!(gate(93, false, true).shut(8), Some("CERT-31"));
        assert_eq!(gate(93, true, true).shut(8), Some("CERT-29"));
        assert_eq!(gate(0, true, false).shut(1), Some("CERT-29"));
        assert_eq!(gate(0, false, false).anew_at(), at(60));
    }

    #[test]
    fn a_job_waits_for_what_passes_and_for_nothing_else() {
        let wait = |code, worked| pause(&Refusal::new(code), worked, at(20));
        assert_eq!(wait("CERT-30", false), Some(TimeDelta::minutes(40)));
        assert_eq!(wait("CERT-30", true), Some(TimeDelta::seconds(1)));
        assert_eq!(wait("CERT-29", true), Some(TimeDelta::minutes(1)));
        assert_eq!(wait("CERT-31", false), Some(TimeDelta::minutes(1)));
        assert_eq!(wait("CERT-06", false), None);
    }
}
