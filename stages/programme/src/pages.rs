// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen in this room, and the small shapes its pages share.

mod batch_list;
mod batch_show;
mod facility_list;
mod facility_show;
mod history;
mod instructor_list;
mod jp_bar;
mod programme_list;
mod programme_show;
mod readiness;
mod scheme_list;
mod scheme_show;
mod twins;

pub use twins::twins;

use access::{Act, Target};
use desk::{Desk, Page};
use kernel::Lang;
use kernel::day::{self, Day};
use kernel::id::OrganisationId;
use office::facts::OrganisationFact;

use crate::facts::{FindingFact, InspectionFact, ProgrammeFact};
use crate::state::Fitness;

/// Every page of the room.
pub fn pages() -> Vec<Page> {
    vec![
        programme_list::LIST,
        programme_show::SHOW,
        facility_list::LIST,
        facility_show::SHOW,
        instructor_list::LIST,
        scheme_list::LIST,
        scheme_show::SHOW,
        batch_list::LIST,
        batch_show::SHOW,
    ]
}

/// A state with its tone.
#[derive(Debug, Clone)]
struct Tag {
    tone: &'static str,
    text: String,
}

/// A way to go on: a button.
#[derive(Debug, Clone)]
struct Link {
    class: &'static str,
    href: String,
    label: String,
}

/// Name and value, for a list of facts.
#[derive(Debug, Clone)]
struct Fact {
    name: String,
    value: String,
    /// Where the value leads; empty where it leads nowhere.
    href: String,
}

fn fact(desk: &Desk, key: &str, value: impl Into<String>) -> Fact {
    Fact { name: desk.teller().say(key), value: value.into(), href: String::new() }
}

fn link(desk: &Desk, class: &'static str, href: impl Into<String>, key: &str) -> Link {
    Link { class, href: href.into(), label: desk.teller().say(key) }
}

/// The lists a page hangs below, without those that this person may not open at all.
fn crumbs(desk: &Desk, lists: &[(&str, &str, Act)]) -> Vec<(String, String)> {
    let open = lists.iter().filter(|(_, _, act)| desk.scope(*act).is_ok());
    open.map(|(key, href, _)| (desk.teller().say(key), (*href).to_owned())).collect()
}

/// An address, or nothing where the page would say no.
fn where_allowed(desk: &Desk, act: Act, target: &Target, href: impl Fn() -> String) -> String {
    if desk.may(act, target) { href() } else { String::new() }
}

fn long(desk: &Desk, day: Day) -> String {
    day::long(day, desk.lang)
}

/// The name of an organisation among those loaded.
fn name_of(offices: &[OrganisationFact], id: OrganisationId) -> String {
    offices.iter().find(|office| office.id == id).map_or_else(String::new, |office| office.name.clone())
}

/// The programme's title in the reader's language.
fn title_of(desk: &Desk, programme: &ProgrammeFact) -> String {
    match desk.lang {
        Lang::Id => programme.title_id.clone(),
        Lang::En => programme.title_en.clone(),
    }
}

fn fitness_tag(desk: &Desk, rounds: &[InspectionFact], lines: &[FindingFact]) -> Tag {
    let fitness = Fitness::of(rounds.first(), lines);
    Tag { tone: fitness.tone(), text: desk.teller().code("fitness", fitness.code()) }
}
