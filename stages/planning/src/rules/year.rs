// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is in the way of a plan for a year, and what the head should know of it. Pure; the facts come from the earlier rooms.

use desk::Say;
use kernel::Lang;
use kernel::day::{self, Day};
use kernel::rupiah::Rupiah;

use super::month::{Months, Tightest, month_span, tightest};

/// Something about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearFinding {
    /// A plan with it is neither laid before the head nor approved.
    pub is_blocking: bool,
    pub say: Say,
}

/// A source of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyFacts {
    pub name: String,
    pub ceiling: Rupiah,
    pub planned: Rupiah,
    /// What batches take that are held already, here or under the plan that this one replaces.
    pub tied: Rupiah,
}

/// The agreement of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementTerm {
    pub code: String,
    pub first: Day,
    pub last: Day,
    pub is_signed: bool,
}

/// A line of the plan as the rules see it.
///
/// # Units
/// Minutes are of one batch; `months` 1 to 12, first and last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFacts {
    pub code: String,
    pub title: String,
    pub months: (i64, i64),
    pub batches: i64,
    pub seats: i64,
    pub agreement: AgreementTerm,
    pub has_curriculum: bool,
    pub minutes: i64,
    /// The place of its practice among the rooms, and the minutes of it.
    pub room: Option<(usize, i64)>,
    /// Where the last inspection of its room failed, or there was none.
    pub room_unfit: Option<String>,
    /// Those who alone can teach a part, among the teachers, with the minutes of it.
    pub teachers: Vec<(usize, i64)>,
    /// No batch of the programme names anybody with hours.
    pub lacks_teacher: bool,
    /// It leads to a judgement of competence, and no batch of the year has one booked.
    pub lacks_assessment: bool,
    /// People who want it and have no seat in it; nothing where nobody was asked.
    pub waiting: Option<i64>,
    /// Batches held for it already.
    pub held: i64,
}

/// A room or somebody who teaches, and the free minutes of each month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supply {
    pub name: String,
    pub free: Months,
}

/// Closed days without an open one between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    pub first: Day,
    pub last: Day,
    pub reason: String,
    /// Days on which sessions would have been held.
    pub days: i64,
}

/// Everything the rules ask about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearFacts {
    pub year: i64,
    pub money: Vec<MoneyFacts>,
    pub lines: Vec<LineFacts>,
    pub rooms: Vec<Supply>,
    pub teachers: Vec<Supply>,
    /// Minutes of each month in which the place allows sessions.
    pub open: Months,
    pub closings: Vec<Closing>,
    /// Lines of the plan that is replaced whose batches find no line of the same code and programme here, with the count.
    pub orphans: Vec<(String, i64)>,
}

/// So many closed days in one stretch are worth a word: a single holiday is in every plan.
///
/// # Source
/// Product decision: the week of Idul Fitri with its shared leave, not one day.
const LONG_CLOSING: i64 = 3;

/// Everything about a plan, what blocks first.
///
/// # Source
/// A ceiling is the law of a budget; an agreement that ends before the training is the gate's own condition, seen a year ahead; more
/// practice than a room has hours cannot be held. The rest is for the head to weigh.
pub fn year_findings(facts: &YearFacts, lang: Lang) -> Vec<YearFinding> {
    let mut found = money(facts);
    for line in &facts.lines {
        found.extend(agreement(facts.year, line, lang));
        found.extend(length(facts, line, lang));
        found.extend(prepared(line));
        found.extend(waiting(line));
        found.extend(closings(facts, line, lang));
    }
    found.extend(supplies(facts, lang));
    let orphan = |(code, count): &(String, i64)| {
        blocks(Say::new("year-orphan").with("line", code).with("count", count))
    };
    found.extend(facts.orphans.iter().map(orphan));
    found.sort_by_key(|one| !one.is_blocking);
    found
}

fn blocks(say: Say) -> YearFinding {
    YearFinding { is_blocking: true, say }
}

fn warns(say: Say) -> YearFinding {
    YearFinding { is_blocking: false, say }
}

fn money(facts: &YearFacts) -> Vec<YearFinding> {
    let over = |key: &str, money: &MoneyFacts, sum: Rupiah| {
        let say = Say::new(key).with("source", &money.name).with("ceiling", money.ceiling).with("sum", sum);
        blocks(say.with("over", Rupiah(sum.0 - money.ceiling.0)))
    };
    let mut found = Vec::new();
    for money in &facts.money {
        if money.planned > money.ceiling {
            found.push(over("year-over-ceiling", money, money.planned));
        }
        if money.tied > money.ceiling {
            found.push(over("year-over-tied", money, money.tied));
        }
        if money.planned == Rupiah(0) {
            found.push(warns(Say::new("year-money-unused").with("source", &money.name)));
        }
    }
    found
}

fn agreement(year: i64, line: &LineFacts, lang: Lang) -> Option<YearFinding> {
    let (first, last) = days_of(year, line.months)?;
    let AgreementTerm { code, first: from, last: until, is_signed } = &line.agreement;
    let say = |key: &str| {
        Say::new(key)
            .with("line", &line.code)
            .with("programme", &line.title)
            .with("agreement", code)
            .with("months", month_span(line.months, lang))
            .with("term", day::range_long(*from, *until, lang))
    };
    // The month in which an agreement begins has room for a batch behind its first day.
    if *until < last || month_of(*from) > month_of(first) {
        return Some(blocks(say("year-no-agreement")));
    }
    (!is_signed).then(|| warns(say("year-unsigned")))
}

fn month_of(day: Day) -> (i32, u32) {
    use chrono::Datelike;
    (day.year(), day.month())
}

/// First and last day of the months.
pub fn days_of(year: i64, (first, last): (i64, i64)) -> Option<(Day, Day)> {
    let year = i32::try_from(year).ok()?;
    let month = |number: i64| Day::from_ymd_opt(year, u32::try_from(number).ok()?, 1);
    let after = month(last)?.checked_add_months(chrono::Months::new(1))?;
    Some((month(first)?, after.pred_opt()?))
}

/// A batch meets once at a time, so all its hours must find room in its months.
fn length(facts: &YearFacts, line: &LineFacts, lang: Lang) -> Option<YearFinding> {
    let open = facts.open.between(line.months);
    (line.minutes > open).then(|| {
        let say = Say::new("year-too-long").with("line", &line.code).with("programme", &line.title);
        let say = say.with("months", month_span(line.months, lang));
        blocks(say.with("needed", hours(line.minutes)).with("open", hours(open)))
    })
}

/// Minutes as whole hours, begun ones counted.
pub fn hours(minutes: i64) -> i64 {
    (minutes + 59) / 60
}

fn prepared(line: &LineFacts) -> Vec<YearFinding> {
    let say = |key: &str| Say::new(key).with("line", &line.code).with("programme", &line.title);
    let mut found = Vec::new();
    if !line.has_curriculum {
        found.push(warns(say("year-no-curriculum")));
    }
    match &line.room_unfit {
        Some(room) if line.room.is_some() => found.push(warns(say("year-room-unfit").with("room", room))),
        Some(_) | None if line.room.is_none() => found.push(warns(say("year-no-room"))),
        Some(_) | None => {}
    }
    if line.lacks_teacher {
        found.push(warns(say("year-no-teacher")));
    }
    if line.lacks_assessment {
        found.push(warns(say("year-no-assessment")));
    }
    found
}

/// Seats that are still to be filled, against those who want them.
fn waiting(line: &LineFacts) -> Option<YearFinding> {
    let seats = line.seats * (line.batches - line.held).max(0);
    let waiting = line.waiting.filter(|waiting| *waiting < seats)?;
    let say = Say::new("year-few-waiting").with("line", &line.code).with("programme", &line.title);
    Some(warns(say.with("seats", seats).with("waiting", waiting)))
}

fn closings(facts: &YearFacts, line: &LineFacts, lang: Lang) -> Vec<YearFinding> {
    let Some((first, last)) = days_of(facts.year, line.months) else { return Vec::new() };
    let inside = |one: &&Closing| one.days >= LONG_CLOSING && one.first <= last && first <= one.last;
    let tell = |one: &Closing| {
        let say = Say::new("year-closed").with("line", &line.code).with("programme", &line.title);
        let term = day::range_long(one.first, one.last, lang);
        warns(say.with("term", term).with("reason", &one.reason).with("days", one.days))
    };
    facts.closings.iter().filter(inside).map(tell).collect()
}

/// Rooms and teachers that several lines need more than their months have hours.
fn supplies(facts: &YearFacts, lang: Lang) -> Vec<YearFinding> {
    let mut found = Vec::new();
    for (place, room) in facts.rooms.iter().enumerate() {
        let minutes = |line: &LineFacts| line.room.filter(|(of, _)| *of == place).map(|(_, minutes)| minutes);
        found.extend(
            short(facts, room, minutes)
                .map(|tight| blocks(shortage("year-room-short", room, &tight, facts, lang))),
        );
    }
    for (place, teacher) in facts.teachers.iter().enumerate() {
        let minutes = |line: &LineFacts| {
            let own = line.teachers.iter().filter(|(of, _)| *of == place).map(|(_, minutes)| minutes);
            Some(own.sum::<i64>()).filter(|minutes| *minutes > 0)
        };
        found.extend(
            short(facts, teacher, minutes)
                .map(|tight| warns(shortage("year-teacher-short", teacher, &tight, facts, lang))),
        );
    }
    found
}

fn short(
    facts: &YearFacts,
    supply: &Supply,
    minutes: impl Fn(&LineFacts) -> Option<i64>,
) -> Option<Tightest> {
    let needs: Vec<(usize, (i64, i64), i64)> = facts
        .lines
        .iter()
        .enumerate()
        .filter_map(|(place, line)| Some((place, line.months, minutes(line)? * line.batches)))
        .collect();
    tightest(&needs, &supply.free)
}

fn shortage(key: &str, supply: &Supply, tight: &Tightest, facts: &YearFacts, lang: Lang) -> Say {
    let lines: Vec<&str> = tight.who.iter().map(|place| facts.lines[*place].code.as_str()).collect();
    Say::new(key)
        .with("name", &supply.name)
        .with("months", month_span(tight.months, lang))
        .with("needed", hours(tight.needed))
        .with("free", hours(tight.free))
        .with("lines", lines.join(", "))
}

#[cfg(test)]
mod tests;
