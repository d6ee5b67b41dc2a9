// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Running SQL text with bound values. Values are always bound, never spliced.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, FromQueryResult, Statement, Value};

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
        Together::default().and(self).run(on).await
    }
}

/// Rows of several tables, written in their order and sent as one message: a round trip to the database costs more than most
/// of what it asks for.
#[derive(Debug, Default)]
pub struct Together {
    statements: Vec<String>,
    values: Vec<Value>,
}

impl Together {
    #[must_use]
    pub fn and(self, row: Insert) -> Self {
        self.add(row.table, &row.columns, 1, row.values)
    }

    /// Rows of one table; they must be few enough for one statement.
    #[must_use]
    pub fn and_many<const N: usize>(self, rows: Many<N>) -> Self {
        let count = rows.rows.len();
        self.add(rows.table, &rows.columns, count, rows.rows.into_iter().flatten().collect())
    }

    fn add(mut self, table: &str, columns: &[&str], rows: usize, values: Vec<Value>) -> Self {
        if rows == 0 {
            return self;
        }
        let (width, first) = (columns.len(), self.values.len());
        let row = |row: usize| -> String {
            let places: Vec<String> =
                (1..=width).map(|place| format!("${}", first + row * width + place)).collect();
            format!("({})", places.join(", "))
        };
        let places: Vec<String> = (0..rows).map(row).collect();
        self.statements.push(format!(
            "INSERT INTO {table} ({}) VALUES {}",
            columns.join(", "),
            places.join(", ")
        ));
        self.values.extend(values);
        self
    }

    /// Inserts the rows.
    ///
    /// # Errors
    /// The database refused one of them; the transaction is of no more use.
    pub async fn run<C: ConnectionTrait>(self, on: &C) -> Result<(), DbErr> {
        let sql = match on.get_database_backend() {
            // PostgreSQL prepares one statement at a time; its parts may be inserts of their own.
            DbBackend::Postgres => one_statement(self.statements),
            _ => self.statements.join("; "),
        };
        if sql.is_empty() {
            return Ok(());
        }
        run(on, &sql, self.values).await.map(|_| ())
    }
}

fn one_statement(mut statements: Vec<String>) -> String {
    let last = statements.pop().unwrap_or_default();
    if statements.is_empty() {
        return last;
    }
    let part = |(number, statement): (usize, &String)| format!("part_{number} AS ({statement})");
    let parts: Vec<String> = statements.iter().enumerate().map(part).collect();
    format!("WITH {} {last}", parts.join(", "))
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
        let (per_statement, mut written) = ((MOST_VALUES / N.max(1)).max(1), 0);
        let mut rows = self.rows.into_iter().peekable();
        while rows.peek().is_some() {
            let part: Vec<[Value; N]> = rows.by_ref().take(per_statement).collect();
            written += part.len() as u64;
            Together::default().and_many(Self { rows: part, ..self }).run(on).await?;
        }
        Ok(written)
    }
}
