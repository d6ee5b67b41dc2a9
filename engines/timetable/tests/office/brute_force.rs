// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whether a tiny problem has a plan, and how few blocks of another must change for it, by trying every tenth minute for
//! every block.

use chrono::Datelike;
use kernel::day::Day;
use timetable::office::{Kind, Locked, Problem, Session, Tool, Way, Weekly, Zone};

#[derive(Clone, Copy)]
struct Block {
    batch: usize,
    module: usize,
    jp: u16,
}

/// Something that is taken at a time: a block in its place, or a locked session.
#[derive(Clone)]
struct Taken {
    day: Day,
    starts: u16,
    ends: u16,
    room: Option<usize>,
    instructor: Option<usize>,
    batch: Option<usize>,
    kind: Kind,
    persons: Vec<usize>,
    heads: usize,
    /// Which of the tools it uses.
    tools: Vec<usize>,
}

/// Whether everything can be placed.
pub fn has_plan(problem: &Problem) -> bool {
    let mut blocks = Vec::new();
    for (batch, content) in problem.batches.iter().enumerate() {
        for (module, part) in content.modules.iter().enumerate() {
            let whole = part.jp / content.block_jp;
            let rest = part.jp % content.block_jp;
            let all =
                std::iter::repeat_n(content.block_jp, usize::from(whole)).chain((rest > 0).then_some(rest));
            blocks.extend(all.map(|jp| Block { batch, module, jp }));
        }
    }
    let mut taken: Vec<Taken> =
        problem.locked.iter().enumerate().map(|locked| laid(problem, locked)).collect();
    place(problem, &blocks, &mut taken)
}

/// The fewest blocks of a plan that must change so that everything holds; none where nothing does.
pub fn fewest_changes(problem: &Problem, sessions: &[Session]) -> Option<usize> {
    let mut blocks = Vec::new();
    for session in sessions {
        let batch = &problem.batches[session.batch];
        let mut after = 0;
        while after < session.jp {
            let jp = (session.jp - after).min(batch.block_jp);
            let starts = session.starts + after * problem.minutes_per_jp;
            let taken = Taken {
                day: session.day,
                starts,
                ends: starts + jp * problem.minutes_per_jp,
                room: Some(session.room),
                instructor: Some(session.instructor),
                batch: Some(session.batch),
                kind: batch.modules[session.module].kind,
                persons: batch.participants.clone(),
                heads: batch.heads(),
                tools: tools(problem, |tool| tool.modules.contains(&(session.batch, session.module))),
            };
            blocks.push((Block { batch: session.batch, module: session.module, jp }, taken));
            after += jp;
        }
    }
    let count = blocks.len();
    let mut choices: Vec<u32> = (0..1 << count).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    let holds = |choice: &&u32| {
        let mut taken: Vec<Taken> =
            problem.locked.iter().enumerate().map(|locked| laid(problem, locked)).collect();
        let mut moved = Vec::new();
        for (at, (block, place)) in blocks.iter().enumerate() {
            if **choice & (1 << at) != 0 {
                moved.push(*block);
            } else if alone(problem, block, place)
                && taken.iter().all(|other| together(problem, place, other))
                && load(problem, place, &taken)
                && at_once(problem, place, &taken)
            {
                taken.push(place.clone());
            } else {
                return false;
            }
        }
        self::place(problem, &moved, &mut taken)
    };
    choices.iter().find(holds).map(|choice| choice.count_ones() as usize)
}

fn laid(problem: &Problem, (index, locked): (usize, &Locked)) -> Taken {
    let named = locked.participants.clone();
    let persons = match locked.batch {
        Some(batch) if named.is_empty() => problem.batches[batch].participants.clone(),
        _ => named,
    };
    Taken {
        day: locked.day,
        starts: locked.starts,
        ends: locked.ends,
        room: locked.room,
        instructor: locked.instructor,
        batch: locked.batch,
        kind: locked.kind,
        persons,
        heads: locked.heads,
        tools: tools(problem, |tool| tool.locked.contains(&index)),
    }
}

fn tools(problem: &Problem, uses: impl Fn(&Tool) -> bool) -> Vec<usize> {
    (0..problem.house.tools.len()).filter(|tool| uses(&problem.house.tools[*tool])).collect()
}

fn place(problem: &Problem, blocks: &[Block], taken: &mut Vec<Taken>) -> bool {
    let Some((block, rest)) = blocks.split_first() else { return true };
    let batch = &problem.batches[block.batch];
    let module = &batch.modules[block.module];
    for day in batch.earliest.iter_days().take_while(|day| *day <= batch.latest) {
        for starts in (480..660).step_by(10) {
            for room in 0..problem.rooms.len() {
                for instructor in 0..problem.instructors.len() {
                    let next = Taken {
                        day,
                        starts,
                        ends: starts + block.jp * problem.minutes_per_jp,
                        room: Some(room),
                        instructor: Some(instructor),
                        batch: Some(block.batch),
                        kind: module.kind,
                        persons: batch.participants.clone(),
                        heads: batch.heads(),
                        tools: tools(problem, |tool| tool.modules.contains(&(block.batch, block.module))),
                    };
                    if alone(problem, block, &next)
                        && taken.iter().all(|other| together(problem, &next, other))
                        && load(problem, &next, taken)
                        && at_once(problem, &next, taken)
                    {
                        taken.push(next);
                        if place(problem, rest, taken) {
                            return true;
                        }
                        taken.pop();
                    }
                }
            }
        }
    }
    false
}

fn alone(problem: &Problem, block: &Block, next: &Taken) -> bool {
    let batch = &problem.batches[block.batch];
    let module = &batch.modules[block.module];
    let (Some(room), Some(instructor)) = (next.room, next.instructor) else { return false };
    let who = &problem.instructors[instructor];
    let mut persons = batch.participants.clone();
    persons.sort_unstable();
    persons.dedup();
    let heads = if persons.is_empty() { batch.seats } else { persons.len() };
    let covered = |stretches: &[Weekly]| {
        (next.starts..next.ends).all(|minute| {
            let open =
                |one: &Weekly| one.weekday == next.day.weekday() && (one.starts..one.ends).contains(&minute);
            stretches.iter().any(open)
        })
    };
    let season =
        problem.house.seasons.iter().find(|season| season.first <= next.day && next.day <= season.last);
    (problem.term.0..=problem.term.1).contains(&next.day)
        && !problem.closed_days.contains(&next.day)
        && problem.rooms[room].capacity >= heads
        && (module.rooms.is_empty() || module.rooms.contains(&room))
        && module.fields.iter().all(|field| who.fields.contains(field))
        && covered(season.map_or(&problem.windows, |season| &season.windows))
        && covered(&who.hours)
}

fn together(problem: &Problem, one: &Taken, two: &Taken) -> bool {
    let near =
        |pause: u16| one.day == two.day && one.starts < two.ends + pause && two.starts < one.ends + pause;
    let meet = near(0);
    let (set_up, way) = pauses(problem, one, two);
    let hurries = (one.room.is_some() && one.room == two.room && one.batch != two.batch && near(set_up))
        || (one.instructor.is_some() && one.instructor == two.instructor && near(way));
    let shares = (one.room.is_some() && one.room == two.room)
        || (one.instructor.is_some() && one.instructor == two.instructor)
        || (one.batch.is_some() && one.batch == two.batch)
        || one.persons.iter().any(|person| two.persons.contains(person));
    let strict = one.batch.is_some_and(|batch| problem.batches[batch].theory_before_practice);
    let early = |practice: &Taken, theory: &Taken| {
        practice.kind == Kind::Practice
            && theory.kind == Kind::Theory
            && (practice.day, practice.starts) < (theory.day, theory.ends)
    };
    let disordered = strict && one.batch == two.batch && (early(one, two) || early(two, one));
    !(meet && shares || hurries || disordered)
}

/// Minutes of set-up between them, and of the way.
fn pauses(problem: &Problem, one: &Taken, two: &Taken) -> (u16, u16) {
    let (Some(first), Some(second)) = (one.room, two.room) else { return (0, 0) };
    let set_ups = problem.house.set_ups.iter().filter(|set_up| set_up.room == first);
    let crosses = |way: &&Way| {
        [(first, second), (second, first)]
            .iter()
            .any(|(from, to)| way.from.contains(from) && way.to.contains(to))
    };
    let ways = problem.house.ways.iter().filter(crosses);
    (set_ups.map(|one| one.minutes).max().unwrap_or(0), ways.map(|one| one.minutes).max().unwrap_or(0))
}

/// Whether watch, zones and tools are enough in every minute of the next.
fn at_once(problem: &Problem, next: &Taken, taken: &[Taken]) -> bool {
    let heads = |one: &Taken| one.heads;
    (next.starts..next.ends).all(|minute| {
        let runs = |one: &&Taken| one.day == next.day && (one.starts..one.ends).contains(&minute);
        let running: Vec<&Taken> = taken.iter().filter(runs).chain([next]).collect();
        let watched = running.iter().filter(|one| one.heads > 0).count();
        let zone_holds = |zone: &Zone| {
            let inside = |one: &&&Taken| one.room.is_some_and(|room| zone.rooms.contains(&room));
            // A zone without the next is not its matter.
            !inside(&&next)
                || running.iter().filter(inside).map(|one| heads(one)).sum::<usize>() <= zone.heads
        };
        let tool_holds = |tool: &usize| {
            running.iter().filter(|one| one.tools.contains(tool)).count() <= problem.house.tools[*tool].sets
        };
        problem.house.watched.is_none_or(|most| watched <= most)
            && problem.house.zones.iter().all(zone_holds)
            && next.tools.iter().all(tool_holds)
    })
}

fn load(problem: &Problem, next: &Taken, taken: &[Taken]) -> bool {
    let same = |other: &&Taken| other.batch == next.batch && other.day == next.day;
    let minutes: u16 = taken.iter().filter(same).chain([next]).map(|one| one.ends - one.starts).sum();
    let most = next.batch.map_or(0, |batch| problem.batches[batch].day_jp);
    minutes <= most * problem.minutes_per_jp
}
