// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Running SQL text with bound values. Values are always bound, never spliced.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, Value};

/// Every row of a question.
pub async fn rows<R, C>(on: &C, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<R>, DbErr>
where
    R: FromQueryResult,
    C: ConnectionTrait,
{
    let statement = Statement::from_sql_and_values(on.get_database_backend(), sql, values);
    R::find_by_statement(statement).all(on).await
}

/// The first row of a question.
pub async fn one<R, C>(on: &C, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Option<R>, DbErr>
where
    R: FromQueryResult,
    C: ConnectionTrait,
{
    let statement = Statement::from_sql_and_values(on.get_database_backend(), sql, values);
    R::find_by_statement(statement).one(on).await
}

/// Runs a change; answers how many rows it touched.
pub async fn run<C: ConnectionTrait>(
    on: &C,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, DbErr> {
    let statement = Statement::from_sql_and_values(on.get_database_backend(), sql, values);
    Ok(on.execute_raw(statement).await?.rows_affected())
}

/// One row to be inserted, column by column, so that a name and its value cannot drift apart.
#[derive(Debug)]
pub struct Insert {
    table: &'static str,
    columns: Vec<&'static str>,
    values: Vec<Value>,
}

/// Begins a row for `table`.
pub fn insert(table: &'static str) -> Insert {
    Insert { table, columns: Vec::new(), values: Vec::new() }
}

impl Insert {
    #[must_use]
    pub fn set(mut self, column: &'static str, value: impl Into<Value>) -> Self {
        self.columns.push(column);
        self.values.push(value.into());
        self
    }

    /// Inserts the row.
    ///
    /// # Errors
    /// The database refused it; `violation` says by which constraint.
    pub async fn run<C: ConnectionTrait>(self, on: &C) -> Result<(), DbErr> {
        let places: Vec<String> = (1..=self.values.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            self.table,
            self.columns.join(", "),
            places.join(", ")
        );
        run(on, &sql, self.values).await.map(|_| ())
    }
}
