// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From the roll of one session to the completion of a batch, through the door, on each database.

mod classroom;
mod completion;
mod roll;
