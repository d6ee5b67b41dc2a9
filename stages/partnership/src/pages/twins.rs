// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Agreements, their promises, and meetings, for programs.

use access::Act;
use desk::{AFTER, Desk, Field, Form, Halt, Kind, LIMIT, Page, PageFacts, SEARCH, Slice, Twin, told};
use kernel::day::Day;
use office::facts::{OfficeName, OrganisationFact};
use store::ConnectionTrait;

use super::{AGREEMENT_LIST, AGREEMENT_SHOW, MEETING_LIST, MEETING_SCOPE, MEETING_SHOW, agreement_list};
use crate::facts::{
    AgreementFact, MeetingFact, ObligationFact, PartyFact, Progress, agreement_named, meeting_of,
    obligations, obligations_of_all, select_agreements, select_meetings,
};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![
        Twin::of::<AgreementList>(),
        Twin::of::<AgreementFacts>(),
        Twin::of::<MeetingList>(),
        Twin::of::<MeetingFacts>(),
    ]
}

told! {
    AgreementParty {
        organisation: OfficeName,
        role: &'static str,
        agreed_on: Option<Day>,
        number: Option<String>,
        signer: Option<String>,
        signer_post: Option<String>,
        signed_on: Option<Day>,
    }

    /// A promise under an agreement.
    Obligation {
        code: String,
        party: OfficeName,
        what: String,
        unit: String,
        quantity: i64,
        delivered: i64,
        due_on: Day,
        last_delivered_on: Option<Day>,
        progress: &'static str,
    }

    AgreementItem {
        code: String,
        title: String,
        kind: &'static str,
        standing: &'static str,
        host: OfficeName,
        parties: Vec<OfficeName>,
        starts_on: Day,
        ends_on: Day,
        /// The last day in force: earlier than `ends_on` where it was ended.
        last_day: Day,
        days_left: Option<i64>,
        late_obligations: i64,
    }

    AgreementList { items: Vec<AgreementItem>, next: Option<String> }

    AgreementFacts {
        code: String,
        title: String,
        kind: &'static str,
        standing: &'static str,
        fields: Vec<String>,
        places: Vec<String>,
        starts_on: Day,
        ends_on: Day,
        last_day: Day,
        ended_on: Option<Day>,
        end_reason: Option<String>,
        days_left: Option<i64>,
        parties: Vec<AgreementParty>,
        obligations: Vec<Obligation>,
        /// The meeting it came from, for one who may read it.
        meeting: Option<String>,
    }

    MeetingTask {
        number: i64,
        what: String,
        organisation: OfficeName,
        due_on: Option<Day>,
        closed_on: Option<Day>,
        closed_note: Option<String>,
        standing: &'static str,
    }

    MeetingItem {
        code: String,
        held_on: Day,
        place: String,
        host: OfficeName,
        parties: Vec<OfficeName>,
        open_tasks: i64,
    }

    MeetingList { items: Vec<MeetingItem>, next: Option<String> }

    MeetingFacts {
        code: String,
        held_on: Day,
        place: String,
        host: OfficeName,
        parties: Vec<OfficeName>,
        topics: Vec<String>,
        minutes: String,
        tasks: Vec<MeetingTask>,
    }
}

fn party_name(party: &PartyFact) -> OfficeName {
    OfficeName { code: party.code.clone(), name: party.name.clone() }
}

fn host_name(agreement: &AgreementFact) -> OfficeName {
    agreement
        .party(agreement.host)
        .map_or(OfficeName { code: String::new(), name: String::new() }, party_name)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl AgreementParty {
    fn of(party: &PartyFact) -> Self {
        Self {
            organisation: party_name(party),
            role: party.role.code(),
            agreed_on: party.agreed_on,
            number: party.number.clone(),
            signer: party.signer.clone(),
            signer_post: party.signer_post.clone(),
            signed_on: party.signed_on,
        }
    }
}

impl Obligation {
    fn of(agreement: &AgreementFact, promise: ObligationFact, today: Day) -> Self {
        let progress = promise.progress(today).code();
        Self {
            party: agreement.party(promise.party).map_or_else(|| host_name(agreement), party_name),
            code: promise.code,
            what: promise.what,
            unit: promise.unit,
            quantity: promise.quantity,
            delivered: promise.delivered,
            due_on: promise.due_on,
            last_delivered_on: promise.last_delivered_on,
            progress,
        }
    }
}

impl AgreementItem {
    fn of(agreement: AgreementFact, promised: &[ObligationFact], today: Day) -> Self {
        let own = promised.iter().filter(|promise| promise.agreement == agreement.id);
        Self {
            kind: agreement.kind.code(),
            standing: agreement.standing(today).code(),
            host: host_name(&agreement),
            parties: agreement.parties.iter().map(party_name).collect(),
            starts_on: agreement.starts_on,
            ends_on: agreement.ends_on,
            last_day: agreement.last_day(),
            days_left: agreement.days_left(today),
            late_obligations: count(own.filter(|promise| promise.progress(today) == Progress::Late).count()),
            code: agreement.code,
            title: agreement.title,
        }
    }
}

impl PageFacts for AgreementList {
    const PAGE: Page = AGREEMENT_LIST;
    const QUERY: &'static [Field] = &[
        SEARCH,
        Field::optional("state", Kind::Codes { prefix: "", codes: agreement_list::STATES }),
        AFTER,
        LIMIT,
    ];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let (condition, mut values) = agreement_list::condition(desk, form)?;
        let rest = format!("WHERE {condition} {}", slice.rest::<String>("a.code", &mut values)?);
        let on = desk.house.db.read();
        let found = select_agreements(on, &rest, values).await?;
        let (found, next) = slice.of_query(found, |agreement| agreement.code.clone());
        let ids: Vec<_> = found.iter().map(|agreement| agreement.id).collect();
        let promised = obligations_of_all(on, &ids).await?;
        let item = |agreement| AgreementItem::of(agreement, &promised, desk.today());
        Ok(Self { items: found.into_iter().map(item).collect(), next })
    }
}

impl PageFacts for AgreementFacts {
    const PAGE: Page = AGREEMENT_SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let agreement = agreement_named(desk, form.text("agreement")).await?;
        desk.allow(Act::AgreementRead, &agreement.target())?;
        let (on, today) = (desk.house.db.read(), desk.today());
        let promised = obligations(on, agreement.id).await?;
        let meeting = meeting_of(on, agreement.id.0).await?;
        let meeting = meeting.filter(|meeting| desk.may(Act::MeetingRead, &meeting.target()));
        Ok(Self {
            kind: agreement.kind.code(),
            standing: agreement.standing(today).code(),
            last_day: agreement.last_day(),
            days_left: agreement.days_left(today),
            parties: agreement.parties.iter().map(AgreementParty::of).collect(),
            obligations: promised
                .into_iter()
                .map(|promise| Obligation::of(&agreement, promise, today))
                .collect(),
            meeting: meeting.map(|meeting| meeting.code),
            code: agreement.code,
            title: agreement.title,
            fields: agreement.fields,
            places: agreement.places,
            starts_on: agreement.starts_on,
            ends_on: agreement.ends_on,
            ended_on: agreement.ended_on,
            end_reason: agreement.end_reason,
        })
    }
}

async fn offices<C: ConnectionTrait>(on: &C) -> Result<Vec<OrganisationFact>, Halt> {
    Ok(office::facts::all(on).await?)
}

fn parties(meeting: &MeetingFact, offices: &[OrganisationFact]) -> Vec<OfficeName> {
    meeting.parties.iter().map(|party| OfficeName::of(offices, *party)).collect()
}

impl PageFacts for MeetingList {
    const PAGE: Page = MEETING_LIST;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let mut values = Vec::new();
        let condition = desk.scope(Act::MeetingRead)?.condition(&MEETING_SCOPE, &mut values);
        let rest = format!("WHERE {condition} {}", slice.rest::<String>("m.code", &mut values)?);
        let on = desk.house.db.read();
        let found = select_meetings(on, &rest, values).await?;
        let (found, next) = slice.of_query(found, |meeting| meeting.code.clone());
        let offices = offices(on).await?;
        let item = |meeting: MeetingFact| MeetingItem {
            host: OfficeName::of(&offices, meeting.host),
            parties: parties(&meeting, &offices),
            open_tasks: count(meeting.items.iter().filter(|item| item.is_open()).count()),
            code: meeting.code,
            held_on: meeting.held_on,
            place: meeting.place,
        };
        Ok(Self { items: found.into_iter().map(item).collect(), next })
    }
}

impl PageFacts for MeetingFacts {
    const PAGE: Page = MEETING_SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let meeting = super::meeting_in_path(desk, form).await?;
        let offices = offices(desk.house.db.read()).await?;
        let (host, parties) = (OfficeName::of(&offices, meeting.host), parties(&meeting, &offices));
        let task = |item: crate::facts::ItemFact| MeetingTask {
            standing: item.standing_code(desk.today()),
            number: item.number,
            what: item.what,
            organisation: OfficeName::of(&offices, item.organisation),
            due_on: item.due_on,
            closed_on: item.closed_on,
            closed_note: item.closed_note,
        };
        Ok(Self {
            code: meeting.code,
            held_on: meeting.held_on,
            place: meeting.place,
            host,
            parties,
            topics: meeting.topics,
            minutes: meeting.minutes,
            tasks: meeting.items.into_iter().map(task).collect(),
        })
    }
}
