// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Packs of this office and packs addressed to it, those that wait first; and, for a prison, who nears release without one.

use access::{Act, ScopeColumns};
use askama::Template;
use chrono::Days;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day::{self, Day};
use kernel::id::OrganisationId;
use kernel::sensitive::Class;

use crate::facts::HandoverFact;
use crate::state::{HandoverState, standing};
use crate::store;

/// How far ahead the list looks for people who near release.
///
/// # Source
/// Product decision; offices look one to three months ahead, a pack takes longer to make.
const DAYS_AHEAD: u64 = 180;

/// `handover list`.
pub const LIST: Page = Page {
    name: "handover list",
    path: "/handovers",
    act: Act::HandoverRead,
    room: "release",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct PackLine {
    code: String,
    person: String,
    other_office: String,
    expected: String,
    state: &'static str,
    tone: &'static str,
}

struct NearLine {
    id: String,
    name: String,
    earliest: String,
    days: i64,
    standing: &'static str,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    packs: Vec<PackLine>,
    near: Vec<NearLine>,
    waiting: usize,
    may_prepare: bool,
    days_ahead: u64,
}

/// The packs within reach.
pub(super) async fn packs(desk: &Desk) -> Result<Vec<HandoverFact>, Halt> {
    let mut values = Vec::new();
    let columns = ScopeColumns {
        owner: Some("h.from_id"),
        addressed: Some("h.to_id"),
        assigned: Some("h.counsellor_id"),
        ..ScopeColumns::default()
    };
    let condition = desk.scope(Act::HandoverRead)?.condition(&columns, &mut values);
    Ok(store::list(desk.house.db.read(), &condition, values).await?)
}

async fn view(desk: &Desk, _form: &Form) -> Result<Shown, Halt> {
    let packs = packs(desk).await?;
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let may_prepare = desk.may(Act::HandoverPrepare, &access::Target::of(own));
    let near = if may_prepare { near_release(desk, own).await? } else { Vec::new() };
    let waiting = packs.iter().filter(|pack| pack.state == HandoverState::Prepared && pack.to == own).count();
    let mut lines = Vec::new();
    for pack in &packs {
        lines.push(pack_line(desk, pack, own).await?);
    }
    let t = desk.teller();
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            format!(
                "{}  {}  {}  {}",
                line.code,
                line.person,
                line.expected,
                t.say(&format!("state-handover-{}", line.state))
            )
        })
        .collect();
    let page = ListPage { t, packs: lines, near, waiting, may_prepare, days_ahead: DAYS_AHEAD };
    Ok(Shown::Html { title: t.say("handover-list"), body: web::html(&page)?, text: text.join("\n") })
}

async fn pack_line(desk: &Desk, pack: &HandoverFact, own: OrganisationId) -> Result<PackLine, Halt> {
    let on = desk.house.db.read();
    let person = people::facts::person(on, pack.person).await?.ok_or(Halt::Missing)?;
    let other = if pack.from == own { pack.to } else { pack.from };
    let other = office::facts::by_id(on, other).await?.ok_or(Halt::Missing)?;
    Ok(PackLine {
        code: pack.code.clone(),
        person: person.name,
        other_office: other.name,
        expected: day::short(pack.expected_on),
        state: pack.state.code(),
        tone: tone(pack.state),
    })
}

pub(super) fn tone(state: HandoverState) -> &'static str {
    match state {
        HandoverState::Prepared => "soon",
        HandoverState::Accepted => "ok",
        HandoverState::Returned => "no",
    }
}

/// Who may be free within the days ahead and is not handed over. Only for those who may see the day of release.
async fn near_release(desk: &Desk, own: OrganisationId) -> Result<Vec<NearLine>, Halt> {
    let Some(right) = desk.right(Class::Sentence, &access::Target::of(own)) else { return Ok(Vec::new()) };
    let on = desk.house.db.read();
    let today = desk.today();
    let limit = today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(Day::MAX);
    let mut lines: Vec<(Day, NearLine)> = Vec::new();
    for (person, episode) in people::facts::held_at(on, own).await? {
        if !episode.kind.is_in_custody() {
            continue;
        }
        let earliest = people::facts::earliest_release(on, person.id).await?;
        let Some(earliest) = earliest.open(&right).copied().flatten().filter(|day| *day <= limit) else {
            continue;
        };
        let standing = standing(store::latest(on, person.id).await?.map(|pack| pack.state), false);
        let line = NearLine {
            id: person.id.to_string(),
            name: person.name,
            earliest: day::short(earliest),
            days: (earliest - today).num_days(),
            standing: standing.code(),
            tone: standing.tone(),
        };
        lines.push((earliest, line));
    }
    lines.sort_by(|one, other| (one.0, &one.1.name).cmp(&(other.0, &other.1.name)));
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}
