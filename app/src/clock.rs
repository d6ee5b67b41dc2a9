// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The clock, read at the door and nowhere else; everybody inside is told what time it is.

use chrono::{DateTime, Duration, FixedOffset, Timelike, Utc};
use kernel::day::Day;
use kernel::zone::Zone;

const WIB: FixedOffset = FixedOffset::east_opt(7 * 3600).expect("seven hours are an offset");
const LATEST_MINUTE: u32 = 21 * 60 + 59;

/// What time it is for those who come in.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    Now,
    /// Always the same day, with the real time of that day: stories of other years stay as they are.
    FixedDay(Day),
    /// Always the same instant.
    Fixed(DateTime<Utc>),
}

impl Clock {
    pub fn read(self) -> DateTime<Utc> {
        let now = Utc::now();
        match self {
            Self::Now => now,
            Self::Fixed(instant) => instant,
            Self::FixedDay(day) => {
                // It stays this day in all three zones: WIT is two hours ahead of WIB.
                let minutes = now.with_timezone(&WIB).time().num_seconds_from_midnight() / 60;
                Zone::Wib.at(day, 0, 0) + Duration::minutes(i64::from(minutes.min(LATEST_MINUTE)))
            }
        }
    }
}
