// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The address of one's own calendar: made, made anew, and taken away.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Form, Halt, Prepared, Refusal, Say};
use kernel::id::AccountId;
use serde_json::json;

use crate::calendar::{Key, put, remove};

const PLACE: &str = "/account/calendar";

/// `calendar open`: a new address; an older one leads nowhere from then on.
pub const OPEN: Action = Action {
    name: "calendar open",
    path: PLACE,
    act: Act::CalendarKeep,
    room: "training",
    fields: &[],
    open: |desk, form| Box::pin(prepare(desk, form)),
    run: |desk, form| Box::pin(open(desk, form)),
};

/// `calendar revoke`.
pub const REVOKE: Action = Action {
    name: "calendar revoke",
    path: "/account/calendar/revocation",
    act: Act::CalendarKeep,
    room: "training",
    fields: &[],
    open: |desk, form| Box::pin(prepare(desk, form)),
    run: |desk, form| Box::pin(revoke(desk, form)),
};

/// A calendar belongs to an account; there is none for the public.
fn own_account(desk: &Desk) -> Result<AccountId, Halt> {
    desk.allow(Act::CalendarKeep, &Target::default())?;
    desk.actor.account.ok_or(Halt::Missing)
}

async fn prepare(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    own_account(desk)?;
    Ok(Prepared::about(&desk.actor.name, PLACE))
}

async fn open(desk: &Desk, _form: &Form) -> Result<Done, Halt> {
    let account = own_account(desk)?;
    let mut work = desk.begin("calendar open").await?;
    let key = Key::new(&desk.dice, desk.now);
    put(&work.tx, (&desk.house.secrets, &desk.dice), account, &key).await?;
    work.record(Event::new("CalendarOpened", Object::new("account", account.0), json!({}))).await?;
    work.commit(Done::new(PLACE, Say::new("calendar-opened"))).await
}

async fn revoke(desk: &Desk, _form: &Form) -> Result<Done, Halt> {
    let account = own_account(desk)?;
    let mut work = desk.begin("calendar revoke").await?;
    if !remove(&work.tx, account).await? {
        return Err(Refusal::new("TRAN-16").into());
    }
    work.record(Event::new("CalendarRevoked", Object::new("account", account.0), json!({}))).await?;
    work.commit(Done::new(PLACE, Say::new("calendar-revoked"))).await
}
