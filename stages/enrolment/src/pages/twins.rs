// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How far each choice has come, the ranking with its reasons, hearings and rolls, for programs.

use std::collections::HashMap;

use access::{Act, Target};
use desk::{Desk, Field, Form, Halt, Kind, Page, PageFacts, Twin, told};
use kernel::day::Day;
use kernel::id::PersonId;
use people::facts::PersonFact;

use super::{applicants, hearing, overview, roll};
use crate::actions::batch_named;
use crate::facts::{self, EnrolmentCounts, SeatFact, SeatState};
use crate::store::{self, ApplicantRow};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![
        Twin::of::<EnrolmentList>(),
        Twin::of::<ApplicantList>(),
        Twin::of::<HearingFacts>(),
        Twin::of::<SeatList>(),
    ]
}

told! {
    EnrolmentItem {
        batch: String,
        title: String,
        starts_on: Day,
        state: &'static str,
        seats: i64,
        applicants: i64,
        eligible: i64,
        seated: i64,
        reserve: i64,
        left: i64,
    }

    FieldWish { field: String, people: i64 }

    EnrolmentList { items: Vec<EnrolmentItem>, wishes: Vec<FieldWish> }

    /// One considered. No reason tells of a sentence or of the day of release.
    Applicant {
        person: PersonId,
        name: String,
        has_applied: bool,
        is_eligible: bool,
        rank: Option<i64>,
        score: i64,
        waiting_since: Day,
        /// In the language asked for.
        reasons: Vec<String>,
        next: Vec<String>,
    }

    ApplicantList {
        batch: String,
        state: &'static str,
        field: String,
        ranked_on: Option<Day>,
        hearing: Option<String>,
        seats: i64,
        reserves: i64,
        applicants: Vec<Applicant>,
    }

    HearingVote { person: PersonId, name: String, recommendation: &'static str, position: i64, reason: String }

    HearingFacts {
        code: String,
        batch: String,
        held_on: Day,
        chair: String,
        members: Vec<String>,
        /// False once another hearing took its place.
        is_in_force: bool,
        votes: Vec<HearingVote>,
    }

    Seat {
        person: PersonId,
        name: String,
        state: &'static str,
        number: Option<i64>,
        reserve_position: Option<i64>,
        since: Day,
        left_on: Option<Day>,
        /// For the office itself only.
        left_reason: Option<String>,
    }

    SeatList { batch: String, seats: i64, decree: Option<String>, items: Vec<Seat> }
}

impl PageFacts for EnrolmentList {
    const PAGE: Page = overview::OVERVIEW;

    async fn read(desk: &Desk, _form: &Form) -> Result<Self, Halt> {
        let own = desk.actor.office_id().ok_or(Halt::Missing)?;
        desk.allow(Act::ApplicantRead, &Target::of(own))?;
        let db = desk.house.db.read();
        let mut items = Vec::new();
        for batch in programme::facts::batches_of_host(db, own).await? {
            let EnrolmentCounts { applicants, eligible, seated, reserve, left } =
                facts::counts(db, batch.id).await?;
            items.push(EnrolmentItem {
                state: store::intake(db, batch.id).await?.state.code(),
                batch: batch.code,
                title: batch.title,
                starts_on: batch.starts_on,
                seats: batch.seats,
                applicants,
                eligible,
                seated,
                reserve,
                left,
            });
        }
        let wish = |(field, people)| FieldWish { field, people };
        Ok(Self { items, wishes: store::count_by_field(db, own).await?.into_iter().map(wish).collect() })
    }
}

fn names(people: Vec<PersonFact>) -> HashMap<PersonId, String> {
    people.into_iter().map(|person| (person.id, person.name)).collect()
}

fn applicant(desk: &Desk, row: &ApplicantRow, names: &HashMap<PersonId, String>) -> Applicant {
    let teller = desk.teller();
    let against =
        |refuses: bool| row.reasons.iter().filter(move |reason| row.eligible || reason.refuses() == refuses);
    Applicant {
        person: row.person,
        name: names.get(&row.person).cloned().unwrap_or_default(),
        has_applied: row.applied,
        is_eligible: row.eligible,
        rank: row.rank,
        score: row.score,
        waiting_since: row.waiting_since,
        // Without the days that are left: they tell of the release.
        reasons: against(true).map(|reason| teller.tell(&reason.say(None))).collect(),
        next: row.reasons.iter().filter_map(|reason| reason.next().map(|say| teller.tell(&say))).collect(),
    }
}

impl PageFacts for ApplicantList {
    const PAGE: Page = applicants::LIST;
    /// `others`: those too who did not ask for this.
    const QUERY: &'static [Field] =
        &[Field::optional("show", Kind::Codes { prefix: "", codes: &["others"] })];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_named(desk, form).await?;
        desk.allow(Act::ApplicantRead, &batch.target())?;
        let db = desk.house.db.read();
        let intake = store::intake(db, batch.id).await?;
        let mut rows = store::applicants(db, batch.id).await?;
        if form.text("show") != "others" {
            rows.retain(|row| row.applied || row.eligible);
        }
        let ids: Vec<PersonId> = rows.iter().map(|row| row.person).collect();
        let names = names(people::facts::persons(db, &ids).await?);
        let hearing = match intake.hearing {
            Some(id) => store::hearing_by_id(db, id).await?.map(|hearing| hearing.code),
            None => None,
        };
        Ok(Self {
            state: intake.state.code(),
            field: intake.field,
            ranked_on: intake.ranked_on,
            hearing,
            seats: batch.seats,
            reserves: batch.reserves,
            applicants: rows.iter().map(|row| applicant(desk, row, &names)).collect(),
            batch: batch.code,
        })
    }
}

impl PageFacts for HearingFacts {
    const PAGE: Page = hearing::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let db = desk.house.db.read();
        let hearing = store::hearing_by_code(db, form.text("hearing")).await?.ok_or(Halt::Missing)?;
        let batch = programme::facts::batch(db, hearing.batch).await?.ok_or(Halt::Missing)?;
        desk.allow(Act::ApplicantRead, &batch.target())?;
        let vote = |fact: store::VoteFact| HearingVote {
            person: fact.vote.person,
            name: fact.name,
            recommendation: fact.vote.recommendation.code(),
            position: fact.vote.position,
            reason: fact.vote.reason,
        };
        Ok(Self {
            is_in_force: store::intake(db, batch.id).await?.hearing == Some(hearing.id),
            votes: store::votes(db, hearing.id).await?.into_iter().map(vote).collect(),
            batch: batch.code,
            code: hearing.code,
            held_on: hearing.held_on,
            chair: hearing.chair,
            members: hearing.members.lines().map(str::to_owned).collect(),
        })
    }
}

impl PageFacts for SeatList {
    const PAGE: Page = roll::LIST;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_named(desk, form).await?;
        desk.allow(Act::PersonList, &batch.target())?;
        let db = desk.house.db.read();
        let seats = facts::seats(db, batch.id).await?;
        let ids: Vec<PersonId> = seats.iter().map(|seat| seat.person).collect();
        let names = names(people::facts::persons(db, &ids).await?);
        let own = desk.may(Act::ApplicantRead, &batch.target());
        let item = |seat: SeatFact| Seat {
            name: names.get(&seat.person).cloned().unwrap_or_default(),
            person: seat.person,
            state: seat.state.code(),
            number: seat.number,
            reserve_position: seat.reserve_position,
            since: seat.since,
            left_on: seat.left_on,
            left_reason: (own && seat.state == SeatState::Left).then_some(seat.left_reason),
        };
        Ok(Self {
            decree: facts::decided(db, batch.id).await?.map(|decree| decree.number),
            seats: batch.seats,
            items: seats.into_iter().map(item).collect(),
            batch: batch.code,
        })
    }
}
