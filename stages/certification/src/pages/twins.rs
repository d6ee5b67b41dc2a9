// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates, for programs. Their files are on the pages.

use access::Act;
use chrono::{DateTime, Utc};
use desk::{AFTER, Desk, Field, Form, Halt, Kind, LIMIT, Page, PageFacts, SEARCH, Slice, Twin, told};
use kernel::day::Day;
use kernel::id::PersonId;
use office::facts::OfficeName;
use uuid::Uuid;

use super::list::{self, Filter};
use super::signer::{Seen, Standing};
use super::{EXPIRING, LIST, SHOW, SIGNER, SIGNERS, expiring, signer};
use crate::chain::{self, Moved};
use crate::facts::{CertificateFact, Expiring, select};
use crate::signer::Line;
use crate::signer::rekey::Retired;
use crate::state::State;
use crate::store::Tie;
use crate::{store, subject};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![
        Twin::of::<CertificateList>(),
        Twin::of::<CertificateFacts>(),
        Twin::of::<ExpiringList>(),
        Twin::of::<SignerList>(),
        Twin::of::<SignerFacts>(),
    ]
}

told! {
    CertificateItem {
        number: String,
        kind: &'static str,
        state: &'static str,
        person: PersonId,
        learner_name: String,
        title: String,
        issued_on: Day,
        valid_until: Option<Day>,
        handed_on: Option<Day>,
        revoked_on: Option<Day>,
        /// Since when a newer one continues it.
        renewed_on: Option<Day>,
        /// How often the achievement was certified, this one included.
        turn: i64,
    }

    ExpiringItem {
        certificate: CertificateItem,
        /// When the holder was told that it ends.
        told_on: Option<Day>,
        /// The latest judgement on which a renewal could rest.
        judged_on: Option<Day>,
        outcome: Option<&'static str>,
    }

    ExpiringList { items: Vec<ExpiringItem> }

    CertificateList { items: Vec<CertificateItem>, next: Option<String> }

    CertificateFacts {
        certificate: CertificateItem,
        batch: String,
        issuer: OfficeName,
        handed_to: Option<String>,
        revocation_reason: Option<String>,
        /// The number of the one that this one continues, and of the one that continues this one.
        renews: Option<String>,
        renewed_by: Option<String>,
        /// Where the paper was, step by step.
        paper: Vec<PaperItem>,
        /// Where anybody may check it.
        check_url: String,
    }

    PaperItem {
        /// 1, and one more with each further copy.
        copy: i64,
        /// `printed`, `received`, `stored` or `handed`.
        step: String,
        day: Day,
        /// Where it is stored, from whom it came, or to whom it went.
        place: String,
        /// Why there is a further copy.
        reason: String,
        by: String,
    }

    SignerItem {
        issuer: OfficeName,
        /// `open`, `used-up`, `stalled` or `stopped`.
        state: &'static str,
        /// The name under which it signs; none before the first certificate.
        did: Option<String>,
        /// Documents an hour at most, and those signed since the full hour.
        per_hour: i64,
        used: i64,
        /// When the count begins anew.
        anew_at: DateTime<Utc>,
        stopped_at: Option<DateTime<Utc>>,
        /// Since when the audit log cannot be carried out.
        stalled_since: Option<DateTime<Utc>>,
    }

    SignatureItem {
        at: DateTime<Utc>,
        document: Uuid,
        /// The certificate's, where the document is one.
        number: Option<String>,
        face: String,
        /// SHA-256 of the signed file, in hexadecimal.
        digest: String,
        did: String,
        act: String,
        by: String,
    }

    RetiredKeyItem {
        did: String,
        /// From here on nothing it signed counts by itself.
        since: DateTime<Utc>,
        /// When it was retired.
        retired_at: DateTime<Utc>,
        /// Records of the audit log under the last checkpoint signed before `since`.
        recorded: i64,
    }

    SignerList { items: Vec<SignerItem> }

    SignerFacts {
        signer: SignerItem,
        stop_reason: Option<String>,
        stopped_by: Option<String>,
        /// Who agreed to lift the stop; with the second, signing goes on.
        lifted_by: Vec<String>,
        /// Keys of this issuer that sign no more.
        retired_keys: Vec<RetiredKeyItem>,
        /// The latest signatures, the newest first.
        signatures: Vec<SignatureItem>,
    }
}

impl From<CertificateFact> for CertificateItem {
    fn from(certificate: CertificateFact) -> Self {
        Self {
            state: State::of(&certificate).code(),
            kind: certificate.kind.code(),
            number: certificate.number,
            person: certificate.person,
            learner_name: certificate.learner_name,
            title: certificate.title,
            issued_on: certificate.issued_on,
            valid_until: certificate.valid_until,
            handed_on: certificate.handed_on,
            revoked_on: certificate.revoked_on,
            renewed_on: certificate.renewed_on,
            turn: certificate.turn,
        }
    }
}

impl PageFacts for CertificateList {
    const PAGE: Page = LIST;
    const QUERY: &'static [Field] = &[
        SEARCH,
        Field::optional("batch", Kind::Text),
        Field::optional("state", Kind::Codes { prefix: "state-certificate", codes: State::CODES }),
        AFTER,
        LIMIT,
    ];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let mut filter = Filter::of(desk, form)?;
        if let Some(state) = State::from_code(form.text("state")) {
            filter.and("c.state = {}", state.code());
        }
        let rest = slice.rest::<String>("c.number", &mut filter.values)?;
        let rest = format!("{} WHERE {} {rest}", list::JOINS, filter.condition);
        let found = select(desk.house.db.read(), &rest, filter.values).await?;
        let (found, next) = slice.of_query(found, |certificate| certificate.number.clone());
        Ok(Self { items: found.into_iter().map(CertificateItem::from).collect(), next })
    }
}

impl PageFacts for CertificateFacts {
    const PAGE: Page = SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let (certificate, batch) = subject::certificate(desk, form).await?;
        desk.allow(Act::CertificateRead, &subject::target(desk, &certificate, &batch).await?)?;
        let on = desk.house.db.read();
        let issuer = office::facts::by_id(on, certificate.issuer).await?.ok_or(Halt::Missing)?;
        let (renews, renewed_by) = store::chain(on, certificate.id, Tie::Renews).await?;
        Ok(Self {
            renews,
            renewed_by,
            batch: batch.code,
            paper: chain::chain(on, certificate.id).await?.into_iter().map(PaperItem::from).collect(),
            issuer: OfficeName { code: issuer.code, name: issuer.name },
            handed_to: certificate.handed_to.clone(),
            revocation_reason: store::revocation_reason(on, certificate.id).await?,
            check_url: format!("{}/c/{}", desk.house.settings.public_base, certificate.number),
            certificate: certificate.into(),
        })
    }
}

impl PageFacts for ExpiringList {
    const PAGE: Page = EXPIRING;

    async fn read(desk: &Desk, _form: &Form) -> Result<Self, Halt> {
        let item = |one: Expiring| ExpiringItem {
            told_on: one.told.map(|(day, _)| day),
            judged_on: one.ground.as_ref().map(|ground| ground.day),
            outcome: one.ground.map(|ground| ground.outcome.code()),
            certificate: one.certificate.into(),
        };
        Ok(Self { items: expiring::own(desk).await?.into_iter().map(item).collect() })
    }
}

impl From<Moved> for PaperItem {
    fn from(moved: Moved) -> Self {
        Self {
            copy: moved.copy,
            step: moved.step,
            day: moved.day,
            place: moved.place,
            reason: moved.reason,
            by: moved.account_name,
        }
    }
}

impl From<&Seen> for SignerItem {
    fn from(seen: &Seen) -> Self {
        Self {
            issuer: OfficeName { code: seen.issuer.code.clone(), name: seen.issuer.name.clone() },
            state: Standing::of(&seen.gate).code().0,
            did: seen.did.clone(),
            per_hour: seen.gate.per_hour,
            used: seen.gate.used,
            anew_at: seen.gate.anew_at(),
            stopped_at: seen.gate.stopped,
            stalled_since: seen.gate.stalled,
        }
    }
}

impl PageFacts for SignerList {
    const PAGE: Page = SIGNERS;

    async fn read(desk: &Desk, _form: &Form) -> Result<Self, Halt> {
        Ok(Self { items: signer::seen(desk).await?.iter().map(SignerItem::from).collect() })
    }
}

impl PageFacts for SignerFacts {
    const PAGE: Page = SIGNER;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let (seen, lines) = signer::named(desk, form).await?;
        let signature = |line: Line| SignatureItem {
            at: line.at,
            document: line.document_id,
            number: line.number,
            face: line.face,
            digest: line.digest,
            did: line.did,
            act: line.act,
            by: line.account_name,
        };
        let retired = |key: &Retired| RetiredKeyItem {
            did: key.did.clone(),
            since: key.since,
            retired_at: key.at,
            recorded: key.recorded,
        };
        let stop = seen.stopped();
        Ok(Self {
            signer: SignerItem::from(&seen),
            stop_reason: stop.map(|(stop, _)| stop.reason.clone()),
            stopped_by: stop.map(|(stop, _)| stop.account_name.clone()),
            lifted_by: stop
                .map(|(_, released)| released.iter().map(|one| one.account_name.clone()).collect())
                .unwrap_or_default(),
            retired_keys: seen.retired.iter().map(retired).collect(),
            signatures: lines.into_iter().map(signature).collect(),
        })
    }
}
