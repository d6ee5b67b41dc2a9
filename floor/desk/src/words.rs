// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every sentence a person may read, in Fluent, Bahasa Indonesia first. A sentence missing in English is said in Indonesian.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use anyhow::anyhow;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use kernel::Lang;

/// A sentence to be said: its key and what goes into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Say {
    pub key: String,
    pub args: Vec<(&'static str, String)>,
}

impl Say {
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl From<&str> for Say {
    fn from(key: &str) -> Self {
        Self::new(key)
    }
}

/// The sentences of all rooms.
pub struct Words {
    indonesian: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
    missing: Mutex<BTreeSet<String>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Words(…)")
    }
}

impl Words {
    /// Reads the rooms' files, each a pair of Indonesian and English text.
    ///
    /// # Errors
    /// A file is not Fluent, or two rooms use one key.
    pub fn new(files: &[(&'static str, &'static str)]) -> anyhow::Result<Self> {
        let bundle = |tag: &str, texts: Vec<&'static str>| -> anyhow::Result<FluentBundle<FluentResource>> {
            let mut bundle = FluentBundle::new_concurrent(vec![tag.parse()?]);
            bundle.set_use_isolating(false);
            for text in texts {
                let resource = FluentResource::try_new(text.to_owned())
                    .map_err(|(_, problems)| anyhow!("{tag}: not Fluent: {problems:?}"))?;
                bundle
                    .add_resource(resource)
                    .map_err(|problems| anyhow!("{tag}: a key stands twice: {problems:?}"))?;
            }
            Ok(bundle)
        };
        Ok(Self {
            indonesian: bundle("id", files.iter().map(|pair| pair.0).collect())?,
            english: bundle("en", files.iter().map(|pair| pair.1).collect())?,
            missing: Mutex::default(),
        })
    }

    /// Says a sentence. A key may name an attribute: `agreement-sign.verb`.
    /// A key that does not exist is said as itself in brackets and remembered for `missing`.
    pub fn say(&self, lang: Lang, say: &Say) -> String {
        self.try_say(lang, say).unwrap_or_else(|| {
            self.missing.lock().unwrap_or_else(PoisonError::into_inner).insert(say.key.clone());
            format!("⟦{}⟧", say.key)
        })
    }

    /// Says a sentence if its key exists.
    pub fn try_say(&self, lang: Lang, say: &Say) -> Option<String> {
        let indonesian = || format(&self.indonesian, say);
        match lang {
            Lang::Id => indonesian(),
            Lang::En => format(&self.english, say).or_else(indonesian),
        }
    }

    /// Keys that were asked for and are not there; empty in a good build.
    pub fn missing(&self) -> Vec<String> {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}

fn format(bundle: &FluentBundle<FluentResource>, say: &Say) -> Option<String> {
    let (key, attribute) =
        say.key.split_once('.').map_or((say.key.as_str(), None), |(key, name)| (key, Some(name)));
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut args = FluentArgs::new();
    for (name, value) in &say.args {
        // Whole numbers choose plural forms and are printed as given.
        match value.parse::<i64>() {
            Ok(number) if !value.starts_with('0') || value == "0" => args.set(*name, number),
            _ => args.set(*name, value.as_str()),
        }
    }
    let mut problems = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&args), &mut problems).into_owned())
}

/// Words in one language; what templates hold.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    pub words: &'a Words,
    pub lang: Lang,
}

impl Teller<'_> {
    /// A sentence without arguments.
    pub fn say(&self, key: &str) -> String {
        self.words.say(self.lang, &Say::new(key))
    }

    /// A sentence with one argument.
    pub fn with(&self, key: &str, name: &'static str, value: impl ToString) -> String {
        self.words.say(self.lang, &Say::new(key).with(name, value))
    }

    /// A sentence already put together.
    pub fn tell(&self, say: &Say) -> String {
        self.words.say(self.lang, say)
    }

    /// The label of a code: `state-agreement-signed` for prefix `state-agreement` and code `signed`.
    pub fn code(&self, prefix: &str, code: &str) -> String {
        self.say(&format!("{prefix}-{}", code.replace('_', "-")))
    }
}
