// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A form as it stands on the page: label, hint, problem and control of each field.

use askama::Template;
use desk::{Action, Choice, Desk, Field, FieldProblem, Form, Halt, Kind, Prepared, Say, Teller};

use crate::forms::Stop;
use crate::html;

/// What came with the request, to be shown again.
pub(crate) struct Sent<'a> {
    pub form: &'a Form,
    pub problems: &'a [FieldProblem],
    /// True when the person has filled it; then her values win over prepared ones, also empty ones.
    pub was_sent: bool,
}

enum Control {
    Line { kind: &'static str, mode: &'static str },
    Secret,
    Area { rows: usize, is_records: bool },
    Check(bool),
    File,
    Select(Vec<Choice>),
}

struct FieldView {
    name: &'static str,
    id: String,
    label: String,
    hint: String,
    problem: String,
    required: bool,
    value: String,
    /// Attributes that tie the control to its problem and hint.
    described: String,
    control: Control,
}

#[derive(Template)]
#[template(path = "form.html")]
struct Body<'a> {
    t: Teller<'a>,
    heading: String,
    lead: String,
    subject: String,
    back: String,
    notes_html: String,
    grid_html: String,
    stop: Option<Stop>,
    fields: Vec<FieldView>,
    has_optional: bool,
    has_file: bool,
    action: &'a str,
    once: String,
    verb: String,
}

/// The inside of `<main>` for a form.
///
/// # Errors
/// The choices of a field could not be read.
pub(crate) async fn body(
    desk: &Desk,
    action: &Action,
    prepared: Prepared,
    sent: &Sent<'_>,
    (stop, path): (Option<Stop>, &str),
) -> Result<String, Halt> {
    let t = desk.teller();
    let key = action.name.replace(' ', "-");
    let mut fields = Vec::new();
    // What was sent nevertheless is shown, so that its problem can be seen and mended.
    let is_shown =
        |field: &Field| !prepared.without.contains(&field.name) || !sent.form.text(field.name).is_empty();
    for field in action.fields.iter().filter(|field| is_shown(field)) {
        if let Some(control) = control(desk, field, &prepared, sent).await? {
            fields.push(view(t, action, field, control, (&prepared, sent)));
        }
    }
    html(&Body {
        t,
        heading: t.say(&key),
        lead: t.words.try_say(t.lang, &Say::new(format!("{key}.lead"))).unwrap_or_default(),
        subject: prepared.subject,
        back: if prepared.back.is_empty() { "/".to_owned() } else { prepared.back },
        notes_html: prepared.notes_html,
        grid_html: prepared.grid_html,
        stop,
        has_optional: fields
            .iter()
            .any(|field| !field.required && !matches!(field.control, Control::Check(_))),
        has_file: action.fields.iter().any(|field| matches!(field.kind, Kind::File)),
        fields,
        action: path,
        once: desk.dice.random_id().to_string(),
        verb: t.say(&format!("{key}.verb")),
    })
}

fn view(
    t: Teller<'_>,
    action: &Action,
    field: &Field,
    control: Control,
    (prepared, sent): (&Prepared, &Sent<'_>),
) -> FieldView {
    let own = |problem: &&FieldProblem| problem.field == field.name;
    let problems: Vec<String> =
        sent.problems.iter().filter(own).map(|problem| t.tell(&problem.say)).collect();
    let hint = hint_of(t, action, field);
    let mut names = Vec::new();
    if !problems.is_empty() {
        names.push(format!("problem-{}", field.name));
    }
    if !hint.is_empty() {
        names.push(format!("hint-{}", field.name));
    }
    let invalid = if problems.is_empty() { "" } else { " aria-invalid=\"true\"" };
    let described = match names.is_empty() {
        true => String::new(),
        false => format!("{invalid} aria-describedby=\"{}\"", names.join(" ")),
    };
    FieldView {
        name: field.name,
        id: id_of(field.name),
        label: label_of(t, action, field.name),
        hint,
        problem: problems.join(" "),
        required: field.required,
        value: value_of(field.name, prepared, sent),
        described,
        control,
    }
}

/// None for what is not filled here: parts of the address, and grids, which bring their own inputs.
async fn control(
    desk: &Desk,
    field: &Field,
    prepared: &Prepared,
    sent: &Sent<'_>,
) -> Result<Option<Control>, Halt> {
    let line = |mode| Control::Line { kind: "text", mode };
    let value = || value_of(field.name, prepared, sent);
    Ok(Some(match field.kind {
        Kind::Text => line(""),
        Kind::Day => line("text"),
        Kind::Minute => line("decimal"),
        Kind::Number | Kind::Rupiah => line("numeric"),
        Kind::Long => Control::Area { rows: 4, is_records: false },
        Kind::Lines => Control::Area { rows: value().lines().count().clamp(6, 24), is_records: true },
        Kind::Check => Control::Check(matches!(value().as_str(), "1" | "on" | "ya" | "yes" | "true")),
        Kind::File => Control::File,
        Kind::Password => Control::Secret,
        Kind::Codes { prefix, codes } => {
            let choice =
                |code: &&str| Choice { value: (*code).to_owned(), label: desk.teller().code(prefix, code) };
            Control::Select(codes.iter().map(choice).collect())
        }
        Kind::Pick(options) => Control::Select(options(desk, sent.form).await?),
        Kind::Grid | Kind::Path => return Ok(None),
    }))
}

fn value_of(name: &str, prepared: &Prepared, sent: &Sent<'_>) -> String {
    let typed = sent.form.text(name);
    if sent.was_sent || !typed.is_empty() {
        return typed.to_owned();
    }
    let found = prepared.values.iter().rev().find(|(key, _)| key == name);
    found.map(|(_, value)| value.clone()).unwrap_or_default()
}

/// Also the target of a problem's link; the inputs of a grid carry it for each cell.
pub(crate) fn id_of(field: &str) -> String {
    format!("field-{field}")
}

/// `field-ACTION-NAME`, or else `field-NAME`.
pub(crate) fn label_of(t: Teller<'_>, action: &Action, name: &str) -> String {
    let (special, general) = keys_of(action, name);
    t.words.try_say(t.lang, &Say::new(special)).unwrap_or_else(|| t.say(&general))
}

/// The hint of the label that is used, or else the one of its kind.
fn hint_of(t: Teller<'_>, action: &Action, field: &Field) -> String {
    let (special, general) = keys_of(action, field.name);
    let has_special = t.words.try_say(t.lang, &Say::new(special.clone())).is_some();
    let own = Say::new(format!("{}.hint", if has_special { special } else { general }));
    let kind = match field.kind {
        Kind::Day => "kind-day-hint",
        Kind::Minute => "kind-minute-hint",
        Kind::Rupiah => "kind-rupiah-hint",
        Kind::File => "kind-file-hint",
        _ => return t.words.try_say(t.lang, &own).unwrap_or_default(),
    };
    t.words.try_say(t.lang, &own).unwrap_or_else(|| t.say(kind))
}

fn keys_of(action: &Action, name: &str) -> (String, String) {
    let name = name.replace('_', "-");
    (format!("field-{}-{name}", action.name.replace(' ', "-")), format!("field-{name}"))
}
