// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From interest to twelve months after: how many, of how many, as of when; over all and partnership by partnership.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use office::facts::OrganisationFact;
use partnership::facts::AgreementFact;
use programme::facts::ProgrammeFact;
use store::DatabaseConnection;

use super::chart::{Bar, bars};
use super::scorecard::share;
use crate::facts::Filter;
use crate::gather::{Counted, counted};
use crate::tally::{Code, Step, Tally};

/// `insight funnel`.
pub const FUNNEL: Page = Page {
    name: "insight funnel",
    path: "/insight",
    act: Act::InsightRead,
    room: "insight",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// One option of the filter.
struct Pick {
    value: String,
    label: String,
    chosen: bool,
}

/// One row of the table beside the drawing.
struct Row {
    code: &'static str,
    count: String,
    of: String,
    percent: String,
}

/// One partnership.
struct Card {
    code: String,
    title: String,
    parties: String,
    competent: String,
    certified: String,
    in_work: String,
    unknown: String,
    may_read: bool,
}

#[derive(Template)]
#[template(path = "funnel.html")]
struct FunnelPage<'a> {
    t: Teller<'a>,
    heading: String,
    lead: String,
    chart_text: String,
    bars: Vec<Bar>,
    height: i64,
    rows: Vec<Row>,
    cards: Vec<Card>,
    offices: Vec<Pick>,
    agreements: Vec<Pick>,
    programmes: Vec<Pick>,
    /// The filter of this page, for the files with the same figures.
    query: String,
}

/// The filter as chosen, with what else could be chosen.
pub(super) struct Chosen {
    pub(super) filter: Filter,
    offices: Vec<Pick>,
    pub(super) agreements: Vec<AgreementFact>,
    programmes: Vec<ProgrammeFact>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let chosen = choose(desk, form).await?;
    let counted = counted(on, &chosen.filter, desk.today()).await?;
    let agreements = agreements_of(on, &counted, chosen.agreements).await?;
    let whole: Tally = counted.iter().map(|batch| batch.tally).sum();
    let t = desk.teller();
    let (bars, height) = bars(whole);
    let page = FunnelPage {
        t,
        heading: heading(t, whole),
        lead: lead(desk, whole),
        chart_text: t.tell(&chart_text(whole)),
        bars,
        height,
        rows: whole.steps().into_iter().map(|step| row(t, step)).collect(),
        cards: cards(desk, &counted, &agreements),
        offices: chosen.offices,
        agreements: agreement_picks(&agreements, &chosen.filter),
        programmes: programme_picks(desk, &chosen.programmes, &chosen.filter),
        query: query(form),
    };
    Ok(Shown::Html { title: t.say("insight-funnel"), body: web::html(&page)?, text: text(&page) })
}

/// The steps under the filter of the address.
pub(super) async fn steps(desk: &Desk, form: &Form) -> Result<Vec<Step>, Halt> {
    let chosen = choose(desk, form).await?;
    let counted = counted(desk.house.db.read(), &chosen.filter, desk.today()).await?;
    Ok(counted.iter().map(|batch| batch.tally).sum::<Tally>().steps())
}

/// Reads the filter; who sees only the own office always has it chosen, and nothing of other offices exists.
pub(super) async fn choose(desk: &Desk, form: &Form) -> Result<Chosen, Halt> {
    let on = desk.house.db.read();
    let scope = desk.scope(Act::InsightRead)?;
    let offices = match scope.all {
        true => {
            office::facts::all(on).await?.into_iter().filter(OrganisationFact::answers_for_people).collect()
        }
        false => Vec::new(),
    };
    let office = match form.text("office") {
        _ if !scope.all => Some(scope.owner.ok_or(Halt::Missing)?),
        "" => None,
        code => Some(offices.iter().find(|office| office.code == code).ok_or(Halt::Missing)?.id),
    };
    let agreement = match form.text("agreement") {
        "" => None,
        code => Some(partnership::facts::agreement_named(desk, code).await?),
    };
    if let Some(agreement) = &agreement {
        desk.allow(Act::InsightRead, &access::Target::of(agreement.host)).map_err(|_| Halt::Missing)?;
    }
    let agreements = match (office, &agreement) {
        (Some(office), _) => partnership::facts::agreements_of_host(on, office).await?,
        (None, agreement) => agreement.iter().cloned().collect(),
    };
    let mut programmes = Vec::new();
    for other in agreements.iter().filter(|other| agreement.as_ref().is_none_or(|only| only.id == other.id)) {
        programmes.extend(programme::facts::programmes_under(on, other.id).await?);
    }
    let programme = match form.text("programme") {
        "" => None,
        code => Some(programmes.iter().find(|programme| programme.code == code).ok_or(Halt::Missing)?.id),
    };
    let filter = Filter { agreement: agreement.map(|agreement| agreement.id), office, programme };
    let pick = |office: OrganisationFact| Pick {
        chosen: filter.office == Some(office.id),
        value: office.code,
        label: office.name,
    };
    Ok(Chosen { filter, offices: offices.into_iter().map(pick).collect(), agreements, programmes })
}

/// The agreements known so far, and those of counted batches that are not among them.
pub(super) async fn agreements_of(
    on: &DatabaseConnection,
    counted: &[Counted],
    mut known: Vec<AgreementFact>,
) -> Result<Vec<AgreementFact>, Halt> {
    for batch in counted {
        if !known.iter().any(|agreement| agreement.id == batch.agreement) {
            known.extend(partnership::facts::agreement(on, batch.agreement).await?);
        }
    }
    Ok(known)
}

fn agreement_picks(agreements: &[AgreementFact], filter: &Filter) -> Vec<Pick> {
    let pick = |agreement: &AgreementFact| Pick {
        value: agreement.code.clone(),
        label: format!("{} ({})", agreement.title, agreement.code),
        chosen: filter.agreement == Some(agreement.id),
    };
    agreements.iter().map(pick).collect()
}

fn programme_picks(desk: &Desk, programmes: &[ProgrammeFact], filter: &Filter) -> Vec<Pick> {
    let title = |programme: &ProgrammeFact| match desk.lang {
        kernel::Lang::Id => programme.title_id.clone(),
        kernel::Lang::En => programme.title_en.clone(),
    };
    let pick = |programme: &ProgrammeFact| Pick {
        value: programme.code.clone(),
        label: title(programme),
        chosen: filter.programme == Some(programme.id),
    };
    programmes.iter().map(pick).collect()
}

/// Codes are letters, digits and dashes; anything else named nothing and did not come so far.
fn query(form: &Form) -> String {
    let pair = |name: &'static str| match form.text(name) {
        "" => String::new(),
        code => format!("&{name}={code}"),
    };
    ["office", "agreement", "programme"].map(pair).concat()
}

fn heading(t: Teller<'_>, whole: Tally) -> String {
    let say = if whole.due_month_12 > 0 {
        Say::new("insight-heading-work").with("count", whole.in_work_month_12).with("of", whole.due_month_12)
    } else if whole.seated > 0 {
        Say::new("insight-heading-certified").with("count", whole.certified).with("of", whole.seated)
    } else {
        Say::new("insight-heading-none")
    };
    t.tell(&say)
}

/// What the heading leaves open: the share, those not known, the day, and what the figures do not prove.
fn lead(desk: &Desk, whole: Tally) -> String {
    let t = desk.teller();
    let mut sentences = Vec::new();
    if whole.due_month_12 > 0 {
        if let Some(percent) = whole.step(Code::InWorkMonth12).percent() {
            sentences.push(t.with("insight-share", "percent", percent));
        }
        let unknown =
            Say::new("insight-unknown").with("count", whole.unknown_month_12).with("of", whole.due_month_12);
        sentences.push(t.tell(&unknown));
    } else if whole.seated > 0 {
        sentences.push(t.say("insight-nobody-due"));
    }
    sentences.push(t.with("insight-as-of", "day", day::long(desk.today(), desk.lang)));
    sentences.push(t.say("insight-associated"));
    sentences.join(" ")
}

fn chart_text(whole: Tally) -> Say {
    Say::new("insight-chart-text")
        .with("applicants", whole.applicants)
        .with("certified", whole.certified)
        .with("work", whole.in_work_month_12)
        .with("due", whole.due_month_12)
}

fn row(t: Teller<'_>, step: Step) -> Row {
    let not_applicable = || t.say("insight-not-applicable");
    Row {
        code: step.code.code(),
        count: step.of.map_or_else(not_applicable, |_| step.count.to_string()),
        of: step.of.map_or_else(|| "–".to_owned(), |of| of.to_string()),
        percent: step.percent().map_or_else(|| "–".to_owned(), |percent| format!("{percent}%")),
    }
}

fn cards(desk: &Desk, counted: &[Counted], agreements: &[AgreementFact]) -> Vec<Card> {
    let t = desk.teller();
    let card = |agreement: &AgreementFact| {
        let own = counted.iter().filter(|batch| batch.agreement == agreement.id);
        let tally: Tally = own.clone().map(|batch| batch.tally).sum();
        let partners = agreement.parties.iter().filter(|party| party.organisation != agreement.host);
        own.clone().next().is_some().then(|| Card {
            code: agreement.code.clone(),
            title: agreement.title.clone(),
            parties: partners.map(|party| party.name.as_str()).collect::<Vec<_>>().join(", "),
            competent: share(t, tally.step(Code::Competent)),
            certified: share(t, tally.step(Code::Certified)),
            in_work: share(t, tally.step(Code::InWorkMonth12)),
            unknown: share(t, tally.step(Code::UnknownMonth12)),
            may_read: desk.may(Act::ScorecardRead, &agreement.target()),
        })
    };
    agreements.iter().filter_map(card).collect()
}

/// The same for the command line.
fn text(page: &FunnelPage<'_>) -> String {
    let t = page.t;
    let line = |row: &Row| {
        format!("{:<34} {:>15} {:>6} {:>6}", t.code("funnel", row.code), row.count, row.of, row.percent)
    };
    let card = |card: &Card| {
        format!(
            "{}  {}: {}  {}: {}",
            card.code,
            t.say("insight-competent"),
            card.competent,
            t.say("insight-in-work"),
            card.in_work
        )
    };
    let mut lines = vec![page.heading.clone(), page.lead.clone()];
    lines.extend(page.rows.iter().map(line));
    lines.extend(page.cards.iter().map(card));
    lines.join("\n")
}
