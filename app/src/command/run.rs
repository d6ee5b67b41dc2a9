// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Performing one command of a room, as a person of a certain day.

use std::sync::Arc;

use anyhow::Context;
use clap::ArgMatches;
use desk::{Action, Desk, Dice, Form, Halt, House, Kind, Page, Shown, Upload};
use kernel::Lang;

use super::answer::Answer;
use super::grammar::{RoomCommands, path_parts};

/// Who calls, and when.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The sign-in name; none is the setting-up of a new installation.
    pub login: Option<String>,
    pub now: chrono::DateTime<chrono::Utc>,
    pub lang: Lang,
    /// The idempotency key.
    pub once: Option<String>,
    /// Only a story has one, so that it runs the same twice: ids, numbers and keys follow from it and can be guessed.
    pub seed: Option<String>,
}

/// Where the files named by options are read from.
pub trait Files: Sync {
    /// # Errors
    /// There is no such file.
    fn read(&self, name: &str) -> anyhow::Result<Vec<u8>>;
}

/// Performs the command that clap has found.
///
/// # Errors
/// The caller is unknown, a file cannot be read; what a room refuses is an `Answer`.
pub async fn perform(
    house: &Arc<House>,
    rooms: &RoomCommands,
    caller: &Caller,
    files: &dyn Files,
    (group, matches): (&str, &ArgMatches),
) -> anyhow::Result<Answer> {
    let (name, matches) = match matches.subcommand() {
        Some((verb, inner)) => (format!("{group} {verb}"), inner),
        None => (group.to_owned(), matches),
    };
    let desk = desk_for(house, caller).await?;
    if let Some(action) = rooms.action(&name) {
        let form = form_of(action, matches, files)?;
        return Ok(done(&desk, (action.run)(&desk, &form).await));
    }
    let page = rooms.page(&name).with_context(|| format!("there is no command `{name}`"))?;
    let form = query_of(page, matches);
    Ok(match (page.view)(&desk, &form).await {
        Ok(
            Shown::Html { text, .. }
            | Shown::Waiting { text, .. }
            | Shown::Helped { text, .. }
            | Shown::Absent { text, .. },
        ) => Answer::Shown(text),
        Ok(Shown::File { name, bytes, .. }) => Answer::File { name, bytes },
        Ok(Shown::Served { bytes, .. }) => Answer::Shown(String::from_utf8_lossy(&bytes).into_owned()),
        Err(halt) => Answer::Halted(halt),
    })
}

fn done(desk: &Desk, result: Result<desk::Done, Halt>) -> Answer {
    match result {
        Ok(done) => Answer::Done(lines_of(done)),
        Err(Halt::Already(done)) => {
            Answer::Done(if done.said.is_empty() { vec![desk.teller().tell(&done.say)] } else { done.said })
        }
        Err(halt) => Answer::Halted(halt),
    }
}

/// What was done, and below it what is shown this once.
fn lines_of(done: desk::Done) -> Vec<String> {
    let mut lines = done.said;
    if let Some(Shown::Html { text, .. }) = &done.shown_once {
        lines.extend(text.lines().map(str::to_owned));
    }
    lines
}

async fn desk_for(house: &Arc<House>, caller: &Caller) -> anyhow::Result<Desk> {
    let mut actor = match &caller.login {
        None => access::actor_without_account("penyiapan", vec![access::Role::Admin]),
        Some(login) => {
            let id = access::account_named(house.db.read(), login).await?;
            let id =
                id.with_context(|| format!("tidak ada akun `{login}` / there is no account `{login}`"))?;
            access::actor_of(house.db.read(), id).await?.context("the account is closed")?
        }
    };
    // Whoever types commands holds database and key: a question here would be asked and answered by the same hand.
    actor.entry = access::Entry::Operator;
    let dice = caller.seed.as_deref().map_or_else(Dice::from_system, Dice::from_seed);
    let mut desk = Desk::new(Arc::clone(house), actor, caller.lang, caller.now, dice);
    desk.once = caller.once.clone();
    Ok(desk)
}

fn form_of(action: &Action, matches: &ArgMatches, files: &dyn Files) -> anyhow::Result<Form> {
    let mut form = Form::default();
    for field in action.fields {
        if matches!(field.kind, Kind::Check) {
            if matches.get_flag(field.name) {
                form.set(field.name, "1");
            }
            continue;
        }
        for value in matches.get_many::<String>(field.name).into_iter().flatten() {
            match field.kind {
                Kind::File => {
                    let bytes = files.read(value)?;
                    let name = value.rsplit('/').next().unwrap_or(value).to_owned();
                    form.attach(field.name, Upload { name, bytes });
                }
                Kind::Grid => {
                    let (cell, mark) =
                        value.split_once('=').with_context(|| format!("--{}: SEL=NILAI", field.name))?;
                    form.set(&format!("{}.{}", field.name, cell.trim()), mark);
                }
                _ => form.set(field.name, value.as_str()),
            }
        }
    }
    Ok(form)
}

fn query_of(page: &Page, matches: &ArgMatches) -> Form {
    let mut form = Form::default();
    for part in path_parts(page.path) {
        for value in matches.get_many::<String>(part).into_iter().flatten() {
            form.set(part, value.as_str());
        }
    }
    for value in matches.get_many::<String>("query").into_iter().flatten() {
        if let Some((name, value)) = value.split_once('=') {
            form.set(name, value);
        }
    }
    form
}
