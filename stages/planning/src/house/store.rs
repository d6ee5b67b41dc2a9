// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The limits of a place in the database.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, insert, one, rows, run};
use kernel::day::Day;
use kernel::id::{FacilityId, OrganisationId, ProgrammeId};
use kernel::zone::Minute;
use uuid::Uuid;

use super::{HouseLimits, Season, Tool, Zone};
use crate::rules::WeekWindow;

#[derive(FromQueryResult)]
struct LimitRow {
    watched: Option<i64>,
    spare_days: i64,
}

#[derive(FromQueryResult)]
struct SeasonRow {
    name: String,
    starts_on: Day,
    ends_on: Day,
    weekday: i64,
    starts: i64,
    ends: i64,
}

/// One thing that a named limit holds: a room of a zone, a programme of a tool.
#[derive(FromQueryResult)]
struct PartRow {
    name: String,
    amount: i64,
    part_id: Uuid,
}

#[derive(FromQueryResult)]
struct PauseRow {
    from_id: Uuid,
    to_id: Uuid,
    minutes: i64,
}

/// The limits of a host.
pub async fn limits<C: ConnectionTrait>(on: &C, host: OrganisationId) -> Result<HouseLimits, DbErr> {
    let id = || [host.0.into()];
    let sql = "SELECT watched, spare_days FROM house_limit WHERE host_id = $1";
    let own: Option<LimitRow> = one(on, sql, id()).await?;
    let sql = "SELECT name, starts_on, ends_on, weekday, starts, ends FROM house_season WHERE host_id = $1 \
               ORDER BY starts_on, name, weekday, starts";
    let seasons: Vec<SeasonRow> = rows(on, sql, id()).await?;
    let sql = "SELECT name, heads AS amount, facility_id AS part_id FROM house_zone WHERE host_id = $1 ORDER BY name, facility_id";
    let zones: Vec<PartRow> = rows(on, sql, id()).await?;
    let sql = "SELECT name, sets AS amount, programme_id AS part_id FROM house_tool WHERE host_id = $1 ORDER BY name, programme_id";
    let tools: Vec<PartRow> = rows(on, sql, id()).await?;
    let sql = "SELECT facility_id AS from_id, facility_id AS to_id, minutes FROM house_set_up WHERE host_id = $1 ORDER BY facility_id";
    let set_ups: Vec<PauseRow> = rows(on, sql, id()).await?;
    let sql = "SELECT from_id, to_id, minutes FROM house_way WHERE host_id = $1 ORDER BY from_id, to_id";
    let ways: Vec<PauseRow> = rows(on, sql, id()).await?;
    let zone = |(name, heads, parts): (String, i64, Vec<Uuid>)| Zone {
        name,
        heads,
        rooms: parts.into_iter().map(FacilityId).collect(),
    };
    let tool = |(name, sets, parts): (String, i64, Vec<Uuid>)| Tool {
        name,
        sets,
        programmes: parts.into_iter().map(ProgrammeId).collect(),
    };
    let way = |row: PauseRow| (FacilityId(row.from_id), FacilityId(row.to_id), row.minutes);
    Ok(HouseLimits {
        watched: own.as_ref().and_then(|own| own.watched),
        spare_days: own.map_or(0, |own| own.spare_days),
        seasons: joined(seasons),
        zones: grouped(zones).into_iter().map(zone).collect(),
        tools: grouped(tools).into_iter().map(tool).collect(),
        set_ups: set_ups.into_iter().map(|row| (FacilityId(row.from_id), row.minutes)).collect(),
        ways: ways.into_iter().map(way).collect(),
    })
}

fn joined(found: Vec<SeasonRow>) -> Vec<Season> {
    let mut seasons: Vec<Season> = Vec::new();
    let minute = |minutes: i64| Minute(u16::try_from(minutes).unwrap_or(u16::MAX));
    for row in found {
        let window = WeekWindow { weekday: row.weekday, starts: minute(row.starts), ends: minute(row.ends) };
        match seasons.last_mut().filter(|last| last.name == row.name) {
            Some(last) => last.windows.push(window),
            None => seasons.push(Season {
                name: row.name,
                first: row.starts_on,
                last: row.ends_on,
                windows: vec![window],
            }),
        }
    }
    seasons
}

fn grouped(found: Vec<PartRow>) -> Vec<(String, i64, Vec<Uuid>)> {
    let mut groups: Vec<(String, i64, Vec<Uuid>)> = Vec::new();
    for row in found {
        match groups.last_mut().filter(|last| last.0 == row.name) {
            Some(last) => last.2.push(row.part_id),
            None => groups.push((row.name, row.amount, vec![row.part_id])),
        }
    }
    groups
}

/// Replaces the limits of a host.
pub async fn set_limits<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
    limits: &HouseLimits,
) -> Result<(), DbErr> {
    for table in ["house_limit", "house_season", "house_zone", "house_tool", "house_set_up", "house_way"] {
        run(on, &format!("DELETE FROM {table} WHERE host_id = $1"), [host.0.into()]).await?;
    }
    let row = |table| insert(table).set("host_id", host.0);
    row("house_limit").set("watched", limits.watched).set("spare_days", limits.spare_days).run(on).await?;
    for season in &limits.seasons {
        for window in &season.windows {
            row("house_season")
                .set("name", season.name.clone())
                .set("starts_on", season.first)
                .set("ends_on", season.last)
                .set("weekday", window.weekday)
                .set("starts", i64::from(window.starts.0))
                .set("ends", i64::from(window.ends.0))
                .run(on)
                .await?;
        }
    }
    for zone in &limits.zones {
        for room in &zone.rooms {
            let of_zone = row("house_zone").set("name", zone.name.clone()).set("heads", zone.heads);
            of_zone.set("facility_id", room.0).run(on).await?;
        }
    }
    for tool in &limits.tools {
        for programme in &tool.programmes {
            let of_tool = row("house_tool").set("name", tool.name.clone()).set("sets", tool.sets);
            of_tool.set("programme_id", programme.0).run(on).await?;
        }
    }
    for (room, minutes) in &limits.set_ups {
        row("house_set_up").set("facility_id", room.0).set("minutes", *minutes).run(on).await?;
    }
    for (from, to, minutes) in &limits.ways {
        let way = row("house_way").set("from_id", from.0).set("to_id", to.0);
        way.set("minutes", *minutes).run(on).await?;
    }
    Ok(())
}
