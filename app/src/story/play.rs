// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Playing a story into a database. Every line carries a key, so a story broken off goes on where it stopped.

use std::fmt::Write;
use std::sync::Arc;

use anyhow::{Context, bail};
use desk::{House, Teller};
use kernel::Lang;

use super::script::{Line, Script};
use crate::clock::Clock;
use crate::command::{Caller, Files, RoomCommands, grammar, perform};
use crate::work;

/// Plays stories.
pub struct Player<'p> {
    pub house: &'p Arc<House>,
    pub rooms: &'p RoomCommands,
    pub files: &'p dyn Files,
}

impl Player<'_> {
    /// Plays a story to its end, writing down what is asked and answered as it goes.
    ///
    /// # Errors
    /// A command was refused that should not be, or was not refused that should be. What was said until then stands
    /// in the transcript.
    pub async fn play(&self, script: &Script, transcript: &mut String) -> anyhow::Result<()> {
        let mut caller =
            Caller { login: None, now: chrono::DateTime::UNIX_EPOCH, lang: Lang::Id, once: None, seed: None };
        for line in &script.lines {
            match line {
                Line::Remark(text) => writeln!(transcript, "\n# {text}")?,
                Line::At(instant, text) => {
                    caller.now = *instant;
                    writeln!(transcript, "\nat {text}")?;
                }
                Line::As(login) => {
                    writeln!(transcript, "as {}", login.as_deref().unwrap_or("penyiapan"))?;
                    caller.login = login.clone();
                }
                Line::Command { number, words, text, refused } => {
                    let place = format!("{}:{number}", script.name);
                    caller.once = Some(place.clone());
                    caller.seed = Some(place.clone());
                    writeln!(transcript, "> {text}")?;
                    let (lines, halted) =
                        self.command(&caller, words).await.with_context(|| format!("{place}: {text}"))?;
                    transcript.push_str(&lines);
                    if halted != *refused {
                        let want = if *refused { "should have been refused" } else { "was refused" };
                        bail!("{place} {want}: {text}\n{lines}");
                    }
                }
            }
        }
        Ok(())
    }

    async fn command(&self, caller: &Caller, words: &[String]) -> anyhow::Result<(String, bool)> {
        if words == ["work", "--once"] {
            return self.work(caller).await;
        }
        if words == ["audit", "carry-out"] {
            self.house.log.anchor(&self.house.db, caller.now).await?;
            return Ok(("✓ jejak audit dibawa ke luar\n".to_owned(), false));
        }
        let root = clap::Command::new("bekal").no_binary_name(true);
        let matches = grammar(root, self.rooms, &self.house.words).try_get_matches_from(words)?;
        let (group, inner) = matches.subcommand().context("a command is missing")?;
        let answer = perform(self.house, self.rooms, caller, self.files, (group, inner)).await?;
        let teller = Teller { words: &self.house.words, lang: caller.lang };
        Ok((answer.lines(teller), answer.is_halted()))
    }

    /// Does the jobs that wait, at the story's instant.
    async fn work(&self, caller: &Caller) -> anyhow::Result<(String, bool)> {
        let mut worker = work::worker(self.house, Clock::Fixed(caller.now));
        if let Some(seed) = &caller.seed {
            worker = worker.seeded(seed);
        }
        let count = worker.drain().await?;
        Ok((format!("✓ {count} pekerjaan dijalankan\n"), false))
    }
}
