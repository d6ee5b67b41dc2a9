// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sessions in somebody's own calendar program. Such a program cannot sign in, so an address that nobody can guess stands
//! for the account; what it shows is asked anew at every reading. No name and no word about the kind of place goes out.

mod events;
mod key;

pub(crate) use events::{of_batch, of_person};
pub(crate) use key::{Key, account_of, key_of, put, remove};
