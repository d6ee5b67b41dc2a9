// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why not, as `application/problem+json` (RFC 9457): a stable code, a sentence in the language asked for, every field
//! that must be mended, and what is possible instead.

use axum::body::Body;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use desk::{FieldProblem, Say, Words};
use kernel::Lang;
use serde_json::{Map, Value, json};

pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

macro_rules! troubles {
    ($($name:ident = $code:literal, $status:ident;)*) => {
        /// What the door itself has to say; a rule of a room has its own code, such as `PART-04`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Code { $($name),* }

        impl Code {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The end of the problem's type; `api-CODE` is its word.
            pub(crate) fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            pub(crate) fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status),* }
            }
        }
    };
}

troubles! {
    TokenMissing = "token-missing", UNAUTHORIZED;
    TokenUnknown = "token-unknown", UNAUTHORIZED;
    Denied = "denied", FORBIDDEN;
    ProofNeeded = "proof-needed", FORBIDDEN;
    Missing = "missing", NOT_FOUND;
    Method = "method", METHOD_NOT_ALLOWED;
    NoTwin = "no-twin", NOT_ACCEPTABLE;
    NothingToCompare = "nothing-to-compare", PRECONDITION_FAILED;
    TooLarge = "too-large", PAYLOAD_TOO_LARGE;
    MediaType = "media-type", UNSUPPORTED_MEDIA_TYPE;
    Fields = "fields", UNPROCESSABLE_ENTITY;
    KeyMissing = "key-missing", BAD_REQUEST;
    KeyMalformed = "key-malformed", BAD_REQUEST;
    KeyReused = "key-reused", UNPROCESSABLE_ENTITY;
    NotJson = "not-json", BAD_REQUEST;
    TwiceInJson = "twice-in-json", BAD_REQUEST;
    TooDeep = "too-deep", BAD_REQUEST;
    NotAnObject = "not-an-object", UNPROCESSABLE_ENTITY;
    BadRequest = "bad-request", BAD_REQUEST;
    TooMany = "too-many", TOO_MANY_REQUESTS;
    Fault = "fault", INTERNAL_SERVER_ERROR;
    Slow = "slow", SERVICE_UNAVAILABLE;
}

/// One problem, before it is said in a language; boxed, for it travels as an error.
#[derive(Debug, Clone)]
pub(crate) struct Problem(Box<Content>);

#[derive(Debug, Clone)]
struct Content {
    status: StatusCode,
    code: String,
    title: Say,
    detail: Option<Say>,
    next: Option<Say>,
    errors: Vec<FieldProblem>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    pub(crate) fn new(code: Code) -> Self {
        let word = format!("api-{}", code.code());
        Self(Box::new(Content {
            status: code.status(),
            code: code.code().to_owned(),
            detail: Some(Say::new(format!("{word}.detail"))),
            next: Some(Say::new(format!("{word}.next"))),
            title: Say::new(word),
            errors: Vec::new(),
            headers: Vec::new(),
        }))
    }

    /// Fields that must be mended: all of them.
    pub(crate) fn of_fields(errors: Vec<FieldProblem>) -> Self {
        let mut problem = Self::new(Code::Fields).with("count", errors.len());
        problem.0.errors = errors;
        problem
    }

    /// A rule said no.
    pub(crate) fn of_refusal(refusal: &desk::Refusal, status: StatusCode) -> Self {
        let reason = |say: &Say| FieldProblem { field: String::new(), say: say.clone() };
        Self(Box::new(Content {
            status,
            code: refusal.code.to_owned(),
            title: refusal.say(),
            detail: None,
            next: Some(refusal.next()),
            errors: refusal.reasons.iter().map(reason).collect(),
            headers: Vec::new(),
        }))
    }

    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let content = &mut *self.0;
        for say in
            [Some(&mut content.title), content.detail.as_mut(), content.next.as_mut()].into_iter().flatten()
        {
            say.args.push((name, value.to_string()));
        }
        self
    }

    #[must_use]
    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.push((name, value));
        self
    }

    pub(crate) fn response(&self, words: &Words, lang: Lang) -> Response {
        let body = Body::from(self.0.body(words, lang).to_string());
        let head = [(CONTENT_TYPE, MEDIA_TYPE), (CONTENT_LANGUAGE, lang.tag())];
        let mut response = (self.0.status, head, body).into_response();
        response.headers_mut().extend(self.0.headers.iter().cloned());
        response
    }
}

impl Content {
    /// # Shape
    /// `type`, `title`, `status`, `code` always; `detail`, `next`, `errors` where there is something to say. An error's
    /// `field` and `pointer` are missing where a reason is about no single field.
    fn body(&self, words: &Words, lang: Lang) -> Value {
        let mut body = Map::new();
        body.insert("type".to_owned(), json!(format!("/api/problems/{}", self.code.to_lowercase())));
        body.insert("title".to_owned(), json!(words.say(lang, &self.title)));
        body.insert("status".to_owned(), json!(self.status.as_u16()));
        body.insert("code".to_owned(), json!(self.code));
        for (name, say) in [("detail", &self.detail), ("next", &self.next)] {
            if let Some(text) = say.as_ref().and_then(|say| words.try_say(lang, say)) {
                body.insert(name.to_owned(), json!(text));
            }
        }
        if !self.errors.is_empty() {
            let errors = self.errors.iter().map(|problem| error(problem, words, lang));
            body.insert("errors".to_owned(), errors.collect());
        }
        Value::Object(body)
    }
}

fn error(problem: &FieldProblem, words: &Words, lang: Lang) -> Value {
    let mut error = Map::new();
    if !problem.field.is_empty() {
        // A cell of a grid has the name `mark.CELL`.
        let pointer = problem.field.replace('~', "~0").replace('/', "~1").replacen('.', "/", 1);
        error.insert("field".to_owned(), json!(problem.field));
        error.insert("pointer".to_owned(), json!(format!("#/{pointer}")));
    }
    error.insert("detail".to_owned(), json!(words.say(lang, &problem.say)));
    error.insert("detail_en".to_owned(), json!(words.say(Lang::En, &problem.say)));
    Value::Object(error)
}
