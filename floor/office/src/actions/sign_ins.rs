// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One's own sign-ins: ending one that was forgotten somewhere, or all of them, this one too.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Prepared, Say};
use serde_json::json;

use crate::actions::{allow_own, own_event};
use crate::pages::moment;

pub const END_ONE: Action = Action {
    name: "sign-in end",
    path: "/account/sign-ins/{sign_in}/ending",
    act: Act::AccountOwn,
    room: "office",
    fields: &[Field::path("sign_in")],
    open: |desk, form| Box::pin(open_one(desk, form)),
    run: |desk, form| Box::pin(end_one(desk, form)),
};

pub const END_ALL: Action = Action {
    name: "sign-in end-all",
    path: "/account/sign-ins/ending",
    act: Act::AccountOwn,
    room: "office",
    fields: &[],
    open: |desk, _| Box::pin(open_all(desk)),
    run: |desk, _| Box::pin(end_all(desk)),
};

async fn open_one(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let account = allow_own(desk, Act::AccountOwn)?;
    let all = access::sign_ins_of(desk.house.db.read(), account, desk.now).await?;
    let one = all.into_iter().find(|one| one.mark == form.text("sign_in")).ok_or(Halt::Missing)?;
    let since = desk.teller().with("office-sign-in-since", "when", moment(desk, one.since));
    Ok(Prepared::about(since, "/account"))
}

async fn end_one(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let account = allow_own(desk, Act::AccountOwn)?;
    let mut work = desk.begin("sign-in end").await?;
    if !access::end_sign_in_marked(&work.tx, account, form.text("sign_in")).await? {
        return Err(Halt::Missing);
    }
    work.record(own_event("SignInsEnded", account, json!({ "count": 1 }))).await?;
    work.commit(Done::new("/account", Say::new("office-sign-in-ended"))).await
}

async fn open_all(desk: &Desk) -> Result<Prepared, Halt> {
    let account = allow_own(desk, Act::AccountOwn)?;
    let all = access::sign_ins_of(desk.house.db.read(), account, desk.now).await?;
    Ok(Prepared::about(desk.teller().with("office-sign-in-count", "count", all.len()), "/account"))
}

async fn end_all(desk: &Desk) -> Result<Done, Halt> {
    let account = allow_own(desk, Act::AccountOwn)?;
    let mut work = desk.begin("sign-in end-all").await?;
    let count = access::end_sign_ins_of(&work.tx, account, None).await?;
    work.record(own_event("SignInsEnded", account, json!({ "count": count }))).await?;
    work.commit(Done::new("/sign-in", Say::new("office-sign-ins-ended"))).await
}
