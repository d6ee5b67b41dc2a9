// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Measures the search on public problems: `courses FOLDER [CPU-SECONDS] [SEED] [OUT-FOLDER]` searches every `.ctt` file of
//! a folder and prints cost and speed. CPU time is that of the one thread, as Linux counts it.

use std::{env, fs, path::Path};
use timetable::course::{Instance, Score, anneal};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let folder = arguments.first().ok_or("courses FOLDER [CPU-SECONDS] [SEED] [OUT-FOLDER]")?;
    let seconds: f64 = arguments.get(1).map_or(Ok(10.0), |text| text.parse())?;
    let seed: u64 = arguments.get(2).map_or(Ok(1), |text| text.parse())?;
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ctt"));
    files.sort();
    let mut sum = 0;
    for file in files {
        let instance = Instance::read(&fs::read_to_string(&file)?)
            .map_err(|faults| faults.iter().map(|fault| format!("{fault}\n")).collect::<String>())?;
        let begun = cpu_seconds()?;
        let mut moves = 0;
        let solution = anneal(&instance, seed, &mut |progress| {
            moves = progress.moves;
            cpu_seconds().map_or(1.0, |now| (now - begun) / seconds)
        });
        let used = cpu_seconds()? - begun;
        let score = Score::of(&instance, &solution);
        sum += score.soft.total();
        let speed = moves as f64 / used / 1e6;
        println!(
            "{:<10} hard {} cost {:>4} {speed:.1} M moves/s {:?}",
            instance.name,
            score.hard.total(),
            score.soft.total(),
            score.soft
        );
        if let Some(out) = arguments.get(3) {
            let name = file.file_stem().ok_or("a file has a name")?;
            fs::write(Path::new(out).join(name).with_extension("sol"), solution.write(&instance))?;
        }
    }
    println!("sum {sum}");
    Ok(())
}

fn cpu_seconds() -> Result<f64, Box<dyn std::error::Error>> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = text.split_whitespace().next().ok_or("an empty schedstat")?;
    Ok(nanoseconds.parse::<f64>()? / 1e9)
}
