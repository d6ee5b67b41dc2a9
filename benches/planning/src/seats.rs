// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Seats for folders of tables: ours and the peers, one after the other, with the ratios of time and memory.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::order::Order;
use crate::peer;

pub fn run(order: &Order) -> anyhow::Result<()> {
    for folder in &order.folders {
        println!("{}", folder.display());
        println!(
            "  {:<24} {:>12} {:>7} {:>9} {:>9} {:>9}",
            "", "value", "proven", "reading s", "solving s", "MiB"
        );
        let mut command = Command::new(&order.bekal);
        let ours = peer::ask(command.args(["plan", "placement"]).arg(folder))?;
        let reading = ours["seconds_reading"].as_f64().unwrap_or_default();
        let solving = ours["seconds"].as_f64().unwrap_or_default() - reading;
        let memory = ours["memory_mib"].as_f64().unwrap_or_default();
        line("ours", &ours["value"], ours["value"] == ours["bound"], [reading, solving, memory]);
        println!("  {:<24} {:>12}", "our bound", ours["bound"].to_string());
        for script in peers_for(folder) {
            let Some(python) = &order.python else { break };
            let mut command = peer::script(python, script);
            let found = peer::ask(command.arg(folder).arg(order.seconds.to_string()))?;
            let number = |key: &str| found[key].as_f64().unwrap_or_default();
            let theirs = [number("seconds_reading"), number("seconds_solving"), number("memory_mib")];
            let proven = found["proven"].as_bool().unwrap_or_default();
            line(found["name"].as_str().unwrap_or(script), &found["value"], proven, theirs);
            println!(
                "  {:<24} solving x {:.1}, memory x {:.1}, value {:+}",
                "  beside ours",
                theirs[1] / solving,
                theirs[2] / memory,
                found["value"].as_i64().unwrap_or_default() - ours["value"].as_i64().unwrap_or_default()
            );
        }
    }
    Ok(())
}

fn line(name: &str, value: &Value, proven: bool, [reading, solving, memory]: [f64; 3]) {
    let proven = if proven { "yes" } else { "no" };
    println!(
        "  {name:<24} {:>12} {proven:>7} {reading:>9.2} {solving:>9.2} {memory:>9.0}",
        value.to_string()
    );
}

/// The solvers that take what this folder asks to be kept.
fn peers_for(folder: &Path) -> &'static [&'static str] {
    let rows = |name: &str| {
        std::fs::read_to_string(folder.join(name)).map_or(0, |text| text.lines().count().saturating_sub(1))
    };
    if rows("apart.csv") == 0 && rows("quotas.csv") == 0 {
        &["flow.py", "mip.py"]
    } else {
        &["mip.py", "cp_sat_seats.py"]
    }
}
