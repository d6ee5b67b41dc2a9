// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The first wording of a report, from what is on record: who, what, where, when, why, how. In Bahasa Indonesia, for it
//! goes to Indonesian papers.

use desk::{Desk, Halt, Say, Teller};
use kernel::Lang;
use kernel::day::{self, Day};
use partnership::facts::AgreementFact;
use programme::facts::BatchFact;

use super::Story;

/// The story of a signing, or of the opening of a batch.
pub async fn of(desk: &Desk, agreement: &AgreementFact, batch: Option<&BatchFact>) -> Result<Story, Halt> {
    let t = Teller { words: &desk.house.words, lang: Lang::Id };
    let host = agreement.party(agreement.host).map(|host| host.name.clone()).unwrap_or_default();
    let district = office::facts::by_id(desk.house.db.read(), agreement.host)
        .await?
        .and_then(|office| office.district_code)
        .and_then(|code| kernel::region::district(&code).map(|district| district.name.clone()));
    let facts = Facts { t, agreement, host, place: district.unwrap_or_else(|| agreement.places.join(", ")) };
    match batch {
        None => Ok(facts.signing(desk.today())),
        Some(batch) => facts.opening(desk, batch).await,
    }
}

struct Facts<'a> {
    t: Teller<'a>,
    agreement: &'a AgreementFact,
    host: String,
    place: String,
}

impl Facts<'_> {
    fn partners(&self) -> String {
        let others = self.agreement.parties.iter().filter(|party| party.organisation != self.agreement.host);
        listed(self.t, &others.map(|party| party.name.clone()).collect::<Vec<_>>())
    }

    fn fields(&self) -> String {
        listed(self.t, &self.agreement.fields)
    }

    fn signing(&self, today: Day) -> Story {
        let say = |key: &str| {
            let say = Say::new(key)
                .with("host", &self.host)
                .with("partners", self.partners())
                .with("fields", self.fields())
                .with("title", &self.agreement.title)
                .with("from", day::long(self.agreement.starts_on, Lang::Id))
                .with("until", day::long(self.agreement.last_day(), Lang::Id));
            self.t.tell(&say)
        };
        let signer = |party: &partnership::facts::PartyFact| {
            let who = [party.signer.as_deref(), party.signer_post.as_deref()];
            let who = who.into_iter().flatten().collect::<Vec<_>>().join(", ");
            if who.is_empty() { party.name.clone() } else { format!("{} ({who})", party.name) }
        };
        let signers: Vec<String> = self.agreement.parties.iter().map(signer).collect();
        Story {
            headline: say("report-draft-signing-headline"),
            what: say("report-draft-signing-what"),
            who: self.t.with("report-draft-signing-who", "signers", listed(self.t, &signers)),
            place: self.place.clone(),
            day: self.agreement.parties.iter().filter_map(|party| party.signed_on).max().unwrap_or(today),
            why: say("report-draft-why"),
            how: say("report-draft-signing-how"),
            quotes: Vec::new(),
            photos: vec![self.t.say("report-draft-photo-signing"), self.t.say("report-draft-photo-group")],
            contact: self.host.clone(),
        }
    }

    async fn opening(&self, desk: &Desk, batch: &BatchFact) -> Result<Story, Halt> {
        let on = desk.house.db.read();
        let modules = programme::facts::modules(on, batch.programme.id).await?;
        let jp: i64 = modules.iter().map(|module| module.jp).sum();
        let counts = enrolment::facts::counts(on, batch.id).await?;
        let opened_on = planning::facts::opened_on(on, batch.id).await?;
        let provider =
            office::facts::by_id(on, batch.provider).await?.map(|office| office.name).unwrap_or_default();
        let say = |key: &str| {
            let say = Say::new(key)
                .with("host", &self.host)
                .with("partners", self.partners())
                .with("provider", &provider)
                .with("fields", self.fields())
                .with("programme", &batch.programme.title_id)
                .with("people", counts.seated)
                .with("jp", jp)
                .with("until", day::long(batch.ends_on, Lang::Id));
            self.t.tell(&say)
        };
        Ok(Story {
            headline: say("report-draft-opening-headline"),
            what: say("report-draft-opening-what"),
            who: say("report-draft-opening-who"),
            place: self.place.clone(),
            day: opened_on.unwrap_or(batch.starts_on),
            why: say("report-draft-why"),
            how: say("report-draft-opening-how"),
            quotes: Vec::new(),
            photos: vec![self.t.say("report-draft-photo-opening"), self.t.say("report-draft-photo-room")],
            contact: self.host.clone(),
        })
    }
}

/// `a, b dan c`.
fn listed(t: Teller<'_>, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [front @ .., last] => {
            t.tell(&Say::new("report-draft-list").with("front", front.join(", ")).with("last", last))
        }
    }
}
