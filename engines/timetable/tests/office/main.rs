// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Proposals for offices: judged by the checker, compared with trying everything, and told why there is none.

mod brute_force;
mod four_programmes;
mod judged;
mod limits;
mod priced;
mod properties;
mod reasons;
mod replanning;
mod small;
mod twins;
