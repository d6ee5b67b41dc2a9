// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may know of programmes, facilities, instructors and batches. Nothing here writes.

mod batch;
mod codes;
mod facility;
mod instructor;
mod programme;
mod scheme;
mod takeover;

pub use batch::{
    AssessmentBooking, BatchFact, batch, batch_by_code, batches_addressed_to, batches_ever_under,
    batches_of_host, batches_under,
};
pub(crate) use batch::{BatchRow, FROM_BATCH, select_batch};
pub use codes::{CertificateKind, Forbids, InstructorKind, ModuleKind, SchemeKind, Verdict};
pub use facility::{
    FacilityFact, FindingFact, InspectionFact, facilities_of_host, facility, facility_by_code,
    facility_verdict, findings, inspections, open_findings,
};
pub use instructor::{
    InstructorFact, WeeklyHours, instructor, instructor_by_code, instructor_hours, instructors_of_batch,
};
pub(crate) use instructor::{InstructorRow, SELECT_INSTRUCTOR};
pub use programme::{
    ModuleFact, ModuleHeading, ProgrammeFact, UnitFact, module_heading, modules, programme,
    programme_by_code, programmes_under, units,
};
pub(crate) use programme::{ProgrammeRow, SELECT_PROGRAMME};
pub use scheme::{
    AssessorCertificateFact, ElementFact, LicenceFact, SchemeFact, SchemeUnitFact, assessor_certificates,
    assessor_certificates_of, booked_elsewhere, licences, scheme, scheme_by_code, scheme_units, schemes,
};
pub use takeover::{TakeoverFact, Term, takeovers, terms};
