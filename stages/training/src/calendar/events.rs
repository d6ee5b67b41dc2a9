// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which sessions stand in a calendar, and what is said about them.

use std::collections::HashMap;

use ::calendar::{Event, When};
use access::{Act, Actor, Role};
use audit::Object;
use chrono::{DateTime, Days, Utc};
use credential::stigma_words_in;
use desk::Halt;
use kernel::day::Day;
use kernel::id::{FacilityId, InstructorId, ModuleId};
use kernel::zone::Zone;
use planning::facts::SlotFact;
use programme::facts::BatchFact;
use store::DatabaseConnection;
use uuid::Uuid;

use crate::facts::{SessionFact, SessionState, sessions};

/// Sessions that ended longer ago are left out.
const DAYS_BACK: u64 = 90;
/// What changes a timetable.
const CHANGES: [&str; 2] = ["TimetableLaid", "SessionCancelled"];

/// What this person may know of sessions at this instant: of one who teaches, her own; and the days on which she judges.
pub(crate) async fn of_person(
    on: &DatabaseConnection,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<Vec<Event>, Halt> {
    let scope = access::scope(actor, Act::SessionRead, now);
    let mut batches: Vec<BatchFact> = Vec::new();
    if let Some(own) = scope.owner {
        batches.extend(programme::facts::batches_of_host(on, own).await?);
    }
    for agreement in &scope.agreements {
        let under = programme::facts::batches_under(on, *agreement).await?;
        batches.extend(under.into_iter().filter(|batch| scope.owner != Some(batch.host)));
    }
    let first = actor.zone().day_of(now).checked_sub_days(Days::new(DAYS_BACK)).unwrap_or(Day::MIN);
    let teaches = actor.has(Role::Instructor) || actor.has(Role::Teacher);
    let mut events = Vec::new();
    for batch in batches.iter().filter(|batch| batch.last_day() >= first) {
        let only = if teaches { taught_by(on, actor, batch).await? } else { Vec::new() };
        let found = of_batch(on, batch, &only).await?;
        events.extend(found.into_iter().filter(|event| first <= day_of(event)));
    }
    if let Some(office) = actor.office_id() {
        let booked = programme::facts::batches_addressed_to(on, office).await?;
        let judging = access::scope(actor, Act::AssessmentDecide, now);
        let mine = booked.iter().filter(|batch| batch.last_day() >= first && judging.admits(&batch.target()));
        events.extend(mine.filter_map(assessment));
    }
    Ok(events)
}

/// The records under which this person teaches in a batch; empty for one who teaches there without a record of her own,
/// who then sees every session.
async fn taught_by(
    on: &DatabaseConnection,
    actor: &Actor,
    batch: &BatchFact,
) -> Result<Vec<InstructorId>, Halt> {
    let teachers = programme::facts::instructors_of_batch(on, batch.id).await?;
    let own =
        teachers.into_iter().filter(|teacher| teacher.account.is_some() && teacher.account == actor.account);
    Ok(own.map(|teacher| teacher.id).collect())
}

fn day_of(event: &Event) -> Day {
    match event.when {
        When::Hours { day, .. } | When::Day(day) => day,
    }
}

/// The sessions of an opened batch, of these instructors only where any are named.
///
/// # Shape
/// The nth session of a module keeps its name through every new laying of the timetable, so that a program moves it
/// instead of forgetting and finding it.
pub(crate) async fn of_batch(
    on: &DatabaseConnection,
    batch: &BatchFact,
    only: &[InstructorId],
) -> Result<Vec<Event>, Halt> {
    if planning::facts::opened_on(on, batch.id).await?.is_none() {
        return Ok(Vec::new());
    }
    let host = office::facts::by_id(on, batch.host).await?;
    let told = sessions(on, batch.id).await?;
    let changes = audit::changes(on, Object::new("batch", batch.id.0), &CHANGES).await?;
    let cancelled = told.iter().filter(|session| session.state == SessionState::Cancelled).count();
    let book = Book {
        batch,
        zone: host.map_or(Zone::Wib, |host| host.zone),
        titles: titles(on, batch).await?,
        rooms: rooms(on, batch).await?,
        sequence: sequence(&changes, cancelled),
        changed_at: changes.last_at.unwrap_or_default(),
    };
    let mut seen: HashMap<ModuleId, u64> = HashMap::new();
    let mut events = Vec::new();
    for slot in planning::facts::slots(on, batch.id).await? {
        let number = seen.entry(slot.module).and_modify(|count| *count += 1).or_insert(1);
        let session = told.iter().find(|session| session.slot == slot.id);
        let teacher = session.map_or(slot.instructor, |session| session.instructor);
        if only.is_empty() || only.contains(&teacher) {
            events.push(book.event(&slot, session, *number));
        }
    }
    Ok(events)
}

/// Grows with every laying, with every cancelling, and when a cancelled session takes place after all.
fn sequence(changes: &audit::Changes, cancelled_now: usize) -> i64 {
    let laid = (changes.count("TimetableLaid") - 1).max(0);
    laid + 2 * changes.count("SessionCancelled") - i64::try_from(cancelled_now).unwrap_or(0)
}

async fn titles(on: &DatabaseConnection, batch: &BatchFact) -> Result<HashMap<ModuleId, String>, Halt> {
    let modules = programme::facts::modules(on, batch.programme.id).await?;
    let title = |title: &str| plain(&format!("{}: {title}", batch.programme.title_id), &batch.code);
    Ok(modules.into_iter().map(|module| (module.id, title(&module.title))).collect())
}

async fn rooms(on: &DatabaseConnection, batch: &BatchFact) -> Result<HashMap<FacilityId, String>, Halt> {
    let rooms = programme::facts::facilities_of_host(on, batch.host).await?;
    Ok(rooms.into_iter().map(|room| (room.id, plain(&room.code, ""))).collect())
}

/// The text, or what stands for it where it would tell a stranger of custody.
fn plain(text: &str, instead: &str) -> String {
    if stigma_words_in(text).is_empty() { text.to_owned() } else { instead.to_owned() }
}

/// What all sessions of a batch share.
struct Book<'a> {
    batch: &'a BatchFact,
    zone: Zone,
    titles: HashMap<ModuleId, String>,
    rooms: HashMap<FacilityId, String>,
    sequence: i64,
    changed_at: DateTime<Utc>,
}

impl Book<'_> {
    fn event(&self, slot: &SlotFact, session: Option<&SessionFact>, number: u64) -> Event {
        Event {
            uid: uid(self.batch.id.0, slot.module.0, number),
            sequence: self.sequence,
            changed_at: self.changed_at,
            when: When::Hours { day: slot.day, starts: slot.starts, ends: slot.ends, zone: self.zone },
            summary: self.titles.get(&slot.module).cloned().unwrap_or_else(|| self.batch.code.clone()),
            location: self.rooms.get(&slot.facility).cloned().unwrap_or_default(),
            is_cancelled: session.is_some_and(|session| session.state == SessionState::Cancelled),
        }
    }
}

/// The day on which a batch is judged.
fn assessment(batch: &BatchFact) -> Option<Event> {
    let booking = batch.assessment.as_ref()?;
    let since = Zone::Wib.at(batch.starts_on, 0, 0);
    Some(Event {
        uid: uid(batch.id.0, batch.programme.id.0, 0),
        // A later day is a change, and days only grow in number.
        sequence: (booking.reserved_on - batch.starts_on).num_days().max(0),
        changed_at: since,
        when: When::Day(booking.reserved_on),
        summary: plain(&format!("Uji: {}", batch.programme.title_id), &batch.code),
        location: String::new(),
        is_cancelled: false,
    })
}

/// A name made of two things and a number; the same for the same, and it tells nothing of them.
fn uid(first: Uuid, second: Uuid, number: u64) -> Uuid {
    let mixed = first.as_u128().rotate_left(17)
        ^ second.as_u128().rotate_right(29)
        ^ u128::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835);
    uuid::Builder::from_random_bytes(mixed.to_be_bytes()).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_differ_by_each_part_and_stay() {
        let (one, other) = (Uuid::from_u128(1 << 90), Uuid::from_u128(3 << 80));
        let names = [uid(one, other, 1), uid(one, other, 2), uid(other, one, 1), uid(one, one, 1)];
        let different: std::collections::BTreeSet<Uuid> = names.into_iter().collect();
        assert_eq!(different.len(), names.len());
        assert_eq!(uid(one, other, 1), names[0]);
    }

    #[test]
    fn words_of_custody_stay_inside() {
        assert_eq!(plain("Roti bagi warga binaan: Teori", "ROTI-1"), "ROTI-1");
        assert_eq!(plain("LAPAS-AULA", ""), "");
        assert_eq!(plain("Roti: Teori", "ROTI-1"), "Roti: Teori");
    }
}
