// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The judge of placements: a sound one, then each rule broken alone, and the sentences.

use checker::placement::{Contest, Intake, Misplacement, Names, Placement, Seat, Share, judge_placement};
use kernel::Lang;

fn seat(person: u32, batch: u32) -> Seat {
    Seat { person, batch }
}

/// Two batches of two or three, five people who may sit in either.
fn sound() -> Placement {
    Placement {
        seats: vec![seat(0, 0), seat(1, 0), seat(2, 1), seat(3, 1)],
        batches: vec![Intake { capacity: 3, minimum: 2 }; 3],
        eligible: (0..5).flat_map(|person| (0..3).map(move |batch| (person, batch))).collect(),
        apart: vec![(0, 2), (3, 1), (4, 0)],
        shares: vec![Share { members: vec![0, 2, 4], batches: vec![0, 1], at_least: 2 }],
        contests: vec![Contest { batches: vec![1, 2], at_most: 1 }],
    }
}

#[track_caller]
fn check(change: impl Fn(&mut Placement), expected: &[Misplacement]) {
    let mut placement = sound();
    change(&mut placement);
    assert_eq!(judge_placement(&placement), expected);
    placement.seats.reverse();
    placement.eligible.reverse();
    placement.apart.reverse();
    assert_eq!(judge_placement(&placement), expected, "in another order");
}

#[test]
fn a_sound_placement_and_an_empty_one() {
    check(|_| {}, &[]);
    check(|placement| placement.seats.clear(), &[]);
    check(|placement| *placement = Placement::default(), &[]);
}

#[test]
fn each_rule_is_named_alone() {
    let two = Misplacement::TwoSeats { person: 1, batches: vec![0, 1] };
    check(
        |placement| {
            placement.seats.push(seat(1, 1));
            placement.apart.clear();
        },
        &[two],
    );
    let twice = Misplacement::TwoSeats { person: 1, batches: vec![0, 0] };
    check(|placement| placement.seats.push(seat(1, 0)), &[twice]);
    let ineligible = Misplacement::Ineligible { person: 3, batch: 1 };
    check(|placement| placement.eligible.retain(|pair| *pair != (3, 1)), &[ineligible]);
    let over = Misplacement::OverCapacity { batch: 1, capacity: 1, seated: 2 };
    check(|placement| placement.batches[1] = Intake { capacity: 1, minimum: 0 }, &[over]);
    let under = Misplacement::UnderMinimum { batch: 0, minimum: 3, seated: 2 };
    check(|placement| placement.batches[0].minimum = 3, &[under]);
    let together = Misplacement::Together { batch: 0, one: 0, other: 1 };
    check(|placement| placement.apart.extend([(1, 0), (0, 1)]), &[together]);
    let short = Misplacement::ShareShort { share: 0, at_least: 3, seated: 2 };
    check(|placement| placement.shares[0].at_least = 3, &[short]);
    check(|placement| placement.shares[0] = Share { batches: vec![2], at_least: 3, members: vec![] }, &[]);
    let open = Misplacement::TooManyOpen { contest: 0, at_most: 1, open: vec![0, 1] };
    check(|placement| placement.contests[0].batches = vec![1, 0, 1], &[open]);
    let unknown = Misplacement::BatchUnknown { person: 4, batch: 7 };
    check(|placement| placement.seats.push(seat(4, 7)), &[unknown]);
}

#[test]
fn one_fault_does_not_hide_another() {
    let mut placement = sound();
    placement.seats.extend([seat(4, 0), seat(3, 0), seat(0, 9)]);
    placement.eligible.retain(|pair| *pair != (4, 0));
    placement.shares[0].at_least = 4;
    placement.contests[0] = Contest { batches: vec![0, 1], at_most: 0 };
    let codes: Vec<&str> = judge_placement(&placement).iter().map(Misplacement::code).collect();
    let all = "SEAT-01 SEAT-01 SEAT-02 SEAT-03 SEAT-05 SEAT-05 SEAT-06 SEAT-07 SEAT-08";
    assert_eq!(codes.join(" "), all);
}

#[test]
fn sentences_say_how_to_mend_and_never_who_is_kept_apart() {
    let names = Names {
        person: &|number| format!("Orang-{number}"),
        batch: &|number| format!("LAS-{number}"),
        group: &|_| "peserta yang segera pulang".to_owned(),
    };
    let over = Misplacement::OverCapacity { batch: 2, capacity: 16, seated: 17 };
    assert_eq!(
        over.sentence(Lang::Id, &names),
        "Angkatan LAS-2 memuat 16 peserta, terisi 17. Pindahkan peserta atau tambah kapasitas."
    );
    assert_eq!(
        over.sentence(Lang::En, &names),
        "Batch LAS-2 holds 16 participants and has 17. Move participants or add seats."
    );
    let open = Misplacement::TooManyOpen { contest: 0, at_most: 1, open: vec![1, 2] };
    assert_eq!(
        open.sentence(Lang::Id, &names),
        "Angkatan LAS-1, LAS-2 memakai ruang atau instruktur yang sama; dapat dibuka 1. \
         Tunda salah satu angkatan atau cari ruang dan instruktur lain."
    );
    let together = Misplacement::Together { batch: 1, one: 3, other: 4 };
    for lang in [Lang::Id, Lang::En] {
        assert!(!together.sentence(lang, &names).contains("Orang"));
        assert!(together.sentence(lang, &names).contains("LAS-1"));
    }
}
