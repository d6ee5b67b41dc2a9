// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The commands of the rooms, as clap understands them, made from the rooms' own declarations.

use clap::{Arg, ArgAction, Command};
use desk::{Action, Field, Kind, Page, Say, Words};
use kernel::Lang;

/// Everything the rooms offer.
#[derive(Default)]
pub struct RoomCommands {
    pub actions: Vec<Action>,
    pub pages: Vec<Page>,
}

impl RoomCommands {
    pub fn action(&self, name: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.name == name)
    }

    pub fn page(&self, name: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.name == name)
    }
}

/// Adds the rooms' commands to `root`: `agreement sign` becomes the command `sign` of the group `agreement`.
pub fn grammar(mut root: Command, rooms: &RoomCommands, words: &Words) -> Command {
    let about = |name: &str| words.try_say(Lang::Id, &Say::new(name.replace(' ', "-"))).unwrap_or_default();
    let mut groups: Vec<(&'static str, Vec<Command>)> = Vec::new();
    let mut put = |name: &'static str, command: Command| {
        let group = name.split_once(' ').map_or(name, |(group, _)| group);
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, commands)) => commands.push(command),
            None => groups.push((group, vec![command])),
        }
    };
    for action in &rooms.actions {
        put(
            action.name,
            action
                .fields
                .iter()
                .fold(verb(action.name, about(action.name)), |to, field| to.arg(option(field))),
        );
    }
    for page in &rooms.pages {
        let command = path_parts(page.path)
            .fold(verb(page.name, about(page.name)), |to, part| to.arg(plain(part).required(true)));
        put(
            page.name,
            command
                .arg(plain("query").long("query").num_args(1).help("FILTER=NILAI").action(ArgAction::Append)),
        );
    }
    for (group, commands) in groups {
        root = match root.find_subcommand(group) {
            // The door has a command of this group itself, such as `certificate verify`.
            Some(_) => root.mut_subcommand(group, |known| known.subcommands(commands)),
            None => root.subcommand(group_of(group, commands)),
        };
    }
    root
}

/// A group of commands. Accounts are also called what other programs call them: `bekal users list`.
fn group_of(group: &'static str, commands: Vec<Command>) -> Command {
    let command = Command::new(group).subcommand_required(true).subcommands(commands);
    if group == "account" { command.visible_alias("users") } else { command }
}

fn verb(name: &'static str, about: String) -> Command {
    Command::new(name.split_once(' ').map_or(name, |(_, verb)| verb)).about(about)
}

/// The parts in braces of a path.
pub(super) fn path_parts(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(part, _)| part))
}

fn plain(name: &'static str) -> Arg {
    Arg::new(name).long(name.replace('_', "-")).num_args(1).allow_hyphen_values(true)
}

/// A field as an option. Whether it is required is the action's to say, with all other problems at once.
fn option(field: &Field) -> Arg {
    let arg = plain(field.name);
    match field.kind {
        Kind::Check => Arg::new(field.name).long(field.name.replace('_', "-")).action(ArgAction::SetTrue),
        Kind::Grid => arg.action(ArgAction::Append).value_name("SEL=NILAI"),
        Kind::File => arg.value_name("BERKAS"),
        Kind::Day => arg.value_name("HH-BB-TTTT"),
        Kind::Minute => arg.value_name("JJ.MM"),
        _ => arg.action(ArgAction::Append),
    }
}
