// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Courses: read from text, scored, searched.

mod naive;
mod reading;
mod scoring;
mod searching;
mod some_instances;
