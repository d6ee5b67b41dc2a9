// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may know about people. Offence, sentence, health, block and NIK leave only in envelopes.

mod apart;
mod episode;
mod person;
mod resolve;
mod secret;

pub use apart::{ApartFact, ApartPairs, apart_from, apart_pairs};
pub use episode::{
    EndReason, EpisodeFact, episodes, episodes_of, held_at, offices_in_charge, offices_of, open_episode,
    released_on, target,
};
pub(crate) use person::places;
pub use person::{PersonFact, has_nik, person, person_with_nik, persons, pick_people};
pub use resolve::resolve;
pub use secret::{EpisodeSecrets, earliest_release, episode_secrets, nik};
