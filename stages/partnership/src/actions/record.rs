// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A meeting is put on record: who met, what was said, who does what until when.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Say};
use kernel::day::{self, Day};
use kernel::id::OrganisationId;
use office::facts::OrganisationFact;
use serde_json::json;

use super::step::iso;
use super::{find_office, line_problem, read_code, read_host, read_past_day};
use crate::facts::{ItemFact, MeetingFact};
use crate::store;

pub const RECORD: Action = Action {
    name: "meeting record",
    path: "/meetings/new",
    act: Act::MeetingRecord,
    room: "partnership",
    fields: &[
        Field::required("code", Kind::Text),
        Field::optional("host", Kind::Pick(office::facts::pick_organisations)),
        Field::required("place", Kind::Text),
        Field::required("held_on", Kind::Day),
        Field::required("parties", Kind::Lines),
        Field::required("topics", Kind::Lines),
        Field::required("minutes", Kind::Long),
        Field::optional("items", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::MeetingRecord)?;
    let own = desk.actor.office.as_ref().map_or("", |office| &office.code);
    Ok(Prepared::about("", "/meetings").filled("host", own).filled("held_on", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    desk.scope(Act::MeetingRecord)?;
    let meeting = parse(desk, form).await?;
    desk.allow(Act::MeetingRecord, &Target::of(meeting.host))?;
    let mut work = desk.begin("meeting record").await?;
    let taken = |error| store::taken(error, "meeting_code", "meeting.code", "code", &meeting.code);
    store::insert_meeting(&work.tx, &meeting).await.map_err(taken)?;
    let content = json!({
        "meeting": meeting.code, "place": meeting.place, "held_on": iso(meeting.held_on), "items": meeting.items.len(),
    });
    let mut event = Event::new("MeetingRecorded", Object::new("meeting", meeting.id.0), content);
    for party in &meeting.parties {
        event = event.about("organisation", party.0);
    }
    work.record(event).await?;
    let recorded = Say::new("meeting-recorded").with("items", meeting.items.len());
    work.commit(Done::new(format!("/meetings/{}", meeting.code), recorded)).await
}

async fn parse(desk: &Desk, form: &Form) -> Result<MeetingFact, Halt> {
    let offices = office::facts::all(desk.house.db.read()).await?;
    let mut reading = form.read();
    let code = read_code(&mut reading);
    let host = read_host(&mut reading, desk, &offices);
    let place = reading.text("place");
    let held_on = read_past_day(&mut reading, "held_on", desk.today());
    let parties = read_parties(&mut reading, desk, &offices, host);
    let topics: Vec<String> = reading.lines("topics").iter().map(|parts| parts.join(" | ")).collect();
    if topics.is_empty() {
        reading.problem("topics", "problem-empty");
    }
    let minutes = reading.text("minutes");
    let items = read_items(&mut reading, desk, &offices, &parties);
    reading.done()?;
    let host = host.ok_or(Halt::Missing)?.id;
    Ok(MeetingFact { id: desk.fresh_id(), code, host, place, held_on, parties, topics, minutes, items })
}

/// One organisation a line, the host added; a meeting has at least two.
fn read_parties(
    reading: &mut Reading<'_>,
    desk: &Desk,
    offices: &[OrganisationFact],
    host: Option<&OrganisationFact>,
) -> Vec<OrganisationId> {
    let mut parties: Vec<OrganisationId> = host.map(|host| host.id).into_iter().collect();
    for (parts, line) in reading.lines("parties").iter().zip(1..) {
        let text = parts.join(" | ");
        match find_office(offices, &text) {
            Some(office) if parties.contains(&office.id) => {}
            Some(office) => parties.push(office.id),
            None => {
                line_problem(reading, desk, "parties", line, &Say::new("problem-unknown").with("text", text))
            }
        }
    }
    if parties.len() < 2 {
        reading.problem("parties", "meeting-problem-alone");
    }
    parties
}

/// The lines `what | organisation | due day`; the day may be left out.
fn read_items(
    reading: &mut Reading<'_>,
    desk: &Desk,
    offices: &[OrganisationFact],
    parties: &[OrganisationId],
) -> Vec<ItemFact> {
    let mut items = Vec::new();
    for (parts, number) in reading.lines("items").iter().zip(1_i64..) {
        match read_item(parts, offices, parties) {
            Ok((what, organisation, due_on)) => {
                items.push(ItemFact {
                    number,
                    what,
                    organisation,
                    due_on,
                    closed_on: None,
                    closed_note: None,
                });
            }
            Err(say) => line_problem(reading, desk, "items", usize::try_from(number).unwrap_or(1), &say),
        }
    }
    items
}

fn read_item(
    parts: &[String],
    offices: &[OrganisationFact],
    parties: &[OrganisationId],
) -> Result<(String, OrganisationId, Option<Day>), Say> {
    let (what, office, due) = match parts {
        [what, office] => (what, office, ""),
        [what, office, due] => (what, office, due.as_str()),
        _ => return Err(Say::new("meeting-problem-item-line")),
    };
    if what.is_empty() {
        return Err(Say::new("meeting-problem-item-line"));
    }
    let found =
        find_office(offices, office).ok_or_else(|| Say::new("problem-unknown").with("text", office))?;
    if !parties.contains(&found.id) {
        return Err(Say::new("meeting-problem-item-party").with("party", &found.name));
    }
    let due_on = match due {
        "" => None,
        text => Some(
            day::parse(text)
                .map_err(|problem| Say::new(format!("problem-{}", problem.code())).with("text", text))?,
        ),
    };
    Ok((what.clone(), found.id, due_on))
}
