// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One's own account: who I am here, how I come in, where else I am signed in, and which programs act for me.

use access::{Act, Entry, SignedIn, Target, TokenFact};
use askama::Template;
use chrono::{DateTime, Utc};
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day::long;

use crate::actions::own_account;
use crate::facts;

/// `account own`.
pub const OWN: Page = Page {
    name: "account own",
    path: "/account",
    act: Act::AccountOwn,
    room: "office",
    view: |desk, _| Box::pin(own(desk)),
};

/// `token list`: the tokens of one account, for its owner and the administrator.
pub const TOKENS: Page = Page {
    name: "token list",
    path: "/accounts/{account}/tokens",
    act: Act::TokenRevoke,
    room: "office",
    view: |desk, form| Box::pin(tokens(desk, form)),
};

/// A day with its time of day, in the zone of the person at the desk.
pub(crate) fn moment(desk: &Desk, at: DateTime<Utc>) -> String {
    let zone = desk.zone();
    format!("{}, {}", long(zone.day_of(at), desk.lang), zone.clock_label(at))
}

struct SignInLine {
    since: String,
    seen: String,
    mark: String,
    is_this: bool,
}

struct TokenLine {
    id: String,
    name: String,
    scopes: String,
    ends: String,
    used: String,
    /// Tone and word of its state.
    state: (&'static str, String),
    is_valid: bool,
}

#[derive(Template)]
#[template(path = "account.html")]
struct Body<'a> {
    t: Teller<'a>,
    name: &'a str,
    login: &'a str,
    post: &'a str,
    office: &'a str,
    /// Since when the authenticator counts; empty without one.
    factor_since: String,
    codes_left: i64,
    few_codes: bool,
    sign_ins: Vec<SignInLine>,
    tokens: Vec<TokenLine>,
}

#[derive(Template)]
#[template(path = "tokens.html")]
struct TokensBody<'a> {
    t: Teller<'a>,
    name: &'a str,
    tokens: Vec<TokenLine>,
}

async fn own(desk: &Desk) -> Result<Shown, Halt> {
    desk.allow(Act::AccountOwn, &Target::default())?;
    let account = own_account(desk)?;
    let on = desk.house.db.read();
    let factor = access::confirmed_factor(on, account).await?;
    let left = access::recovery_codes_left(on, account).await?;
    let sign_ins = access::sign_ins_of(on, account, desk.now).await?;
    let tokens = access::tokens_of(on, account).await?;
    let t = desk.teller();
    let tokens: Vec<TokenLine> = tokens.into_iter().map(|token| token_line(desk, token)).collect();
    let factor_since = factor.as_ref().and_then(|factor| factor.confirmed_at);
    let body = Body {
        t,
        name: &desk.actor.name,
        login: &desk.actor.login,
        post: &desk.actor.post,
        office: desk.actor.office.as_ref().map_or("", |office| &office.name),
        factor_since: factor_since.map(|at| moment(desk, at)).unwrap_or_default(),
        codes_left: left,
        few_codes: left < access::FEW_RECOVERY_CODES,
        sign_ins: sign_ins.into_iter().map(|one| sign_in_line(desk, one)).collect(),
        tokens,
    };
    let text = body.text();
    Ok(Shown::Html { title: t.say("account-own"), body: web::html(&body)?, text })
}

impl Body<'_> {
    fn text(&self) -> String {
        let mut lines = vec![format!("{}  {}  {}", self.login, self.name, self.office)];
        lines.extend(self.sign_ins.iter().map(|one| format!("{}  {}", one.since, one.seen)));
        lines.extend(self.tokens.iter().map(TokenLine::text));
        lines.join("\n")
    }
}

impl TokenLine {
    fn text(&self) -> String {
        [self.id.as_str(), &self.name, &self.scopes, &self.ends, &self.state.1].join("  ")
    }
}

fn sign_in_line(desk: &Desk, one: SignedIn) -> SignInLine {
    let is_this = matches!(&desk.actor.entry, Entry::SignIn { mark, .. } if *mark == one.mark);
    SignInLine { since: moment(desk, one.since), seen: moment(desk, one.seen_at), mark: one.mark, is_this }
}

fn token_line(desk: &Desk, token: TokenFact) -> TokenLine {
    let t = desk.teller();
    let is_valid = token.is_valid(desk.now);
    let state = match (token.revoked_at, is_valid) {
        (Some(_), _) => ("no", t.say("office-token-state-revoked")),
        (None, false) => ("plain", t.say("office-token-state-over")),
        (None, true) => ("ok", t.say("office-token-state-valid")),
    };
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.code()).collect();
    TokenLine {
        id: token.id.to_string(),
        scopes: scopes.join(", "),
        ends: moment(desk, token.ends_at),
        used: token.used_at.map_or_else(|| t.say("office-token-unused"), |at| moment(desk, at)),
        name: token.name,
        state,
        is_valid,
    }
}

async fn tokens(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    // Of a closed account too: that nothing of it is left is worth seeing.
    let (account, name) = facts::account_ever(on, form.text("account")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::TokenRevoke, &Target::default().assigned_to([account]))?;
    let found = access::tokens_of(on, account).await?;
    let tokens: Vec<TokenLine> = found.into_iter().map(|token| token_line(desk, token)).collect();
    let text: Vec<String> = tokens.iter().map(TokenLine::text).collect();
    let t = desk.teller();
    let body = web::html(&TokensBody { t, name: &name, tokens })?;
    Ok(Shown::Html { title: t.say("token-list"), body, text: text.join("\n") })
}
