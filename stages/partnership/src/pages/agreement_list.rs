// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The agreements of an office and those it is a party of, those that need something first.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use store::Value;
use web::{Pager, Paging};

use super::{Tag, Term, count, long, standing_tag, term};
use crate::facts::{self, AGREEMENT_SCOPE, AgreementFact, ObligationFact, Progress, select_agreements};

pub const AGREEMENT_LIST: Page = Page {
    name: "agreement list",
    path: "/agreements",
    act: Act::AgreementRead,
    room: "partnership",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// The choices of the filter and what each lets through, `{}` being today.
const FILTERS: [(&str, &str); 4] = [
    ("preparing", "a.state IN ('draft', 'agreed')"),
    ("upcoming", "a.state IN ('signed', 'ended') AND a.starts_on > {}"),
    (
        "in_force",
        "a.state IN ('signed', 'ended') AND a.starts_on <= {} AND COALESCE(a.ended_on, a.ends_on) >= {}",
    ),
    ("over", "a.state IN ('signed', 'ended') AND COALESCE(a.ended_on, a.ends_on) < {}"),
];

pub(super) const STATES: &[&str] = &[FILTERS[0].0, FILTERS[1].0, FILTERS[2].0, FILTERS[3].0];

/// Title, code, field, or a party's name or number holds the words, `{}` being the words between `%`.
const SEARCH: &str = "(LOWER(a.title) LIKE {} OR LOWER(a.code) LIKE {} OR LOWER(a.fields) LIKE {} OR EXISTS \
    (SELECT 1 FROM agreement_party q JOIN organisation o ON o.id = q.organisation_id \
    WHERE q.agreement_id = a.id AND (LOWER(o.name) LIKE {} OR LOWER(q.number) LIKE {})))";

#[derive(Template)]
#[template(path = "agreement_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    total: i64,
    /// Nothing was searched or filtered.
    is_whole: bool,
    query: &'a str,
    filters: Vec<(&'static str, String, bool)>,
    rows: Vec<Row>,
    may_draft: bool,
    pager: Pager,
}

struct Row {
    href: String,
    title: String,
    code: String,
    kind: String,
    parties: String,
    standing: Tag,
    term: Option<Term>,
    dates: String,
    /// Promises past their day, in words; empty when there are none.
    late: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let teller = desk.teller();
    let paging = Paging::of(form);
    let (condition, mut values) = condition(desk, form)?;
    let on = desk.house.db.read();
    let total = count(on, &format!("agreement a WHERE {condition}"), values.clone()).await?;
    let rest = format!("WHERE {condition} {}", order_and_page(desk, paging, &mut values));
    let found = select_agreements(on, &rest, values).await?;
    let ids: Vec<_> = found.iter().map(|agreement| agreement.id).collect();
    let promises = facts::obligations_of_all(on, &ids).await?;
    let (query, state) = (form.text("q"), form.text("state"));
    let filter =
        |(code, _): (&'static str, &str)| (code, teller.code("agreement-filter", code), code == state);
    let body = Body {
        t: teller,
        total,
        is_whole: query.is_empty() && state.is_empty(),
        query,
        filters: FILTERS.into_iter().map(filter).collect(),
        rows: found.iter().map(|agreement| row(desk, agreement, &promises)).collect(),
        may_draft: desk.scope(Act::AgreementDraft).is_ok(),
        pager: paging.pager(teller, "/agreements", form, total),
    };
    let lines: Vec<String> = body.rows.iter().map(Row::line).collect();
    let text = if lines.is_empty() { teller.say("agreement-list.empty") } else { lines.join("\n") };
    Ok(Shown::Html { title: teller.say("agreement-list"), body: web::html(&body)?, text })
}

/// What the scope, the filter and the search let through.
pub(super) fn condition(desk: &Desk, form: &Form) -> Result<(String, Vec<Value>), Halt> {
    let mut values = Vec::new();
    let mut tests = vec![desk.scope(Act::AgreementRead)?.condition(&AGREEMENT_SCOPE, &mut values)];
    if let Some((_, sql)) = FILTERS.iter().find(|(code, _)| *code == form.text("state")) {
        if sql.contains("{}") {
            values.push(desk.today().into());
        }
        tests.push(sql.replace("{}", &format!("${}", values.len())));
    }
    let query = form.text("q").to_lowercase();
    if !query.is_empty() {
        values.push(format!("%{query}%").into());
        tests.push(SEARCH.replace("{}", &format!("${}", values.len())));
    }
    Ok((tests.join(" AND "), values))
}

/// What is being prepared, then what is in force by its end, then what is over.
fn order_and_page(desk: &Desk, paging: Paging, values: &mut Vec<Value>) -> String {
    values.extend([desk.today().into(), paging.per_page.into(), paging.offset().into()]);
    let last = values.len();
    format!(
        "ORDER BY CASE WHEN a.state IN ('draft', 'agreed') THEN 0 \
         WHEN COALESCE(a.ended_on, a.ends_on) >= ${} THEN 1 ELSE 2 END, COALESCE(a.ended_on, a.ends_on), a.code \
         LIMIT ${} OFFSET ${last}",
        last - 2,
        last - 1,
    )
}

fn row(desk: &Desk, agreement: &AgreementFact, promises: &[ObligationFact]) -> Row {
    let teller = desk.teller();
    let own = promises.iter().filter(|promise| promise.agreement == agreement.id);
    let late = own.filter(|promise| promise.progress(desk.today()) == Progress::Late).count();
    let names: Vec<&str> = agreement.parties.iter().map(|party| party.name.as_str()).collect();
    Row {
        href: format!("/agreements/{}", agreement.code),
        title: agreement.title.clone(),
        code: agreement.code.clone(),
        kind: teller.code("agreement-kind", agreement.kind.code()),
        parties: names.join(", "),
        standing: standing_tag(desk, agreement),
        term: term(desk, agreement),
        dates: format!("{} – {}", long(desk, agreement.starts_on), long(desk, agreement.last_day())),
        late: if late == 0 { String::new() } else { teller.with("agreement-late-promises", "count", late) },
    }
}

impl Row {
    /// As the command prints it.
    fn line(&self) -> String {
        let left = self.term.as_ref().map_or("", |term| &term.tag.text);
        let parts: [&str; 7] =
            [&self.code, &self.standing.text, left, &self.dates, &self.title, &self.parties, &self.late];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
    }
}
