// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who may leave a gate, how and when, cell by cell; and that the lists of codes are those of the kernel.

use desk::{Field, Kind};
use kernel::day::Day;
use kernel::id::{EpisodeId, OrganisationId, PersonId};
use kernel::person::{Education, NikMissing, PersonKind, ReleaseKind, Sex};
use people::facts::EpisodeFact;
use people::rules::{is_open_to, kind_after, may_leave};

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
