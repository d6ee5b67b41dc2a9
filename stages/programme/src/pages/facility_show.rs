// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One facility: every inspection round by round, what was needed and found, and what is still to be mended.

use access::{Act, Target};
use askama::Template;
use audit::Object;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};

use super::history::{Moment, history};
use super::{Fact, Link, Tag, fact, fitness_tag, link, long, name_of};
use crate::facts::{self, FacilityFact, FindingFact, InspectionFact, Verdict};
use crate::named;

pub const SHOW: Page = Page {
    name: "facility show",
    path: "/facilities/{facility}",
    act: Act::ProgrammeRead,
    room: "programme",
    view: |desk, form| Box::pin(view(desk, form)),
};

#[derive(Template)]
#[template(path = "facility_show.html")]
struct Body<'a> {
    t: Teller<'a>,
    name: String,
    tag: Tag,
    lead: String,
    links: Vec<Link>,
    facts: Vec<Fact>,
    rounds: Vec<RoundView>,
    inspect_href: String,
    history: Vec<Moment>,
}

struct RoundView {
    id: String,
    title: String,
    verdict: Tag,
    by: String,
    lines: Vec<LineView>,
}

struct LineView {
    code: String,
    item: String,
    needed: String,
    found: String,
    state: Tag,
    /// What must be done by when, or what was done.
    then: String,
    mend_href: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (facility, target) = named::facility(desk, form).await?;
    desk.allow(Act::ProgrammeRead, &target)?;
    let on = desk.house.db.read();
    let rounds = facts::inspections(on, facility.id).await?;
    let lines = facts::findings(on, facility.id).await?;
    let open = facts::open_findings(on, facility.id).await?;
    let inspect_href = match desk.may(Act::FacilityInspect, &target) && open.is_empty() {
        true => format!("/facilities/{}/inspections/new", facility.code),
        false => String::new(),
    };
    let links = match (inspect_href.as_str(), rounds.is_empty()) {
        ("", _) => Vec::new(),
        (href, true) => vec![link(desk, "btn", href, "facility-inspect.verb")],
        (href, false) => vec![link(desk, "btn", href, "facility-inspect-again")],
    };
    let shown = Rounds { desk, facility: &facility, target: &target, lines: &lines };
    let body = Body {
        t: desk.teller(),
        tag: fitness_tag(desk, &rounds, &lines),
        lead: lead(desk, &rounds, &open),
        links,
        facts: facts_of(desk, &facility).await?,
        rounds: shown.views(&rounds).await?,
        inspect_href,
        history: history(desk, Object::new("facility", facility.id.0)).await?,
        name: facility.name.clone(),
    };
    let text = text(&body);
    Ok(Shown::Html { title: facility.name.clone(), body: web::html(&body)?, text })
}

/// What is so and what waits, in one sentence.
fn lead(desk: &Desk, rounds: &[InspectionFact], open: &[FindingFact]) -> String {
    let Some(latest) = rounds.first() else { return desk.teller().say("facility-show-unseen") };
    let key = match (latest.verdict, open.is_empty()) {
        (Verdict::Pass, _) => "facility-show-fit",
        (Verdict::Fail, true) => "facility-show-mended",
        (Verdict::Fail, false) => "facility-show-unfit",
    };
    let say = Say::new(key).with("day", long(desk, latest.day)).with("round", latest.round);
    let items: Vec<&str> = open.iter().map(|finding| finding.item.as_str()).collect();
    let due = open.iter().filter_map(|finding| finding.due_on).min();
    let due = due.map_or_else(String::new, |due| long(desk, due));
    desk.teller().tell(&say.with("items", items.join(", ")).with("due", due))
}

async fn facts_of(desk: &Desk, facility: &FacilityFact) -> Result<Vec<Fact>, Halt> {
    let host = office::facts::by_id(desk.house.db.read(), facility.host).await?;
    Ok(vec![
        fact(desk, "field-code", &facility.code),
        fact(desk, "field-facility-register-host", host.map_or_else(String::new, |office| office.name)),
        fact(desk, "field-place", &facility.place),
        fact(
            desk,
            "field-facility-register-capacity",
            desk.teller().with("facility-people", "count", facility.capacity),
        ),
    ])
}

/// What is needed to show the rounds.
struct Rounds<'a> {
    desk: &'a Desk,
    facility: &'a FacilityFact,
    target: &'a Target,
    lines: &'a [FindingFact],
}

impl Rounds<'_> {
    async fn views(&self, rounds: &[InspectionFact]) -> Result<Vec<RoundView>, Halt> {
        let offices = office::facts::all(self.desk.house.db.read()).await?;
        let teller = self.desk.teller();
        let latest = rounds.first().map(|round| round.id);
        let view = |round: &InspectionFact| {
            let title =
                Say::new("facility-round").with("round", round.round).with("day", long(self.desk, round.day));
            let by = Say::new("facility-round-by").with("name", &round.inspector);
            let own = self.lines.iter().filter(|line| line.inspection == round.id);
            RoundView {
                id: format!("round-{}", round.round),
                title: teller.tell(&title),
                verdict: Tag {
                    tone: if round.verdict == Verdict::Pass { "ok" } else { "no" },
                    text: teller.code("inspection-verdict", round.verdict.code()),
                },
                by: teller.tell(&by.with("organisation", name_of(&offices, round.inspector_organisation))),
                lines: own.map(|line| self.line(line, Some(round.id) == latest)).collect(),
            }
        };
        Ok(rounds.iter().map(view).collect())
    }

    fn line(&self, line: &FindingFact, is_latest: bool) -> LineView {
        let teller = self.desk.teller();
        let (tone, key) = match (line.met, line.mended_on, line.is_overdue(self.desk.today())) {
            (true, ..) => ("ok", "finding-met"),
            (false, Some(_), _) => ("soon", "finding-mended"),
            (false, None, true) => ("no", "finding-overdue"),
            (false, None, false) => ("no", "finding-open"),
        };
        let then = match (line.mended_on, line.due_on) {
            (Some(mended), _) => Say::new("finding-then-mended")
                .with("day", long(self.desk, mended))
                .with("note", &line.mend_note),
            (None, Some(due)) => {
                Say::new("finding-then-due").with("action", &line.action).with("day", long(self.desk, due))
            }
            (None, None) => Say::new("finding-then-nothing"),
        };
        let may_mend = is_latest && line.is_open() && self.desk.may(Act::FacilityMend, self.target);
        LineView {
            code: line.code.clone(),
            item: line.item.clone(),
            needed: line.needed.clone(),
            found: line.found.clone(),
            state: Tag { tone, text: teller.say(key) },
            then: teller.tell(&then),
            mend_href: match may_mend {
                true => format!("/facilities/{}/findings/{}/mending", self.facility.code, line.code),
                false => String::new(),
            },
        }
    }
}

fn text(body: &Body) -> String {
    let mut lines = vec![format!("{}: {}", body.name, body.tag.text), body.lead.clone()];
    for round in &body.rounds {
        lines.push(format!("{}: {}", round.title, round.verdict.text));
        let line = |line: &LineView| {
            format!(
                "  {}  {}: {} / {}  {}  {}",
                line.code, line.item, line.needed, line.found, line.state.text, line.then
            )
        };
        lines.extend(round.lines.iter().map(line));
    }
    lines.join("\n")
}
