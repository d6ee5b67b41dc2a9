// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A story of the demo played into the house of a test, day by day.

use kernel::day::Day;
use kernel::zone::Zone;
use web::testing::Standing;

use crate::command::RoomCommands;
use crate::demo::{Embedded, STORIES};
use crate::rooms;
use crate::story::{Line, Player, Script};

/// The story as far as it was played.
pub struct Told {
    lines: Vec<Line>,
    played: usize,
}

impl Told {
    /// Offices first, then the story.
    pub fn none(place: &str) -> Self {
        let wanted = STORIES.iter().filter(|(name, _)| name.contains("kantor") || name.contains(place));
        let read = |(name, text): &(&'static str, &str)| {
            Script::read(name, text).expect("the story can be read").lines
        };
        Self { lines: wanted.flat_map(read).collect(), played: 0 }
    }

    /// Plays on to the eve of a day and sets the clock to 09.00 of it.
    pub async fn until(&mut self, standing: &Standing, today: Day) {
        let rooms = RoomCommands { actions: rooms::actions(), pages: rooms::pages() };
        let player = Player { house: &standing.house, rooms: &rooms, files: &Embedded };
        let midnight = Zone::Wib.at(today, 0, 0);
        let (before, rest) = self.lines.split_at(self.played);
        let later = |line: &Line| matches!(line, Line::At(instant, _) if *instant >= midnight);
        let next = &rest[..rest.iter().position(later).unwrap_or(rest.len())];
        let who = before.iter().rfind(|line| matches!(line, Line::As(_)));
        let script = Script { name: "story", lines: who.into_iter().chain(next).cloned().collect() };
        player.play(&script, &mut String::new()).await.expect("the story goes as written");
        self.played += next.len();
        standing.at(today);
    }
}
