// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Moderations: for the certification body, sittings whose sample wants another hand; for the assessor, what came back. And, for
//! the office that answers for candidates, applications and papers that are missing.

use access::Act;
use assessment::facts::ModerationState;
use desk::{Desk, Halt, Say};

use super::runs::Run;
use super::waiting::{Urgency, Waiting, line};

/// The oldest sitting first.
pub async fn waiting(desk: &Desk) -> Result<Vec<Waiting>, Halt> {
    let on = desk.house.db.read();
    if desk.scope(Act::ModerationDecide).is_err() && desk.scope(Act::ModerationAnswer).is_err() {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    for found in assessment::facts::open_moderations(on).await? {
        let Some(batch) = programme::facts::batch(on, found.batch).await? else { continue };
        let judged = found.assessor == desk.actor.account || Some(found.entered_by) == desk.actor.account;
        let round = found.round.to_string();
        let (key, name, urgency) = match found.state {
            ModerationState::Waiting if !judged && desk.may(Act::ModerationDecide, &batch.target()) => {
                ("moderation-decide", "moderation show", Urgency::Soon)
            }
            ModerationState::SentBack if desk.may(Act::ModerationAnswer, &batch.target()) => {
                ("moderation-answer", "moderation answer", Urgency::Soon)
            }
            ModerationState::Waiting | ModerationState::SentBack | ModerationState::Confirmed => continue,
        };
        lines.extend(line(desk, urgency, (key, &batch.title), (name, &[&batch.code, &round])));
    }
    Ok(lines)
}

/// Candidates of licensed schemes who have not applied, or whose papers are missing, until the day of the test has passed.
pub async fn applications(desk: &Desk, runs: &[Run]) -> Result<Vec<Waiting>, Halt> {
    let on = desk.house.db.read();
    let mut lines = Vec::new();
    for batch in runs.iter().map(|run| &run.batch) {
        let Some(booking) = &batch.assessment else { continue };
        if booking.reserved_on < desk.today() || !desk.may(Act::CandidateApply, &batch.target()) {
            continue;
        }
        let (missing, without) = assessment::facts::candidates_waiting(on, batch).await?;
        if missing + without == 0 {
            continue;
        }
        let found =
            line(desk, Urgency::Planned, ("candidates", &batch.title), ("candidate list", &[&batch.code]));
        let say = Say::new("home-candidates-detail").with("missing", missing).with("without", without);
        lines.extend(found.map(|line| line.detail(desk.teller().tell(&say))));
    }
    Ok(lines)
}
