// SPDX-License-Identifier: Apache-2.0 OR MIT
//! All SQL of this room; that of follow-ups and of mentoring stands in files of its own.

pub mod consent;
mod follow_up;
pub mod mentoring;

use kernel::day::Day;
use kernel::id::{BusinessId, EmployerId, OrganisationId, PersonId, VacancyId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, Value, insert, one, rows, run};
use uuid::Uuid;

pub use follow_up::{FollowUpFact, answered_in, follow_ups, put_follow_up};

use crate::rules::ReferralState;

/// Who offers work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmployerFact {
    pub id: EmployerId,
    pub code: String,
    pub name: String,
    /// The organisation whose accounts answer for it.
    pub organisation: Option<OrganisationId>,
    pub district: String,
    pub contact: String,
}

/// Work offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VacancyFact {
    pub id: VacancyId,
    pub code: String,
    pub employer: EmployerId,
    pub employer_name: String,
    pub employer_organisation: Option<OrganisationId>,
    pub title: String,
    pub field: String,
    pub district: String,
    pub openings: i64,
    pub requirement: String,
    pub closes_on: Day,
}

/// A person referred to a vacancy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralFact {
    pub vacancy: VacancyId,
    pub person: PersonId,
    pub referred_on: Day,
    pub state: ReferralState,
    pub decided_on: Option<Day>,
    /// The day the person agreed to be named to this employer; none for rows from before that was asked.
    pub consent_on: Option<Day>,
    /// The day on which she took that back.
    pub withdrawn_on: Option<Day>,
}

/// A person's own business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessFact {
    pub id: BusinessId,
    pub person: PersonId,
    pub name: String,
    pub field: String,
    pub started_on: Day,
    pub capital_rupiah: i64,
    pub capital_source: String,
    pub start_up: StartUp,
}

/// What a business begins with besides money; each may become known later.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StartUp {
    pub place: String,
    pub product: String,
    pub tools: String,
    /// Business licence number, thirteen digits.
    pub nib: Option<String>,
    pub first_sale_on: Option<Day>,
}

#[derive(FromQueryResult)]
struct EmployerRow {
    id: Uuid,
    code: String,
    name: String,
    organisation_id: Option<Uuid>,
    district_code: String,
    contact: String,
}

impl From<EmployerRow> for EmployerFact {
    fn from(row: EmployerRow) -> Self {
        Self {
            id: EmployerId(row.id),
            code: row.code,
            name: row.name,
            organisation: row.organisation_id.map(OrganisationId),
            district: row.district_code,
            contact: row.contact,
        }
    }
}

#[derive(FromQueryResult)]
struct VacancyRow {
    id: Uuid,
    code: String,
    employer_id: Uuid,
    employer_name: String,
    organisation_id: Option<Uuid>,
    title: String,
    field: String,
    district_code: String,
    openings: i64,
    requirement: String,
    closes_on: Day,
}

impl From<VacancyRow> for VacancyFact {
    fn from(row: VacancyRow) -> Self {
        Self {
            id: VacancyId(row.id),
            code: row.code,
            employer: EmployerId(row.employer_id),
            employer_name: row.employer_name,
            employer_organisation: row.organisation_id.map(OrganisationId),
            title: row.title,
            field: row.field,
            district: row.district_code,
            openings: row.openings,
            requirement: row.requirement,
            closes_on: row.closes_on,
        }
    }
}

#[derive(FromQueryResult)]
struct ReferralRow {
    vacancy_id: Uuid,
    person_id: Uuid,
    referred_on: Day,
    state: String,
    decided_on: Option<Day>,
    consent_on: Option<Day>,
    withdrawn_on: Option<Day>,
}

impl From<ReferralRow> for ReferralFact {
    fn from(row: ReferralRow) -> Self {
        Self {
            vacancy: VacancyId(row.vacancy_id),
            person: PersonId(row.person_id),
            referred_on: row.referred_on,
            state: ReferralState::from_code(&row.state).expect("the table admits known states only"),
            decided_on: row.decided_on,
            consent_on: row.consent_on,
            withdrawn_on: row.withdrawn_on,
        }
    }
}

const VACANCY: &str = "SELECT v.id, v.code, v.employer_id, e.name AS employer_name, e.organisation_id, v.title, v.field, \
                       v.district_code, v.openings, v.requirement, v.closes_on \
                       FROM vacancy v JOIN employer e ON e.id = v.employer_id";
/// The first withdrawal that reaches the consent counts, under whichever record of the person it was written.
const REFERRAL: &str = "SELECT vacancy_id, person_id, referred_on, state, decided_on, consent_on, \
                        (SELECT MIN(w.withdrawn_on) FROM consent_withdrawal w JOIN vacancy v ON v.employer_id = w.employer_id \
                        JOIN person own ON own.id = referral.person_id JOIN person other ON other.id = w.person_id \
                        WHERE v.id = referral.vacancy_id AND w.withdrawn_on >= COALESCE(referral.consent_on, referral.referred_on) \
                        AND COALESCE(own.merged_into, own.id) = COALESCE(other.merged_into, other.id)) AS withdrawn_on \
                        FROM referral";

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

async fn count<C: ConnectionTrait>(on: &C, table: &str) -> Result<i64, DbErr> {
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM {table}");
    Ok(one::<Count, C>(on, &sql, []).await?.map_or(0, |row| row.count))
}

/// The next short code, such as `LOW-12`.
pub async fn next_vacancy_code<C: ConnectionTrait>(on: &C) -> Result<String, DbErr> {
    Ok(format!("LOW-{}", count(on, "vacancy WHERE code LIKE 'LOW-%'").await? + 1))
}

pub async fn next_employer_code<C: ConnectionTrait>(on: &C) -> Result<String, DbErr> {
    Ok(format!("PK-{}", count(on, "employer").await? + 1))
}

pub async fn employers<C: ConnectionTrait>(on: &C) -> Result<Vec<EmployerFact>, DbErr> {
    let sql = "SELECT id, code, name, organisation_id, district_code, contact FROM employer ORDER BY name";
    Ok(rows::<EmployerRow, C>(on, sql, []).await?.into_iter().map(Into::into).collect())
}

pub async fn put_employer(tx: &DatabaseTransaction, employer: &EmployerFact) -> Result<(), DbErr> {
    insert("employer")
        .set("id", employer.id.0)
        .set("code", employer.code.clone())
        .set("name", employer.name.clone())
        .set("organisation_id", employer.organisation.map(|id| id.0))
        .set("district_code", employer.district.clone())
        .set("contact", employer.contact.clone())
        .run(tx)
        .await
}

pub async fn put_vacancy(
    tx: &DatabaseTransaction,
    vacancy: &VacancyFact,
    posted_on: Day,
) -> Result<(), DbErr> {
    insert("vacancy")
        .set("id", vacancy.id.0)
        .set("code", vacancy.code.clone())
        .set("employer_id", vacancy.employer.0)
        .set("title", vacancy.title.clone())
        .set("field", vacancy.field.clone())
        .set("district_code", vacancy.district.clone())
        .set("openings", vacancy.openings)
        .set("requirement", vacancy.requirement.clone())
        .set("closes_on", vacancy.closes_on)
        .set("posted_on", posted_on)
        .run(tx)
        .await
}

pub async fn vacancy_exists<C: ConnectionTrait>(on: &C, vacancy: &VacancyFact) -> Result<bool, DbErr> {
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM vacancy \
               WHERE employer_id = $1 AND title = $2 AND district_code = $3 AND closes_on = $4";
    let values: [Value; 4] = [
        vacancy.employer.0.into(),
        vacancy.title.clone().into(),
        vacancy.district.clone().into(),
        vacancy.closes_on.into(),
    ];
    Ok(one::<Count, C>(on, sql, values).await?.is_some_and(|row| row.count > 0))
}

pub async fn vacancy_by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<VacancyFact>, DbErr> {
    let sql = format!("{VACANCY} WHERE v.code = $1");
    Ok(one::<VacancyRow, C>(on, &sql, [code.into()]).await?.map(Into::into))
}

pub async fn open_vacancies<C: ConnectionTrait>(on: &C, today: Day) -> Result<Vec<VacancyFact>, DbErr> {
    let sql =
        format!("{VACANCY} WHERE v.closes_on >= $1 ORDER BY v.district_code, v.closes_on, v.code LIMIT 500");
    Ok(rows::<VacancyRow, C>(on, &sql, [today.into()]).await?.into_iter().map(Into::into).collect())
}

/// Vacancies of one organisation, or all, latest closing first.
pub async fn vacancies<C: ConnectionTrait>(
    on: &C,
    of: Option<OrganisationId>,
) -> Result<Vec<VacancyFact>, DbErr> {
    let order = "ORDER BY v.closes_on DESC, v.code LIMIT 500";
    let found = match of {
        None => rows::<VacancyRow, C>(on, &format!("{VACANCY} {order}"), []).await?,
        Some(id) => {
            rows(on, &format!("{VACANCY} WHERE e.organisation_id = $1 {order}"), [id.0.into()]).await?
        }
    };
    Ok(found.into_iter().map(Into::into).collect())
}

pub async fn put_referral(
    tx: &DatabaseTransaction,
    vacancy: VacancyId,
    person: PersonId,
    (day, consent_on): (Day, Day),
) -> Result<(), DbErr> {
    insert("referral")
        .set("vacancy_id", vacancy.0)
        .set("person_id", person.0)
        .set("referred_on", day)
        .set("consent_on", consent_on)
        .set("state", ReferralState::Referred.code())
        .run(tx)
        .await
}

/// Answers a referral that still waits; false when it was answered meanwhile.
pub async fn answer_referral(tx: &DatabaseTransaction, referral: &ReferralFact) -> Result<bool, DbErr> {
    let sql = "UPDATE referral SET state = $3, decided_on = $4 WHERE vacancy_id = $1 AND person_id = $2 AND state = 'referred'";
    let values: [Value; 4] = [
        referral.vacancy.0.into(),
        referral.person.0.into(),
        referral.state.code().into(),
        referral.decided_on.into(),
    ];
    Ok(run(tx, sql, values).await? == 1)
}

/// Lets an ended referral wait again; false when it is not as it was.
pub async fn renew_referral(tx: &DatabaseTransaction, referral: &ReferralFact) -> Result<bool, DbErr> {
    let sql = "UPDATE referral SET state = 'referred', decided_on = NULL \
               WHERE vacancy_id = $1 AND person_id = $2 AND state = 'lapsed'";
    Ok(run(tx, sql, [referral.vacancy.0.into(), referral.person.0.into()]).await? == 1)
}

pub async fn referrals_to<C: ConnectionTrait>(
    on: &C,
    vacancy: VacancyId,
) -> Result<Vec<ReferralFact>, DbErr> {
    let sql = format!("{REFERRAL} WHERE vacancy_id = $1 ORDER BY referred_on, person_id");
    Ok(rows::<ReferralRow, C>(on, &sql, [vacancy.0.into()]).await?.into_iter().map(Into::into).collect())
}

/// Referrals to an organisation's vacancies that nobody has answered, the oldest first.
pub async fn referrals_waiting<C: ConnectionTrait>(
    on: &C,
    employer: OrganisationId,
) -> Result<Vec<(ReferralFact, VacancyFact)>, DbErr> {
    let mut pairs = Vec::new();
    for vacancy in vacancies(on, Some(employer)).await? {
        let waiting = referrals_to(on, vacancy.id).await?.into_iter();
        let waiting = waiting.filter(|referral| referral.state == ReferralState::Referred);
        pairs.extend(waiting.map(|referral| (referral, vacancy.clone())));
    }
    pairs.sort_by_key(|(referral, _)| referral.referred_on);
    Ok(pairs)
}

pub async fn referrals_of<C: ConnectionTrait>(
    on: &C,
    person: PersonId,
) -> Result<Vec<(ReferralFact, VacancyFact)>, DbErr> {
    let records = people::facts::records_of(1);
    let sql = format!("{REFERRAL} WHERE person_id IN {records} ORDER BY referred_on DESC, vacancy_id");
    let found: Vec<ReferralRow> = rows(on, &sql, [person.0.into()]).await?;
    let mut pairs = Vec::new();
    for row in found {
        let sql = format!("{VACANCY} WHERE v.id = $1");
        if let Some(vacancy) = one::<VacancyRow, C>(on, &sql, [row.vacancy_id.into()]).await? {
            pairs.push((row.into(), vacancy.into()));
        }
    }
    Ok(pairs)
}

/// Vacancies, by code, to which two records were both referred; one person is referred once.
pub async fn shared_vacancies<C: ConnectionTrait>(
    on: &C,
    (kept, second): (PersonId, PersonId),
) -> Result<Vec<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct Code {
        code: String,
    }
    let sql = "SELECT DISTINCT v.code FROM referral k JOIN referral s ON s.vacancy_id = k.vacancy_id AND s.person_id = $2 \
               JOIN vacancy v ON v.id = k.vacancy_id WHERE k.person_id IN \
               (SELECT p.id FROM person p WHERE (p.id = $1 OR p.merged_into = $1) AND p.id <> $2) ORDER BY v.code";
    let found: Vec<Code> = rows(on, sql, [kept.0.into(), second.0.into()]).await?;
    Ok(found.into_iter().map(|row| row.code).collect())
}

pub async fn hired_count<C: ConnectionTrait>(on: &C, vacancy: VacancyId) -> Result<i64, DbErr> {
    let sql =
        "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM referral WHERE vacancy_id = $1 AND state = 'hired'";
    Ok(one::<Count, C>(on, sql, [vacancy.0.into()]).await?.map_or(0, |row| row.count))
}

pub async fn put_business(tx: &DatabaseTransaction, business: &BusinessFact) -> Result<(), DbErr> {
    insert("business")
        .set("id", business.id.0)
        .set("person_id", business.person.0)
        .set("name", business.name.clone())
        .set("field", business.field.clone())
        .set("started_on", business.started_on)
        .set("capital_rupiah", business.capital_rupiah)
        .set("capital_source", business.capital_source.clone())
        .set("place", business.start_up.place.clone())
        .set("product", business.start_up.product.clone())
        .set("tools", business.start_up.tools.clone())
        .set("nib", business.start_up.nib.clone())
        .set("first_sale_on", business.start_up.first_sale_on)
        .run(tx)
        .await
}

pub async fn businesses<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<BusinessFact>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: Uuid,
        name: String,
        field: String,
        started_on: Day,
        capital_rupiah: i64,
        capital_source: String,
        place: String,
        product: String,
        tools: String,
        nib: Option<String>,
        first_sale_on: Option<Day>,
    }
    let sql = format!(
        "SELECT id, name, field, started_on, capital_rupiah, capital_source, place, product, tools, nib, first_sale_on \
         FROM business WHERE person_id IN {} ORDER BY started_on, id",
        people::facts::records_of(1)
    );
    let fact = |row: Row| BusinessFact {
        id: BusinessId(row.id),
        person,
        name: row.name,
        field: row.field,
        started_on: row.started_on,
        capital_rupiah: row.capital_rupiah,
        capital_source: row.capital_source,
        start_up: StartUp {
            place: row.place,
            product: row.product,
            tools: row.tools,
            nib: row.nib,
            first_sale_on: row.first_sale_on,
        },
    };
    Ok(rows::<Row, C>(on, &sql, [person.0.into()]).await?.into_iter().map(fact).collect())
}

/// Writes what became known about a business; false where there is no such business of this person.
pub async fn change_business(
    tx: &DatabaseTransaction,
    business: BusinessId,
    start_up: &StartUp,
) -> Result<bool, DbErr> {
    let sql = "UPDATE business SET place = $2, product = $3, tools = $4, nib = $5, first_sale_on = $6 WHERE id = $1";
    let values: [Value; 6] = [
        business.0.into(),
        start_up.place.clone().into(),
        start_up.product.clone().into(),
        start_up.tools.clone().into(),
        start_up.nib.clone().into(),
        start_up.first_sale_on.into(),
    ];
    Ok(run(tx, sql, values).await? == 1)
}
