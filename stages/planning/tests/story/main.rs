// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From an empty week to an open batch, through the door of the web, on each database at hand.

mod calendars;
mod changing;
mod gate;
mod ground;
mod laying;
mod limits;
mod mending;
mod proposing;
mod searching;
mod yearly;
