// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of UD2, one a file: four that must hold, four that cost.

pub mod availability;
pub mod compactness;
pub mod conflicts;
pub mod lectures;
pub mod room_capacity;
pub mod room_occupancy;
pub mod room_stability;
pub mod working_days;
