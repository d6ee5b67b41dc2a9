// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The authenticator: begun with a fresh key, confirmed by a first code, removed. Between begun and confirmed it does not count.

use access::{Act, Entry, totp};
use askama::Template;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Teller};
use kernel::id::AccountId;
use serde_json::json;

use crate::actions::{allow_own, own_event, recovery};
use crate::{once, qr};

/// The name beside the code in the authenticator.
const ISSUER: &str = "Bekal";

pub const BEGIN: Action = Action {
    name: "second-factor begin",
    path: "/account/second-factor/new",
    act: Act::AccountProtect,
    room: "office",
    fields: &[],
    open: |desk, _| Box::pin(open_begin(desk)),
    run: |desk, _| Box::pin(begin(desk)),
};

pub const CONFIRM: Action = Action {
    name: "second-factor confirm",
    path: "/account/second-factor",
    act: Act::AccountProtect,
    room: "office",
    fields: &[Field::required("code", Kind::Text)],
    open: |desk, _| Box::pin(open_confirm(desk)),
    run: |desk, form| Box::pin(confirm(desk, form)),
};

pub const REMOVE: Action = Action {
    name: "second-factor remove",
    path: "/account/second-factor/removal",
    act: Act::AccountProtect,
    room: "office",
    fields: &[],
    open: |desk, _| Box::pin(open_remove(desk)),
    run: |desk, _| Box::pin(remove(desk)),
};

/// The key as picture and as text.
#[derive(Template)]
#[template(path = "second-factor.html")]
struct Notes<'a> {
    t: Teller<'a>,
    picture: String,
    key: String,
}

async fn open_begin(desk: &Desk) -> Result<Prepared, Halt> {
    allow_own(desk, Act::AccountProtect)?;
    Ok(Prepared::about("", "/account"))
}

async fn begin(desk: &Desk) -> Result<Done, Halt> {
    let account = allow_own(desk, Act::AccountProtect)?;
    let key: totp::Key = desk.dice.bytes();
    let sealed = desk::seal_key(&desk.house.secrets, account, &key, desk.dice.bytes());
    let work = desk.begin("second-factor begin").await?;
    if !access::begin_factor(&work.tx, account, sealed, desk.now).await? {
        return Err(Refusal::new("OFFC-03").into());
    }
    work.commit(Done::new("/account/second-factor", Say::new("office-factor-begun"))).await
}

/// The key and the step before which no code counts, of what was begun and not yet confirmed.
async fn begun(desk: &Desk, account: AccountId) -> Result<totp::Key, Halt> {
    let factor = access::factor_of(desk.house.db.read(), account).await?;
    let factor = factor.ok_or(Refusal::new("OFFC-04"))?;
    if factor.confirmed_at.is_some() {
        return Err(Refusal::new("OFFC-03").into());
    }
    Ok(desk::open_key(&desk.house.secrets, account, &factor.sealed_key)?)
}

async fn open_confirm(desk: &Desk) -> Result<Prepared, Halt> {
    let account = allow_own(desk, Act::AccountProtect)?;
    let key = begun(desk, account).await?;
    // The key is shown to whoever enrols, and to nobody who finds the screen open later.
    if access::needs_proof(&desk.actor, Act::AccountProtect, desk.now) {
        return Err(Halt::Proof(Act::AccountProtect));
    }
    let t = desk.teller();
    let address = totp::enrolment_address(&key, ISSUER, &desk.actor.login);
    let picture = qr::picture(&address, &t.say("office-factor-picture"))?;
    let mut prepared = Prepared::about("", "/account");
    prepared.notes_html = web::html(&Notes { t, picture, key: totp::grouped(&key) })?;
    Ok(prepared)
}

async fn confirm(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let account = allow_own(desk, Act::AccountProtect)?;
    let mut reading = form.read();
    let typed = reading.text("code");
    reading.done()?;
    let key = begun(desk, account).await?;
    let step = totp::matching_step(&key, &typed, desk.now, 0);
    let step = step.ok_or_else(|| Halt::field("code", "office-factor-wrong"))?;

    let mut work = desk.begin("second-factor confirm").await?;
    if !access::confirm_factor(&work.tx, account, step, desk.now).await? {
        return Err(Refusal::new("OFFC-03").into());
    }
    let codes = recovery::fresh(desk, &work, account).await?;
    // Whoever sits at another screen came in without the code.
    let mark = match &desk.actor.entry {
        Entry::SignIn { mark, .. } => Some(mark.as_str()),
        Entry::Operator | Entry::Unproven | Entry::Token(_) | Entry::Errand(_) => None,
    };
    access::end_sign_ins_of(&work.tx, account, mark).await?;
    work.record(own_event("SecondFactorEnrolled", account, json!({}))).await?;
    let done = Done::new("/account", Say::new("office-factor-enrolled"));
    work.commit(done.showing_once(once::recovery_codes(desk, &codes)?)).await
}

async fn open_remove(desk: &Desk) -> Result<Prepared, Halt> {
    let account = allow_own(desk, Act::AccountProtect)?;
    access::confirmed_factor(desk.house.db.read(), account).await?.ok_or(Refusal::new("OFFC-04"))?;
    Ok(Prepared::about("", "/account"))
}

async fn remove(desk: &Desk) -> Result<Done, Halt> {
    let account = allow_own(desk, Act::AccountProtect)?;
    let mut work = desk.begin("second-factor remove").await?;
    if !access::remove_factor(&work.tx, account).await? {
        return Err(Refusal::new("OFFC-04").into());
    }
    work.record(own_event("SecondFactorRemoved", account, json!({ "by": "owner" }))).await?;
    work.commit(Done::new("/account", Say::new("office-factor-removed"))).await
}
