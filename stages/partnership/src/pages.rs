// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen in this room, and the small shapes its pages share.

mod agreement_list;
mod agreement_show;
mod meeting_list;
mod meeting_minutes;
mod meeting_show;
mod timeline;
mod twins;

pub use agreement_list::AGREEMENT_LIST;
pub use agreement_show::AGREEMENT_SHOW;
pub use meeting_list::MEETING_LIST;
pub use meeting_minutes::MEETING_MINUTES;
pub use meeting_show::MEETING_SHOW;
pub use twins::twins;

use access::{Act, ScopeColumns};
use desk::{Choice, Desk, Form, Future, Halt, Say};
use kernel::day::{self, Day};
use kernel::id::OrganisationId;
use office::facts::OrganisationFact;
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one};

use crate::facts::{AgreementFact, MeetingFact, Standing, meeting_by_code, select_meetings};

/// An agreement that ends within so many days is marked.
///
/// # Units
/// Days.
///
/// # Source
/// Product decision: renewal takes a quarter of a year; a month before the end there is hardly time left.
const RENEW_SOON_DAYS: i64 = 90;
const RENEW_NOW_DAYS: i64 = 30;

/// Where a list of meetings, as `m`, keeps what the policy asks for.
const MEETING_SCOPE: ScopeColumns = ScopeColumns {
    owner: Some("m.host_id"),
    agreement: None,
    addressed: Some(
        "EXISTS (SELECT 1 FROM meeting_party p WHERE p.meeting_id = m.id AND p.organisation_id = {})",
    ),
    assigned: None,
};

/// A state with its tone.
#[derive(Debug, Clone)]
struct Tag {
    tone: &'static str,
    text: String,
}

/// A way to go on: a button.
#[derive(Debug, Clone)]
struct Link {
    class: &'static str,
    href: String,
    label: String,
}

/// How much of a term has passed, with the words for it.
#[derive(Debug, Clone)]
struct Term {
    percent: i64,
    /// Of the bar.
    tone: &'static str,
    tag: Tag,
    label: String,
}

/// The tag of an agreement's standing.
fn standing_tag(desk: &Desk, agreement: &AgreementFact) -> Tag {
    let standing = agreement.standing(desk.today());
    let tone = match standing {
        Standing::InForce => "ok",
        Standing::Draft | Standing::Agreed | Standing::PartlySigned | Standing::Signed => "plan",
        Standing::Expired | Standing::Ended => "plain",
    };
    Tag { tone, text: desk.teller().code("state-agreement", standing.code()) }
}

/// What is left of an agreement in force; none of any other.
fn term(desk: &Desk, agreement: &AgreementFact) -> Option<Term> {
    let today = desk.today();
    let days = agreement.days_left(today)?;
    let percent = agreement.percent_passed(today);
    let (bar, tone) = if days <= RENEW_NOW_DAYS {
        ("no", "no")
    } else if days <= RENEW_SOON_DAYS {
        ("soon", "soon")
    } else {
        ("done", "ok")
    };
    let teller = desk.teller();
    let tag = Tag { tone, text: teller.with("agreement-days-left", "days", days) };
    Some(Term { percent, tone: bar, tag, label: teller.with("agreement-percent-passed", "percent", percent) })
}

fn long(desk: &Desk, day: Day) -> String {
    day::long(day, desk.lang)
}

/// The name of an organisation among those loaded.
fn name_of(offices: &[OrganisationFact], id: OrganisationId) -> &str {
    offices.iter().find(|office| office.id == id).map_or("", |office| &office.name)
}

async fn meeting_in_path(desk: &Desk, form: &Form) -> Result<MeetingFact, Halt> {
    let meeting = meeting_by_code(desk.house.db.read(), form.text("meeting")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::MeetingRead, &meeting.target())?;
    Ok(meeting)
}

/// The meetings this person may see, as options of a field, latest first.
pub(crate) fn pick_meetings<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let Ok(scope) = desk.scope(Act::MeetingRead) else { return Ok(Vec::new()) };
        let mut values = Vec::new();
        let within = scope.condition(&MEETING_SCOPE, &mut values);
        let rest = format!("WHERE {within} ORDER BY m.held_on DESC, m.code");
        let found = select_meetings(desk.house.db.read(), &rest, values).await?;
        let label = |meeting: &MeetingFact| {
            let say = Say::new("meeting-choice")
                .with("day", long(desk, meeting.held_on))
                .with("place", &meeting.place);
            desk.teller().tell(&say)
        };
        Ok(found
            .iter()
            .map(|meeting| Choice { value: meeting.code.clone(), label: label(meeting) })
            .collect())
    })
}

/// How many rows a list has, by what follows `FROM`.
async fn count<C: ConnectionTrait>(on: &C, from: &str, values: Vec<Value>) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM {from}");
    Ok(one::<Count, _>(on, &sql, values).await?.map_or(0, |row| row.count))
}
