// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules on cases of their own, and on the two sheets of interests that offices handed in.

use std::collections::HashMap;

use kernel::day::Day;
use kernel::id::PersonId;
use kernel::person::PersonKind;
use uuid::Uuid;

use super::*;
use crate::actions::sheet;

fn day(text: &str) -> Day {
    kernel::day::parse(text).unwrap()
}

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn course(field: &str, starts_on: &str, ends_on: &str, last_day: &str) -> Course {
    Course {
        fields: vec![field.to_owned()],
        starts_on: day(starts_on),
        ends_on: day(ends_on),
        last_day: day(last_day),
        goes_on_at: None,
    }
}

fn bakery() -> Course {
    course("roti", "17-12-2025", "28-02-2026", "05-03-2026")
}

fn interest(first: &str, second: &str) -> Interest {
    Interest {
        first_choice: first.to_owned(),
        second_choice: second.to_owned(),
        experience: String::new(),
        experience_months: 24,
        literacy: Literacy::Fluent,
        since: day("01-12-2025"),
        told_on: day("01-12-2025"),
    }
}

fn candidate() -> Candidate {
    Candidate {
        person: person(1),
        name: "Saidi".to_owned(),
        kind: PersonKind::Convict,
        interest: Some(interest("roti", "mebel")),
        earliest_release: Some(day("05-10-2026")),
        has_nik: true,
        home_vacancies: None,
        seated_in: None,
    }
}

const TODAY: &str = "12-12-2025";

#[track_caller]
fn refused_because(candidate: Candidate, expected: Reason) {
    let found = consider(&candidate, &bakery(), day(TODAY));
    assert!(!found.eligible, "{found:?}");
    assert_eq!(found.score, 0);
    assert!(found.reasons.contains(&expected), "{:?} should hold {expected:?}", found.reasons);
    assert!(expected.next().is_some(), "a refusal says what is possible instead");
}

#[track_caller]
fn eligible_because(candidate: Candidate, expected: Reason) {
    let found = consider(&candidate, &bakery(), day(TODAY));
    assert!(found.eligible, "{found:?}");
    assert!(found.reasons.contains(&expected), "{:?} should hold {expected:?}", found.reasons);
}

#[test]
fn each_ground_refuses_alone() {
    refused_because(Candidate { interest: None, ..candidate() }, Reason::NotAsked);
    let other = Candidate { interest: Some(interest("mebel", "las")), ..candidate() };
    refused_because(other, Reason::WantsOther { first: "mebel".to_owned() });
    refused_because(
        Candidate { kind: PersonKind::RemandDetainee, ..candidate() },
        Reason::Detainee { days: 74 },
    );
    refused_because(Candidate { earliest_release: None, ..candidate() }, Reason::ReleaseUnknown);
    refused_because(
        Candidate { seated_in: Some("LAS-1".to_owned()), ..candidate() },
        Reason::SeatedElsewhere { batch: "LAS-1".to_owned() },
    );
    // On the very last day the person may already be gone; the day after is time enough.
    refused_because(
        Candidate { earliest_release: Some(day("05-03-2026")), ..candidate() },
        Reason::LeavesEarly,
    );
    eligible_because(
        Candidate { earliest_release: Some(day("06-03-2026")), ..candidate() },
        Reason::TimeEnough,
    );
}

#[test]
fn what_does_not_refuse() {
    eligible_because(Candidate { has_nik: false, ..candidate() }, Reason::NikToDo);
    eligible_because(
        Candidate { interest: Some(interest("mebel", "roti")), ..candidate() },
        Reason::SecondChoice,
    );
    let client = Candidate { kind: PersonKind::Client, earliest_release: None, ..candidate() };
    eligible_because(client, Reason::LivesAtHome);
    eligible_because(
        Candidate { home_vacancies: Some(3), ..candidate() },
        Reason::HomeVacancies { count: 3 },
    );
    let goes_on = Course { goes_on_at: Some("Bapas Jember".to_owned()), ..bakery() };
    let early = Candidate { earliest_release: Some(day("01-02-2026")), ..candidate() };
    let found = consider(&early, &goes_on, day(TODAY));
    assert!(found.eligible);
    assert!(found.reasons.contains(&Reason::GoesOn { at: "Bapas Jember".to_owned() }));
    let detainee = Candidate { kind: PersonKind::RemandDetainee, earliest_release: None, ..candidate() };
    let short = course("roti", "17-12-2025", "30-12-2025", "30-12-2025");
    assert!(consider(&detainee, &short, day(TODAY)).eligible, "fourteen days are no long batch");
}

#[test]
fn a_refused_person_hears_every_ground_at_once() {
    let both =
        Candidate { kind: PersonKind::RemandDetainee, seated_in: Some("LAS-1".to_owned()), ..candidate() };
    let found = consider(&both, &bakery(), day(TODAY));
    assert_eq!(found.reasons.iter().filter(|reason| reason.refuses()).count(), 2);
}

#[test]
fn no_sentence_tells_the_days_without_the_right() {
    let found = consider(&candidate(), &bakery(), day(TODAY));
    assert_eq!(found.spare_days, Some(214));
    let stored = serde_json::to_string(&found.reasons).unwrap();
    assert!(!stored.contains("214"), "{stored}");
    assert_eq!(Reason::TimeEnough.say(None).args, []);
    assert_eq!(Reason::TimeEnough.say(Some(214)).args, [("days", "214".to_owned())]);
    assert_eq!(Reason::LeavesEarly.say(None).args, []);
    assert_eq!(Reason::LeavesEarly.next().unwrap().args, []);
}

#[test]
fn reasons_survive_storage() {
    let reasons = vec![
        Reason::FirstChoice,
        Reason::Experience { months: 6 },
        Reason::GoesOn { at: "Bapas".to_owned() },
    ];
    let text = serde_json::to_string(&reasons).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Reason>>(&text).unwrap(), reasons);
}

#[test]
fn equal_points_go_by_release_then_waiting_then_name() {
    let at = |number: u128, name: &str, release: &str, since: &str| Candidate {
        person: person(number),
        name: name.to_owned(),
        earliest_release: Some(day(release)),
        interest: Some(Interest { since: day(since), ..interest("roti", "") }),
        ..candidate()
    };
    let people = [
        at(1, "Wawan", "01-01-2027", "01-12-2025"),
        at(2, "Budi", "01-01-2027", "01-12-2025"),
        at(3, "Citra", "01-01-2027", "30-11-2025"),
        at(4, "Dodi", "01-12-2026", "10-12-2025"),
    ];
    let considered = people.iter().map(|one| consider(one, &bakery(), day(TODAY))).collect();
    let order: Vec<String> = rank(considered).into_iter().map(|one| one.name).collect();
    assert_eq!(order, ["Dodi", "Citra", "Budi", "Wawan"]);
}

/// Who stands behind the sheets: register and earliest release, from the table beside them.
fn releases(case: &str) -> HashMap<String, Option<Day>> {
    let table = include_str!("../../../../journeys/data/README.md");
    let part = table.split(&format!("### {case}: ")).nth(1).unwrap().split("###").next().unwrap();
    let rows = part.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, row, register, _, two_thirds, expiry, ..] = cells.as_slice() else { return None };
        row.parse::<u32>().ok()?;
        let release = [two_thirds, expiry].into_iter().filter_map(|text| kernel::day::parse(text).ok()).min();
        Some(((*register).to_owned(), release))
    });
    rows.collect()
}

fn order_of(case: &str, sheet_bytes: &[u8], course: &Course, today: &str) -> Vec<String> {
    let releases = releases(case);
    let sheet::Sheet { rows, faults } = sheet::read(sheet_bytes).unwrap();
    assert_eq!(faults, []);
    let considered = (1..).zip(rows).map(|(number, row)| {
        let detained = row.register.starts_with("A.");
        let one = Candidate {
            person: person(number),
            name: row.register.clone(),
            kind: if detained { PersonKind::RemandDetainee } else { PersonKind::Convict },
            interest: Some(Interest {
                first_choice: row.first_choice,
                second_choice: row.second_choice,
                experience: row.experience,
                experience_months: row.experience_months,
                literacy: row.literacy,
                since: day(today),
                told_on: day(today),
            }),
            earliest_release: releases[&row.register],
            has_nik: true,
            home_vacancies: None,
            seated_in: None,
        };
        consider(&one, course, day(today))
    });
    rank(considered.collect()).into_iter().filter(|one| one.eligible).map(|one| one.name).collect()
}

#[track_caller]
fn chooses(order: &[String], seated: &str, reserves: &str) {
    let expected: Vec<&str> = seated.split(',').chain(reserves.split(',')).collect();
    let found: Vec<&str> =
        order.iter().map(|register| register.split_once(' ').unwrap().1).take(expected.len()).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_bakery_sheet_gives_these_sixteen_and_four() {
    let sheet = include_bytes!("../../../../journeys/data/s3/minat.csv");
    let order = order_of("s3", sheet, &bakery(), TODAY);
    chooses(
        &order,
        "153/2024,205/2025,141/2025,155/2025,141/2024,165/2025,157/2024,139/2024,148/2025,124/2025,146/2024,154/2025,206/2025,134/2025,208/2025,207/2025",
        "192/2025,172/2025,124/2024,166/2025",
    );
    assert!(!order.iter().any(|register| register.starts_with("A.") || register == "B.I 186/2025"));
}

#[test]
fn the_welding_sheet_gives_these_sixteen_and_four() {
    let sheet = include_bytes!("../../../../journeys/data/s4/minat.csv");
    let welding = course("las", "09-02-2026", "31-03-2026", "07-04-2026");
    let order = order_of("s4", sheet, &welding, "06-01-2026");
    chooses(
        &order,
        "75/2024,68/2025,71/2025,78/2024,84/2024,59/2024,66/2024,60/2024,92/2025,43/2025,43/2024,80/2025,70/2025,64/2025,72/2025,73/2025",
        "53/2024,53/2025,88/2025,67/2024",
    );
}

mod hearing {
    use super::*;

    fn ranked(count: u128) -> Vec<Ranked> {
        (1..=count).map(|number| Ranked { person: person(number) }).collect()
    }

    fn exception(number: u128, recommendation: Recommendation) -> Exception {
        Exception { person: person(number), recommendation, reason: "alasan".to_owned() }
    }

    fn told(votes: &[Vote]) -> Vec<(u128, &'static str, i64)> {
        votes
            .iter()
            .map(|vote| (vote.person.0.as_u128(), vote.recommendation.code(), vote.position))
            .collect()
    }

    #[test]
    fn without_exceptions_the_order_holds() {
        let votes = recommend(&ranked(5), 2, 1, &[]).unwrap();
        assert_eq!(
            told(&votes),
            [(1, "seat", 1), (2, "seat", 2), (3, "reserve", 1), (4, "wait", 1), (5, "wait", 2)]
        );
        assert!(votes.iter().all(|vote| vote.reason.is_empty()));
    }

    #[test]
    fn who_is_refused_makes_room_and_who_is_named_takes_it() {
        let votes = recommend(
            &ranked(5),
            2,
            1,
            &[exception(1, Recommendation::Refuse), exception(5, Recommendation::Seat)],
        );
        let votes = votes.unwrap();
        assert_eq!(
            told(&votes),
            [(2, "seat", 1), (5, "seat", 2), (3, "reserve", 1), (4, "wait", 1), (1, "refuse", 1)]
        );
        assert_eq!(votes.iter().filter(|vote| vote.reason == "alasan").count(), 2);
    }

    #[test]
    fn a_small_list_leaves_seats_empty() {
        assert_eq!(told(&recommend(&ranked(1), 3, 2, &[]).unwrap()), [(1, "seat", 1)]);
    }

    #[test]
    fn more_names_than_places_are_refused_and_so_are_strangers() {
        let two = [exception(1, Recommendation::Seat), exception(2, Recommendation::Seat)];
        assert_eq!(recommend(&ranked(3), 1, 1, &two).unwrap_err().code, "ENRL-07");
        let reserves = [exception(1, Recommendation::Reserve), exception(2, Recommendation::Reserve)];
        assert_eq!(recommend(&ranked(3), 1, 1, &reserves).unwrap_err().code, "ENRL-07");
        assert_eq!(
            recommend(&ranked(3), 1, 1, &[exception(9, Recommendation::Refuse)]).unwrap_err().code,
            "ENRL-06"
        );
    }
}
