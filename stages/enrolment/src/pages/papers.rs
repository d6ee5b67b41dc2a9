// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The two papers of a choice, in Indonesian as offices keep them: minutes of the hearing, and the decree with its list.

use std::collections::HashMap;

use access::Act;
use anyhow::Context;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use document::{Block, LabelledText, LetterPaper, Letterhead, PaperSize, Signer, render_letter};
use kernel::Lang;
use kernel::day::{self, Day};
use kernel::id::{HearingId, OrganisationId, PersonId};
use programme::facts::BatchFact;

use crate::actions::batch_named;
use crate::facts::{self, SeatState};
use crate::store::{self, HearingFact, HearingKind, VoteFact};

/// `hearing paper`.
pub const HEARING_PAPER: Page = Page {
    name: "hearing paper",
    path: "/hearings/{hearing}/paper",
    act: Act::ApplicantRead,
    room: "enrolment",
    view: |desk, form| Box::pin(minutes(desk, form)),
};

/// `decree paper`.
pub const DECREE_PAPER: Page = Page {
    name: "decree paper",
    path: "/batches/{batch}/decree/paper",
    act: Act::ApplicantRead,
    room: "enrolment",
    view: |desk, form| Box::pin(decree(desk, form)),
};

async fn minutes(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let db = desk.house.db.read();
    let hearing = store::hearing_by_code(db, form.text("hearing")).await?.ok_or(Halt::Missing)?;
    let batch = programme::facts::batch(db, hearing.batch).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ApplicantRead, &batch.target())?;
    // An approved list has no minutes: nobody sat.
    if hearing.kind == HearingKind::List {
        return Err(Halt::Missing);
    }
    let t = indonesian(desk);
    let opening = Say::new("paper-hearing-opening")
        .with("day", day::weekday_long(hearing.held_on, Lang::Id))
        .with("batch", &batch.title)
        .with("code", &batch.code);
    let body = vec![
        Block::Paragraph(t.tell(&opening)),
        Block::Labelled(vec![
            labelled(t.say("paper-hearing-chair"), vec![hearing.chair.clone()]),
            labelled(t.say("paper-hearing-members"), hearing.members.lines().map(str::to_owned).collect()),
        ]),
        Block::Heading(t.say("paper-hearing-result")),
        votes_table(desk, &hearing, &batch).await?,
        Block::Paragraph(t.say("paper-hearing-closing")),
    ];
    let paper = Sheet {
        title: t.say("paper-hearing-title"),
        number: t.with("paper-choice-number", "number", &hearing.code),
        day: hearing.held_on,
        body,
        signer: Signer { post: t.say("paper-hearing-chair"), name: hearing.chair.clone() },
    };
    file(desk, batch.host, &format!("berita-acara-{}", hearing.code), paper).await
}

async fn votes_table(desk: &Desk, hearing: &HearingFact, batch: &BatchFact) -> Result<Block, Halt> {
    let db = desk.house.db.read();
    let t = indonesian(desk);
    let reasons: HashMap<PersonId, String> = store::applicants(db, batch.id)
        .await?
        .into_iter()
        .map(|row| {
            // On paper the days that are left stay closed, whoever prints it.
            let told: Vec<String> = row.reasons.iter().map(|reason| t.tell(&reason.say(None))).collect();
            (row.person, told.join(" "))
        })
        .collect();
    let row = |(number, fact): (usize, VoteFact)| {
        let key = format!("recommendation-{}", fact.vote.recommendation.code());
        let label = t.tell(&Say::new(key).with("number", fact.vote.position));
        let by_rank = reasons.get(&fact.vote.person).cloned().unwrap_or_default();
        let reason = if fact.vote.reason.is_empty() { by_rank } else { fact.vote.reason };
        vec![number.to_string(), fact.name, label, reason]
    };
    let rows = (1..).zip(store::votes(db, hearing.id).await?).map(row).collect();
    let columns = [
        "paper-choice-column-number",
        "paper-choice-column-name",
        "paper-choice-column-recommendation",
        "paper-choice-column-reason",
    ];
    Ok(Block::Table { columns: columns.map(|key| t.say(key)).to_vec(), rows })
}

async fn decree(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::ApplicantRead, &batch.target())?;
    let db = desk.house.db.read();
    let decree = facts::decided(db, batch.id).await?.ok_or(Halt::Missing)?;
    let followed = store::intake(db, batch.id).await?.hearing.ok_or(Halt::Missing)?;
    let hearing = store::hearing_by_id(db, followed).await?.ok_or(Halt::Missing)?;
    let t = indonesian(desk);
    let by_list = hearing.kind == HearingKind::List;
    let (weighing, law) = match by_list {
        true => ("paper-decree-considering-list", "paper-decree-law-list"),
        false => ("paper-decree-considering", "paper-decree-law"),
    };
    let heard = Say::new(weighing)
        .with("batch", &batch.title)
        .with("code", &hearing.code)
        .with("day", day::long(hearing.held_on, Lang::Id));
    let term =
        Say::new("paper-decree-term").with("term", day::range_long(batch.starts_on, batch.ends_on, Lang::Id));
    let body = vec![
        Block::Labelled(vec![
            labelled(t.say("paper-decree-weighing"), vec![t.tell(&heard)]),
            labelled(t.say("paper-decree-law-label"), vec![t.say(law)]),
        ]),
        Block::Centered(t.say("paper-decree-decides")),
        Block::Labelled(vec![
            labelled(t.say("paper-decree-first"), vec![t.with("paper-decree-seats", "batch", &batch.title)]),
            labelled(t.say("paper-decree-second"), vec![t.tell(&term)]),
            labelled(t.say("paper-decree-third"), vec![t.say("paper-decree-reserves")]),
        ]),
        Block::Heading(t.say("paper-decree-list")),
        seats_table(desk, &batch, hearing.id, decree.day).await?,
    ];
    let paper = Sheet {
        title: t.with("paper-decree-title", "batch", &batch.title),
        number: t.with("paper-choice-number", "number", &decree.number),
        day: decree.day,
        body,
        signer: Signer { post: t.say("paper-decree-signer"), name: decree.signer },
    };
    file(desk, batch.host, &format!("keputusan-{}", batch.code), paper).await
}

/// The list as decreed, from the hearing that the decree followed: what happened to anybody later changes no decree.
async fn seats_table(desk: &Desk, batch: &BatchFact, hearing: HearingId, on: Day) -> Result<Block, Halt> {
    let db = desk.house.db.read();
    let t = indonesian(desk);
    let decreed: Vec<(VoteFact, SeatState)> = store::votes(db, hearing)
        .await?
        .into_iter()
        .filter_map(|fact| fact.vote.recommendation.seat().map(|state| (fact, state)))
        .collect();
    let ids: Vec<PersonId> = decreed.iter().map(|(fact, _)| fact.vote.person).collect();
    let stays = people::facts::episodes_of(db, &ids).await?;
    let row = |(number, (fact, state)): (usize, (VoteFact, SeatState))| {
        let mut stays = stays.get(&fact.vote.person).into_iter().flatten();
        let register = stays
            .find(|stay| stay.office == batch.host && stay.covers(on))
            .and_then(|stay| stay.register.clone());
        let place = Say::new(format!("seat-state-{}", state.code())).with("number", fact.vote.position);
        vec![number.to_string(), fact.name, register.unwrap_or_default(), t.tell(&place)]
    };
    let rows = (1..).zip(decreed).map(row).collect();
    let columns = [
        "paper-choice-column-number",
        "paper-choice-column-name",
        "paper-choice-column-register",
        "paper-choice-column-place",
    ];
    Ok(Block::Table { columns: columns.map(|key| t.say(key)).to_vec(), rows })
}

struct Sheet {
    title: String,
    number: String,
    day: Day,
    body: Vec<Block>,
    signer: Signer,
}

async fn file(desk: &Desk, host: OrganisationId, name: &str, sheet: Sheet) -> Result<Shown, Halt> {
    let db = desk.house.db.read();
    let office = office::facts::by_id(db, host).await?.ok_or(Halt::Missing)?;
    let mut parent_offices = Vec::new();
    let mut above = office.parent;
    while let Some(id) = above {
        let Some(parent) = office::facts::by_id(db, id).await? else { break };
        above = parent.parent.filter(|_| parent_offices.len() < 3);
        parent_offices.insert(0, parent.name);
    }
    let place = if office.address.is_empty() { String::new() } else { office.address.clone() };
    let paper = LetterPaper {
        letterhead: Letterhead {
            parent_offices,
            office: office.name,
            detail_lines: vec![place].into_iter().filter(|line| !line.is_empty()).collect(),
        },
        title: sheet.title,
        number: sheet.number,
        place_date: day::long(sheet.day, Lang::Id),
        body: sheet.body,
        signers: vec![sheet.signer],
        footer: String::new(),
        specimen: desk.house.settings.specimen,
        paper: PaperSize::F4,
        document_date: sheet.day,
    };
    let printed = render_letter(&paper).context("the paper of a choice could not be printed")?;
    Ok(Shown::File { name: format!("{name}.pdf"), media_type: "application/pdf", bytes: printed.pdf })
}

fn labelled(label: String, texts: Vec<String>) -> LabelledText {
    LabelledText { label, texts }
}

/// Papers speak Indonesian in whatever language somebody works.
fn indonesian(desk: &Desk) -> Teller<'_> {
    Teller { lang: Lang::Id, ..desk.teller() }
}
