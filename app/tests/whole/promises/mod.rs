// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Promises about what outsiders and single insiders can do, each with figures that it must reach. They run small each time;
//! `BEKAL_WHOLE=1` asks for the counts that are promised, best of a release build:
//!
//! ```text
//! BEKAL_WHOLE=1 cargo test --release -p bekal --test whole promises:: -- --nocapture --test-threads 1
//! ```

mod alike_many;
mod guessing;
mod luck;
mod one_person;

use luck::Luck;

/// The count of a test that runs each time, or the one that is promised.
fn count(each_time: usize, whole: usize) -> usize {
    if std::env::var("BEKAL_WHOLE").is_ok_and(|wish| !wish.is_empty() && wish != "0") {
        whole
    } else {
        each_time
    }
}
