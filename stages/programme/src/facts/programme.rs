// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A programme with its modules and units.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, one, rows};
use access::Target;
use kernel::id::{AgreementId, FacilityId, ModuleId, OrganisationId, ProgrammeId, UnitId};
use uuid::Uuid;

use super::{CertificateKind, ModuleKind};

/// What is taught under an agreement, and which certificate it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeFact {
    pub id: ProgrammeId,
    pub code: String,
    pub title_id: String,
    pub title_en: String,
    pub agreement: AgreementId,
    pub host: OrganisationId,
    pub provider: OrganisationId,
    pub issuer: OrganisationId,
    /// The named standard, such as `SKKNI 98/2018`; none where there is none.
    pub standard: Option<String>,
    pub certificate_kind: CertificateKind,
    pub minutes_per_jp: i64,
    /// Share of the planned JP that completes the training.
    pub completion_percent: i64,
    pub theory_first: bool,
    pub facility: Option<FacilityId>,
}

impl ProgrammeFact {
    /// The host's, under the agreement, addressed to provider and issuer.
    pub fn target(&self) -> Target {
        Target::of(self.host).under(self.agreement).addressed_to([self.provider, self.issuer])
    }
}

/// One module of a curriculum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleFact {
    pub id: ModuleId,
    pub code: String,
    pub title: String,
    pub kind: ModuleKind,
    pub jp: i64,
    /// Units this module teaches.
    pub units: Vec<UnitId>,
    /// Modules that come before it.
    pub needs: Vec<ModuleId>,
    pub source: String,
    /// Unit codes it follows but by which nobody is judged.
    pub follows: String,
}

/// What a module is called and of what kind it is, for those who only name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleHeading {
    pub code: String,
    pub title: String,
    pub kind: ModuleKind,
}

/// What is judged person by person: a unit of competence, or a skill of a school's mastery list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFact {
    pub id: UnitId,
    pub code: Option<String>,
    pub title: String,
    pub title_en: String,
    pub standard: String,
    pub source: String,
    /// When the skill counts as mastered; empty for units of a standard.
    pub measure: String,
}

#[derive(FromQueryResult)]
pub(crate) struct ProgrammeRow {
    id: Uuid,
    code: String,
    title_id: String,
    title_en: String,
    agreement_id: Uuid,
    host_id: Uuid,
    provider_id: Uuid,
    issuer_id: Uuid,
    standard: Option<String>,
    certificate_kind: String,
    minutes_per_jp: i64,
    completion_percent: i64,
    theory_first: bool,
    facility_id: Option<Uuid>,
}

impl TryFrom<ProgrammeRow> for ProgrammeFact {
    type Error = DbErr;

    fn try_from(row: ProgrammeRow) -> Result<Self, DbErr> {
        let kind = CertificateKind::from_code(&row.certificate_kind);
        Ok(Self {
            id: ProgrammeId(row.id),
            code: row.code,
            title_id: row.title_id,
            title_en: row.title_en,
            agreement: AgreementId(row.agreement_id),
            host: OrganisationId(row.host_id),
            provider: OrganisationId(row.provider_id),
            issuer: OrganisationId(row.issuer_id),
            standard: row.standard,
            certificate_kind: kind
                .ok_or_else(|| super::codes::unknown("certificate kind", &row.certificate_kind))?,
            minutes_per_jp: row.minutes_per_jp,
            completion_percent: row.completion_percent,
            theory_first: row.theory_first,
            facility: row.facility_id.map(FacilityId),
        })
    }
}

/// Every column of `ProgrammeRow`, from `programme p`, named with the prefix `p_`.
pub(super) const COLUMNS: &str = "p.id AS p_id, p.code AS p_code, p.title_id AS p_title_id, p.title_en AS p_title_en, \
    p.agreement_id AS p_agreement_id, p.host_id AS p_host_id, p.provider_id AS p_provider_id, p.issuer_id AS p_issuer_id, \
    p.standard AS p_standard, p.certificate_kind AS p_certificate_kind, p.minutes_per_jp AS p_minutes_per_jp, \
    p.completion_percent AS p_completion_percent, p.theory_first AS p_theory_first, p.facility_id AS p_facility_id";

pub(crate) const SELECT_PROGRAMME: &str = "SELECT p.* FROM programme p";

pub async fn programme<C: ConnectionTrait>(on: &C, id: ProgrammeId) -> Result<Option<ProgrammeFact>, DbErr> {
    let sql = format!("{SELECT_PROGRAMME} WHERE p.id = $1");
    let row: Option<ProgrammeRow> = one(on, &sql, [id.0.into()]).await?;
    row.map(TryInto::try_into).transpose()
}

pub async fn programme_by_code<C: ConnectionTrait>(
    on: &C,
    code: &str,
) -> Result<Option<ProgrammeFact>, DbErr> {
    let sql = format!("{SELECT_PROGRAMME} WHERE p.code = $1");
    let row: Option<ProgrammeRow> = one(on, &sql, [code.into()]).await?;
    row.map(TryInto::try_into).transpose()
}

pub async fn programmes_under<C: ConnectionTrait>(
    on: &C,
    agreement: AgreementId,
) -> Result<Vec<ProgrammeFact>, DbErr> {
    let sql = format!("{SELECT_PROGRAMME} WHERE p.agreement_id = $1 ORDER BY p.code");
    let found: Vec<ProgrammeRow> = rows(on, &sql, [agreement.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

#[derive(FromQueryResult)]
struct ModuleRow {
    id: Uuid,
    code: String,
    title: String,
    kind: String,
    jp: i64,
    source: String,
    follows: String,
}

#[derive(FromQueryResult)]
struct PairRow {
    module_id: Uuid,
    other_id: Uuid,
}

/// The modules in the order of the curriculum.
pub async fn modules<C: ConnectionTrait>(on: &C, programme: ProgrammeId) -> Result<Vec<ModuleFact>, DbErr> {
    let sql = "SELECT id, code, title, kind, jp, source, follows FROM programme_module WHERE programme_id = $1 ORDER BY position";
    let found: Vec<ModuleRow> = rows(on, sql, [programme.0.into()]).await?;
    let sql = "SELECT x.module_id, x.unit_id AS other_id FROM module_unit x JOIN programme_unit u ON u.id = x.unit_id \
               WHERE u.programme_id = $1 ORDER BY u.position";
    let units: Vec<PairRow> = rows(on, sql, [programme.0.into()]).await?;
    let sql = "SELECT x.module_id, x.needs_id AS other_id FROM module_prerequisite x \
               JOIN programme_module m ON m.id = x.needs_id WHERE m.programme_id = $1 ORDER BY m.position";
    let needs: Vec<PairRow> = rows(on, sql, [programme.0.into()]).await?;
    let of = |pairs: &[PairRow], module: Uuid| -> Vec<Uuid> {
        pairs.iter().filter(|pair| pair.module_id == module).map(|pair| pair.other_id).collect()
    };
    let module = |row: ModuleRow| {
        Ok(ModuleFact {
            id: ModuleId(row.id),
            code: row.code,
            title: row.title,
            kind: ModuleKind::from_code(&row.kind)
                .ok_or_else(|| super::codes::unknown("module kind", &row.kind))?,
            jp: row.jp,
            units: of(&units, row.id).into_iter().map(UnitId).collect(),
            needs: of(&needs, row.id).into_iter().map(ModuleId).collect(),
            source: row.source,
            follows: row.follows,
        })
    };
    found.into_iter().map(module).collect()
}

#[derive(FromQueryResult)]
struct HeadingRow {
    code: String,
    title: String,
    kind: String,
}

/// One module by its heading.
pub async fn module_heading<C: ConnectionTrait>(
    on: &C,
    id: ModuleId,
) -> Result<Option<ModuleHeading>, DbErr> {
    let sql = "SELECT code, title, kind FROM programme_module WHERE id = $1";
    let found: Option<HeadingRow> = one(on, sql, [id.0.into()]).await?;
    let heading = |HeadingRow { code, title, kind }: HeadingRow| {
        let kind = ModuleKind::from_code(&kind).ok_or_else(|| super::codes::unknown("module kind", &kind))?;
        Ok(ModuleHeading { code, title, kind })
    };
    found.map(heading).transpose()
}

#[derive(FromQueryResult)]
struct UnitRow {
    id: Uuid,
    code: Option<String>,
    title: String,
    title_en: String,
    standard: String,
    source: String,
    measure: String,
}

/// The units in the order of the curriculum.
pub async fn units<C: ConnectionTrait>(on: &C, programme: ProgrammeId) -> Result<Vec<UnitFact>, DbErr> {
    let sql = "SELECT id, code, title, title_en, standard, source, measure FROM programme_unit \
               WHERE programme_id = $1 ORDER BY position";
    let found: Vec<UnitRow> = rows(on, sql, [programme.0.into()]).await?;
    let unit = |row: UnitRow| UnitFact {
        id: UnitId(row.id),
        code: row.code,
        title: row.title,
        title_en: row.title_en,
        standard: row.standard,
        source: row.source,
        measure: row.measure,
    };
    Ok(found.into_iter().map(unit).collect())
}
