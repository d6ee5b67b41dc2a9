// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The figure tables as files: `?format=csv`, or a workbook.

use access::Act;
use desk::{Desk, Form, Halt, Page, Shown};

use super::{card_in_path, cards_in_reach};
use crate::sheet::Sheet;
use crate::tables::{Table, comparison};

/// `scorecard table`: one table of one agreement.
pub const TABLE: Page = Page {
    name: "scorecard table",
    path: "/agreements/{agreement}/scorecard/{table}",
    act: Act::ScorecardRead,
    room: "insight",
    view: |desk, form| Box::pin(table(desk, form)),
};

/// `scorecard comparison`: the partnerships beside each other.
pub const COMPARISON_TABLE: Page = Page {
    name: "scorecard comparison",
    path: "/scorecards/table",
    act: Act::ScorecardRead,
    room: "insight",
    view: |desk, form| Box::pin(compared(desk, form)),
};

/// `insight table`: the funnel under the filter of its page.
pub const FUNNEL_TABLE: Page = Page {
    name: "insight table",
    path: "/insight/table",
    act: Act::InsightRead,
    room: "insight",
    view: |desk, form| Box::pin(funnel(desk, form)),
};

async fn table(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let card = card_in_path(desk, form).await?;
    let table = Table::from_code(form.text("table")).ok_or(Halt::Missing)?;
    file(form, &format!("{}-{}", card.agreement.code.to_lowercase(), table.code()), &table.of(desk, &card))
}

async fn compared(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let cards = cards_in_reach(desk).await?;
    file(form, "scorecards", &comparison(desk.teller(), &cards, desk.today()))
}

async fn funnel(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let steps = crate::pages::funnel::steps(desk, form).await?;
    file(form, "funnel", &crate::tables::achieved(desk.teller(), &steps, desk.today()))
}

fn file(form: &Form, name: &str, sheet: &Sheet) -> Result<Shown, Halt> {
    Ok(match form.text("format") {
        "csv" => Shown::File {
            name: format!("{name}.csv"),
            media_type: "text/csv; charset=utf-8",
            bytes: sheet.csv(),
        },
        _ => Shown::File {
            name: format!("{name}.xlsx"),
            media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes: sheet.xlsx()?,
        },
    })
}
