// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Name and value beside the journey. What needs a right of its class is opened only with that right; else it is absent.

use access::Act;
use desk::{Desk, Halt};
use kernel::day::{self, Day};
use kernel::region;
use kernel::sensitive::{Class, Sensitive};
use people::facts::PersonFact;

use super::life::Life;

/// A name and its value.
pub struct Line {
    pub label: String,
    pub value: String,
}

/// Years completed on a day.
pub fn age(born_on: Day, today: Day) -> Option<u32> {
    today.years_since(born_on)
}

/// The name of the home district; empty where it is not known.
pub fn home(person: &PersonFact) -> String {
    person
        .home_district
        .as_deref()
        .and_then(region::district)
        .map(|home| home.name.clone())
        .unwrap_or_default()
}

/// Facts of the person; standing in the law, register number, phone and NIK for the offices in charge only.
pub async fn lines(desk: &Desk, life: &Life) -> Result<Vec<Line>, Halt> {
    let t = desk.teller();
    let person = &life.person;
    let mut lines = Vec::new();
    let mut put = |key: &str, value: String| {
        if !value.is_empty() {
            lines.push(Line { label: t.say(key), value });
        }
    };
    if let Some(education) = person.education {
        put("journey-education", education.label(desk.lang).to_owned());
    }
    if life.is_ours {
        put("people-kind", person.kind.label(desk.lang).to_owned());
        let nik = person.nik_masked.clone();
        let missing =
            || person.nik_missing.as_deref().map(|code| t.code("nik-missing", code)).unwrap_or_default();
        put("journey-nik", nik.unwrap_or_else(missing));
        put("journey-phone", person.phone.clone().unwrap_or_default());
        if let Some(stay) = life.stay() {
            put("people-register", stay.register.clone().unwrap_or_default());
            let office = office::facts::by_id(desk.house.db.read(), stay.office).await?;
            put("journey-office", office.map(|office| office.name).unwrap_or_default());
        }
    }
    if desk.may(Act::HandoverRead, &life.target) && life.episodes.iter().any(|stay| stay.kind.is_in_custody())
    {
        let standing = release::facts::standing(desk.house.db.read(), life.id()).await?;
        put("journey-standing", t.code("standing", standing.code()));
    }
    Ok(lines)
}

/// What is on record about the case, as far as each class may be read; and whether anything stays closed.
pub async fn case(desk: &Desk, life: &Life) -> Result<(Vec<Line>, bool), Halt> {
    let on = desk.house.db.read();
    let t = desk.teller();
    let Some(stay) = life.stay().or(life.episodes.first()) else { return Ok((Vec::new(), false)) };
    let classes = [Class::Offence, Class::Sentence, Class::Block, Class::Health];
    let is_closed = classes.into_iter().any(|class| desk.right(class, &life.target).is_none());
    let Some(secrets) = people::facts::episode_secrets(on, stay.id).await? else {
        return Ok((Vec::new(), is_closed));
    };
    let mut lines = Vec::new();
    let mut put = |key: &str, value: Option<String>| {
        lines.extend(value.filter(|value| !value.is_empty()).map(|value| Line { label: t.say(key), value }));
    };
    let date =
        |envelope: &Sensitive<Option<Day>>| opened(desk, life, envelope).map(|on| day::long(on, desk.lang));
    put("journey-two-thirds", date(&secrets.two_thirds_on));
    put("journey-expiry", date(&secrets.expiry_on));
    put("journey-sentence", opened(desk, life, &secrets.sentence));
    put("journey-offence", opened(desk, life, &secrets.offence));
    put("journey-block", opened(desk, life, &secrets.block));
    put("journey-health", opened(desk, life, &secrets.health));
    Ok((lines, is_closed))
}

/// The one place where this page opens an envelope: with the right of its own class, or not at all.
fn opened<T: Clone>(desk: &Desk, life: &Life, envelope: &Sensitive<Option<T>>) -> Option<T> {
    let right = desk.right(envelope.class(), &life.target)?;
    envelope.open(&right).cloned().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_completed_on_the_birthday() {
        let day = |text: &str| day::parse(text).expect("it is a day");
        assert_eq!(age(day("17-12-1994"), day("16-12-2025")), Some(30));
        assert_eq!(age(day("17-12-1994"), day("17-12-2025")), Some(31));
        assert_eq!(age(day("17-12-2030"), day("17-12-2025")), None);
    }
}
