// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An agreement of three on the bench: a prison, a training centre, a certification body. Nobody has agreed yet.

use kernel::day::Day;
use kernel::id::{AgreementId, OrganisationId};
use partnership::facts::{AgreementFact, AgreementKind, AgreementState, PartyFact, PartyRole};
use uuid::Uuid;

pub const LAPAS: OrganisationId = OrganisationId(Uuid::from_u128(1));
pub const BLK: OrganisationId = OrganisationId(Uuid::from_u128(2));
pub const LSP: OrganisationId = OrganisationId(Uuid::from_u128(3));

pub fn day(text: &str) -> Day {
    kernel::day::parse(text).expect("a day of the calendar")
}

fn party(organisation: OrganisationId, code: &str, name: &str, role: PartyRole) -> PartyFact {
    PartyFact {
        organisation,
        code: code.to_owned(),
        name: name.to_owned(),
        role,
        agreed_on: None,
        number: None,
        signer: None,
        signer_post: None,
        signed_on: None,
    }
}

pub fn agreement() -> AgreementFact {
    AgreementFact {
        id: AgreementId(Uuid::from_u128(10)),
        code: "PKS-KOTABARU-LAS".to_owned(),
        title: "Pelatihan las".to_owned(),
        kind: AgreementKind::Pks,
        host: LAPAS,
        fields: vec!["las".to_owned()],
        places: vec!["Bengkel".to_owned()],
        starts_on: day("20-01-2026"),
        ends_on: day("31-12-2026"),
        state: AgreementState::Draft,
        ended_on: None,
        end_reason: None,
        parties: vec![
            party(LAPAS, "lapas-kotabaru", "Lapas Kotabaru", PartyRole::Host),
            party(BLK, "blk-kotabaru", "BLK Kotabaru", PartyRole::Trainer),
            party(LSP, "lsp-las", "LSP Las", PartyRole::Certifier),
        ],
    }
}
