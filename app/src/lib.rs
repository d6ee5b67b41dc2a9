// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod about;
mod clock;
pub mod command;
pub mod demo;
mod disk;
pub mod house;
mod line;
mod log_outside;
pub mod pages;
mod plan;
pub mod reactions;
pub mod rooms;
mod serve;
pub mod story;
pub mod synth;
pub mod vc_api;
mod verify;
mod verify_code;
mod verify_selection;
pub mod work;

pub use clock::Clock;
pub use line::run;
pub use serve::{doors, doors_with, serve};
