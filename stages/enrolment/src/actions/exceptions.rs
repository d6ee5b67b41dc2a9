// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads the lines by which a hearing leaves the ranking: `register | terima | alasan`.

use desk::{Desk, FieldProblem, Halt, Say};

use crate::rules::{Exception, Recommendation};

/// Reads every line; a person is found as everywhere, by number, exact name or id.
///
/// # Errors
/// Every line that is not understood, all at once.
pub async fn read(desk: &Desk, lines: &[Vec<String>]) -> Result<Vec<Exception>, Halt> {
    let (mut exceptions, mut problems) = (Vec::<Exception>::new(), Vec::new());
    for (line, parts) in (1_usize..).zip(lines) {
        match one(desk, parts).await? {
            Ok(exception) if exceptions.iter().any(|other| other.person == exception.person) => {
                problems.push(problem(
                    desk,
                    line,
                    &Say::new("problem-exception-twice").with("text", &parts[0]),
                ));
            }
            Ok(exception) => exceptions.push(exception),
            Err(say) => problems.push(problem(desk, line, &say)),
        }
    }
    if problems.is_empty() { Ok(exceptions) } else { Err(Halt::Problems(problems)) }
}

async fn one(desk: &Desk, parts: &[String]) -> Result<Result<Exception, Say>, Halt> {
    let [who, what, reason] = parts else {
        return Ok(Err(Say::new("problem-exception-parts")));
    };
    let Some(recommendation) = recommendation(what) else {
        return Ok(Err(Say::new("problem-exception-word").with("text", what)));
    };
    if reason.is_empty() {
        return Ok(Err(Say::new("problem-exception-reason")));
    }
    match people::facts::resolve(desk, who).await {
        Ok(person) => Ok(Ok(Exception { person: person.id, recommendation, reason: reason.clone() })),
        Err(Halt::Problems(problems)) => {
            Ok(Err(problems.into_iter().next().map_or_else(|| unknown(who), |found| found.say)))
        }
        Err(Halt::Missing) => Ok(Err(unknown(who))),
        Err(
            halt @ (Halt::Refusal(_) | Halt::Denied(_) | Halt::Proof(_) | Halt::Already(_) | Halt::Fault(_)),
        ) => Err(halt),
    }
}

fn unknown(who: &str) -> Say {
    Say::new("problem-unknown").with("text", who)
}

fn recommendation(word: &str) -> Option<Recommendation> {
    match word.to_lowercase().as_str() {
        "terima" | "seat" => Some(Recommendation::Seat),
        "cadangan" | "reserve" => Some(Recommendation::Reserve),
        "tunda" | "wait" => Some(Recommendation::Wait),
        "tolak" | "refuse" => Some(Recommendation::Refuse),
        _ => None,
    }
}

fn problem(desk: &Desk, line: usize, what: &Say) -> FieldProblem {
    let say = Say::new("problem-line").with("line", line).with("what", desk.teller().tell(what));
    FieldProblem { field: "exceptions".to_owned(), say }
}
