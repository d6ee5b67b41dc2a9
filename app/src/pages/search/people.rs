// SPDX-License-Identifier: Apache-2.0 OR MIT
//! People by name, alias, register number or whole NIK. Nobody outside the reader's reach is found, whatever is typed.

use access::Act;
use desk::{Desk, Halt};
use kernel::name::PersonName;
use kernel::nik::Nik;
use kernel::sensitive::Class;
use people::facts::{EpisodeFact, PersonFact};

use super::{Hit, LONGEST};
use crate::pages::reach;

/// How well somebody fits; the best stand first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Number,
    AsWritten,
    ByEar,
}

/// One who fits, with what tells her from others of her name.
struct Found {
    fit: Fit,
    person: PersonFact,
    detail: String,
}

/// People of the own office, and for partners those seated under their agreements; each once.
pub async fn found(desk: &Desk, q: &str) -> Result<Vec<Hit>, Halt> {
    let wanted = Wanted::of(q);
    let mut found = in_own_office(desk, &wanted).await?;
    for other in under_agreements(desk, &wanted).await? {
        if !found.iter().any(|known| known.person.known_as == other.person.known_as) {
            found.push(other);
        }
    }
    found.sort_by(|one, other| (one.fit, &one.person.name).cmp(&(other.fit, &other.person.name)));
    found.truncate(LONGEST);
    let hit = |found: Found| Hit {
        href: format!("/people/{}", found.person.known_as),
        title: found.person.honoured_name(desk.teller()),
        detail: found.detail,
    };
    Ok(found.into_iter().map(hit).collect())
}

/// What was typed, read in every way it may be meant.
struct Wanted {
    name: Option<PersonName>,
    key: String,
    number: String,
    nik: Option<Nik>,
}

impl Wanted {
    fn of(q: &str) -> Self {
        let name = PersonName::parse(q).ok();
        Self {
            key: name.as_ref().map(PersonName::compare_key).unwrap_or_default(),
            name,
            number: people::register::canonical(q),
            nik: Nik::parse(q).ok(),
        }
    }

    fn fit(&self, person: &PersonFact) -> Option<Fit> {
        let wanted = self.name.as_ref().filter(|_| !self.key.is_empty())?;
        let names = || {
            std::iter::once(&person.name)
                .chain(&person.aliases)
                .filter_map(|name| PersonName::parse(name).ok())
        };
        if names().any(|name| name.compare_key().contains(&self.key)) {
            return Some(Fit::AsWritten);
        }
        names().any(|name| wanted.sounds_like(&name)).then_some(Fit::ByEar)
    }

    fn fit_in_office(&self, person: &PersonFact, stay: &EpisodeFact) -> Option<Fit> {
        let register = stay.register.as_deref().unwrap_or_default();
        let by_number = !self.number.is_empty() && register.contains(&self.number);
        if by_number { Some(Fit::Number) } else { self.fit(person) }
    }
}

async fn in_own_office(desk: &Desk, wanted: &Wanted) -> Result<Vec<Found>, Halt> {
    let on = desk.house.db.read();
    let Some(own) = access::scope(&desk.actor, Act::PersonList, desk.now).owner else {
        return Ok(Vec::new());
    };
    let held = people::facts::held_at(on, own).await?;
    let by_nik = match &wanted.nik {
        Some(nik) => people::facts::person_with_nik(on, &desk.house.secrets, nik).await?,
        None => None,
    };
    let mut found = Vec::new();
    for (person, stay) in held {
        let fit = match by_nik.as_ref().is_some_and(|known| known.known_as == person.known_as) {
            // The number of a person is a secret of its own class: it finds her only for those who may read it.
            true if may_read_nik(desk, &person).await? => Some(Fit::Number),
            true | false => wanted.fit_in_office(&person, &stay),
        };
        if let Some(fit) = fit {
            found.push(Found { fit, person, detail: stay.register.unwrap_or_default() });
        }
    }
    Ok(found)
}

async fn may_read_nik(desk: &Desk, person: &PersonFact) -> Result<bool, Halt> {
    let target = people::facts::target(desk.house.db.read(), person.id).await?;
    Ok(desk.right(Class::Nik, &target).is_some())
}

async fn under_agreements(desk: &Desk, wanted: &Wanted) -> Result<Vec<Found>, Halt> {
    let on = desk.house.db.read();
    let scope = access::scope(&desk.actor, Act::PersonList, desk.now);
    let mut found: Vec<Found> = Vec::new();
    if scope.agreements.is_empty() {
        return Ok(found);
    }
    for batch in reach::batches(desk, Act::PersonList).await? {
        if !scope.agreements.contains(&batch.agreement) {
            continue;
        }
        for person in enrolment::facts::participants(on, batch.id).await? {
            if found.iter().any(|known| known.person.known_as == person.known_as) {
                continue;
            }
            if let Some(fit) = wanted.fit(&person) {
                found.push(Found { fit, person, detail: batch.title.clone() });
            }
        }
    }
    Ok(found)
}
