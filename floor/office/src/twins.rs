// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What programs read here: the organisations, and the short name of one wherever another room tells of it.

use access::{Act, Target};
use desk::{AFTER, Desk, Field, Form, Halt, LIMIT, Page, PageFacts, SEARCH, Slice, Twin, told};
use kernel::id::OrganisationId;

use crate::facts::{self, OrganisationFact};
use crate::pages;

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![Twin::of::<OrganisationList>()]
}

told! {
    /// An organisation, named.
    OfficeName { code: String, name: String }

    OrganisationItem {
        code: String,
        kind: String,
        name: String,
        short_name: String,
        zone: &'static str,
        district_code: Option<String>,
        address: String,
    }

    OrganisationList { items: Vec<OrganisationItem>, next: Option<String> }
}

impl OfficeName {
    /// The name among those loaded; empty for one that is not.
    pub fn of(all: &[OrganisationFact], id: OrganisationId) -> Self {
        let found = all.iter().find(|office| office.id == id);
        Self {
            code: found.map(|office| office.code.clone()).unwrap_or_default(),
            name: found.map(|office| office.name.clone()).unwrap_or_default(),
        }
    }
}

impl From<OrganisationFact> for OrganisationItem {
    fn from(office: OrganisationFact) -> Self {
        Self {
            code: office.code,
            kind: office.kind,
            name: office.name,
            short_name: office.short_name,
            zone: office.zone.label(),
            district_code: office.district_code,
            address: office.address,
        }
    }
}

impl PageFacts for OrganisationList {
    const PAGE: Page = pages::ORGANISATIONS;
    const QUERY: &'static [Field] = &[SEARCH, AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        desk.allow(Act::OrganisationRead, &Target::default())?;
        let mut found = facts::all(desk.house.db.read()).await?;
        found.retain(|office| pages::is_found(desk, form.text("q"), office));
        let (found, next) = Slice::read(desk, form)?.of_all(found, |office| office.code.clone());
        Ok(Self { items: found.into_iter().map(OrganisationItem::from).collect(), next })
    }
}
