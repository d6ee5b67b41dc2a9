// SPDX-License-Identifier: Apache-2.0 OR MIT
//! For those who see every office and nobody in them: how far people came, as bars with their numbers.

use access::Act;
use desk::{Desk, Halt, Say};
use insight::facts::{Code, Filter, Step};
use kernel::day;

/// The steps shown on the first page; the page of insight has all of them.
const STEPS: [Code; 5] =
    [Code::Seated, Code::Completed, Code::Certified, Code::InWorkMonth12, Code::UnknownMonth12];

/// A step with its bar.
pub struct Figure {
    pub code: &'static str,
    pub words: String,
    pub percent: i64,
    pub tone: &'static str,
}

/// The figures of all offices, with their day.
pub struct Figures {
    pub as_of: String,
    pub lines: Vec<Figure>,
}

/// None for those who look after one office: their work stands above figures.
pub async fn figures(desk: &Desk) -> Result<Option<Figures>, Halt> {
    if !access::scope(&desk.actor, Act::InsightRead, desk.now).all {
        return Ok(None);
    }
    let steps = insight::facts::funnel(desk.house.db.read(), &Filter::default(), desk.today()).await?;
    let t = desk.teller();
    let line = |step: &Step| Figure {
        code: step.code.code(),
        words: match step.of {
            Some(of) => t.tell(&Say::new("home-figure-of").with("count", step.count).with("of", of)),
            None => t.say("insight-not-applicable"),
        },
        percent: step.of.filter(|of| *of > 0).map_or(0, |of| (step.count * 100 / of).clamp(0, 100)),
        tone: if step.code == Code::UnknownMonth12 { "soon" } else { "done" },
    };
    Ok(Some(Figures {
        as_of: t.with("insight-as-of", "day", day::long(desk.today(), desk.lang)),
        lines: steps.iter().filter(|step| STEPS.contains(&step.code)).map(line).collect(),
    }))
}
