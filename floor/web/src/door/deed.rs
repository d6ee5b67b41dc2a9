// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Actions: the form, the sending of it, and every way it may end.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use desk::{Action, Desk, Done, FieldProblem, Form, Halt, Kind, Refusal, Shown};

use crate::chrome::{Frame, Trouble, flash, framed, trouble_page};
use crate::door::pass::{halted, pass, see_other};
use crate::door::proof::{self, Outcome};
use crate::door::{Site, Visitor};
use crate::forms::{self, Stop};

/// `GET` of an action: its empty form.
pub(crate) async fn show(site: Arc<Site>, action: Action, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let visitor = match Visitor::arrive(&site, &parts).await {
        Ok(visitor) => visitor,
        Err(halt) => return halted(&site, &Visitor::stranger(&site, &parts), halt),
    };
    let actor = match pass(&site, &visitor, action.act, true) {
        Ok(actor) => actor,
        Err(response) => return *response,
    };
    let form = forms::from_address(&mut parts, &visitor).await;
    let desk = visitor.desk(&site, actor);
    let sheet = Sheet { site: &site, visitor: &visitor, action: &action, desk: &desk, form: &form };
    sheet.answer(None).await
}

/// `POST` of an action: does it.
pub(crate) async fn run(site: Arc<Site>, action: Action, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut visitor = match Visitor::arrive(&site, &parts).await {
        Ok(visitor) => visitor,
        Err(halt) => return halted(&site, &Visitor::stranger(&site, &parts), halt),
    };
    if let Err(response) = pass(&site, &visitor, action.act, false) {
        return *response;
    }
    let path = forms::path_parts(&mut parts).await;
    let form = match forms::from_body(Request::from_parts(parts, body), path).await {
        Ok(form) => form,
        Err(trouble) => return trouble_page(&site, &visitor, trouble),
    };
    let (form, proof) = proof::split(form);
    let sent = Sent { site: &site, action: &action, form: &form };
    let Some(given) = proof else { return sent.run(&visitor).await };
    match proof::take(&site, &mut visitor, &given.typed).await {
        Ok(Outcome::Fits) if given.lost.is_empty() => sent.run(&visitor).await,
        Ok(Outcome::Fits) => sent.ask_again_for(&visitor, &given.lost).await,
        Ok(outcome) => proof::ask(&site, &visitor, (&action, &form, given.lost), outcome).await,
        Err(halt) => halted(&site, &visitor, halt),
    }
}

/// A form that was sent.
struct Sent<'a> {
    site: &'a Site,
    action: &'a Action,
    form: &'a Form,
}

impl Sent<'_> {
    async fn run(&self, visitor: &Visitor) -> Response {
        let Self { site, action, form } = *self;
        let Some(actor) = &visitor.actor else {
            return trouble_page(site, visitor, Trouble::SignIn);
        };
        let mut desk = visitor.desk(site, actor.clone());
        let once = form.text(forms::ONCE);
        desk.once = (!once.is_empty()).then(|| once.to_owned());
        match (action.run)(&desk, form).await {
            Ok(done) => see_done((site, visitor), action, &desk, done),
            Err(Halt::Proof(_)) => {
                let lost = proof::lost(action, form);
                proof::ask(site, visitor, (action, form, lost), Outcome::NotAsked).await
            }
            Err(halt) => {
                // A fresh desk: what was allowed while doing says nothing about showing.
                let desk = visitor.desk(site, actor.clone());
                Sheet { site, visitor, action, desk: &desk, form }.after(halt).await
            }
        }
    }

    /// The form again, with all that was typed, for what did not survive the question in between.
    async fn ask_again_for(&self, visitor: &Visitor, lost: &[String]) -> Response {
        let Self { site, action, form } = *self;
        let Some(actor) = &visitor.actor else {
            return trouble_page(site, visitor, Trouble::SignIn);
        };
        let problem = |name: &String| FieldProblem { field: name.clone(), say: "proof-again".into() };
        let halt = Halt::Problems(lost.iter().map(problem).collect());
        let desk = visitor.desk(site, actor.clone());
        Sheet { site, visitor, action, desk: &desk, form }.after(halt).await
    }
}

fn see_done((site, visitor): (&Site, &Visitor), action: &Action, desk: &Desk, done: Done) -> Response {
    // Shown in the answer itself: an address or a table would keep it.
    if let Some(Shown::Html { title, body, .. }) = done.shown_once {
        return framed(
            site,
            visitor,
            StatusCode::OK,
            Frame { room: action.room, title, body, about: None, script: None },
        );
    }
    let teller = desk.teller();
    let said: Vec<String> =
        std::iter::once(&done.say).chain(&done.more).map(|say| teller.tell(say)).collect();
    see_other(&flash::carry(&desk.house.secrets, &desk.actor.login, &done.location, &said, desk.now))
}

/// A refusal where there is no form to go with it.
pub(crate) fn refused_without_form(site: &Site, visitor: &Visitor, refusal: &Refusal) -> Response {
    let t = visitor.teller(site);
    let heading = t.say("form-refused");
    let body = forms::stop_page(&heading, &Stop::of_refusal(t, refusal), t);
    framed(
        site,
        visitor,
        StatusCode::CONFLICT,
        Frame { room: "", title: heading, body, about: None, script: None },
    )
}

/// One form about to be shown.
struct Sheet<'a> {
    site: &'a Site,
    visitor: &'a Visitor,
    action: &'a Action,
    desk: &'a Desk,
    form: &'a Form,
}

impl Sheet<'_> {
    /// Shows the form again with what stopped it, or the page for a halt that has no form.
    async fn after(&self, halt: Halt) -> Response {
        match halt {
            Halt::Problems(problems) if !self.is_all_in_address(&problems) => {
                self.answer(Some((StatusCode::UNPROCESSABLE_ENTITY, Err(problems)))).await
            }
            Halt::Refusal(refusal) => self.answer(Some((StatusCode::CONFLICT, Ok(refusal)))).await,
            halt => halted(self.site, self.visitor, halt),
        }
    }

    async fn answer(&self, stop: Option<(StatusCode, Result<Refusal, Vec<FieldProblem>>)>) -> Response {
        let t = self.desk.teller();
        let prepared = match (self.action.open)(self.desk, self.form).await {
            Ok(prepared) => prepared,
            // What stopped the deed says more than what stops the form.
            Err(Halt::Refusal(again)) => {
                let refusal = match stop {
                    Some((_, Ok(refusal))) => refusal,
                    _ => again,
                };
                return refused_without_form(self.site, self.visitor, &refusal);
            }
            Err(halt) => return halted(self.site, self.visitor, halt),
        };
        let (status, stop, problems) = match stop {
            None => (StatusCode::OK, None, Vec::new()),
            Some((status, Ok(refusal))) => (status, Some(Stop::of_refusal(t, &refusal)), Vec::new()),
            Some((status, Err(problems))) => {
                (status, Some(Stop::of_problems(t, self.action, &problems)), problems)
            }
        };
        let sent = forms::Sent { form: self.form, problems: &problems, was_sent: status != StatusCode::OK };
        let heading = t.say(&self.action.name.replace(' ', "-"));
        let title = match status {
            StatusCode::UNPROCESSABLE_ENTITY => t.with("form-problem-title", "title", &heading),
            StatusCode::CONFLICT => t.with("form-refused-title", "title", &heading),
            _ => heading,
        };
        match forms::body(self.desk, self.action, prepared, &sent, (stop, self.visitor.uri.path())).await {
            Ok(body) => framed(
                self.site,
                self.visitor,
                status,
                Frame {
                    room: self.action.room,
                    title,
                    body,
                    about: self.site.about(self.desk, self.visitor).await,
                    script: None,
                },
            ),
            Err(halt) => halted(self.site, self.visitor, halt),
        }
    }

    /// A problem of the address alone cannot be mended in the form: there is no such thing.
    fn is_all_in_address(&self, problems: &[FieldProblem]) -> bool {
        let in_address = |name: &str| {
            self.action.fields.iter().any(|field| field.name == name && matches!(field.kind, Kind::Path))
        };
        problems.iter().all(|problem| in_address(&problem.field))
    }
}
