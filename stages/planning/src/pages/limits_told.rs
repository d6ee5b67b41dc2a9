// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The limits of a place in plain words, as whoever reads the plans needs them.

use desk::{Desk, Halt, Say};
use kernel::id::{FacilityId, OrganisationId};
use kernel::{Lang, day};
use programme::facts::ProgrammeFact;

use super::weekday_name;
use crate::actions::named;
use crate::house::{Season, Tool, Zone, limits};
use crate::rules::WeekWindow;

/// One kind of limit, and a sentence for each that holds.
pub(super) struct Held {
    pub title: String,
    pub lines: Vec<String>,
}

/// Every kind that holds, in the order of the form; seasons that are over are left out.
pub(super) async fn held(desk: &Desk, host: OrganisationId) -> Result<Vec<Held>, Halt> {
    let own = limits(desk.house.db.read(), host).await?;
    let (rooms, programmes) = named(desk, host).await?;
    let t = desk.teller();
    let room = |id: FacilityId| {
        rooms.iter().find(|room| room.id == id).map(|room| room.name.as_str()).unwrap_or_default()
    };
    let season = |season: &Season| {
        let days = day::range_long(season.first, season.last, desk.lang);
        let say = Say::new("limit-season").with("name", &season.name).with("days", days);
        t.tell(&say.with("hours", hours(&season.windows, desk)))
    };
    let zone = |zone: &Zone| {
        let names: Vec<&str> = zone.rooms.iter().map(|id| room(*id)).collect();
        let say = Say::new("limit-zone").with("name", &zone.name).with("rooms", names.join(", "));
        t.tell(&say.with("count", zone.heads))
    };
    let title = |one: &ProgrammeFact| match desk.lang {
        Lang::Id => one.title_id.clone(),
        Lang::En => one.title_en.clone(),
    };
    let tool = |tool: &Tool| {
        let users = programmes.iter().filter(|one| tool.programmes.contains(&one.id));
        let users: Vec<String> = users.map(title).collect();
        let say = Say::new("limit-tool").with("name", &tool.name).with("count", tool.sets);
        t.tell(&say.with("programmes", users.join(", ")))
    };
    let set_up = |(id, minutes): &(FacilityId, i64)| {
        t.tell(&Say::new("limit-set-up").with("room", room(*id)).with("minutes", *minutes))
    };
    let way = |(from, to, minutes): &(FacilityId, FacilityId, i64)| {
        let say = Say::new("limit-way").with("from", room(*from)).with("to", room(*to));
        t.tell(&say.with("minutes", *minutes))
    };
    let ahead = own.seasons.iter().filter(|season| season.last >= desk.today());
    let kinds = [
        ("seasons", ahead.map(season).collect()),
        ("watched", own.watched.iter().map(|most| t.with("limit-watched", "count", *most)).collect()),
        ("zones", own.zones.iter().map(zone).collect()),
        ("tools", own.tools.iter().map(tool).collect()),
        ("set-ups", own.set_ups.iter().map(set_up).collect()),
        ("ways", own.ways.iter().map(way).collect()),
        (
            "spare-days",
            (own.spare_days > 0)
                .then(|| t.with("limit-spare-days", "count", own.spare_days))
                .into_iter()
                .collect(),
        ),
    ];
    let held = kinds.into_iter().filter(|(_, lines): &(&str, Vec<String>)| !lines.is_empty());
    Ok(held.map(|(kind, lines)| Held { title: t.say(&format!("limits-{kind}")), lines }).collect())
}

/// Weekdays of the same hours are named together: `Senin, Selasa 08.00–11.45`.
fn hours(windows: &[WeekWindow], desk: &Desk) -> String {
    let mut alike: Vec<(String, Vec<&str>)> = Vec::new();
    for window in windows {
        let stretch = format!("{}–{}", window.starts, window.ends);
        let name = weekday_name(window.weekday, desk.lang);
        match alike.iter_mut().find(|(known, _)| *known == stretch) {
            Some((_, days)) => days.push(name),
            None => alike.push((stretch, vec![name])),
        }
    }
    let told = alike.iter().map(|(stretch, days)| format!("{} {stretch}", days.join(", ")));
    told.collect::<Vec<_>>().join("; ")
}
