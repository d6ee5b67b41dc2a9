// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The proposal of Mojokerto, 64 people and four batches: the best total, no clash, and of every sentence that gives a reason
//! the proof that it is one: with that reason taken away the verdict is another.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use bekal::demo;
use desk::House;
use kernel::Lang;
use kernel::id::{BatchId, PersonId};
use planning::proposal::{Bar, Placed, Question, Snapshot, Verdict, Why, faults, place, propose};

const PROPOSED: &str = "proposal make --code USULAN-MJK-1";
pub const BATCHES: [&str; 4] = ["KAYU-MJK-1", "LELE-MJK-1", "AYAM-MJK-1", "KAMBING-MJK-1"];

/// The folder goes when the test ends.
pub struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The house as it stands when the story asks for its proposal; it lives as long as its folder.
pub async fn before_the_proposal() -> (Folder, Arc<House>) {
    let folder = Folder(std::env::temp_dir().join(format!("bekal-reasons-{}", uuid::Uuid::new_v4())));
    let text = |wanted: &str| demo::STORIES.iter().find(|(name, _)| *name == wanted).expect("a story").1;
    let (before, _) = text("s1-mojokerto").split_once(PROPOSED).expect("the story makes a proposal");
    let stories = [("00-kantor", text("00-kantor")), ("s1-mojokerto", before)];
    let house = demo::play(&folder.0, &stories).await.expect("the story goes as far as that");
    (folder, house)
}

async fn facts() -> Snapshot {
    let (_folder, house) = before_the_proposal().await;
    let on = house.db.read();
    let batch = programme::facts::batch_by_code(on, BATCHES[0]).await.expect("an answer").expect("a batch");
    let question = Question {
        host: batch.host,
        batches: BATCHES.map(str::to_owned).to_vec(),
        minimum: 8,
        block_jp: 4,
        day_jp: 8,
    };
    Snapshot::read(on, question).await.unwrap_or_else(|halt| panic!("{halt:?}"))
}

fn placed(snapshot: &Snapshot) -> Placed {
    place(snapshot, &[], &BTreeMap::new(), &|| false).unwrap_or_else(|halt| panic!("{halt:?}"))
}

fn batch_now(snapshot: &Snapshot, person: PersonId) -> Option<BatchId> {
    let seen = |placed: Placed| placed.verdicts.into_iter().find(|verdict| verdict.person == person);
    seen(placed(snapshot)).expect("everybody has a verdict").batch
}

fn course(snapshot: &Snapshot, code: &str) -> usize {
    snapshot.courses.iter().position(|course| course.batch.code == code).expect("a batch of the question")
}

/// The facts changed for one question, and put back after it.
fn with<T>(
    snapshot: &mut Snapshot,
    change: impl FnOnce(&mut Snapshot),
    ask: impl FnOnce(&Snapshot) -> T,
) -> T {
    let (courses, question) = (snapshot.courses.clone(), snapshot.question.clone());
    change(snapshot);
    let told = ask(snapshot);
    (snapshot.courses, snapshot.question) = (courses, question);
    told
}

/// Without the seat she has: where the engine puts her then.
fn without_the_seat(snapshot: &mut Snapshot, verdict: &Verdict) -> Option<String> {
    let bar = |snapshot: &mut Snapshot| {
        for course in snapshot.courses.iter_mut().filter(|course| Some(course.batch.id) == verdict.batch) {
            course.ranked.retain(|ranked| ranked.person != verdict.person);
        }
    };
    let seat = with(snapshot, bar, |changed| batch_now(changed, verdict.person));
    seat.map(|batch| {
        let course = snapshot.courses.iter().find(|course| course.batch.id == batch);
        course.expect("a batch of the question").batch.code.clone()
    })
}

/// As many seats in that batch as there are people.
fn with_room(snapshot: &mut Snapshot, code: &str, person: PersonId) -> Option<BatchId> {
    let (at, everybody) = (course(snapshot, code), 64);
    with(
        snapshot,
        |changed| changed.courses[at].batch.seats = everybody,
        |changed| batch_now(changed, person),
    )
}

fn is_true(snapshot: &mut Snapshot, verdict: &Verdict) -> bool {
    match &verdict.why {
        Why::OnlySeat { .. } => without_the_seat(snapshot, verdict).is_none(),
        Why::BestSeat { other, .. } => without_the_seat(snapshot, verdict).as_ref() == Some(other),
        Why::LesserSeat { other, .. } => {
            let at = course(snapshot, other);
            with_room(snapshot, other, verdict.person) == Some(snapshot.courses[at].batch.id)
        }
        Why::KeptOut { batch, bars, .. } => {
            assert!(!bars.is_empty(), "a refusal without a reason");
            let at = course(snapshot, batch);
            let room = bars.iter().any(|bar| matches!(bar, Bar::Full { .. }));
            let few = bars.iter().any(|bar| matches!(bar, Bar::TooFew { .. }));
            let change = |changed: &mut Snapshot| {
                if room {
                    changed.courses[at].batch.seats = 64;
                }
                if few {
                    changed.question.minimum = 0;
                }
            };
            with(snapshot, change, |changed| batch_now(changed, verdict.person)).is_some()
        }
        Why::NoBatch => !snapshot
            .courses
            .iter()
            .any(|course| course.ranked.iter().any(|ranked| ranked.person == verdict.person)),
        // Says no more than that she sits there.
        Why::Seat { .. } => false,
        Why::ByHand { .. } | Why::TakenByHand { .. } => panic!("the engine has no hands"),
    }
}

#[tokio::test]
async fn every_reason_of_the_proposal_is_one() {
    let mut snapshot = facts().await;
    assert_eq!(snapshot.people.len(), 64);
    let draft = propose(&snapshot, &BTreeMap::new(), 1, &|_| false).unwrap_or_else(|halt| panic!("{halt:?}"));
    assert_eq!(draft.value, draft.bound, "proven");
    assert_eq!(faults(&snapshot, &draft, Lang::Id), Vec::new());
    let seats = placed(&snapshot);
    assert_eq!(seats.verdicts, draft.verdicts, "the timetable of these batches rules out no seat");
    let mut kinds = HashSet::new();
    for verdict in &draft.verdicts {
        assert!(is_true(&mut snapshot, verdict), "{:?}", verdict.why);
        kinds.insert(std::mem::discriminant(&verdict.why));
    }
    assert!(kinds.len() >= 4, "{kinds:?}");
}
