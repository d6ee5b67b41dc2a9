// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod courses;
mod known;
mod lost;
mod order;
mod peer;
mod results;
mod seats;

use order::{Order, What};

fn main() -> anyhow::Result<()> {
    let order = Order::read(std::env::args().skip(1))?;
    match order.what {
        What::Courses => courses::run(&order),
        What::Seats => seats::run(&order),
        What::Lost => lost::run(1),
    }
}
