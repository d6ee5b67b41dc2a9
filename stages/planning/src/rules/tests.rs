// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The gate condition by condition, spreading, and which clashes concern a batch.

use kernel::day::Day;
use kernel::id::ModuleId;
use kernel::zone::Minute;
use programme::facts::ModuleKind;
use uuid::Uuid;

use super::gate::{Asked, Condition};
use super::*;

fn day(text: &str) -> Day {
    kernel::day::parse(text).unwrap()
}

mod gate_conditions {
    use super::*;

    fn ready() -> GateFacts {
        GateFacts {
            day: day("05-02-2026"),
            agreement_code: "PKS-1".to_owned(),
            agreement_term: (Some(day("02-02-2026")), day("31-12-2026")),
            last_day: day("21-04-2026"),
            facilities: vec![workshop(Some((true, day("05-02-2026"))))],
            instructors: vec![("Hamdani".to_owned(), true)],
            module_count: 8,
            assessment: Some((day("21-04-2026"), "Pahrul Rozi".to_owned())),
            budget_line: Some("APBD".to_owned()),
            decree: Some("SK.01".to_owned()),
            seated: 16,
            first_session: Some(day("09-02-2026")),
            last_session: Some(day("16-04-2026")),
            short_modules: vec![],
            clashes: vec![],
        }
    }

    fn workshop(verdict: Option<(bool, Day)>) -> Facility {
        Facility { name: "Bengkel las".to_owned(), verdict, open_findings: vec![], is_required: true }
    }

    fn power() -> Finding {
        Finding {
            item: "Daya listrik bengkel las".to_owned(),
            needed: "16,5 kVA".to_owned(),
            found: "5,5 kVA".to_owned(),
            action: "tambah daya".to_owned(),
            due_on: Some(day("06-02-2026")),
        }
    }

    fn unmet(facts: &GateFacts) -> Vec<(Asked, Vec<String>)> {
        let found: Vec<Condition> = conditions(facts);
        assert_eq!(found.len(), 10);
        let unmet = found.into_iter().filter(|condition| condition.met == Outcome::Unmet);
        unmet
            .map(|condition| (condition.asked, condition.says.into_iter().map(|say| say.key).collect()))
            .collect()
    }

    #[track_caller]
    fn only(facts: GateFacts, asked: Asked, key: &str) {
        assert_eq!(unmet(&facts), [(asked, vec![key.to_owned()])]);
    }

    #[test]
    fn a_ready_batch_has_nothing_unmet() {
        assert_eq!(unmet(&ready()), []);
    }

    #[test]
    fn each_condition_stands_alone() {
        let last = day("31-12-2026");
        only(
            GateFacts { agreement_term: (None, last), ..ready() },
            Asked::Agreement,
            "gate-agreement-unsigned",
        );
        only(
            GateFacts { agreement_term: (Some(day("06-02-2026")), last), ..ready() },
            Asked::Agreement,
            "gate-agreement-early",
        );
        only(
            GateFacts { agreement_term: (Some(day("02-02-2026")), day("20-04-2026")), ..ready() },
            Asked::Term,
            "gate-term-short",
        );
        only(GateFacts { facilities: vec![], ..ready() }, Asked::Facility, "gate-facility-none");
        only(
            GateFacts { facilities: vec![workshop(None)], ..ready() },
            Asked::Facility,
            "gate-facility-uninspected",
        );
        only(GateFacts { instructors: vec![], ..ready() }, Asked::Instructor, "gate-instructor-none");
        only(
            GateFacts { instructors: vec![("Hamdani".to_owned(), false)], ..ready() },
            Asked::Instructor,
            "gate-instructor-hours",
        );
        only(GateFacts { module_count: 0, ..ready() }, Asked::Curriculum, "gate-curriculum-none");
        only(GateFacts { assessment: None, ..ready() }, Asked::Assessment, "gate-assessment-none");
        let early = Some((day("15-04-2026"), "Pahrul Rozi".to_owned()));
        only(GateFacts { assessment: early, ..ready() }, Asked::Assessment, "gate-assessment-early");
        only(GateFacts { budget_line: None, ..ready() }, Asked::Budget, "gate-budget-none");
        only(GateFacts { decree: None, ..ready() }, Asked::Participants, "gate-participants-none");
        only(
            GateFacts { short_modules: vec![("M3".to_owned(), 16, 8)], ..ready() },
            Asked::Timetable,
            "gate-timetable-short",
        );
        only(
            GateFacts { first_session: Some(day("04-02-2026")), ..ready() },
            Asked::Timetable,
            "gate-timetable-past",
        );
        only(
            GateFacts { clashes: vec!["Ruang terpakai dua kali.".to_owned()], ..ready() },
            Asked::NoClash,
            "plan-clash",
        );
    }

    #[test]
    fn the_last_day_of_the_agreement_still_counts() {
        let facts = GateFacts { agreement_term: (Some(day("05-02-2026")), day("21-04-2026")), ..ready() };
        assert_eq!(unmet(&facts), []);
        let over = GateFacts { agreement_term: (Some(day("05-01-2026")), day("04-02-2026")), ..ready() };
        let keys: Vec<Asked> = unmet(&over).into_iter().map(|(asked, _)| asked).collect();
        assert_eq!(keys, [Asked::Agreement, Asked::Term]);
    }

    #[test]
    fn a_failed_inspection_names_what_failed_until_it_is_mended_and_looked_at_again() {
        let failed = |open_findings| Facility { open_findings, ..workshop(Some((false, day("08-01-2026")))) };
        let facts = GateFacts { facilities: vec![failed(vec![power()])], ..ready() };
        let found = conditions(&facts);
        let facility = found.iter().find(|condition| condition.asked == Asked::Facility).unwrap();
        let values: Vec<&str> = facility.says[0].args.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(facility.says[0].key, "gate-facility-failed");
        for value in
            ["Bengkel las", "Daya listrik bengkel las", "16,5 kVA", "5,5 kVA", "tambah daya", "06-02-2026"]
        {
            assert!(values.contains(&value), "{values:?} should hold {value}");
        }
        only(
            GateFacts { facilities: vec![failed(vec![])], ..ready() },
            Asked::Facility,
            "gate-facility-again",
        );
        let classroom = Facility { is_required: false, ..workshop(None) };
        let both = vec![workshop(Some((true, day("05-02-2026")))), classroom];
        assert_eq!(
            unmet(&GateFacts { facilities: both, ..ready() }),
            [],
            "a classroom needs no inspection of its own"
        );
        let failed_classroom = Facility { is_required: false, ..failed(vec![power()]) };
        let both = vec![workshop(Some((true, day("05-02-2026")))), failed_classroom];
        only(GateFacts { facilities: both, ..ready() }, Asked::Facility, "gate-facility-failed");
    }

    #[test]
    fn everything_missing_is_named_at_once() {
        let facts = GateFacts {
            agreement_term: (None, day("01-01-2026")),
            facilities: vec![],
            instructors: vec![],
            module_count: 0,
            assessment: None,
            budget_line: None,
            decree: None,
            first_session: None,
            last_session: None,
            ..ready()
        };
        assert_eq!(unmet(&facts).len(), 9, "all but the clashes, which wait for a timetable");
    }
}

mod spreading {
    use super::*;

    fn module(number: u128) -> ModuleId {
        ModuleId(Uuid::from_u128(number))
    }

    fn left(jp: &[i64]) -> Vec<Remaining> {
        (1..).zip(jp).map(|(number, jp)| Remaining { module: module(number), jp: *jp }).collect()
    }

    /// Five JP on Mondays and Wednesdays from Monday, 2 February 2026.
    fn hours() -> Hours {
        Hours {
            from: day("02-02-2026"),
            weekdays: vec![1, 3],
            starts: Minute(480),
            ends: Minute(705),
            minutes_per_jp: 45,
        }
    }

    fn told(placed: &[Placed]) -> Vec<(String, String, u128, i64)> {
        let tell = |one: &Placed| {
            (
                kernel::day::short(one.day),
                format!("{}–{}", one.starts, one.ends),
                one.module.0.as_u128(),
                one.jp,
            )
        };
        placed.iter().map(tell).collect()
    }

    #[test]
    fn modules_follow_each_other_within_a_day() {
        let placed = spread(&left(&[3, 0, 4]), &hours(), |_| false);
        let expected = [
            ("02-02-2026", "08.00–10.15", 1, 3),
            ("02-02-2026", "10.15–11.45", 3, 2),
            ("04-02-2026", "08.00–09.30", 3, 2),
        ];
        assert_eq!(
            told(&placed),
            expected.map(|(day, hours, module, jp)| (day.to_owned(), hours.to_owned(), module, jp))
        );
    }

    #[test]
    fn taken_days_are_passed_over() {
        let placed = spread(&left(&[5]), &hours(), |taken| taken == day("02-02-2026"));
        assert_eq!(placed[0].day, day("04-02-2026"));
        let placed = spread(&left(&[5]), &Hours { from: day("03-02-2026"), ..hours() }, |_| false);
        assert_eq!(placed[0].day, day("04-02-2026"));
    }

    #[test]
    fn nothing_is_laid_where_nothing_fits() {
        assert_eq!(spread(&left(&[5]), &Hours { ends: Minute(520), ..hours() }, |_| false), []);
        assert_eq!(spread(&left(&[5]), &Hours { weekdays: vec![], ..hours() }, |_| false), []);
        assert_eq!(spread(&left(&[5]), &Hours { minutes_per_jp: 0, ..hours() }, |_| false), []);
        assert_eq!(spread(&left(&[5]), &hours(), |_| true), []);
        assert_eq!(spread(&[], &hours(), |_| false), []);
    }

    #[test]
    fn no_jp_is_lost_or_laid_twice() {
        for jp in 1..60 {
            let placed = spread(&left(&[jp, 7, jp]), &hours(), |_| false);
            assert_eq!(placed.iter().map(|one| one.jp).sum::<i64>(), 2 * jp + 7);
            assert!(placed.iter().all(|one| i64::from(one.ends.0 - one.starts.0) == one.jp * 45));
            assert!(placed.iter().all(|one| one.ends <= Minute(705)));
        }
    }
}

mod clashes {
    use super::*;

    fn session(batch: &str, room: &str, instructor: &str) -> PlannedSession {
        PlannedSession {
            batch: batch.to_owned(),
            module: "M1 Las".to_owned(),
            kind: ModuleKind::Practice,
            day: day("09-02-2026"),
            starts: 480,
            ends: 705,
            room: room.to_owned(),
            instructor: instructor.to_owned(),
            participants: vec![],
            jp: 5,
        }
    }

    fn place() -> Place {
        let all_week = |weekday| WeekWindow { weekday, starts: Minute(480), ends: Minute(720) };
        Place {
            rooms: vec![("R1".to_owned(), 16), ("R2".to_owned(), 16)],
            batches: ["A", "B", "C"].map(|code| (code.to_owned(), 16, false)).to_vec(),
            windows: (1..=7).map(all_week).collect(),
            closed_days: vec![],
            instructors: ["Ali", "Badu", "Candra"].map(|name| (name.to_owned(), all_week(1))).to_vec(),
            term: (day("01-02-2026"), day("31-12-2026")),
            earlier_terms: vec![],
            minutes_per_jp: 45,
            house: checker::House::default(),
        }
    }

    fn codes(batch: &str, sessions: &[PlannedSession], place: &Place) -> Vec<&'static str> {
        judge_sessions(batch, sessions, place).iter().map(checker::Clash::code).collect()
    }

    #[test]
    fn a_clash_concerns_the_batches_in_it_and_no_other() {
        let sessions = [session("A", "R1", "Ali"), session("B", "R1", "Badu"), session("C", "R2", "Candra")];
        assert_eq!(codes("A", &sessions, &place()), ["TIME-02"]);
        assert_eq!(codes("B", &sessions, &place()), ["TIME-02"]);
        assert_eq!(codes("C", &sessions, &place()), Vec::<&str>::new());
    }

    #[test]
    fn the_limits_of_the_place_reach_the_checker() {
        let one = [session("A", "R1", "Ali")];
        let now = place();
        assert_eq!(codes("A", &one, &now), Vec::<&str>::new());
        assert_eq!(codes("A", &one, &Place { windows: vec![], ..now.clone() }), ["TIME-05"]);
        assert_eq!(
            codes("A", &one, &Place { closed_days: vec![day("09-02-2026")], ..now.clone() }),
            ["TIME-06"]
        );
        assert_eq!(codes("A", &one, &Place { instructors: vec![], ..now.clone() }), ["TIME-07"]);
        let over = (day("01-01-2026"), day("08-02-2026"));
        assert_eq!(codes("A", &one, &Place { term: over, ..now.clone() }), ["TIME-08"]);
        let before = Place { term: over, earlier_terms: vec![now.term], ..now.clone() };
        assert_eq!(codes("A", &one, &before), Vec::<&str>::new(), "it was held under the agreement before");
        assert_eq!(
            codes("A", &one, &Place { rooms: vec![("R1".to_owned(), 15)], ..now.clone() }),
            ["TIME-09"]
        );
        assert_eq!(codes("A", &one, &Place { minutes_per_jp: 40, ..now }), ["TIME-11"]);
    }
}
