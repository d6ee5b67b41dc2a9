// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates one may read, filtered by batch, state, name or number; those that wait for their holder first.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use access::{Act, Target};
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use kernel::day;
use kernel::id::BatchId;
use programme::facts::BatchFact;
use store::{FromQueryResult, Value, one};
use web::{Pager, Paging};

use super::tag;
use crate::candidate::ready;
use crate::facts::{CertificateFact, select};
use crate::state::State;
use crate::subject;

/// Batches named above the list; all of them stand on the form for many.
const SHOWN_READY: usize = 20;

/// `certificate list`.
pub const LIST: Page = Page {
    name: "certificate list",
    path: "/certificates",
    act: Act::CertificateRead,
    room: "certification",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    number: String,
    name: String,
    title: String,
    batch: String,
    issued_on: String,
    state: &'static str,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    t: Teller<'a>,
    batch: Option<BatchFact>,
    /// Whether the page of that batch would open.
    may_open_batch: bool,
    may_issue: bool,
    /// Batches of the reader's own office whose certificates can be issued, with how many.
    ready: Vec<(BatchFact, usize)>,
    query: String,
    chosen: &'static str,
    states: [State; 3],
    lines: Vec<Line>,
    total: i64,
    waiting: i64,
    pager: Pager,
    may_see_signers: bool,
}

/// What the address asks for, as SQL.
pub(super) struct Filter {
    pub(super) condition: String,
    pub(super) values: Vec<Value>,
}

impl Filter {
    pub(super) fn of(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let mut values = Vec::new();
        let condition = desk.scope(Act::CertificateRead)?.condition(&subject::COLUMNS, &mut values);
        let mut filter = Self { condition, values };
        if !form.text("batch").is_empty() {
            filter.and("b.code = {}", form.text("batch"));
        }
        let query = form.text("q").replace(['%', '_'], "");
        match kernel::number::normalise(&query).filter(|number| number.len() == 14) {
            Some(number) => filter.and("c.number = {}", number),
            None if !query.is_empty() => {
                filter.and("LOWER(c.learner_name) LIKE {}", format!("%{}%", query.to_lowercase()))
            }
            None => {}
        }
        Ok(filter)
    }

    pub(super) fn and(&mut self, test: &str, value: impl Into<Value>) {
        self.values.push(value.into());
        let place = format!("${}", self.values.len());
        self.condition = format!("{} AND {}", self.condition, test.replace("{}", &place));
    }

    async fn count(&self, desk: &Desk) -> Result<i64, Halt> {
        #[derive(FromQueryResult)]
        struct Row {
            count: i64,
        }
        let sql = format!(
            "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM certificate c {JOINS} WHERE {}",
            self.condition
        );
        let row: Option<Row> = one(desk.house.db.read(), &sql, self.values.clone()).await?;
        Ok(row.map_or(0, |row| row.count))
    }
}

pub(super) const JOINS: &str = "JOIN batch b ON b.id = c.batch_id JOIN programme p ON p.id = b.programme_id";

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let mut filter = Filter::of(desk, form)?;
    let chosen = State::from_code(form.text("state"));
    let mut waiting = Filter { condition: filter.condition.clone(), values: filter.values.clone() };
    waiting.and("c.state = {}", State::Issued.code());
    if let Some(state) = chosen {
        filter.and("c.state = {}", state.code());
    }
    let paging = Paging::of(form);
    let total = filter.count(desk).await?;
    let rest = format!(
        "{JOINS} WHERE {} ORDER BY CASE c.state WHEN 'issued' THEN 1 WHEN 'handed' THEN 2 ELSE 3 END, \
         c.issued_on DESC, c.learner_name, c.id LIMIT {} OFFSET {}",
        filter.condition,
        paging.per_page,
        paging.offset()
    );
    let found = select(on, &rest, filter.values).await?;
    let batch = match form.text("batch") {
        "" => None,
        code => programme::facts::batch_by_code(on, code).await?,
    };
    let t = desk.teller();
    let lines = lines(desk, &found).await?;
    let page = ListPage {
        t,
        may_open_batch: batch.as_ref().is_some_and(|batch| desk.may(Act::BatchRead, &batch.target())),
        may_issue: batch
            .as_ref()
            .is_some_and(|batch| desk.may(Act::CertificateIssue, &subject::issuer_target(batch))),
        batch,
        may_see_signers: desk.scope(Act::CertificateSigner).is_ok(),
        ready: ready_here(desk).await?,
        query: form.text("q").to_owned(),
        chosen: chosen.map_or("", State::code),
        states: State::ALL,
        total,
        waiting: waiting.count(desk).await?,
        pager: paging.pager(t, "/certificates", form, total),
        lines,
    };
    let text: Vec<String> = page.lines.iter().map(|line| text_of(line, t)).collect();
    Ok(Shown::Html { title: t.say("certificate-list"), body: web::html(&page)?, text: text.join("\n") })
}

async fn ready_here(desk: &Desk) -> Result<Vec<(BatchFact, usize)>, Halt> {
    match desk.actor.office_id() {
        Some(own) if desk.may(Act::CertificateIssue, &Target::of(own)) => {
            Ok(ready(desk.house.db.read(), own, desk.today(), SHOWN_READY).await?)
        }
        Some(_) | None => Ok(Vec::new()),
    }
}

fn text_of(line: &Line, t: Teller<'_>) -> String {
    let state = t.code("state-certificate", line.state);
    format!("{}  {}  {}  {}  {}  {state}", line.number, line.name, line.title, line.batch, line.issued_on)
}

async fn lines(desk: &Desk, found: &[CertificateFact]) -> Result<Vec<Line>, Halt> {
    let mut codes: BTreeMap<BatchId, String> = BTreeMap::new();
    for certificate in found {
        if let Entry::Vacant(place) = codes.entry(certificate.batch) {
            let batch = programme::facts::batch(desk.house.db.read(), certificate.batch)
                .await?
                .ok_or(Halt::Missing)?;
            place.insert(batch.code);
        }
    }
    let line = |certificate: &CertificateFact| {
        let (state, tone) = tag(certificate, desk.today());
        Line {
            number: certificate.number.clone(),
            name: certificate.learner_name.clone(),
            title: certificate.title.clone(),
            batch: codes.get(&certificate.batch).cloned().unwrap_or_default(),
            issued_on: day::short(certificate.issued_on),
            state,
            tone,
        }
    };
    Ok(found.iter().map(line).collect())
}
