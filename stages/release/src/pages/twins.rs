// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hand-overs, for programs. Who may be free soon is on the page only: the day of release is never told.

use access::Act;
use desk::{AFTER, Desk, Field, Form, Halt, LIMIT, Page, PageFacts, Slice, Twin, told};
use kernel::day::Day;
use kernel::id::PersonId;
use office::facts::{OfficeName, OrganisationFact};

use super::{LIST, SHOW, list};
use crate::facts::HandoverFact;
use crate::store;

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![Twin::of::<HandoverList>(), Twin::of::<HandoverFacts>()]
}

told! {
    /// Without the day on which the person is expected: it tells of the release.
    HandoverItem {
        code: String,
        person: PersonId,
        name: String,
        from: OfficeName,
        to: OfficeName,
        state: &'static str,
        prepared_on: Day,
        decided_on: Option<Day>,
    }

    HandoverList { items: Vec<HandoverItem>, next: Option<String> }

    HandoverContent { kind: String, label: String, is_there: bool }

    HandoverFacts {
        handover: HandoverItem,
        counsellor: Option<String>,
        first_meeting_on: Option<Day>,
        reason: Option<String>,
        content: Vec<HandoverContent>,
    }
}

impl HandoverItem {
    async fn of(desk: &Desk, pack: &HandoverFact, offices: &[OrganisationFact]) -> Result<Self, Halt> {
        let person = people::facts::person(desk.house.db.read(), pack.person).await?.ok_or(Halt::Missing)?;
        Ok(Self {
            code: pack.code.clone(),
            person: person.id,
            name: person.name,
            from: OfficeName::of(offices, pack.from),
            to: OfficeName::of(offices, pack.to),
            state: pack.state.code(),
            prepared_on: pack.prepared_on,
            decided_on: pack.decided_on,
        })
    }
}

impl PageFacts for HandoverList {
    const PAGE: Page = LIST;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let (found, next) = slice.of_all(list::packs(desk).await?, |pack| pack.code.clone());
        let offices = office::facts::all(desk.house.db.read()).await?;
        let mut items = Vec::with_capacity(found.len());
        for pack in &found {
            items.push(HandoverItem::of(desk, pack, &offices).await?);
        }
        Ok(Self { items, next })
    }
}

impl PageFacts for HandoverFacts {
    const PAGE: Page = SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let on = desk.house.db.read();
        let pack = store::by_code(on, form.text("handover")).await?.ok_or(Halt::Missing)?;
        desk.allow(Act::HandoverRead, &pack.target())?;
        let counsellor = match pack.counsellor {
            Some(account) => office::facts::account(on, account).await?.map(|account| account.name),
            None => None,
        };
        let content = |item: store::Item| HandoverContent {
            kind: item.kind,
            label: item.label,
            is_there: item.present,
        };
        Ok(Self {
            handover: HandoverItem::of(desk, &pack, &office::facts::all(on).await?).await?,
            content: store::items(on, pack.id).await?.into_iter().map(content).collect(),
            counsellor,
            first_meeting_on: pack.first_meeting_on,
            reason: pack.reason,
        })
    }
}
