// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why someone stands where they stand: codes with values, turned into one sentence each when somebody reads them.

use desk::Say;
use serde::{Deserialize, Serialize};

/// One reason.
///
/// # Shape
/// Kept as JSON with the code in `code`. No variant holds a date or a length of sentence: the days that are left come
/// from outside, opened for those who may read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Reason {
    FirstChoice,
    SecondChoice,
    Experience {
        months: i64,
    },
    NoExperience,
    ReadsWell,
    ReadsLittle,
    ReadsNot,
    HomeVacancies {
        count: i64,
    },
    /// The earliest release comes after the last day of assessment.
    TimeEnough,
    /// Free before the last day, and a named office goes on with the training.
    GoesOn {
        at: String,
    },
    /// Lives at home; no release has to be waited for.
    LivesAtHome,
    Waiting {
        days: i64,
    },
    /// A task for the office, not against the person.
    NikToDo,
    NotAsked,
    WantsOther {
        first: String,
    },
    Detainee {
        days: i64,
    },
    LeavesEarly,
    ReleaseUnknown,
    SeatedElsewhere {
        batch: String,
    },
    /// An approved plan of the host has a seat for the person in another batch of the same time.
    PlannedElsewhere {
        batch: String,
    },
}

impl Reason {
    /// Whether this alone keeps a person out of the batch.
    pub fn refuses(&self) -> bool {
        match self {
            Self::NotAsked
            | Self::WantsOther { .. }
            | Self::Detainee { .. }
            | Self::LeavesEarly
            | Self::ReleaseUnknown
            | Self::SeatedElsewhere { .. }
            | Self::PlannedElsewhere { .. } => true,
            Self::FirstChoice
            | Self::SecondChoice
            | Self::Experience { .. }
            | Self::NoExperience
            | Self::ReadsWell
            | Self::ReadsLittle
            | Self::ReadsNot
            | Self::HomeVacancies { .. }
            | Self::TimeEnough
            | Self::GoesOn { .. }
            | Self::LivesAtHome
            | Self::Waiting { .. }
            | Self::NikToDo => false,
        }
    }

    /// The sentence. `spare_days` are the days between assessment and earliest release, for one who may read them.
    pub fn say(&self, spare_days: Option<i64>) -> Say {
        let key = |name: &str| Say::new(format!("applicant-reason-{name}"));
        match (self, spare_days) {
            (Self::FirstChoice, _) => key("first-choice"),
            (Self::SecondChoice, _) => key("second-choice"),
            (Self::Experience { months }, _) => key("experience").with("months", months),
            (Self::NoExperience, _) => key("no-experience"),
            (Self::ReadsWell, _) => key("reads-well"),
            (Self::ReadsLittle, _) => key("reads-little"),
            (Self::ReadsNot, _) => key("reads-not"),
            (Self::HomeVacancies { count }, _) => key("home-vacancies").with("count", count),
            (Self::TimeEnough, Some(days)) => key("time-enough-days").with("days", days),
            (Self::TimeEnough, None) => key("time-enough"),
            (Self::GoesOn { at }, _) => key("goes-on").with("at", at),
            (Self::LivesAtHome, _) => key("lives-at-home"),
            (Self::Waiting { days }, _) => key("waiting").with("days", days),
            (Self::NikToDo, _) => key("nik-to-do"),
            (Self::NotAsked, _) => key("not-asked"),
            (Self::WantsOther { first }, _) => key("wants-other").with("first", first),
            (Self::Detainee { days }, _) => key("detainee").with("days", days),
            (Self::LeavesEarly, Some(days)) => key("leaves-early-days").with("days", -days),
            (Self::LeavesEarly, None) => key("leaves-early"),
            (Self::ReleaseUnknown, _) => key("release-unknown"),
            (Self::SeatedElsewhere { batch }, _) => key("seated-elsewhere").with("batch", batch),
            (Self::PlannedElsewhere { batch }, _) => key("planned-elsewhere").with("batch", batch),
        }
    }

    /// What is possible instead, for a reason that refuses.
    pub fn next(&self) -> Option<Say> {
        self.refuses().then(|| {
            let Say { key, args } = self.say(None);
            Say { key: format!("{key}.next"), args }
        })
    }
}
