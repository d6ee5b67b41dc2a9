// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who may leave a gate, how and when, cell by cell; and that the lists of codes are those of the kernel.

use desk::{Field, Kind};
use kernel::day::Day;
use kernel::id::{EpisodeId, OrganisationId, PersonId};
use kernel::person::{Education, NikMissing, PersonKind, ReleaseKind, Sex};
use people::facts::EpisodeFact;
use people::rules::{
    Charge, Objection, Side, is_open_to, kind_after, kind_by, may_leave, may_move, objections, stays_to_move,
};

fn day(text: &str) -> Day {
    kernel::day::parse(text).expect("a day")
}

fn stay(kind: PersonKind, ended: Option<&str>) -> EpisodeFact {
    let nil = uuid::Uuid::nil();
    EpisodeFact {
        id: EpisodeId(nil),
        person: PersonId(nil),
        office: OrganisationId(nil),
        kind,
        register: None,
        admitted_on: day("1-3-2026"),
        ended_on: ended.map(day),
        end_reason: None,
    }
}

#[test]
fn every_way_of_leaving_is_open_or_closed_for_every_kind() {
    for kind in PersonKind::ALL {
        for way in ReleaseKind::ALL {
            let expected = match kind {
                PersonKind::Convict | PersonKind::ConvictedChild => true,
                PersonKind::RemandDetainee => *way == ReleaseKind::FullRelease,
                PersonKind::Client | PersonKind::Former | PersonKind::Learner => false,
            };
            assert_eq!(is_open_to(*way, *kind), expected, "{kind:?} {way:?}");
            let stays = [stay(*kind, None)];
            let left = may_leave(&stays, *way, day("1-5-2026"), day("1-6-2026"));
            let refused = left.err().map(|refusal| refusal.code);
            let expected = match (expected, kind.is_in_custody()) {
                (true, _) => None,
                (false, true) => Some("PEOP-04"),
                (false, false) => Some("PEOP-01"),
            };
            assert_eq!(refused, expected, "{kind:?} {way:?}");
        }
    }
}

#[test]
fn nobody_leaves_before_coming_after_today_or_twice() {
    let refused = |stays: &[EpisodeFact], on: &str| {
        may_leave(stays, ReleaseKind::FullRelease, day(on), day("1-6-2026")).err().map(|refusal| refusal.code)
    };
    let open = [stay(PersonKind::Convict, None)];
    assert_eq!(refused(&open, "28-2-2026"), Some("PEOP-02"));
    assert_eq!(refused(&open, "2-6-2026"), Some("PEOP-02"));
    assert_eq!(refused(&open, "1-3-2026"), None);
    assert_eq!(refused(&open, "1-6-2026"), None);
    assert_eq!(refused(&[stay(PersonKind::Convict, Some("1-4-2026"))], "1-5-2026"), Some("PEOP-01"));
    assert_eq!(refused(&[], "1-5-2026"), Some("PEOP-01"));
}

#[test]
fn what_a_person_is_afterwards() {
    for way in ReleaseKind::ALL {
        let alone = if way.is_under_guidance() { PersonKind::Client } else { PersonKind::Former };
        assert_eq!(kind_after(*way, false), alone, "{way:?}");
        assert_eq!(kind_after(*way, true), PersonKind::Client, "{way:?}");
    }
}

fn codes(action: &str, field: &str) -> Vec<&'static str> {
    let action = people::actions().into_iter().find(|one| one.name == action).expect("the action is there");
    let Some(Field { kind: Kind::Codes { codes, .. }, .. }) =
        action.fields.iter().find(|one| one.name == field)
    else {
        panic!("{field} is no list of codes");
    };
    codes.to_vec()
}

#[test]
fn the_forms_offer_what_the_kernel_knows() {
    let of = |codes: &[&'static str]| codes.to_vec();
    assert_eq!(
        codes("person admit", "kind"),
        of(&PersonKind::ALL.iter().map(|one| one.code()).collect::<Vec<_>>())
    );
    assert_eq!(codes("person admit", "sex"), of(&Sex::ALL.iter().map(|one| one.code()).collect::<Vec<_>>()));
    assert_eq!(
        codes("person admit", "education"),
        of(&Education::ALL.iter().map(|one| one.code()).collect::<Vec<_>>())
    );
    assert_eq!(
        codes("person admit", "nik_missing"),
        of(&NikMissing::ALL.iter().map(|one| one.code()).collect::<Vec<_>>())
    );
    assert_eq!(
        codes("person release", "kind"),
        of(&ReleaseKind::ALL.iter().map(|one| one.code()).collect::<Vec<_>>())
    );
}

fn at(office: u128, kind: PersonKind, ended: Option<&str>) -> EpisodeFact {
    let office = OrganisationId(uuid::Uuid::from_u128(office));
    EpisodeFact {
        id: EpisodeId(uuid::Uuid::from_u128(office.0.as_u128() + 100)),
        office,
        ..stay(kind, ended)
    }
}

#[test]
fn people_move_within_their_own_kind_of_office_only() {
    let office = |number: u128| OrganisationId(uuid::Uuid::from_u128(number));
    for kind in PersonKind::ALL {
        for (charge, takes) in [
            (Charge::Gate, kind.is_in_custody()),
            (Charge::Guidance, *kind == PersonKind::Client),
            (Charge::None, false),
        ] {
            let stays = [at(1, *kind, None)];
            let days = (day("1-5-2026"), day("1-6-2026"));
            let moved = may_move(&stays, (office(1), office(2)), charge, days);
            let expected = if takes { None } else { Some("PEOP-09") };
            assert_eq!(moved.err().map(|no| no.code), expected, "{kind:?} {charge:?}");
        }
    }
    let refused = |stays: &[EpisodeFact], to: u128, on: &str| {
        let days = (day(on), day("1-6-2026"));
        may_move(stays, (office(1), office(to)), Charge::Gate, days).err().map(|no| no.code)
    };
    let open = [at(1, PersonKind::Convict, None)];
    assert_eq!(refused(&open, 1, "1-5-2026"), Some("PEOP-09"), "not to where she is");
    assert_eq!(refused(&open, 2, "28-2-2026"), Some("PEOP-13"));
    assert_eq!(refused(&open, 2, "1-3-2026"), None);
    assert_eq!(refused(&open, 2, "1-6-2026"), None);
    assert_eq!(refused(&open, 2, "2-6-2026"), Some("PEOP-13"));
    assert_eq!(refused(&[at(1, PersonKind::Convict, Some("1-4-2026"))], 2, "1-5-2026"), Some("PEOP-08"));
    assert_eq!(refused(&[at(3, PersonKind::Convict, None)], 2, "1-5-2026"), Some("PEOP-08"));
}

#[test]
fn what_two_records_say_together_and_against_each_other() {
    let side = |stays: Vec<EpisodeFact>| Side { stays, has_nik: false, died_on: None, is_away: false };
    let inside = |office| side(vec![at(office, PersonKind::Convict, None)]);
    let guided = |office| side(vec![at(office, PersonKind::Client, None)]);
    assert_eq!(objections(&inside(1), &inside(1)), []);
    assert_eq!(objections(&inside(1), &guided(2)), [], "taken on before the gate opens");
    assert_eq!(objections(&inside(1), &side(vec![at(2, PersonKind::Convict, Some("1-4-2026"))])), []);
    assert!(matches!(objections(&inside(1), &inside(2))[..], [Objection::TwoGates(..)]));
    assert!(matches!(objections(&guided(1), &guided(2))[..], [Objection::TwoGuides(..)]));
    let every = |office| Side { has_nik: true, is_away: true, ..inside(office) };
    let dead = Side { died_on: Some(day("1-5-2026")), ..every(2) };
    let all = objections(&every(1), &dead);
    assert!(
        matches!(
            all[..],
            [Objection::TwoGates(..), Objection::TwoNumbers, Objection::Died, Objection::TwoAbsences]
        ),
        "{all:?}"
    );
    let moved = stays_to_move(
        &inside(1),
        &side(vec![at(1, PersonKind::Convict, None), at(2, PersonKind::Client, None)]),
    );
    assert_eq!(moved.iter().map(|(_, ends)| *ends).collect::<Vec<_>>(), [true, false]);
    let open = |kinds: &[PersonKind]| kinds.iter().map(|kind| stay(*kind, None)).collect::<Vec<_>>();
    assert_eq!(
        kind_by(&open(&[PersonKind::Client, PersonKind::Convict]), PersonKind::Former),
        PersonKind::Convict
    );
    assert_eq!(kind_by(&open(&[PersonKind::Client]), PersonKind::Convict), PersonKind::Client);
    assert_eq!(kind_by(&[], PersonKind::Convict), PersonKind::Former);
    assert_eq!(kind_by(&[], PersonKind::Learner), PersonKind::Learner);
}
