// SPDX-License-Identifier: Apache-2.0 OR MIT
// The house's own sentences, so that a test asks for the words a page should say without writing them down again.

import { existsSync, readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../../', import.meta.url);
const PLACEABLE = /\{[^{}]*\}/g;

const crates = ['app', ...inside('floor'), ...inside('stages')];
const known = { id: sentences('id'), en: sentences('en') };

/** The sentence of a key as a pattern: what is filled in may be anything. */
export function said(language, key) {
  const sentence = known[language].get(key);
  if (!sentence) throw new Error(`no word ${key} in ${language}.ftl`);
  const parts = sentence.split(PLACEABLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}

/** Attributes and selections stand on lines of their own and are left out. */
function sentences(language) {
  const found = new Map();
  for (const file of crates.map((crate) => new URL(`${crate}/words/${language}.ftl`, ROOT)).filter(existsSync)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [, key, sentence] = /^([a-z][\w-]*) = (.+)$/.exec(line) ?? [];
      if (key) found.set(key, sentence);
    }
  }
  return found;
}

function inside(folder) {
  return readdirSync(new URL(`${folder}/`, ROOT)).map((name) => `${folder}/${name}`);
}
