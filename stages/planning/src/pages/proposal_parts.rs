// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The sessions of a proposal with the names they are shown by.

use std::collections::HashMap;

use desk::{Desk, Halt};
use kernel::id::{BatchId, ModuleId};
use programme::facts::{BatchFact, FacilityFact, InstructorFact, ModuleFact};

use crate::proposal::{self, Draft, DraftSlot, ProposalFact};

/// One session.
///
/// # Shape
/// Pairs are code and name.
pub struct Session {
    pub slot: DraftSlot,
    pub batch: String,
    pub module: (String, String),
    pub room: (String, String),
    pub instructor: (String, String),
}

/// A proposal's sessions by time, and whatever has a row of its own.
///
/// # Shape
/// Pairs are code and name: all rooms of the office, all instructors of its batches, the batches that open.
pub struct Parts {
    pub draft: Draft,
    pub sessions: Vec<Session>,
    pub rooms: Vec<(String, String)>,
    pub instructors: Vec<(String, String)>,
    pub batches: Vec<(String, String)>,
    codes: HashMap<BatchId, String>,
}

impl Parts {
    /// The code of one of its batches.
    pub fn code_of(&self, batch: BatchId) -> String {
        self.codes.get(&batch).cloned().unwrap_or_default()
    }

    /// Reads a proposal back with all names.
    pub async fn read(desk: &Desk, made: &ProposalFact) -> Result<Self, Halt> {
        let on = desk.house.db.read();
        let draft = proposal::read_draft(on, made).await?;
        let rooms = programme::facts::facilities_of_host(on, made.host).await?;
        let mut parts = Self {
            sessions: Vec::new(),
            rooms: rooms.iter().map(|room| (room.code.clone(), room.name.clone())).collect(),
            instructors: Vec::new(),
            batches: Vec::new(),
            codes: HashMap::new(),
            draft,
        };
        for one in &parts.draft.batches {
            let batch = programme::facts::batch(on, one.batch).await?.ok_or(Halt::Missing)?;
            let modules = programme::facts::modules(on, batch.programme.id).await?;
            let teachers = programme::facts::instructors_of_batch(on, one.batch).await?;
            for teacher in &teachers {
                let pair = (teacher.code.clone(), teacher.name.clone());
                if !parts.instructors.contains(&pair) {
                    parts.instructors.push(pair);
                }
            }
            parts.codes.insert(batch.id, batch.code.clone());
            if one.opens {
                parts.batches.push((batch.code.clone(), batch.title.clone()));
            }
            let names = Names { batch: &batch, modules: &modules, rooms: &rooms, teachers: &teachers };
            let own = parts.draft.slots.iter().filter(|slot| slot.batch == one.batch);
            parts.sessions.extend(own.map(|slot| names.session(slot)));
        }
        parts.sessions.sort_by_key(|one| (one.slot.day, one.slot.starts));
        Ok(parts)
    }
}

struct Names<'n> {
    batch: &'n BatchFact,
    modules: &'n [ModuleFact],
    rooms: &'n [FacilityFact],
    teachers: &'n [InstructorFact],
}

impl Names<'_> {
    fn session(&self, slot: &DraftSlot) -> Session {
        let room = self.rooms.iter().find(|room| room.id == slot.facility);
        let teacher = self.teachers.iter().find(|teacher| teacher.id == slot.instructor);
        Session {
            slot: slot.clone(),
            batch: self.batch.code.clone(),
            module: self.module(slot.module),
            room: room.map(|room| (room.code.clone(), room.name.clone())).unwrap_or_default(),
            instructor: teacher.map(|one| (one.code.clone(), one.name.clone())).unwrap_or_default(),
        }
    }

    fn module(&self, id: ModuleId) -> (String, String) {
        let module = self.modules.iter().find(|module| module.id == id);
        module.map(|module| (module.code.clone(), module.title.clone())).unwrap_or_default()
    }
}
