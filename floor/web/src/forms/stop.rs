// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What stands above a form that was sent back: every problem with its link, or the refusal with what is possible instead.

use askama::Template;
use desk::{Action, FieldProblem, Kind, Refusal, Teller};

use crate::forms::view::{id_of, label_of};

/// The summary.
pub(crate) struct Stop {
    pub sentence: String,
    pub lines: Vec<Line>,
    pub next: String,
}

/// One line of it; `href` leads to the field, where there is one.
pub(crate) struct Line {
    pub href: String,
    pub text: String,
}

impl Stop {
    pub(crate) fn of_refusal(t: Teller<'_>, refusal: &Refusal) -> Self {
        let line = |reason| Line { href: String::new(), text: t.tell(reason) };
        Self {
            sentence: t.tell(&refusal.say()),
            lines: refusal.reasons.iter().map(line).collect(),
            next: t.words.try_say(t.lang, &refusal.next()).unwrap_or_default(),
        }
    }

    pub(crate) fn of_problems(t: Teller<'_>, action: &Action, problems: &[FieldProblem]) -> Self {
        let line = |problem: &FieldProblem| {
            let base = problem.field.split('.').next().unwrap_or_default();
            let field =
                action.fields.iter().find(|field| field.name == base && !matches!(field.kind, Kind::Path));
            let said = t.tell(&problem.say);
            match field {
                Some(field) => Line {
                    href: format!("#{}", id_of(&problem.field)),
                    text: format!("{}: {said}", label_of(t, action, field.name)),
                },
                None => Line { href: String::new(), text: said },
            }
        };
        let mut lines: Vec<Line> = problems.iter().map(line).collect();
        if action.fields.iter().any(|field| matches!(field.kind, Kind::File)) {
            lines.push(Line { href: String::new(), text: t.say("form-files-again") });
        }
        Self { sentence: t.with("form-problems", "count", problems.len()), lines, next: String::new() }
    }
}

#[derive(Template)]
#[template(path = "stop.html")]
struct Body<'a> {
    t: Teller<'a>,
    heading: &'a str,
    stop: &'a Stop,
}

/// A refusal on a page of its own, where there is no form to go with it.
pub(crate) fn stop_page(heading: &str, stop: &Stop, t: Teller<'_>) -> String {
    Body { t, heading, stop }.render().unwrap_or_default()
}
