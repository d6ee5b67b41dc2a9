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

/// The most values one statement binds; SQLite and PostgreSQL both take more.
const MOST_VALUES: usize = 8_000;

/// Many rows of one table, written some hundred at a time.
#[derive(Debug)]
pub struct Many<const N: usize> {
    table: &'static str,
    columns: [&'static str; N],
    rows: Vec<[Value; N]>,
}

/// Begins rows for `table`.
pub fn many<const N: usize>(table: &'static str, columns: [&'static str; N]) -> Many<N> {
    Many { table, columns, rows: Vec::new() }
}

impl<const N: usize> Many<N> {
    /// One row, its values in the order of the columns.
    pub fn push(&mut self, row: [Value; N]) {
        self.rows.push(row);
    }

    /// Inserts the rows; answers how many.
    ///
    /// # Errors
    /// The database refused one of them; the transaction is of no more use.
    pub async fn run<C: ConnectionTrait>(self, on: &C) -> Result<u64, DbErr> {
        let (per_statement, columns) = ((MOST_VALUES / N.max(1)).max(1), self.columns.join(", "));
        let mut written = 0;
        let mut rows = self.rows.into_iter().peekable();
        while rows.peek().is_some() {
            let part: Vec<[Value; N]> = rows.by_ref().take(per_statement).collect();
            let row = |row: usize| -> String {
                let places: Vec<String> = (1..=N).map(|place| format!("${}", row * N + place)).collect();
                format!("({})", places.join(", "))
            };
            let places: Vec<String> = (0..part.len()).map(row).collect();
            let sql = format!("INSERT INTO {} ({columns}) VALUES {}", self.table, places.join(", "));
            written += run(on, &sql, part.into_iter().flatten()).await?;
        }
        Ok(written)
    }
}
