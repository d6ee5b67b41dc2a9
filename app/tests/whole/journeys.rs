// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The stories go as written, say what `journeys/*.out` says, and change nothing when they are played again.
//! After a wanted change of words: `BEKAL_BLESS=1 cargo test -p bekal --test whole journeys`, and read the difference.

use std::path::{Path, PathBuf};

use crate::demo_house::DemoHouse;
use bekal::demo;

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../journeys/{name}.out"))
}

#[tokio::test]
async fn the_stories_say_what_was_written_down() {
    let demo_house = DemoHouse::new().await;
    for (name, _) in demo::STORIES {
        let said =
            std::fs::read_to_string(demo_house.folder.join(format!("{name}.out"))).expect("a transcript");
        if std::env::var_os("BEKAL_BLESS").is_some() {
            std::fs::write(golden(name), &said).expect("the transcript can be kept");
        }
        let wanted = std::fs::read_to_string(golden(name)).unwrap_or_default();
        let differs = said.lines().zip(wanted.lines()).position(|(one, other)| one != other);
        let place = differs.unwrap_or_else(|| said.lines().count().min(wanted.lines().count()));
        let line = |text: &str| text.lines().nth(place).unwrap_or("(the end)").to_owned();
        assert!(
            said == wanted,
            "{name}.out, line {}:\n  said   {}\n  wanted {}",
            place + 1,
            line(&said),
            line(&wanted)
        );
        assert!(!said.contains('⟦'), "{name}: a sentence is missing");
    }
    assert!(demo_house.house.words.missing().is_empty(), "{:?}", demo_house.house.words.missing());
    let report = audit::verify(demo_house.house.db.read()).await.expect("the log can be read");
    assert!(report.flaws.is_empty() && report.leaves > 400, "{report:?}");

    let table = demo::table(&demo_house.house).await.expect("the table");
    let again = demo::load(&demo_house.folder).await.expect("a second time");
    assert_eq!(demo::table(&again).await.expect("the table"), table);
    let second = audit::verify(again.db.read()).await.expect("the log can be read");
    assert_eq!(second, report, "playing again changed something");
}
