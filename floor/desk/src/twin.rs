// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The twin of a page: its facts for a program, from the same rows, under the same permission.

use serde_json::Value;

use crate::{Desk, Field, Form, Future, Halt, Page, Shapes, Told};

/// The facts of a page; a room implements it on a struct declared with `told!`.
///
/// A list has the fields `items` and `next`, and `AFTER` and `LIMIT` in its query (`Slice`).
pub trait PageFacts: Told + Send + 'static {
    /// The page: its address, and the act that lets one in.
    const PAGE: Page;
    /// What may follow the `?`.
    const QUERY: &'static [Field] = &[];

    /// Asks for permission and reads, by the functions the page itself uses.
    ///
    /// # Errors
    /// Whatever stops the page.
    fn read(desk: &Desk, form: &Form) -> impl std::future::Future<Output = Result<Self, Halt>> + Send;
}

/// A page's facts as a value, as `Action` and `Page` are.
#[derive(Clone, Copy)]
pub struct Twin {
    pub page: Page,
    pub query: &'static [Field],
    pub shape: fn(&mut Shapes) -> Value,
    pub read: for<'a> fn(&'a Desk, &'a Form) -> Future<'a, Result<Value, Halt>>,
}

impl Twin {
    pub fn of<T: PageFacts>() -> Self {
        Self {
            page: T::PAGE,
            query: T::QUERY,
            shape: T::shape,
            read: |desk, form| Box::pin(async { Ok(T::read(desk, form).await?.tell()) }),
        }
    }
}
