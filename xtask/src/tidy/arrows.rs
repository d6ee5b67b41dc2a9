// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which crate may depend on which: nothing points up, nothing looks ahead, engines know the kernel alone.

use super::Problem;
use super::settings::House;
use super::tree::Tree;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

type Names = BTreeMap<String, IgnoredAny>;

#[derive(Deserialize)]
struct Manifest {
    package: Package,
    #[serde(default)]
    dependencies: Names,
    #[serde(default, rename = "build-dependencies")]
    build: Names,
    #[serde(default, rename = "dev-dependencies")]
    dev: Names,
    #[serde(default)]
    target: BTreeMap<String, Target>,
}

#[derive(Deserialize)]
struct Target {
    #[serde(default)]
    dependencies: Names,
}

#[derive(Deserialize)]
struct Package {
    name: String,
}

/// Where a crate stands in the house; floors and stages by their place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    Floor(usize),
    Engine,
    Stage(usize),
    Door,
    Bench,
    Tool,
}

struct Crate {
    path: String,
    room: Room,
    uses: BTreeSet<String>,
    tests_use: BTreeSet<String>,
}

type Crates = BTreeMap<String, Crate>;

/// Every arrow that points where it may not, and every crate without a place in the order.
pub fn problems(tree: &Tree, house: &House) -> Vec<Problem> {
    let (crates, mut problems) = crates(tree, house);
    for (name, from) in &crates {
        let arrows = from.uses.iter().map(|to| (to, false));
        for (to, in_tests) in arrows.chain(from.tests_use.iter().map(|to| (to, true))) {
            let Some(target) = crates.get(to) else { continue };
            let own_tests = in_tests && name == to;
            if !own_tests && !may_use(from.room, target.room, in_tests) {
                let what = format!(
                    "{name} may not depend on {to}{}",
                    if in_tests { ", not even in tests" } else { "" }
                );
                problems.push(Problem::new("arrow", &from.path, 0, what));
            }
        }
    }
    problems
}

/// The crates in the order of the house, each with those it uses.
pub fn picture(tree: &Tree, house: &House) -> Result<String> {
    let (crates, _) = crates(tree, house);
    let height = |room: Room| match room {
        Room::Tool | Room::Bench => (0, 0),
        Room::Door => (1, 0),
        Room::Stage(place) => (2, usize::MAX - place),
        Room::Engine => (3, 0),
        Room::Floor(place) => (4, usize::MAX - place),
    };
    let mut sorted: Vec<(&String, &Crate)> = crates.iter().collect();
    sorted.sort_by_key(|(name, one)| (height(one.room), (*name).clone()));
    let mut text = String::new();
    for (name, one) in sorted {
        let uses: Vec<&str> =
            one.uses.iter().filter(|to| crates.contains_key(*to)).map(String::as_str).collect();
        writeln!(text, "{name:<14} -> {}", uses.join(" ")).context("drawing")?;
    }
    Ok(text)
}

fn may_use(from: Room, to: Room, in_tests: bool) -> bool {
    match (from, to) {
        (Room::Door, Room::Floor(_) | Room::Engine | Room::Stage(_)) => true,
        (Room::Stage(_), Room::Floor(_) | Room::Engine) => true,
        (Room::Stage(later), Room::Stage(earlier)) => earlier < later,
        (Room::Engine, Room::Floor(place)) => place == 0,
        // What an engine proposes may be judged by another in its tests.
        (Room::Engine, Room::Engine) => in_tests,
        (Room::Floor(upper), Room::Floor(lower)) => lower < upper,
        (Room::Floor(_), Room::Engine | Room::Stage(_)) | (Room::Engine, Room::Stage(_)) => false,
        // A bench measures an engine without the house around it.
        (Room::Bench, Room::Engine) => true,
        (Room::Bench, Room::Floor(place)) => place == 0,
        (Room::Bench, Room::Stage(_)) => false,
        (Room::Tool, Room::Floor(_) | Room::Engine | Room::Stage(_)) => false,
        (_, Room::Door | Room::Bench | Room::Tool) => false,
    }
}

fn crates(tree: &Tree, house: &House) -> (Crates, Vec<Problem>) {
    let mut crates = Crates::new();
    let mut problems = Vec::new();
    for (path, text) in tree.texts() {
        let Some(folder) = path.strip_suffix("/Cargo.toml") else {
            continue;
        };
        let manifest: Manifest = match basic_toml::from_str(text) {
            Ok(manifest) => manifest,
            Err(fault) => {
                problems.push(Problem::new("arrow", path, 0, fault.to_string()));
                continue;
            }
        };
        let Some(room) = room(folder, house) else {
            problems.push(Problem::new(
                "arrow",
                path,
                0,
                "give this crate a place in the order of tidy.toml",
            ));
            continue;
        };
        let targets = manifest.target.into_values().flat_map(|target| target.dependencies.into_keys());
        let uses =
            manifest.dependencies.into_keys().chain(manifest.build.into_keys()).chain(targets).collect();
        let tests_use = manifest.dev.into_keys().collect();
        crates.insert(manifest.package.name, Crate { path: path.to_owned(), room, uses, tests_use });
    }
    (crates, problems)
}

fn room(folder: &str, house: &House) -> Option<Room> {
    let place = |order: &[String], name: &str| order.iter().position(|one| one == name);
    match folder.split_once('/') {
        Some(("floor", name)) => place(&house.floor, name).map(Room::Floor),
        Some(("stages", name)) => place(&house.stages, name).map(Room::Stage),
        Some(("engines", _)) => Some(Room::Engine),
        Some(("benches", _)) => Some(Room::Bench),
        None if folder == "app" => Some(Room::Door),
        Some(_) | None => Some(Room::Tool),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, table: &str, names: &[&str], expected: &[&str]) {
        let house = House {
            floor: ["kernel", "store", "web"].map(str::to_owned).into(),
            stages: ["partnership", "training"].map(str::to_owned).into(),
        };
        let empty = |name: &str| format!("[package]\nname = \"{name}\"\n");
        let mut files: Vec<(String, String)> = [
            "floor/kernel",
            "floor/store",
            "floor/web",
            "engines/checker",
            "engines/placement",
            "stages/partnership",
            "stages/training",
            "app",
            "xtask",
        ]
        .iter()
        .map(|folder| (format!("{folder}/Cargo.toml"), empty(folder.rsplit('/').next().unwrap())))
        .collect();
        let used: String = names.iter().map(|name| format!("{name}.workspace = true\n")).collect();
        let own = path.rsplit('/').next().unwrap();
        files.retain(|(known, _)| *known != format!("{path}/Cargo.toml"));
        files.push((format!("{path}/Cargo.toml"), format!("{}\n[{table}]\n{used}", empty(own))));
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let found: Vec<String> =
            problems(&Tree::of(&files), &house).into_iter().map(|problem| problem.what).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_floor_looks_down_only() {
        check("floor/web", "dependencies", &["kernel", "store", "serde"], &[]);
        check("floor/store", "dependencies", &["web"], &["store may not depend on web"]);
        check("floor/store", "build-dependencies", &["checker"], &["store may not depend on checker"]);
        check("floor/web", "dependencies", &["partnership"], &["web may not depend on partnership"]);
        check("floor/attic", "dependencies", &[], &["give this crate a place in the order of tidy.toml"]);
    }

    #[test]
    fn an_engine_knows_the_kernel_alone() {
        check("engines/checker", "dependencies", &["kernel"], &[]);
        check("engines/checker", "dependencies", &["store"], &["checker may not depend on store"]);
        check("engines/checker", "dependencies", &["placement"], &["checker may not depend on placement"]);
        check("engines/placement", "dev-dependencies", &["checker"], &[]);
        let what = "placement may not depend on store, not even in tests";
        check("engines/placement", "dev-dependencies", &["store"], &[what]);
        check(
            "engines/checker",
            "target.'cfg(unix)'.dependencies",
            &["store"],
            &["checker may not depend on store"],
        );
    }

    #[test]
    fn a_stage_looks_back_and_never_ahead() {
        check("stages/training", "dependencies", &["partnership", "web", "checker"], &[]);
        check(
            "stages/partnership",
            "dependencies",
            &["training"],
            &["partnership may not depend on training"],
        );
        let what = "partnership may not depend on training, not even in tests";
        check("stages/partnership", "dev-dependencies", &["training"], &[what]);
    }

    #[test]
    fn the_door_sees_all_and_nobody_sees_the_door() {
        check("app", "dependencies", &["kernel", "checker", "training"], &[]);
        check("stages/training", "dependencies", &["app"], &["training may not depend on app"]);
        check("app", "dependencies", &["xtask"], &["app may not depend on xtask"]);
        check("xtask", "dependencies", &["kernel"], &["xtask may not depend on kernel"]);
        check("benches/planning", "dependencies", &["kernel", "checker"], &[]);
        check("benches/planning", "dependencies", &["training"], &["planning may not depend on training"]);
    }
}
