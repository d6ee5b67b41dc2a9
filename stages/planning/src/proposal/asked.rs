// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a search keeps by itself and a hand may break: who teaches a module, where practice is held, and how much a day holds.

use std::collections::BTreeMap;

use desk::Say;
use kernel::Lang;
use kernel::day::{self, Day};
use programme::facts::ModuleKind;

use super::draft::{Draft, DraftSlot};
use super::snapshot::{Course, Snapshot};
use super::teachers::teachers;

/// Sessions that are not as they were asked for, session by session, then day by day.
pub fn faults(snapshot: &Snapshot, draft: &Draft, lang: Lang) -> Vec<Say> {
    let mut found = Vec::new();
    for course in &snapshot.courses {
        let own = || draft.slots.iter().filter(|slot| slot.batch == course.batch.id);
        for slot in own() {
            found.extend(teacher(course, slot, lang));
            found.extend(room(snapshot, course, slot, lang));
        }
        let mut days: BTreeMap<Day, i64> = BTreeMap::new();
        own().for_each(|slot| *days.entry(slot.day).or_default() += slot.jp);
        let most = snapshot.question.day_jp;
        for (on, jp) in days.into_iter().filter(|(_, jp)| *jp > most) {
            let say = Say::new("proposal-fault-day").with("batch", &course.batch.code);
            found.push(say.with("day", day::weekday_long(on, lang)).with("jp", jp).with("most", most));
        }
    }
    found
}

fn say(key: &str, course: &Course, slot: &DraftSlot, lang: Lang) -> Say {
    let module = course.modules.iter().find(|module| module.id == slot.module);
    Say::new(key)
        .with("batch", &course.batch.code)
        .with("module", module.map(|module| module.code.as_str()).unwrap_or_default())
        .with("day", day::weekday_long(slot.day, lang))
        .with("starts", slot.starts)
}

/// One who is put down for the batch, and has the field of the module.
fn teacher(course: &Course, slot: &DraftSlot, lang: Lang) -> Option<Say> {
    let module = course.modules.iter().find(|module| module.id == slot.module)?;
    let fields: Vec<&str> = course.instructors.iter().map(|(one, _)| one.fields.as_str()).collect();
    let may = teachers(module.kind, &fields);
    let place = course.instructors.iter().position(|(one, _)| one.id == slot.instructor);
    if place.is_some_and(|place| may.contains(&place)) {
        return None;
    }
    let names: Vec<&str> = may.iter().map(|place| course.instructors[*place].0.name.as_str()).collect();
    Some(say("proposal-fault-teacher", course, slot, lang).with("names", names.join(", ")))
}

/// Practice needs the programme's own place, where it has one.
fn room(snapshot: &Snapshot, course: &Course, slot: &DraftSlot, lang: Lang) -> Option<Say> {
    let module = course.modules.iter().find(|module| module.id == slot.module)?;
    let own = snapshot.rooms.iter().find(|room| Some(room.id) == course.batch.programme.facility)?;
    let is_elsewhere = module.kind == ModuleKind::Practice && slot.facility != own.id;
    is_elsewhere.then(|| say("proposal-fault-room", course, slot, lang).with("room", &own.name))
}
