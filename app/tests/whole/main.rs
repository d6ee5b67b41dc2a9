// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Tests of the house as a whole: its tables, its stories, who gets in where, what leaks, and what a kill leaves behind.

mod access_matrix;
mod alike;
mod api;
mod board;
#[cfg(unix)]
mod crash;
#[cfg(unix)]
mod crash_issue;
#[cfg(unix)]
mod crash_jobs;
#[cfg(unix)]
mod crash_people;
mod demo_house;
mod faces;
mod house;
mod journeys;
mod language;
mod leaks;
mod people_changes;
mod promises;
mod reasons;
mod revoked;
#[cfg(unix)]
mod server;
mod synth;
mod transparency;
mod vc_api;
