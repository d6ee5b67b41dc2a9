// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Two proposals from the same facts side by side: points, and what the hours cost.

use desk::{Say, Teller};

use super::cost::CostPart;

/// One figure of both.
///
/// # Units
/// `points`, or what a rule of the hours counts, unweighted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// `points`, `total`, or the rule.
    pub what: String,
    pub before: i64,
    pub after: i64,
}

/// Points, then every rule, then the weighted sum of the rules; costs only where both are known.
pub fn differences(before: (i64, &[CostPart]), after: (i64, &[CostPart])) -> Vec<Difference> {
    let mut found = vec![Difference { what: "points".to_owned(), before: before.0, after: after.0 }];
    if before.1.is_empty() || after.1.is_empty() {
        return found;
    }
    for part in after.1 {
        let was = before.1.iter().find(|one| one.rule == part.rule).map_or(0, |one| one.units);
        found.push(Difference { what: part.rule.clone(), before: was, after: part.units });
    }
    let (before, after) = (super::total(before.1), super::total(after.1));
    found.push(Difference { what: "total".to_owned(), before, after });
    found
}

impl Difference {
    /// The word for what is counted.
    pub fn word(&self) -> String {
        format!("proposal-cost-{}", self.what)
    }

    /// "2 more", "3 less" or "the same".
    pub fn told(&self, t: Teller<'_>) -> String {
        let key = match self.after - self.before {
            0 => return t.say("proposal-difference-same"),
            1.. => "proposal-difference-more",
            _ => "proposal-difference-less",
        };
        t.with(key, "count", (self.after - self.before).abs())
    }

    /// "Waiting between sessions: 2 more."
    pub fn sentence(&self, t: Teller<'_>) -> String {
        let say = Say::new("proposal-difference").with("what", t.say(&self.word()));
        t.tell(&say.with("difference", self.told(t)))
    }
}
