// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod connect;
mod migrate;
mod statement;
pub mod testing;
mod violation;

pub use connect::{DatabaseAddress, Db};
pub use migrate::{Migration, migrate};
pub use statement::{Insert, Many, Together, insert, many, one, rows, run};
pub use violation::{Violation, violation};

pub use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, FromQueryResult, QueryResult,
    TransactionTrait, Value,
};
