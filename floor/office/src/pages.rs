// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here: the organisations, one's own account, and for the administrator all accounts.

mod own;

pub(crate) use own::moment;
pub use own::{OWN, TOKENS};

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::region;

use crate::facts::{self, AccountFact, OrganisationFact};

/// `organisation list`.
pub const ORGANISATIONS: Page = Page {
    name: "organisation list",
    path: "/organisations",
    act: Act::OrganisationRead,
    room: "office",
    view: |desk, form| Box::pin(organisations(desk, form)),
};

/// `account list`.
pub const ACCOUNTS: Page = Page {
    name: "account list",
    path: "/accounts",
    act: Act::AccountRead,
    room: "office",
    view: |desk, form| Box::pin(accounts(desk, form)),
};

struct OrganisationLine {
    name: String,
    code: String,
    kind: String,
    district: String,
    zone: &'static str,
}

#[derive(Template)]
#[template(path = "organisations.html")]
struct OrganisationsPage<'a> {
    t: Teller<'a>,
    q: &'a str,
    lines: Vec<OrganisationLine>,
    may_register: bool,
    may_see_accounts: bool,
}

struct AccountLine {
    name: String,
    login: String,
    post: String,
    office: String,
    roles: String,
}

#[derive(Template)]
#[template(path = "accounts.html")]
struct AccountsPage<'a> {
    t: Teller<'a>,
    q: &'a str,
    lines: Vec<AccountLine>,
    may_open: bool,
    may_close: bool,
    may_change: bool,
}

async fn organisations(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    desk.allow(Act::OrganisationRead, &Target::default())?;
    let t = desk.teller();
    let q = form.text("q");
    let all = facts::all(desk.house.db.read()).await?;
    let lines: Vec<OrganisationLine> = all
        .into_iter()
        .filter(|office| is_found(desk, q, office))
        .map(|office| organisation_line(desk, office))
        .collect();
    let text: Vec<String> = lines
        .iter()
        .map(|line| [line.code.as_str(), &line.name, &line.kind, &line.district, line.zone].join("  "))
        .collect();
    let body = web::html(&OrganisationsPage {
        t,
        q,
        lines,
        may_register: desk.may(Act::OrganisationRegister, &Target::default()),
        may_see_accounts: desk.may(Act::AccountRead, &Target::default()),
    })?;
    Ok(Shown::Html { title: t.say("organisation-list"), body, text: text.join("\n") })
}

/// Whether name, code, kind or district hold what was searched for.
pub(crate) fn is_found(desk: &Desk, q: &str, office: &OrganisationFact) -> bool {
    let line = organisation_line(desk, office.clone());
    fits(q, &[&line.name, &line.code, &line.kind, &line.district])
}

fn organisation_line(desk: &Desk, office: OrganisationFact) -> OrganisationLine {
    let kind = kernel::organisation::kind(&office.kind);
    let district = office.district_code.as_deref().and_then(region::district);
    OrganisationLine {
        kind: kind.map_or(office.kind, |kind| kind.label(desk.lang).to_owned()),
        district: district.map_or(String::new(), |district| district.name.clone()),
        zone: office.zone.label(),
        name: office.name,
        code: office.code,
    }
}

async fn accounts(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    desk.allow(Act::AccountRead, &Target::default())?;
    let t = desk.teller();
    let q = form.text("q");
    let offices = facts::all(desk.house.db.read()).await?;
    let all = facts::all_accounts(desk.house.db.read()).await?;
    let lines: Vec<AccountLine> = all
        .into_iter()
        .map(|account| account_line(t, account, &offices))
        .filter(|line| fits(q, &[&line.name, &line.login, &line.office, &line.post]))
        .collect();
    let text: Vec<String> = lines
        .iter()
        .map(|line| [line.login.as_str(), &line.name, &line.post, &line.office, &line.roles].join("  "))
        .collect();
    let body = web::html(&AccountsPage {
        t,
        q,
        lines,
        may_open: desk.may(Act::AccountOpen, &Target::default()),
        may_close: desk.may(Act::AccountClose, &Target::default()),
        may_change: desk.may(Act::AccountRoles, &Target::default()),
    })?;
    Ok(Shown::Html { title: t.say("account-list"), body, text: text.join("\n") })
}

fn account_line(t: Teller<'_>, account: AccountFact, offices: &[OrganisationFact]) -> AccountLine {
    let office = offices.iter().find(|office| office.id == account.organisation);
    let roles: Vec<String> = account.roles.iter().map(|role| t.code("office-role", role)).collect();
    AccountLine {
        name: account.name,
        login: account.login,
        post: account.post,
        office: office.map_or(String::new(), |office| office.name.clone()),
        roles: roles.join(", "),
    }
}

/// Whether any of the texts holds what was searched for, in any case of letters.
fn fits(q: &str, texts: &[&str]) -> bool {
    let q = q.to_lowercase();
    texts.iter().any(|text| text.to_lowercase().contains(&q))
}
