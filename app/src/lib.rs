// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod command;
pub mod demo;
mod disk;
pub mod house;
mod line;
pub mod pages;
pub mod reactions;
pub mod rooms;
mod serve;
pub mod story;
mod verify;

pub use line::run;
pub use serve::{Clock, doors, serve};
