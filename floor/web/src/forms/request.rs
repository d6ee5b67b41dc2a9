// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading a request into a `Form`. Parts of the address win over fields of the same name.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::rejection::FormRejection;
use axum::extract::{Form as Fields, FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use desk::{Form, Upload};

use crate::chrome::{Trouble, flash};
use crate::door::Visitor;

/// The `{parts}` of the path.
pub(crate) async fn path_parts(parts: &mut Parts) -> Vec<(String, String)> {
    match RawPathParams::from_request_parts(parts, &()).await {
        Ok(found) => found.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        Err(_) => Vec::new(),
    }
}

/// Path and query.
pub(crate) async fn from_address(parts: &mut Parts, visitor: &Visitor) -> Form {
    let path = path_parts(parts).await;
    let query = visitor.parameters.iter().filter(|(name, _)| name != flash::DONE).cloned();
    Form::from_address(joined(query, path))
}

/// Path and body.
///
/// # Errors
/// The body is too large or cannot be read.
pub(crate) async fn from_body(request: Request, path: Vec<(String, String)>) -> Result<Form, Trouble> {
    let content =
        request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if content.starts_with("multipart/form-data") {
        return from_multipart(request, path).await;
    }
    match Fields::<Vec<(String, String)>>::from_request(request, &()).await {
        Ok(Fields(pairs)) => Ok(Form::new(joined(pairs.into_iter(), path))),
        Err(FormRejection::BytesRejection(rejection))
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE =>
        {
            Err(Trouble::TooLarge)
        }
        Err(_) => Err(Trouble::BadRequest),
    }
}

async fn from_multipart(request: Request, path: Vec<(String, String)>) -> Result<Form, Trouble> {
    let mut body = Multipart::from_request(request, &()).await.map_err(|_| Trouble::BadRequest)?;
    let mut pairs = Vec::new();
    let mut files = Vec::new();
    while let Some(part) = body.next_field().await.map_err(|error| trouble(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(str::to_owned) {
            Some(file_name) => {
                let bytes = part.bytes().await.map_err(|error| trouble(&error))?.to_vec();
                files.push((name, Upload { name: file_name, bytes }));
            }
            None => pairs.push((name, part.text().await.map_err(|error| trouble(&error))?)),
        }
    }
    let mut form = Form::new(joined(pairs.into_iter(), path));
    for (name, upload) in files {
        form.attach(&name, upload);
    }
    Ok(form)
}

fn trouble(error: &MultipartError) -> Trouble {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Trouble::TooLarge } else { Trouble::BadRequest }
}

fn joined(
    fields: impl Iterator<Item = (String, String)>,
    path: Vec<(String, String)>,
) -> Vec<(String, String)> {
    let in_path = |name: &str| path.iter().any(|(part, _)| part == name);
    let mut pairs: Vec<(String, String)> = fields.filter(|(name, _)| !in_path(name)).collect();
    pairs.extend(path);
    pairs
}
