// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person changes her own password. The current one is the proof; her other sign-ins end.

use access::{Act, Entry};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use crate::actions::open::read_password;
use crate::actions::{allow_own, own_event, typed_password};

pub const PASSWORD: Action = Action {
    name: "account password",
    path: "/account/password",
    act: Act::AccountOwn,
    room: "office",
    fields: &[
        Field::required("current", Kind::Password),
        Field::required("password", Kind::Password),
        Field::required("again", Kind::Password),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    allow_own(desk, Act::AccountOwn)?;
    let mut prepared = Prepared::about("", "/account");
    if desk.actor.has_first_password {
        prepared.notes_html =
            format!("<p class=\"note soon\">{}</p>", desk.teller().say("office-first-password-change"));
    }
    Ok(prepared)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let account = allow_own(desk, Act::AccountOwn)?;
    let (current, password) = (typed_password(form, "current"), typed_password(form, "password"));
    let mut reading = form.read();
    if current.is_empty() {
        reading.problem("current", "problem-empty");
    } else if current == password {
        reading.problem("password", "office-password-same");
    }
    let hash = read_password(desk, (password, &desk.actor.login), ("password", &mut reading));
    if typed_password(form, "again") != password {
        reading.problem("again", "office-password-again");
    }
    reading.done()?;
    let stored = access::password_hash_of(desk.house.db.read(), account).await?.ok_or(Halt::Missing)?;
    let fits = access::password_fits(current, &stored);

    let mut work = desk.begin("account password").await?;
    // Counted like every other proof, so that an open screen is no place to guess at.
    if !access::take_try(&work.tx, account, desk.now).await? {
        return Err(Refusal::new("OFFC-02").into());
    }
    if !fits {
        work.record(own_event("ProofFailed", account, json!({ "step": "password" }))).await?;
        work.commit(Done::new("/account", Say::new("office-password-wrong"))).await?;
        return Err(Halt::field("current", "office-password-wrong"));
    }
    access::forget_wrong_proofs(&work.tx, account).await?;
    access::set_password(&work.tx, account, &hash, None).await?;
    let mark = match &desk.actor.entry {
        Entry::SignIn { mark, .. } => Some(mark.as_str()),
        Entry::Operator | Entry::Unproven | Entry::Token(_) | Entry::Errand(_) => None,
    };
    let ended = access::end_sign_ins_of(&work.tx, account, mark).await?;
    work.record(own_event("PasswordChanged", account, json!({ "ended": ended }))).await?;
    work.commit(Done::new("/account", Say::new("office-password-changed").with("ended", ended))).await
}
