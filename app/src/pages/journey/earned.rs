// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a person has earned: units with their verdicts, modules with their hours, attitude to work, certificates.

use access::{Act, Target};
use assessment::facts::Verdict;
use desk::{Desk, Say, Teller};
use kernel::day;
use programme::facts::ModuleKind;

use super::life::{Life, Passage};

/// One tier of what is taken along.
pub struct Tier {
    pub title: String,
    /// The unit's or module's code; may be empty.
    pub code: String,
    pub hours: String,
    pub tone: &'static str,
    pub tag: String,
    /// Nothing earned here yet.
    pub is_ahead: bool,
}

/// One certificate.
pub struct Paper {
    pub number: String,
    pub title: String,
    pub issued_on: String,
    pub tone: &'static str,
    pub state: String,
    /// May this reader open it?
    pub may_read: bool,
}

/// The tiers of every batch the reader may see, in the order of the batches.
pub fn tiers(desk: &Desk, life: &Life) -> Vec<Tier> {
    life.passages.iter().flat_map(|passage| of_passage(desk.teller(), passage)).collect()
}

/// Units where there are any, else modules; soft skills always as modules with their level.
fn of_passage(t: Teller<'_>, passage: &Passage) -> Vec<Tier> {
    let mut tiers = Vec::new();
    let hours = |earned: i64, planned: i64| {
        t.tell(&Say::new("journey-jp").with("earned", earned).with("planned", planned))
    };
    let ledger_units = passage.ledger.units();
    for (unit, verdict) in &passage.units {
        let line = ledger_units.iter().find(|line| line.unit == unit.id);
        let (tone, tag) = match verdict {
            Some(Verdict::Competent) => ("ok", "K".to_owned()),
            Some(Verdict::NotYet) => ("soon", "BK".to_owned()),
            None => ("plan", t.say("journey-not-assessed")),
        };
        tiers.push(Tier {
            title: unit.title.clone(),
            code: unit.code.clone().unwrap_or_default(),
            hours: line.map(|line| hours(line.earned_jp, line.planned_jp)).unwrap_or_default(),
            tone,
            tag,
            is_ahead: *verdict != Some(Verdict::Competent),
        });
    }
    for module in &passage.ledger.modules {
        let is_soft = module.kind == ModuleKind::SoftSkill;
        if !passage.units.is_empty() && !is_soft {
            continue;
        }
        let level =
            passage.skills.iter().find(|skill| skill.module == module.module).map(|skill| skill.level);
        let is_full = module.earned_jp() >= module.planned_jp;
        let (tone, tag) = match level {
            Some(level) => ("ok", t.code("training-level", level.code())),
            None if is_full => ("ok", t.say("journey-hours-full")),
            None => ("plan", t.say("journey-hours-open")),
        };
        tiers.push(Tier {
            title: module.title.clone(),
            code: module.code.clone(),
            hours: hours(module.earned_jp(), module.planned_jp),
            tone,
            tag,
            is_ahead: level.is_none() && !is_full,
        });
    }
    tiers
}

/// The sum in words: lesson hours, units with K, certificates that were not revoked.
pub fn sum(life: &Life) -> (i64, usize, usize) {
    let jp = life.earned.jp;
    let units = life.passages.iter().flat_map(|passage| &passage.units);
    let competent = units.filter(|(_, verdict)| *verdict == Some(Verdict::Competent)).count();
    let live = life.certificates.iter().filter(|certificate| certificate.revoked_on.is_none()).count();
    (jp, competent, live)
}

/// The certificates, the latest first.
pub fn papers(desk: &Desk, life: &Life) -> Vec<Paper> {
    let t = desk.teller();
    let host = |paper: &certification::facts::CertificateFact| {
        life.passages.iter().find(|passage| passage.batch.id == paper.batch).map(|passage| &passage.batch)
    };
    let paper = |certificate: &certification::facts::CertificateFact| {
        let (tone, word) = match certificate.standing(desk.today()) {
            certification::facts::Standing::InForce => ("ok", "journey-certificate-in-force"),
            certification::facts::Standing::Expired(_) => ("soon", "journey-certificate-expired"),
            certification::facts::Standing::Suspended(_) => ("no", "state-certificate-suspended"),
            certification::facts::Standing::Replaced(_) => ("plain", "state-certificate-replaced"),
            certification::facts::Standing::Revoked(_) => ("no", "journey-certificate-revoked"),
        };
        let mut target =
            Target { owners: life.target.owners.clone(), ..Target::default() }.also_of(certificate.issuer);
        if let Some(batch) = host(certificate) {
            target = target.also_of(batch.host).under(batch.agreement);
        }
        Paper {
            number: certificate.number.clone(),
            title: certificate.title.clone(),
            issued_on: day::long(certificate.issued_on, desk.lang),
            tone,
            state: t.say(word),
            may_read: desk.may(Act::CertificateRead, &target),
        }
    };
    life.certificates.iter().map(paper).collect()
}
