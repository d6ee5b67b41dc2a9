// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may know about people. Offence, sentence, health, block and NIK leave only in envelopes.

mod absence;
mod apart;
mod circumstance;
mod death;
mod duplicate;
mod episode;
mod person;
mod resolve;
mod secret;

pub use absence::{AbsenceFact, absences, away_on, open_absence};
pub use apart::{ApartFact, ApartPairs, apart_from, apart_pairs};
pub use circumstance::{Circumstance, CircumstanceFact, circumstance, circumstances_at};
pub use death::{DeathFact, Undone, death, deaths};
pub use duplicate::{MergeFact, duplicates_at, latest_merge};
pub use episode::{
    EndReason, EpisodeFact, episodes, episodes_of, held_at, offices_in_charge, offices_of, open_episode,
    released_on, target,
};
pub use person::{
    PersonFact, has_nik, known_as, person, person_with_nik, persons, pick_people, records, records_of,
};
pub(crate) use person::{honoured, places};
pub use resolve::resolve;
pub use secret::{EpisodeSecrets, earliest_release, episode_secrets, nik};
