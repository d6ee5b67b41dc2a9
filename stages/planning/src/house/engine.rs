// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The limits of a place as the engine knows them: by the places of rooms, batches and modules in a problem.

use kernel::id::{FacilityId, ProgrammeId};
use programme::facts::{FacilityFact, ModuleKind};
use timetable::office::{House, Season, SetUp, Tool, Way, Zone};

use super::HouseLimits;
use crate::rules::weekly;

/// A batch, or a session that is laid already, as far as tools ask about it: its programme and the kinds of its modules.
pub struct Course {
    pub programme: ProgrammeId,
    pub kinds: Vec<ModuleKind>,
}

/// # Shape
/// `batches` and `rooms` in the order of the problem; `locked` has the programme and kind of each locked session, none where it
/// is no session.
pub fn engine(
    limits: &HouseLimits,
    rooms: &[FacilityFact],
    batches: &[Course],
    locked: &[Option<(ProgrammeId, ModuleKind)>],
) -> House {
    let room = |id: FacilityId| rooms.iter().position(|room| room.id == id);
    let minutes = |minutes: i64| u16::try_from(minutes).unwrap_or(u16::MAX);
    let season = |season: &super::Season| Season {
        first: season.first,
        last: season.last,
        windows: season.windows.iter().filter_map(weekly).collect(),
    };
    let zone = |zone: &super::Zone| Zone {
        rooms: zone.rooms.iter().filter_map(|id| room(*id)).collect(),
        heads: usize::try_from(zone.heads).unwrap_or(0),
    };
    let set_up = |(id, pause): &(FacilityId, i64)| Some(SetUp { room: room(*id)?, minutes: minutes(*pause) });
    let way = |(from, to, length): &(FacilityId, FacilityId, i64)| {
        Some(Way { from: vec![room(*from)?], to: vec![room(*to)?], minutes: minutes(*length) })
    };
    House {
        seasons: limits.seasons.iter().map(season).collect(),
        watched: limits.watched.and_then(|most| usize::try_from(most).ok()),
        zones: limits.zones.iter().map(zone).collect(),
        tools: limits.tools.iter().map(|tool| of_tool(tool, batches, locked)).collect(),
        set_ups: limits.set_ups.iter().filter_map(set_up).collect(),
        ways: limits.ways.iter().filter_map(way).collect(),
        spare_days: minutes(limits.spare_days),
    }
}

fn of_tool(tool: &super::Tool, batches: &[Course], locked: &[Option<(ProgrammeId, ModuleKind)>]) -> Tool {
    let is_user = |programme: ProgrammeId, kind: ModuleKind| {
        kind == ModuleKind::Practice && tool.programmes.contains(&programme)
    };
    let of_batch = |(batch, course): (usize, &Course)| {
        let uses = course.kinds.iter().enumerate().filter(|(_, kind)| is_user(course.programme, **kind));
        uses.map(|(module, _)| (batch, module)).collect::<Vec<_>>()
    };
    let uses = |one: &Option<(ProgrammeId, ModuleKind)>| {
        one.is_some_and(|(programme, kind)| is_user(programme, kind))
    };
    Tool {
        sets: usize::try_from(tool.sets).unwrap_or(0),
        modules: batches.iter().enumerate().flat_map(of_batch).collect(),
        locked: locked.iter().enumerate().filter(|(_, one)| uses(one)).map(|(index, _)| index).collect(),
    }
}
