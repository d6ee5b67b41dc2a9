// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a command says. Sentences only; a fault shows its cause here, because whoever types commands runs the machine.

use std::fmt::Write;

use desk::{Halt, Teller};

/// The answer to one command.
#[derive(Debug)]
pub enum Answer {
    Done(Vec<String>),
    Shown(String),
    File { name: String, bytes: Vec<u8> },
    Halted(Halt),
}

impl Answer {
    /// True when the room did not do what was asked.
    pub fn is_halted(&self) -> bool {
        matches!(self, Self::Halted(_))
    }

    /// The lines to print, each ended.
    pub fn lines(&self, teller: Teller<'_>) -> String {
        let mut out = String::new();
        match self {
            Self::Done(said) => {
                for (place, sentence) in said.iter().enumerate() {
                    let mark = if place == 0 { "✓" } else { " " };
                    let _ = writeln!(out, "{mark} {sentence}");
                }
            }
            Self::Shown(text) => {
                let _ = writeln!(out, "{}", text.trim_end());
            }
            Self::File { name, bytes } => {
                let _ = writeln!(out, "{name}, {} byte", bytes.len());
            }
            Self::Halted(halt) => out = print_halt(halt, teller),
        }
        out
    }
}

/// Every problem, refusal or denial as lines.
pub fn print_halt(halt: &Halt, teller: Teller<'_>) -> String {
    let mut out = String::new();
    let _ = match halt {
        Halt::Problems(problems) => {
            for problem in problems {
                let _ = writeln!(out, "✗ {}: {}", problem.field, teller.tell(&problem.say));
            }
            Ok(())
        }
        Halt::Refusal(refusal) => {
            let _ = writeln!(out, "✗ {} {}", refusal.code, teller.tell(&refusal.say()));
            for reason in &refusal.reasons {
                let _ = writeln!(out, "  - {}", teller.tell(reason));
            }
            writeln!(out, "  → {}", teller.tell(&refusal.next()))
        }
        Halt::Denied(denied) => writeln!(out, "✗ {}", teller.with("halt-denied", "act", denied.act.code())),
        Halt::Proof(act) => writeln!(out, "✗ {}", teller.with("halt-proof", "act", act.code())),
        Halt::Missing => writeln!(out, "✗ {}", teller.say("halt-missing")),
        Halt::Already(done) => writeln!(out, "✓ {}", teller.tell(&done.say)),
        Halt::Fault(fault) => writeln!(out, "✗ {fault:#}"),
    };
    out
}
