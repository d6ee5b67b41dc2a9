// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A page to be saved and opened where there is no network: it holds the register as of now and checks codes by itself.

use access::Act;
use desk::{Desk, Form, Halt, Page, Shown};

use super::{outside, register};

/// `certificate offline`.
pub const OFFLINE: Page = Page {
    name: "certificate offline",
    path: "/c/periksa.html",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(view(desk, form)),
};

const PAGE: &str = include_str!("../../outside/page.html");
const CHECK: &str = include_str!("../../outside/check.js");
const SCRIPT: &str = include_str!("../../outside/page.js");

/// Before the first certificate there is nothing to check: then the page to check a number.
async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let Some(register) = register::sealed(desk).await? else {
        return (outside::LOOKUP.view)(desk, form).await;
    };
    // An end tag in a name would end the script that holds the register; as an escape it is the same text.
    let register = register.replace('<', "\\u003c");
    let page =
        [("@STYLE@", style().as_str()), ("@CHECK@", CHECK), ("@PAGE@", SCRIPT), ("@REGISTER@", &register)]
            .into_iter()
            .fold(PAGE.to_owned(), |page, (mark, text)| page.replacen(mark, text, 1));
    Ok(Shown::File {
        name: "periksa-sertifikat.html".to_owned(),
        media_type: "text/html; charset=utf-8",
        bytes: page.into_bytes(),
    })
}

/// The style of the pages outside, without the font that lies on the server.
fn style() -> String {
    web::OUTSIDE_STYLE.lines().filter(|line| !line.starts_with("@font-face")).collect::<Vec<_>>().join("\n")
}
