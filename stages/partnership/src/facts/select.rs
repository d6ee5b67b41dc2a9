// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading agreements with their parties.

use access::{Act, ScopeColumns};
use desk::{Choice, Desk, Form, Future, Halt};
use kernel::day::Day;
use kernel::id::{AgreementId, OrganisationId};
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, rows};
use uuid::Uuid;

use super::agreement::words_of_list;
use super::{AgreementFact, AgreementKind, AgreementState, PartyFact, PartyRole};

/// Where a list of agreements, as `a`, keeps what the policy asks for.
pub(crate) const AGREEMENT_SCOPE: ScopeColumns = ScopeColumns {
    owner: Some("a.host_id"),
    agreement: Some("a.id"),
    addressed: Some(
        "EXISTS (SELECT 1 FROM agreement_party p WHERE p.agreement_id = a.id AND p.organisation_id = {})",
    ),
    assigned: None,
};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    title: String,
    kind: String,
    host_id: Uuid,
    fields: String,
    places: String,
    starts_on: Day,
    ends_on: Day,
    state: String,
    ended_on: Option<Day>,
    end_reason: Option<String>,
}

#[derive(FromQueryResult)]
struct PartyRow {
    agreement_id: Uuid,
    organisation_id: Uuid,
    code: String,
    name: String,
    role: String,
    agreed_on: Option<Day>,
    number: Option<String>,
    signer: Option<String>,
    signer_post: Option<String>,
    signed_on: Option<Day>,
}

pub async fn agreement<C: ConnectionTrait>(on: &C, id: AgreementId) -> Result<Option<AgreementFact>, DbErr> {
    Ok(select_agreements(on, "WHERE a.id = $1", vec![id.0.into()]).await?.pop())
}

pub async fn agreement_by_code<C: ConnectionTrait>(
    on: &C,
    code: &str,
) -> Result<Option<AgreementFact>, DbErr> {
    Ok(select_agreements(on, "WHERE a.code = $1", vec![code.into()]).await?.pop())
}

/// Agreements an organisation answers for, latest first.
pub async fn agreements_of_host<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
) -> Result<Vec<AgreementFact>, DbErr> {
    select_agreements(on, "WHERE a.host_id = $1 ORDER BY a.starts_on DESC, a.code", vec![host.0.into()]).await
}

/// Agreements an organisation is a party of, the host's own too, latest first.
pub async fn agreements_of_party<C: ConnectionTrait>(
    on: &C,
    organisation: OrganisationId,
) -> Result<Vec<AgreementFact>, DbErr> {
    let rest = "WHERE EXISTS (SELECT 1 FROM agreement_party p WHERE p.agreement_id = a.id AND p.organisation_id = $1) \
                ORDER BY a.starts_on DESC, a.code";
    select_agreements(on, rest, vec![organisation.0.into()]).await
}

/// The parties, the host first.
pub async fn parties<C: ConnectionTrait>(on: &C, id: AgreementId) -> Result<Vec<PartyFact>, DbErr> {
    Ok(parties_of(on, &[id.0]).await?.into_iter().filter_map(|row| row.fact()).collect())
}

/// The agreement that an address or an option names by its code.
///
/// # Errors
/// `Halt::Missing` where there is none.
pub async fn agreement_named(desk: &Desk, code: &str) -> Result<AgreementFact, Halt> {
    agreement_by_code(desk.house.db.read(), code).await?.ok_or(Halt::Missing)
}

/// The agreements this person may see, as options of a field; none for one who may see none.
pub fn pick_agreements<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let Ok(scope) = desk.scope(Act::AgreementRead) else {
            return Ok(Vec::new());
        };
        let mut values = Vec::new();
        let within = scope.condition(&AGREEMENT_SCOPE, &mut values);
        let rest = format!("WHERE {within} ORDER BY a.starts_on DESC, a.code");
        let found = select_agreements(desk.house.db.read(), &rest, values).await?;
        let choice = |fact: AgreementFact| Choice {
            label: format!("{} ({})", fact.title, fact.code),
            value: fact.code,
        };
        Ok(found.into_iter().map(choice).collect())
    })
}

/// Agreements by whatever follows `FROM agreement a`.
pub(crate) async fn select_agreements<C: ConnectionTrait>(
    on: &C,
    rest: &str,
    values: Vec<Value>,
) -> Result<Vec<AgreementFact>, DbErr> {
    let sql = format!(
        "SELECT a.id, a.code, a.title, a.kind, a.host_id, a.fields, a.places, a.starts_on, a.ends_on, a.state, \
         a.ended_on, a.end_reason FROM agreement a {rest}"
    );
    let found: Vec<Row> = rows(on, &sql, values).await?;
    let ids: Vec<Uuid> = found.iter().map(|row| row.id).collect();
    let parties = parties_of(on, &ids).await?;
    found.into_iter().map(|row| row.fact(&parties)).collect()
}

async fn parties_of<C: ConnectionTrait>(on: &C, agreements: &[Uuid]) -> Result<Vec<PartyRow>, DbErr> {
    if agreements.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=agreements.len()).map(|place| format!("${place}")).collect();
    let sql = format!(
        "SELECT p.agreement_id, p.organisation_id, o.code, o.name, p.role, p.agreed_on, p.number, p.signer, p.signer_post, \
         p.signed_on FROM agreement_party p JOIN organisation o ON o.id = p.organisation_id \
         WHERE p.agreement_id IN ({}) ORDER BY p.place",
        places.join(", ")
    );
    rows(on, &sql, agreements.iter().map(|id| Value::from(*id))).await
}

impl Row {
    fn fact(self, parties: &[PartyRow]) -> Result<AgreementFact, DbErr> {
        let unknown = |column: &str, code: &str| DbErr::Type(format!("agreement.{column} holds `{code}`"));
        Ok(AgreementFact {
            id: AgreementId(self.id),
            code: self.code,
            title: self.title,
            kind: AgreementKind::from_code(&self.kind).ok_or_else(|| unknown("kind", &self.kind))?,
            host: OrganisationId(self.host_id),
            fields: words_of_list(&self.fields),
            places: words_of_list(&self.places),
            starts_on: self.starts_on,
            ends_on: self.ends_on,
            state: AgreementState::from_code(&self.state).ok_or_else(|| unknown("state", &self.state))?,
            ended_on: self.ended_on,
            end_reason: self.end_reason,
            parties: parties
                .iter()
                .filter(|party| party.agreement_id == self.id)
                .filter_map(PartyRow::fact)
                .collect(),
        })
    }
}

impl PartyRow {
    /// None only for a role the table's own check does not let in.
    fn fact(&self) -> Option<PartyFact> {
        Some(PartyFact {
            organisation: OrganisationId(self.organisation_id),
            code: self.code.clone(),
            name: self.name.clone(),
            role: PartyRole::from_code(&self.role)?,
            agreed_on: self.agreed_on,
            number: self.number.clone(),
            signer: self.signer.clone(),
            signer_post: self.signer_post.clone(),
            signed_on: self.signed_on,
        })
    }
}
