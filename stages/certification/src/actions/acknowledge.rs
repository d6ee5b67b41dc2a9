// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A foundation acknowledges whom its mentors accompanied. Each was confirmed by a mentor; who confirmed does not decide.

use access::{Act, Target};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;
use kernel::id::OrganisationId;
use programme::facts::{BatchFact, CertificateKind};

use super::issue::{decide, make_all, notes, occasion, parse, prefilled, record};
use crate::candidate::accompanied;
use crate::subject;

/// `certificate acknowledge`.
pub const ACKNOWLEDGE: Action = Action {
    name: "certificate acknowledge",
    path: "/batches/{batch}/acknowledgements",
    act: Act::CertificateAcknowledge,
    room: "certification",
    fields: &[
        Field::path("batch"),
        Field::required("day", Kind::Day),
        Field::required("decision", Kind::Long),
        Field::optional("signer", Kind::Text),
        Field::optional("signer_post", Kind::Text),
        Field::optional("place", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The actor's own office, where it is a foundation of this batch.
async fn foundation(desk: &Desk, batch: &BatchFact) -> Result<OrganisationId, Halt> {
    let all = subject::foundations(desk, batch).await?;
    let target = all.iter().fold(Target::default(), |target, one| target.also_of(*one));
    desk.allow(Act::CertificateAcknowledge, &target)?;
    desk.actor.office_id().ok_or(Halt::Missing)
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = subject::batch(desk, form).await?;
    let own = foundation(desk, &batch).await?;
    let by = (own, desk.actor.account);
    let found = accompanied(desk.house.db.read(), batch.id, by, desk.today()).await?;
    let prepared = Prepared::about(&batch.title, "/certificates").filled("day", day::short(desk.today()));
    let mut prepared = prefilled(desk, own, prepared).await?;
    prepared.notes_html = notes(desk, &found)?;
    Ok(prepared)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let request = parse(form, desk.today())?;
    let batch = subject::batch(desk, form).await?;
    let own = foundation(desk, &batch).await?;
    let by = (own, desk.actor.account);
    let found = accompanied(desk.house.db.read(), batch.id, by, request.day).await?;
    let (earned, others) = decide(desk, found)?;
    let occasion = occasion(desk, batch, (CertificateKind::Acknowledgement, own), &request).await?;
    let made = make_all(desk, &occasion, (ACKNOWLEDGE.name, earned)).await?;
    let mut work = desk.begin("certificate acknowledge").await?;
    let count = record(&mut work, &occasion, &request, made).await?;
    let say =
        Say::new("certificate-acknowledged-count").with("count", count).with("batch", &occasion.batch.code);
    let done = Done::new(format!("/certificates?batch={}", occasion.batch.code), say);
    work.commit(others.into_iter().fold(done, Done::and)).await
}
