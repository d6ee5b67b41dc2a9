// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The figures as lines, with what else the machine was doing: a figure without its load says little.

use std::time::Duration;

use crate::measure::Measured;

pub struct Report(());

impl Report {
    pub fn begin() -> Self {
        println!("machine: {} cores, load {}", cores(), load());
        Self(())
    }

    pub fn line(&mut self, what: &str, figure: &str, goal: &str) {
        let goal = if goal.is_empty() { String::new() } else { format!("  (goal {goal})") };
        println!("{what:<64} {figure}{goal}");
    }

    pub fn measured(&mut self, what: &str, measured: &Measured, goal: &str) {
        let millis = |time: Duration| time.as_secs_f64() * 1_000.0;
        let figure = format!(
            "{:.0}/s, p50 {:.1} ms, p99 {:.1} ms, {:.1} kB",
            measured.per_second(),
            millis(measured.percentile(50)),
            millis(measured.percentile(99)),
            measured.bytes as f64 / 1_000.0
        );
        self.line(what, &figure, goal);
    }

    pub fn end(self) {
        println!("machine: load {} at the end", load());
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(0, std::num::NonZero::get)
}

fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().unwrap_or("unknown").to_owned()
}
