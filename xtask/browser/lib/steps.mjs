// SPDX-License-Identifier: Apache-2.0 OR MIT
// What a person does on a page: follow a link she sees, fill a form, send it, read the answer.

import { ensure } from './report.mjs';

/** Clicks the link the page shows to this path; without one it is noted in `missing`, and the address is typed. */
export async function follow(page, path, missing) {
  const shown = page.locator('a[href]:not([href^="#"])').filter({ visible: true });
  const at = await shown.evaluateAll(
    (links, wanted) => links.findIndex((link) => link.pathname === wanted || link.pathname + link.search === wanted), path);
  if (at >= 0) {
    await shown.nth(at).click();
  } else {
    missing.push(`${here(page)} shows no link to ${path}`);
    await page.goto(path);
  }
  await page.waitForLoadState();
  const heading = await page.locator('h1').first().textContent();
  ensure(new URL(page.url()).pathname !== '/sign-in', `${path} asks to sign in`);
  ensure(await page.locator('.note.no').count() === 0 || await page.locator('main form').count() > 0, `${path} refuses: ${heading}: ${await problems(page)}`);
}

/** Follows several links one after the other. */
export async function walk(page, paths, missing) {
  for (const path of paths) await follow(page, path, missing);
}

/** Fills the fields of the page's form by their names. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main form [name="${name}"]`).first();
    ensure(await field.count() > 0, `${here(page)} has no field ${name}; it has ${(await names(page)).join(', ')}`);
    const kind = await field.evaluate((one) => (one.tagName === 'INPUT' ? one.type : one.tagName.toLowerCase()));
    if (kind === 'select') await choose(page, field, name, value);
    else if (kind === 'file') await field.setInputFiles(value);
    else if (kind === 'checkbox') await field.setChecked(value);
    else await field.fill(String(value));
  }
}

async function choose(page, field, name, value) {
  const options = await field.locator('option').evaluateAll((all) => all.map((one) => ({ value: one.value, label: one.label })));
  const found = options.find((one) => one.value === value) ?? options.find((one) => one.label.includes(value));
  ensure(found, `${here(page)}: the field ${name} does not offer ${value}; it offers ${options.map((one) => one.label).join(', ')}`);
  await field.selectOption(found.value);
}

/** Presses the form's own button. */
export async function press(page) {
  await page.locator('main form button.btn:not(.quiet)').last().click();
  await page.waitForLoadState();
}

/** Fills and sends; the server must say that it is done. Answers what it said. */
export async function send(page, values = {}) {
  await fill(page, values);
  const form = here(page);
  await press(page);
  const done = page.locator('.note.ok');
  ensure(await done.count() > 0, `${form} was refused: ${await problems(page)}`);
  return words(done.first());
}

/** Fills and sends; the server must refuse. Answers why. */
export async function sendRefused(page, values = {}) {
  await fill(page, values);
  const form = here(page);
  await press(page);
  ensure(await page.locator('.note.ok').count() === 0, `${form} was not refused: ${await text(page)}`);
  return problems(page);
}

/** The words of the page itself, without head and foot. */
export const text = (page) => words(page.locator('main'));

/** What stands at the top of a refused form, and at its fields. */
export async function problems(page) {
  const all = await page.locator('.note.no, main .problem').allTextContents();
  const said = all.map((one) => one.replace(/\s+/g, ' ').trim()).filter(Boolean).join(' / ');
  return said || `nothing is said; the page is “${(await text(page)).slice(0, 200)}”`;
}

/** Where she is; what was done is said by the page, not by its address. */
export const here = (page) => {
  const { pathname, searchParams } = new URL(page.url());
  searchParams.delete('done');
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
};

const words = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();

const names = (page) => page.locator('main form [name]').evaluateAll((all) => all.map((one) => one.name).filter((name) => !name.startsWith('_')));
