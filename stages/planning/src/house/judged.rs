// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The limits of a place as the checker knows them: by names.

use checker::{House, Season, SetUp, Tool, Way, Zone};
use kernel::id::{FacilityId, ProgrammeId};
use programme::facts::{FacilityFact, ModuleKind};

use super::HouseLimits;
use crate::rules::judged_window;

/// A module as sessions name it: the code of its batch, `CODE TITLE`, its programme and kind.
pub type Taught = (String, String, ProgrammeId, ModuleKind);

/// # Shape
/// Rooms are named by their codes. `taught` are the modules of all batches that are judged.
pub fn judged<'a>(
    limits: &HouseLimits,
    rooms: impl Iterator<Item = &'a FacilityFact> + Clone,
    taught: &[Taught],
) -> House {
    let room = |id: FacilityId| rooms.clone().find(|room| room.id == id).map(|room| room.code.clone());
    let minutes = |minutes: i64| u16::try_from(minutes).unwrap_or(u16::MAX);
    let season = |season: &super::Season| Season {
        first: season.first,
        last: season.last,
        windows: season.windows.iter().filter_map(judged_window).collect(),
    };
    let zone = |zone: &super::Zone| Zone {
        name: zone.name.clone(),
        rooms: zone.rooms.iter().filter_map(|id| room(*id)).collect(),
        heads: usize::try_from(zone.heads).unwrap_or(0),
    };
    let tool = |tool: &super::Tool| {
        let uses = |(_, _, programme, kind): &&Taught| {
            *kind == ModuleKind::Practice && tool.programmes.contains(programme)
        };
        let practice = taught.iter().filter(uses).map(|(batch, module, ..)| (batch.clone(), module.clone()));
        Tool {
            name: tool.name.clone(),
            sets: usize::try_from(tool.sets).unwrap_or(0),
            modules: practice.collect(),
        }
    };
    let set_up = |(id, pause): &(FacilityId, i64)| Some(SetUp { room: room(*id)?, minutes: minutes(*pause) });
    let way = |(from, to, length): &(FacilityId, FacilityId, i64)| {
        Some(Way { from: vec![room(*from)?], to: vec![room(*to)?], minutes: minutes(*length) })
    };
    House {
        seasons: limits.seasons.iter().map(season).collect(),
        watched: limits.watched.and_then(|most| usize::try_from(most).ok()),
        zones: limits.zones.iter().map(zone).collect(),
        tools: limits.tools.iter().map(tool).collect(),
        set_ups: limits.set_ups.iter().filter_map(set_up).collect(),
        ways: limits.ways.iter().filter_map(way).collect(),
    }
}
