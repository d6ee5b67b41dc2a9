// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done in this room, and what several of its actions read from a form.

mod agree;
mod close_item;
mod deliver;
mod draft;
mod end;
mod promise;
mod record;
mod sign;
mod step;

pub use agree::AGREE;
pub use close_item::CLOSE_ITEM;
pub use deliver::DELIVER;
pub use draft::DRAFT;
pub use end::END;
pub use promise::ADD;
pub use record::RECORD;
pub use sign::SIGN;

use desk::{Choice, Desk, Form, Future, Halt, Reading, Say};
use kernel::day::Day;
use kernel::id::OrganisationId;
use office::facts::OrganisationFact;

use crate::facts::{AgreementFact, agreement_named};
use crate::rules;

/// The agreement named in the address.
async fn agreement_in_path(desk: &Desk, form: &Form) -> Result<AgreementFact, Halt> {
    agreement_named(desk, form.text("agreement")).await
}

/// The address of an agreement's page.
fn address(agreement: &AgreementFact) -> String {
    format!("/agreements/{}", agreement.code)
}

/// A code in its one form.
fn read_code(reading: &mut Reading<'_>) -> String {
    let text = reading.text("code");
    rules::code_form(&text).unwrap_or_else(|| {
        if !text.is_empty() {
            reading.problem("code", Say::new("agreement-problem-code").with("text", &text));
        }
        text
    })
}

/// A day on which something happened: today or before.
fn read_past_day(reading: &mut Reading<'_>, name: &str, today: Day) -> Day {
    let day = reading.day(name);
    if day > today {
        reading.problem(name, "agreement-problem-future");
    }
    day
}

/// A number of things, at least one.
fn read_quantity(reading: &mut Reading<'_>, form: &Form) -> i64 {
    let quantity = reading.number("quantity");
    if quantity == 0 && !form.text("quantity").is_empty() {
        reading.problem("quantity", "agreement-problem-zero");
    }
    quantity
}

/// The party an option names by its organisation's code.
fn read_party(reading: &mut Reading<'_>, agreement: &AgreementFact) -> OrganisationId {
    let code = reading.text("party");
    match agreement.parties.iter().find(|party| party.code == code) {
        Some(party) => party.organisation,
        None => {
            if !code.is_empty() {
                reading.problem("party", Say::new("agreement-problem-not-a-party").with("text", &code));
            }
            agreement.host
        }
    }
}

/// The host named in a form, or the actor's own office where the field is left empty.
fn read_host<'o>(
    reading: &mut Reading<'_>,
    desk: &Desk,
    offices: &'o [OrganisationFact],
) -> Option<&'o OrganisationFact> {
    match reading.optional_text("host") {
        Some(text) => {
            let found = find_office(offices, &text);
            if found.is_none() {
                reading.problem("host", Say::new("problem-unknown").with("text", text));
            }
            found
        }
        None => {
            let own = offices.iter().find(|office| Some(office.id) == desk.actor.office_id());
            if own.is_none() {
                reading.problem("host", "problem-empty");
            }
            own
        }
    }
}

/// An organisation by code, name or short name, in any case.
fn find_office<'o>(offices: &'o [OrganisationFact], text: &str) -> Option<&'o OrganisationFact> {
    let text = text.trim().to_lowercase();
    let by_code = offices.iter().find(|office| office.code == text);
    by_code.or_else(|| {
        let mut named = offices
            .iter()
            .filter(|office| office.name.to_lowercase() == text || office.short_name.to_lowercase() == text);
        let first = named.next()?;
        named.next().is_none().then_some(first)
    })
}

/// Notes what is wrong in one line of a field of lines, counted from one.
fn line_problem(reading: &mut Reading<'_>, desk: &Desk, field: &str, line: usize, what: &Say) {
    let what = desk.teller().tell(what);
    reading.problem(field, Say::new("problem-line").with("line", line).with("what", what));
}

/// The parties this person may act for.
fn pick_own_parties<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let agreement = agreement_in_path(desk, form).await?;
        let own =
            |code: &OrganisationId| rules::acts_for(desk.actor.office_id(), *code, agreement.host).is_ok();
        Ok(party_choices(&agreement, own))
    })
}

/// Every party of the agreement.
fn pick_parties<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move { Ok(party_choices(&agreement_in_path(desk, form).await?, |_| true)) })
}

fn party_choices(agreement: &AgreementFact, keep: impl Fn(&OrganisationId) -> bool) -> Vec<Choice> {
    let kept = agreement.parties.iter().filter(|party| keep(&party.organisation));
    kept.map(|party| Choice { value: party.code.clone(), label: party.name.clone() }).collect()
}

/// The first party for which this person may act and that has not yet done so.
fn next_party<'a>(
    desk: &Desk,
    agreement: &'a AgreementFact,
    has_acted: impl Fn(&crate::facts::PartyFact) -> bool,
) -> &'a str {
    let office = desk.actor.office_id();
    let waiting = |party: &&crate::facts::PartyFact| {
        !has_acted(party) && rules::acts_for(office, party.organisation, agreement.host).is_ok()
    };
    let own_first =
        agreement.parties.iter().filter(waiting).min_by_key(|party| Some(party.organisation) != office);
    own_first.map_or("", |party| &party.code)
}
