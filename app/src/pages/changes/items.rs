// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What hangs on one change. Nothing here is stored: an item is there while the facts of the rooms say so, and is gone when
//! somebody has acted; only a decision not to act leaves a note.

use access::{Act, Target};
use desk::{Desk, Halt, Say};
use enrolment::facts::{SeatFact, SeatState};
use kernel::day;
use kernel::id::PersonId;
use kernel::person::ReleaseKind;
use livelihood::facts::{Milestone, ReferralState};
use people::facts::{Circumstance, CircumstanceFact, PersonFact};
use programme::facts::BatchFact;
use release::facts::{HandoverState, Standing};

use crate::pages::reach;

/// One thing that somebody must act on.
pub struct Item {
    /// Names the item within its change, such as `seat-ROTI-1`.
    pub key: String,
    pub say: Say,
    /// Who must act; the label is the word `change-who-CODE`.
    pub who: &'static str,
    pub href: String,
    /// The word on the link.
    pub verb: &'static str,
    /// Whether the reader may act on it herself.
    pub may_act: bool,
    /// What was decided instead of an act.
    pub note: Option<String>,
}

/// Gathers the items of one change.
struct Gatherer<'d> {
    desk: &'d Desk,
    change: &'d CircumstanceFact,
    person: &'d PersonFact,
    items: Vec<Item>,
}

/// How an item is acted on: by whom, by which act, with which words, where.
struct Way<'a> {
    who: &'static str,
    act: Act,
    verb: &'static str,
    name: &'a str,
    parts: &'a [&'a str],
    query: &'a str,
}

impl Gatherer<'_> {
    fn put(&mut self, key: String, say: Say, way: &Way<'_>) {
        let Some(href) = reach::address(way.name, way.parts) else { return };
        let note = self.change.notes.iter().find(|(item, _)| *item == key).map(|(_, note)| note.clone());
        self.items.push(Item {
            key,
            say,
            who: way.who,
            href: format!("{href}{}", way.query),
            verb: way.verb,
            may_act: self.desk.may(way.act, &Target::of(self.change.office)),
            note,
        });
    }

    /// Whoever's record the change was told of, the person it is about.
    fn whom(&self) -> PersonId {
        self.person.known_as
    }
}

/// Everything that hangs on a change, for the office that was told of it.
///
/// # Errors
/// The database failed.
pub async fn of(desk: &Desk, change: &CircumstanceFact, person: &PersonFact) -> Result<Vec<Item>, Halt> {
    let mut gatherer = Gatherer { desk, change, person, items: Vec::new() };
    match change.kind {
        Circumstance::MovedOut => {
            seats(&mut gatherer).await?;
            certificates(&mut gatherer).await?;
        }
        Circumstance::MovedIn => {
            number(&mut gatherer).await?;
            credit(&mut gatherer).await?;
            handover(&mut gatherer).await?;
            referrals(&mut gatherer).await?;
        }
        Circumstance::Absent => {
            absence(&mut gatherer).await?;
            referrals(&mut gatherer).await?;
        }
        Circumstance::Released => {
            seats(&mut gatherer).await?;
            certificates(&mut gatherer).await?;
            handover(&mut gatherer).await?;
            referrals(&mut gatherer).await?;
            follow_ups(&mut gatherer).await?;
        }
        // Of a death recorded by error nothing is to be done any more.
        Circumstance::Died if person.died_on.is_none() => {}
        Circumstance::Died => {
            seats(&mut gatherer).await?;
            certificates(&mut gatherer).await?;
        }
        Circumstance::DeathUndone => not_reopened(&mut gatherer).await?,
        Circumstance::Returned | Circumstance::Merged | Circumstance::Parted => {}
    }
    Ok(gatherer.items)
}

/// Batches of this office that the person left because of the change and that still run.
async fn left_here(of: &Gatherer<'_>) -> Result<Vec<(SeatFact, BatchFact)>, Halt> {
    let on = of.desk.house.db.read();
    let mut left = Vec::new();
    for seat in enrolment::facts::seats_of_person(on, of.whom()).await? {
        if seat.left_on != Some(of.change.day) {
            continue;
        }
        let Some(batch) = programme::facts::batch(on, seat.batch).await? else { continue };
        if batch.host == of.change.office {
            left.push((seat, batch));
        }
    }
    Ok(left)
}

/// A free number while reserves wait and the training runs; and, until its day, the assessment booked for one more.
async fn seats(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let (on, today) = (of.desk.house.db.read(), of.desk.today());
    for (_, batch) in left_here(of).await? {
        let seats = enrolment::facts::seats(on, batch.id).await?;
        let seated = seats.iter().filter(|seat| seat.state == SeatState::Seated).count();
        let waits = seats.iter().any(|seat| seat.state == SeatState::Reserve);
        let is_free = i64::try_from(seated).is_ok_and(|seated| seated < batch.seats);
        let runs = training::facts::closed_on(on, batch.id).await?.is_none() && batch.ends_on >= today;
        if waits && is_free && runs {
            let say = Say::new("change-seat").with("batch", &batch.title);
            let way = Way {
                who: "work",
                act: Act::SeatPromote,
                verb: "change-seat.verb",
                name: "seat list",
                parts: &[&batch.code],
                query: "",
            };
            of.put(format!("seat-{}", batch.code), say, &way);
        }
        if let Some(booking) = batch.assessment.as_ref().filter(|booking| booking.reserved_on > today) {
            let day = day::long(booking.reserved_on, of.desk.lang);
            let say = Say::new("change-assessment").with("batch", &batch.title).with("day", day);
            let way = Way {
                who: "work",
                act: Act::BatchReserveAssessment,
                verb: "change-assessment.verb",
                name: "batch show",
                parts: &[&batch.code],
                query: "",
            };
            of.put(format!("assessment-{}", batch.code), say, &way);
        }
    }
    Ok(())
}

/// What a death recorded by error had closed and what could not be opened again: seats given away, openings filled.
async fn not_reopened(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    if of.person.died_on.is_some() {
        return Ok(());
    }
    for seat in enrolment::facts::seats_of_person(on, of.whom()).await? {
        let is_lost = seat.state == SeatState::Left && seat.left_reason == "died";
        let Some(batch) = programme::facts::batch(on, seat.batch).await? else { continue };
        let is_ours = batch.host == of.change.office;
        if !is_lost || !is_ours || enrolment::facts::is_taken_over(on, seat.id).await? {
            continue;
        }
        let way = Way {
            who: "work",
            act: Act::SeatPromote,
            verb: "change-seat-gone.verb",
            name: "seat list",
            parts: &[&batch.code],
            query: "",
        };
        of.put(
            format!("seat-gone-{}", batch.code),
            Say::new("change-seat-gone").with("batch", &batch.title),
            &way,
        );
    }
    for (referral, vacancy) in livelihood::facts::referrals(on, of.whom()).await? {
        if referral.state != ReferralState::Lapsed {
            continue;
        }
        let say = Say::new("change-referral-gone").with("title", &vacancy.title);
        let way = Way {
            who: "counsellor",
            act: Act::ApplicationRefer,
            verb: "change-referral.verb",
            name: "vacancy show",
            parts: &[&vacancy.code],
            query: "",
        };
        of.put(format!("referral-gone-{}", vacancy.code), say.with("employer", &vacancy.employer_name), &way);
    }
    Ok(())
}

/// Papers that lie in a drawer of the office she has left.
async fn certificates(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    for paper in certification::facts::certificates_of_person(on, of.whom()).await? {
        let Some(batch) = programme::facts::batch(on, paper.batch).await? else { continue };
        let is_ours = batch.host == of.change.office;
        if !is_ours || paper.handed_on.is_some() || paper.revoked_on.is_some() {
            continue;
        }
        let key = match of.change.kind {
            Circumstance::Died => "change-certificate-family",
            _ => "change-certificate",
        };
        let way = Way {
            who: "work",
            act: Act::CertificateHand,
            verb: "certificate-hand.verb",
            name: "certificate hand",
            parts: &[&paper.number],
            query: "",
        };
        of.put(format!("certificate-{}", paper.number), Say::new(key).with("title", &paper.title), &way);
    }
    Ok(())
}

/// A stay here without a register number.
async fn number(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let stays = people::facts::episodes(of.desk.house.db.read(), of.whom()).await?;
    let here = stays.iter().find(|stay| stay.ended_on.is_none() && stay.office == of.change.office);
    if here.is_some_and(|stay| stay.register.is_none()) {
        let id = of.whom().to_string();
        let way = Way {
            who: "registrar",
            act: Act::PersonAdmit,
            verb: "person-number.verb",
            name: "person number",
            parts: &[&id],
            query: "",
        };
        of.put("number".to_owned(), Say::new("change-number"), &way);
    }
    Ok(())
}

/// Hours earned elsewhere in a training that was not finished and is not gone on with.
async fn credit(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    let id = of.whom().to_string();
    let stays = people::facts::episodes(on, of.whom()).await?;
    let is_here = stays.iter().any(|stay| stay.ended_on.is_none() && stay.office == of.change.office);
    for earned in training::facts::earned(on, of.whom()).await?.batches {
        let jp = earned.ledger.earned_jp();
        let is_left = earned.seat.state == SeatState::Left && earned.seat.left_on <= Some(of.change.day);
        if !is_here || !is_left || jp == 0 || enrolment::facts::is_taken_over(on, earned.seat.id).await? {
            continue;
        }
        if training::facts::completion(on, earned.batch, of.whom()).await?.is_some_and(|done| done.complete) {
            continue;
        }
        let Some(source) = programme::facts::batch(on, earned.batch).await? else { continue };
        let say = Say::new("change-credit").with("jp", jp).with("batch", &source.title);
        let key = format!("credit-{}", source.code);
        let fitting = running_batch(of, &source).await?;
        let query = format!("?person={id}&source={}", source.code);
        let way = match &fitting {
            Some(batch) => Way {
                who: "head",
                act: Act::SeatTakeOver,
                verb: "seat-take-over.verb",
                name: "seat take-over",
                parts: &[&batch.code],
                query: &query,
            },
            None => Way {
                who: "work",
                act: Act::BatchPlan,
                verb: "change-credit.verb",
                name: "batch list",
                parts: &[],
                query: "",
            },
        };
        of.put(key, say, &way);
    }
    Ok(())
}

/// A running batch of this office whose modules take what was earned in the other.
async fn running_batch(of: &Gatherer<'_>, source: &BatchFact) -> Result<Option<BatchFact>, Halt> {
    let on = of.desk.house.db.read();
    let ledger = training::facts::ledger(on, source.id, of.whom()).await?;
    for batch in programme::facts::batches_of_host(on, of.change.office).await? {
        let runs = planning::facts::opened_on(on, batch.id).await?.is_some()
            && training::facts::closed_on(on, batch.id).await?.is_none();
        if !runs || batch.id == source.id {
            continue;
        }
        let modules = programme::facts::modules(on, batch.programme.id).await?;
        if !training::rules::recognisable(&ledger, &modules).is_empty() {
            return Ok(Some(batch));
        }
    }
    Ok(None)
}

/// The hand-over that is to be made again, or was not made.
async fn handover(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    let id = of.whom().to_string();
    let standing = release::facts::standing(on, of.whom()).await?;
    let pack = release::facts::handover_of(on, of.whom()).await?;
    let went_back = pack.is_some_and(|pack| {
        pack.state == HandoverState::Returned
            && pack.from != of.change.office
            && pack.decided_on >= Some(of.change.day)
    });
    let is_guided = people::facts::released_on(on, of.whom())
        .await?
        .is_some_and(|(_, kind): (_, ReleaseKind)| kind.is_under_guidance());
    let (key, name) = match (of.change.kind, standing) {
        (Circumstance::MovedIn, Standing::ReturnedPack) if went_back => {
            ("change-handover-again", "handover prepare")
        }
        (Circumstance::Released, Standing::FreedWithoutCounsellor) if is_guided => {
            ("change-handover-none", "handover prepare")
        }
        _ => return Ok(()),
    };
    let way = Way {
        who: "registrar",
        act: Act::HandoverPrepare,
        verb: "handover-prepare.verb",
        name,
        parts: &[&id],
        query: "",
    };
    of.put("handover".to_owned(), Say::new(key), &way);
    Ok(())
}

/// Somebody is away, and what is booked meanwhile.
async fn absence(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    let Some(absence) = people::facts::open_absence(on, of.whom()).await? else { return Ok(()) };
    if absence.from_on != of.change.day {
        return Ok(());
    }
    let id = of.whom().to_string();
    let long = |on| day::long(on, of.desk.lang);
    let (key, until) = match absence.until_on {
        Some(until) if until < of.desk.today() => ("change-return-late", long(until)),
        Some(until) => ("change-return-until", long(until)),
        None => ("change-return", String::new()),
    };
    let way = Way {
        who: "registrar",
        act: Act::PersonAbsence,
        verb: "person-return.verb",
        name: "person return",
        parts: &[&id],
        query: "",
    };
    of.put("return".to_owned(), Say::new(key).with("day", until), &way);
    for seat in enrolment::facts::seats_of_person(on, of.whom()).await? {
        let Some(batch) = programme::facts::batch(on, seat.batch).await? else { continue };
        let booked = batch.assessment.as_ref().map(|booking| booking.reserved_on);
        let Some(booked) = booked.filter(|booked| {
            seat.state == SeatState::Seated && *booked >= of.desk.today() && absence.covers(*booked)
        }) else {
            continue;
        };
        let say = Say::new("change-assessment-away").with("batch", &batch.title).with("day", long(booked));
        let way = Way {
            who: "work",
            act: Act::BatchReserveAssessment,
            verb: "change-assessment.verb",
            name: "batch show",
            parts: &[&batch.code],
            query: "",
        };
        of.put(format!("assessment-{}", batch.code), say, &way);
    }
    Ok(())
}

/// Employers who wait for an answer about her.
async fn referrals(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let on = of.desk.house.db.read();
    for (referral, vacancy) in livelihood::facts::referrals(on, of.whom()).await? {
        if referral.state != ReferralState::Referred {
            continue;
        }
        let say = Say::new("change-referral")
            .with("title", &vacancy.title)
            .with("employer", &vacancy.employer_name);
        let way = Way {
            who: "counsellor",
            act: Act::ApplicationDecide,
            verb: "change-referral.verb",
            name: "vacancy show",
            parts: &[&vacancy.code],
            query: "",
        };
        of.put(format!("referral-{}", vacancy.code), say, &way);
    }
    Ok(())
}

/// Milestones that are due and that nobody has answered, where no other office guides her.
async fn follow_ups(of: &mut Gatherer<'_>) -> Result<(), Halt> {
    let (on, today) = (of.desk.house.db.read(), of.desk.today());
    if !people::facts::offices_of(on, of.whom()).await?.contains(&of.change.office) {
        return Ok(());
    }
    for batch in enrolment::facts::batches_of_person(on, of.whom()).await? {
        if training::facts::completion(on, batch, of.whom()).await?.is_none() {
            continue;
        }
        for milestone in Milestone::ALL.iter().copied() {
            let due = livelihood::facts::due_on(on, batch, of.whom(), milestone).await?;
            let Some(due) = due.filter(|due| *due <= today) else { break };
            if livelihood::facts::outcome_at(on, batch, of.whom(), milestone).await?.is_some() {
                continue;
            }
            let when = of.desk.teller().code("milestone", milestone.code());
            let say = Say::new("change-follow-up")
                .with("milestone", when)
                .with("day", day::long(due, of.desk.lang));
            let way = Way {
                who: "counsellor",
                act: Act::FollowupRecord,
                verb: "change-follow-up.verb",
                name: "followup list",
                parts: &[],
                query: "",
            };
            of.put(format!("follow-up-{}", milestone.code()), say, &way);
            break;
        }
    }
    Ok(())
}
