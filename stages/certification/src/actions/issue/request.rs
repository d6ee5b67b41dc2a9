// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the form of an issue says, and what it says unasked: the head of the issuer signs, in the issuer's city.

use desk::{Desk, Form, Halt, Prepared, Say};
use kernel::day::Day;
use kernel::id::OrganisationId;
use kernel::region;
use office::facts::OrganisationFact;
use programme::facts::CertificateKind;
use store::{ConnectionTrait, DbErr};

use crate::rules::{city, day_problem};

/// The form, read.
#[derive(Debug)]
pub struct Request {
    pub day: Day,
    pub valid_until: Option<Day>,
    pub signer: Option<String>,
    pub signer_post: Option<String>,
    pub place: Option<String>,
    /// On what an acknowledgement rests.
    pub decision: Option<String>,
}

pub fn parse(form: &Form, today: Day) -> Result<Request, Halt> {
    let mut reading = form.read();
    let request = Request {
        day: reading.day("day"),
        valid_until: reading.optional_day("valid_until"),
        signer: reading.optional_text("signer"),
        signer_post: reading.optional_text("signer_post"),
        place: reading.optional_text("place"),
        decision: reading.optional_text("decision"),
    };
    if let Some(problem) = day_problem(request.day, None, today) {
        reading.problem("day", problem);
    }
    if request.valid_until.is_some_and(|last| last <= request.day) {
        reading.problem("valid_until", "problem-certificate-term");
    }
    reading.done()?;
    Ok(request)
}

/// The form of a replacement, and its reason. It has the term of the old certificate.
pub fn parse_replacement(form: &Form, today: Day) -> Result<(Request, String), Halt> {
    let mut reading = form.read();
    let request = Request {
        day: reading.day("day"),
        valid_until: None,
        signer: reading.optional_text("signer"),
        signer_post: reading.optional_text("signer_post"),
        place: None,
        decision: reading.optional_text("decision"),
    };
    let reason = reading.text("reason");
    if let Some(problem) = day_problem(request.day, None, today) {
        reading.problem("day", problem);
    }
    reading.done()?;
    Ok((request, reason))
}

/// Signer, post and place as they are where nobody says otherwise.
pub async fn prefilled(desk: &Desk, issuer: OrganisationId, prepared: Prepared) -> Result<Prepared, Halt> {
    let defaults = defaults(desk.house.db.read(), issuer).await?;
    Ok(prepared
        .filled("signer", defaults.signer)
        .filled("signer_post", defaults.signer_post)
        .filled("place", defaults.place))
}

/// What is filled in before anyone types.
#[derive(Debug, Default)]
pub struct Defaults {
    pub signer: String,
    pub signer_post: String,
    pub place: String,
}

pub async fn defaults<C: ConnectionTrait>(on: &C, issuer: OrganisationId) -> Result<Defaults, DbErr> {
    let accounts = office::facts::accounts_of(on, issuer).await?;
    let with_role = |role: &str| accounts.iter().find(|account| account.roles.iter().any(|of| of == role));
    let head = ["head", "training_head", "certifier"].iter().find_map(|role| with_role(role));
    let issuer = office::facts::by_id(on, issuer).await?;
    Ok(Defaults {
        signer: head.map(|head| head.name.clone()).unwrap_or_default(),
        signer_post: head.map(|head| head.post.clone()).unwrap_or_default(),
        place: issuer.as_ref().and_then(city_of).unwrap_or_default(),
    })
}

fn city_of(issuer: &OrganisationFact) -> Option<String> {
    let district = region::district(issuer.district_code.as_deref()?)?;
    Some(city(district).to_owned())
}

impl Request {
    /// Signer, post and place: from the form, or else by default.
    ///
    /// # Errors
    /// A problem at every field that neither fills, at `place` where it is not the issuer's own city, and at `decision`
    /// where it is missing from an acknowledgement or given for anything else.
    ///
    /// # Source
    /// Product decision: another place of issue could tell where the learner was.
    pub fn completed(
        &self,
        issuer: &OrganisationFact,
        kind: CertificateKind,
        defaults: Defaults,
    ) -> Result<Defaults, Halt> {
        let form = Form::default();
        let mut reading = form.read();
        let own_city = defaults.place;
        let chosen = Defaults {
            signer: self.signer.clone().unwrap_or(defaults.signer),
            signer_post: self.signer_post.clone().unwrap_or(defaults.signer_post),
            place: self.place.clone().unwrap_or_else(|| own_city.clone()),
        };
        for (field, value) in
            [("signer", &chosen.signer), ("signer_post", &chosen.signer_post), ("place", &chosen.place)]
        {
            if value.is_empty() {
                reading.problem(field, "problem-empty");
            }
        }
        if !own_city.is_empty() && !is_city_of(&chosen.place, &own_city, issuer) {
            reading.problem("place", Say::new("problem-certificate-place").with("city", &own_city));
        }
        match (kind, &self.decision) {
            (CertificateKind::Acknowledgement, None) => reading.problem("decision", "problem-empty"),
            (CertificateKind::Acknowledgement, Some(_)) | (_, None) => {}
            (_, Some(_)) => reading.problem("decision", "problem-certificate-decision"),
        }
        reading.done()?;
        Ok(if own_city.is_empty() { chosen } else { Defaults { place: own_city, ..chosen } })
    }
}

fn is_city_of(typed: &str, city: &str, issuer: &OrganisationFact) -> bool {
    let meant = || {
        region::candidates(typed)
            .into_iter()
            .any(|district| Some(district.code) == issuer.district_code.as_deref())
    };
    typed.eq_ignore_ascii_case(city) || meant()
}
