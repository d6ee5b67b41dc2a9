// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Programmes, workshops, instructors and batches, for programs.

use access::Act;
use desk::{AFTER, Desk, Field, Form, Halt, LIMIT, Page, PageFacts, SEARCH, Slice, Twin, told};
use kernel::day::Day;
use kernel::zone::Minute;
use office::facts::{OfficeName, OrganisationFact};

use super::{
    batch_list, batch_show, facility_list, facility_show, instructor_list, programme_list, programme_show,
    scheme_list, scheme_show,
};
use crate::facts::{self, BatchFact, FindingFact, InspectionFact, InstructorFact, ModuleFact, ProgrammeFact};
use crate::state::Fitness;
use crate::{named, scopes};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![
        Twin::of::<ProgrammeList>(),
        Twin::of::<ProgrammeFacts>(),
        Twin::of::<FacilityList>(),
        Twin::of::<FacilityFacts>(),
        Twin::of::<InstructorList>(),
        Twin::of::<SchemeList>(),
        Twin::of::<SchemeFacts>(),
        Twin::of::<BatchList>(),
        Twin::of::<BatchFacts>(),
    ]
}

told! {
    ProgrammeItem {
        code: String,
        title_id: String,
        title_en: String,
        host: OfficeName,
        provider: OfficeName,
        issuer: OfficeName,
        certificate_kind: &'static str,
        standard: Option<String>,
        minutes_per_jp: i64,
        completion_percent: i64,
        theory_first: bool,
    }

    ProgrammeList { items: Vec<ProgrammeItem>, next: Option<String> }

    CurriculumModule { code: String, title: String, kind: &'static str, jp: i64 }

    CurriculumUnit { code: Option<String>, title: String, title_en: String, standard: String, source: String }

    ProgrammeFacts {
        programme: ProgrammeItem,
        modules: Vec<CurriculumModule>,
        units: Vec<CurriculumUnit>,
        jp: i64,
    }

    FacilityItem {
        code: String,
        name: String,
        host: OfficeName,
        place: String,
        capacity: i64,
        fitness: &'static str,
        open_findings: i64,
    }

    FacilityList { items: Vec<FacilityItem>, next: Option<String> }

    Finding {
        code: String,
        item: String,
        needed: String,
        found: String,
        is_met: bool,
        action: String,
        due_on: Option<Day>,
        mended_on: Option<Day>,
        mend_note: String,
    }

    Inspection { round: i64, day: Day, inspector: String, verdict: &'static str, findings: Vec<Finding> }

    FacilityFacts { facility: FacilityItem, inspections: Vec<Inspection> }

    InstructorHours { weekday: i64, starts: Minute, ends: Minute }

    InstructorItem {
        code: String,
        name: String,
        kind: &'static str,
        organisation: OfficeName,
        fields: String,
        hours: Vec<InstructorHours>,
    }

    InstructorList { items: Vec<InstructorItem>, next: Option<String> }

    SchemeItem {
        code: String,
        number: String,
        title: String,
        kind: &'static str,
        field: String,
        standard: String,
        lsp: OfficeName,
        forbids: &'static str,
        is_licensed: bool,
    }

    SchemeList { items: Vec<SchemeItem>, next: Option<String> }

    SchemeElement { number: String, title: String }

    SchemeUnit { code: String, title: String, elements: Vec<SchemeElement> }

    SchemeLicence { number: String, starts_on: Day, ends_on: Day }

    AssessorCertificate { name: String, number: String, field: String, starts_on: Day, ends_on: Day }

    SchemeFacts {
        scheme: SchemeItem,
        units: Vec<SchemeUnit>,
        licences: Vec<SchemeLicence>,
        assessors: Vec<AssessorCertificate>,
    }

    BookedAssessment { reserved_on: Day, place: String, scheme: Option<String>, assessor: OfficeName, assessor_name: String }

    BatchItem {
        code: String,
        title: String,
        programme: String,
        host: OfficeName,
        provider: OfficeName,
        starts_on: Day,
        ends_on: Day,
        seats: i64,
        reserves: i64,
        assessment: Option<BookedAssessment>,
    }

    BatchList { items: Vec<BatchItem>, next: Option<String> }

    BatchFacts {
        batch: BatchItem,
        budget_line: Option<String>,
        modules: Vec<CurriculumModule>,
        instructors: Vec<InstructorItem>,
        jp: i64,
    }
}

impl ProgrammeItem {
    fn of(programme: ProgrammeFact, offices: &[OrganisationFact]) -> Self {
        Self {
            host: OfficeName::of(offices, programme.host),
            provider: OfficeName::of(offices, programme.provider),
            issuer: OfficeName::of(offices, programme.issuer),
            certificate_kind: programme.certificate_kind.code(),
            code: programme.code,
            title_id: programme.title_id,
            title_en: programme.title_en,
            standard: programme.standard,
            minutes_per_jp: programme.minutes_per_jp,
            completion_percent: programme.completion_percent,
            theory_first: programme.theory_first,
        }
    }
}

impl From<ModuleFact> for CurriculumModule {
    fn from(module: ModuleFact) -> Self {
        Self { code: module.code, title: module.title, kind: module.kind.code(), jp: module.jp }
    }
}

impl PageFacts for ProgrammeList {
    const PAGE: Page = programme_list::LIST;
    const QUERY: &'static [Field] = &[SEARCH, AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let mut found = scopes::programmes(desk, Act::ProgrammeRead).await?;
        found.retain(|programme| programme_list::is_found(programme, form.text("q")));
        let (found, next) = slice.of_all(found, |programme| programme.code.clone());
        let offices = office::facts::all(desk.house.db.read()).await?;
        let item = |programme| ProgrammeItem::of(programme, &offices);
        Ok(Self { items: found.into_iter().map(item).collect(), next })
    }
}

impl PageFacts for ProgrammeFacts {
    const PAGE: Page = programme_show::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let programme = named::programme(desk, form).await?;
        desk.allow(Act::ProgrammeRead, &programme.target())?;
        let on = desk.house.db.read();
        let modules = facts::modules(on, programme.id).await?;
        let unit = |unit: facts::UnitFact| CurriculumUnit {
            code: unit.code,
            title: unit.title,
            title_en: unit.title_en,
            standard: unit.standard,
            source: unit.source,
        };
        Ok(Self {
            jp: modules.iter().map(|module| module.jp).sum(),
            modules: modules.into_iter().map(CurriculumModule::from).collect(),
            units: facts::units(on, programme.id).await?.into_iter().map(unit).collect(),
            programme: ProgrammeItem::of(programme, &office::facts::all(on).await?),
        })
    }
}

impl FacilityItem {
    async fn of(
        desk: &Desk,
        facility: facts::FacilityFact,
        offices: &[OrganisationFact],
    ) -> Result<Self, Halt> {
        let on = desk.house.db.read();
        let rounds = facts::inspections(on, facility.id).await?;
        let lines = facts::findings(on, facility.id).await?;
        let open = facts::open_findings(on, facility.id).await?.len();
        Ok(Self {
            host: OfficeName::of(offices, facility.host),
            fitness: Fitness::of(rounds.first(), &lines).code(),
            open_findings: i64::try_from(open).unwrap_or(i64::MAX),
            code: facility.code,
            name: facility.name,
            place: facility.place,
            capacity: facility.capacity,
        })
    }
}

impl PageFacts for FacilityList {
    const PAGE: Page = facility_list::LIST;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let (found, next) = slice.of_all(scopes::facilities(desk).await?, |facility| facility.code.clone());
        let offices = office::facts::all(desk.house.db.read()).await?;
        let mut items = Vec::with_capacity(found.len());
        for facility in found {
            items.push(FacilityItem::of(desk, facility, &offices).await?);
        }
        Ok(Self { items, next })
    }
}

impl Inspection {
    fn of(round: InspectionFact, lines: &[FindingFact]) -> Self {
        let own = lines.iter().filter(|line| line.inspection == round.id);
        let finding = |line: &FindingFact| Finding {
            code: line.code.clone(),
            item: line.item.clone(),
            needed: line.needed.clone(),
            found: line.found.clone(),
            is_met: line.met,
            action: line.action.clone(),
            due_on: line.due_on,
            mended_on: line.mended_on,
            mend_note: line.mend_note.clone(),
        };
        Self {
            findings: own.map(finding).collect(),
            round: round.round,
            day: round.day,
            inspector: round.inspector,
            verdict: round.verdict.code(),
        }
    }
}

impl PageFacts for FacilityFacts {
    const PAGE: Page = facility_show::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let (facility, target) = named::facility(desk, form).await?;
        desk.allow(Act::ProgrammeRead, &target)?;
        let on = desk.house.db.read();
        let lines = facts::findings(on, facility.id).await?;
        let rounds = facts::inspections(on, facility.id).await?;
        let offices = office::facts::all(on).await?;
        Ok(Self {
            facility: FacilityItem::of(desk, facility, &offices).await?,
            inspections: rounds.into_iter().map(|round| Inspection::of(round, &lines)).collect(),
        })
    }
}

impl InstructorItem {
    async fn of(desk: &Desk, instructor: InstructorFact, offices: &[OrganisationFact]) -> Result<Self, Halt> {
        let week = facts::instructor_hours(desk.house.db.read(), instructor.id).await?;
        let hours = |(weekday, starts, ends)| InstructorHours { weekday, starts, ends };
        Ok(Self {
            kind: instructor.kind.code(),
            organisation: OfficeName::of(offices, instructor.organisation),
            code: instructor.code,
            name: instructor.name,
            fields: instructor.fields,
            hours: week.into_iter().map(hours).collect(),
        })
    }

    async fn all(
        desk: &Desk,
        found: Vec<InstructorFact>,
        offices: &[OrganisationFact],
    ) -> Result<Vec<Self>, Halt> {
        let mut items = Vec::with_capacity(found.len());
        for instructor in found {
            items.push(Self::of(desk, instructor, offices).await?);
        }
        Ok(items)
    }
}

impl PageFacts for InstructorList {
    const PAGE: Page = instructor_list::LIST;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let (found, next) =
            slice.of_all(scopes::instructors(desk).await?, |instructor| instructor.code.clone());
        let offices = office::facts::all(desk.house.db.read()).await?;
        Ok(Self { items: InstructorItem::all(desk, found, &offices).await?, next })
    }
}

impl BatchItem {
    fn of(batch: BatchFact, offices: &[OrganisationFact]) -> Self {
        let booked = |booking: facts::AssessmentBooking| BookedAssessment {
            assessor: OfficeName::of(offices, booking.assessor_organisation),
            reserved_on: booking.reserved_on,
            place: booking.place,
            scheme: booking.scheme,
            assessor_name: booking.assessor_name,
        };
        Self {
            programme: batch.programme.code,
            host: OfficeName::of(offices, batch.host),
            provider: OfficeName::of(offices, batch.provider),
            assessment: batch.assessment.map(booked),
            code: batch.code,
            title: batch.title,
            starts_on: batch.starts_on,
            ends_on: batch.ends_on,
            seats: batch.seats,
            reserves: batch.reserves,
        }
    }
}

impl PageFacts for BatchList {
    const PAGE: Page = batch_list::LIST;
    const QUERY: &'static [Field] = &[SEARCH, AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let (found, next) = scopes::batches_after(desk, form.text("q"), &slice).await?;
        let offices = office::facts::all(desk.house.db.read()).await?;
        Ok(Self { items: found.into_iter().map(|batch| BatchItem::of(batch, &offices)).collect(), next })
    }
}

impl PageFacts for BatchFacts {
    const PAGE: Page = batch_show::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = named::batch(desk, form).await?;
        desk.allow(Act::BatchRead, &batch.target())?;
        let on = desk.house.db.read();
        let offices = office::facts::all(on).await?;
        let instructors = facts::instructors_of_batch(on, batch.id).await?;
        let modules = facts::modules(on, batch.programme.id).await?;
        Ok(Self {
            instructors: InstructorItem::all(desk, instructors, &offices).await?,
            jp: modules.iter().map(|module| module.jp).sum(),
            modules: modules.into_iter().map(CurriculumModule::from).collect(),
            budget_line: batch.budget_line.clone(),
            batch: BatchItem::of(batch, &offices),
        })
    }
}

impl SchemeItem {
    async fn of(desk: &Desk, scheme: facts::SchemeFact, offices: &[OrganisationFact]) -> Result<Self, Halt> {
        let licences = facts::licences(desk.house.db.read(), scheme.id).await?;
        Ok(Self {
            is_licensed: licences.iter().any(|one| one.holds_on(desk.today())),
            kind: scheme.kind.code(),
            lsp: OfficeName::of(offices, scheme.lsp),
            forbids: scheme.forbids.code(),
            code: scheme.code,
            number: scheme.number,
            title: scheme.title,
            field: scheme.field,
            standard: scheme.standard,
        })
    }
}

impl PageFacts for SchemeList {
    const PAGE: Page = scheme_list::LIST;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        desk.scope(Act::SchemeRead)?;
        let slice = Slice::read(desk, form)?;
        let on = desk.house.db.read();
        let (found, next) = slice.of_all(facts::schemes(on).await?, |scheme| scheme.code.clone());
        let offices = office::facts::all(on).await?;
        let mut items = Vec::with_capacity(found.len());
        for scheme in found {
            items.push(SchemeItem::of(desk, scheme, &offices).await?);
        }
        Ok(Self { items, next })
    }
}

impl From<facts::SchemeUnitFact> for SchemeUnit {
    fn from(unit: facts::SchemeUnitFact) -> Self {
        let element = |one: facts::ElementFact| SchemeElement { number: one.number, title: one.title };
        Self {
            code: unit.code,
            title: unit.title,
            elements: unit.elements.into_iter().map(element).collect(),
        }
    }
}

impl PageFacts for SchemeFacts {
    const PAGE: Page = scheme_show::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let scheme = named::scheme(desk, form).await?;
        desk.allow(Act::SchemeRead, &scheme.target())?;
        let on = desk.house.db.read();
        let licence = |one: facts::LicenceFact| SchemeLicence {
            number: one.number,
            starts_on: one.starts_on,
            ends_on: one.ends_on,
        };
        let assessor = |one: facts::AssessorCertificateFact| AssessorCertificate {
            name: one.name,
            field: one.field,
            number: one.term.number,
            starts_on: one.term.starts_on,
            ends_on: one.term.ends_on,
        };
        let assessors = facts::assessor_certificates_of(on, scheme.lsp).await?;
        Ok(Self {
            units: facts::scheme_units(on, scheme.id).await?.into_iter().map(SchemeUnit::from).collect(),
            licences: facts::licences(on, scheme.id).await?.into_iter().map(licence).collect(),
            assessors: assessors.into_iter().map(assessor).collect(),
            scheme: SchemeItem::of(desk, scheme, &office::facts::all(on).await?).await?,
        })
    }
}
