// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The order in which a hearing finds the people, once a plan for the whole host is approved.

use std::collections::HashMap;

use kernel::id::PersonId;

use super::Reason;

/// A person, whether eligible, and why.
type Applicant = (PersonId, bool, Vec<Reason>);

/// The applicants in the order of a plan: whom it names, then the other eligible as they were ranked, then the rest.
///
/// # Shape
/// `ranked` in the order of the ranking. Who is `elsewhere` is not eligible here any more, and the batch is named as the
/// reason; nobody becomes eligible by a plan.
///
/// # Source
/// Product decision: a plan weighs all batches together, so it overrules the order of one batch, never a rule.
pub fn agenda(
    ranked: Vec<Applicant>,
    order: &[PersonId],
    elsewhere: &HashMap<PersonId, String>,
) -> Vec<Applicant> {
    let place = |person: PersonId| order.iter().position(|named| *named == person).unwrap_or(order.len());
    let moved = ranked.into_iter().map(|(person, eligible, mut reasons)| {
        // A plan of before may have named another batch.
        reasons.retain(|reason| !matches!(reason, Reason::PlannedElsewhere { .. }));
        let may = eligible || reasons.iter().all(|reason| !reason.refuses());
        match elsewhere.get(&person) {
            Some(batch) if may => {
                reasons.push(Reason::PlannedElsewhere { batch: batch.clone() });
                (person, false, reasons)
            }
            _ => (person, may, reasons),
        }
    });
    let mut people: Vec<Applicant> = moved.collect();
    people.sort_by_key(|(person, eligible, _)| (!eligible, place(*person)));
    people
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(uuid::Uuid::from_u128(number))
    }

    fn ranked(number: u128, reason: Reason) -> Applicant {
        (person(number), !reason.refuses(), vec![reason])
    }

    fn order_of(people: &[Applicant]) -> Vec<(u128, bool)> {
        people.iter().map(|(person, eligible, _)| (person.0.as_u128(), *eligible)).collect()
    }

    #[test]
    fn whom_the_plan_names_comes_first_and_nobody_becomes_eligible() {
        let people = vec![
            ranked(1, Reason::FirstChoice),
            ranked(2, Reason::FirstChoice),
            ranked(3, Reason::SecondChoice),
            ranked(4, Reason::NotAsked),
        ];
        let elsewhere = HashMap::from([(person(1), "LELE-1".to_owned()), (person(4), "LELE-1".to_owned())]);
        let found = agenda(people, &[person(3)], &elsewhere);
        assert_eq!(order_of(&found), [(3, true), (2, true), (1, false), (4, false)]);
        assert!(found[2].2.contains(&Reason::PlannedElsewhere { batch: "LELE-1".to_owned() }));
        assert_eq!(found[3].2, [Reason::NotAsked], "a plan adds nothing to what refuses already");
    }

    #[test]
    fn a_second_plan_takes_back_what_the_first_said() {
        let elsewhere = HashMap::from([(person(1), "LELE-1".to_owned())]);
        let once =
            agenda(vec![ranked(1, Reason::FirstChoice), ranked(2, Reason::FirstChoice)], &[], &elsewhere);
        let again = agenda(once, &[person(1)], &HashMap::new());
        assert_eq!(order_of(&again), [(1, true), (2, true)]);
        assert_eq!(again[0].2, [Reason::FirstChoice]);
    }
}
