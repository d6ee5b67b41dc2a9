// SPDX-License-Identifier: Apache-2.0 OR MIT
// How every form behaves: what is missing is said and leads to its field, twice is once, and no mouse is needed.

import { TODAY, address, passwords, visitor } from './lib/house.mjs';
import { check, ensure, none } from './lib/report.mjs';
import { enter } from './lib/sign-in.mjs';
import { fill, here, press, send, text } from './lib/steps.mjs';

const EMPTY = [
  ['giatja.jember', '/meetings/new'], ['giatja.jember', '/agreements/new'], ['giatja.jember', '/facilities/new'],
  ['giatja.jember', '/programmes/new'], ['giatja.jember', '/batches/new'], ['giatja.jember', '/instructors/new'],
  ['binadik.jember', '/people/new'], ['disnaker.jember', '/vacancies/new'], ['disnaker.jember', '/employers/new'],
  ['admin', '/organisations/new'], ['admin', '/accounts/new'],
];
const TABS_AT_MOST = 60;

export async function forms(browser) {
  for (const [login, path] of EMPTY) await empty(browser, login, path);
  await once(browser);
  await keyboard(browser);
}

async function empty(browser, login, path) {
  await check(`an empty ${path} says what is missing and leads to each field`, async () => {
    const { context, page } = await enter(browser, login);
    await page.goto(path);
    await press(page);
    ensure(await focused(page) === 'problems', `after sending, the focus is on ${await focused(page)}, not on the summary`);
    const links = page.locator('#problems a[href^="#field-"]');
    const count = await links.count();
    ensure(count > 0, `the summary has no links: ${await text(page)}`);
    const wrong = [];
    for (let index = 0; index < count; index += 1) {
      const target = (await links.nth(index).getAttribute('href')).slice(1);
      await links.nth(index).click();
      if (await focused(page) !== target) wrong.push(`the link to ${target} focuses ${await focused(page)}`);
      const invalid = await page.locator(`[id="${target}"]`).getAttribute('aria-invalid');
      if (invalid !== 'true') wrong.push(`${target} is not marked as invalid`);
    }
    none(wrong, 'links or fields are wrong');
    await context.close();
  });
}

async function once(browser) {
  const { context, page } = await enter(browser, 'giatja.jember');
  const promises = '/agreements/PKS-SEKALI/obligations/new';
  const counted = async (what) => {
    await page.goto('/agreements/PKS-SEKALI');
    return page.getByRole('heading', { name: what, exact: true }).count();
  };
  const promise = async (what) => {
    await page.goto(promises);
    await fill(page, { party: 'SMKN 3', what, quantity: 1, unit: 'kali', due_on: '31-03-2028' });
  };
  await check('a double click does the work once', async () => {
    await page.goto('/agreements/new');
    await send(page, {
      code: 'PKS-SEKALI', kind: 'pks', title: 'Sekali saja', parties: 'lapas-jember | host\nsmkn3-jember | trainer', starts_on: TODAY,
      ends_on: '30-12-2028', fields: 'roti', places: 'Jember',
    });
    await promise('Klik dua kali');
    await page.locator('main form button.btn:not(.quiet)').last().dblclick();
    await page.waitForURL((url) => url.pathname === '/agreements/PKS-SEKALI');
    ensure(await counted('Klik dua kali') === 1, `a double click left ${await counted('Klik dua kali')} promises`);
  });
  await check('reloading the answer sends nothing again', async () => {
    await promise('Muat ulang');
    await press(page);
    await page.reload();
    ensure(await counted('Muat ulang') === 1, `reloading left ${await counted('Muat ulang')} promises`);
  });
  await check('the same form sent four times at once does the work once', async () => {
    await promise('Serentak');
    const form = Object.fromEntries(await page.locator('main form').last().locator('[name]').evaluateAll((all) => all.map((one) => [one.name, one.value])));
    const headers = { origin: address, referer: address + promises };
    const answers = await Promise.all([1, 2, 3, 4].map(() => context.request.post(promises, { form, headers })));
    const statuses = answers.map((answer) => answer.status());
    ensure(statuses.every((status) => status === 200), `the answers were ${statuses.join(', ')}`);
    ensure(await counted('Serentak') === 1, `four at once left ${await counted('Serentak')} promises`);
  });
  await context.close();
}

async function keyboard(browser) {
  const context = await visitor(browser);
  const page = await context.newPage();
  await check('signing in needs no mouse', async () => {
    await page.goto('/sign-in');
    await tabTo(page, 'login');
    await page.keyboard.type('giatja.jember');
    await tabTo(page, 'password');
    await page.keyboard.type(passwords.get('giatja.jember'));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
  });
  await check('a form needs no mouse: skip link, first field, button, in this order and each to be seen', async () => {
    await page.goto('/meetings/new');
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => {
      const { top, left } = document.activeElement.getBoundingClientRect();
      return { href: document.activeElement.getAttribute('href'), isSeen: top >= 0 && left >= 0 };
    });
    ensure(skip.href === '#isi' && skip.isSeen, `the first tab stop is ${skip.href}${skip.isSeen ? '' : ', which cannot be seen'}`);
    await page.keyboard.press('Enter');
    await tabTo(page, 'field-code');
    const order = await tabThrough(page);
    ensure(order.at(-1) === 'BUTTON', `the tab order after the first field is ${order.join(', ')}, without the button`);
    await page.keyboard.press('Enter');
    await page.locator('#problems').waitFor();
  });
  await context.close();
}

async function tabTo(page, id) {
  for (let press = 0; press < TABS_AT_MOST; press += 1) {
    await page.keyboard.press('Tab');
    if (await focused(page) === id) return;
  }
  throw new Error(`${TABS_AT_MOST} tabs do not reach ${id} on ${here(page)}`);
}

/** The stops up to the form's button; each must show that it has the focus. */
async function tabThrough(page) {
  const stops = [];
  while (stops.length < TABS_AT_MOST && stops.at(-1) !== 'BUTTON') {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
      return { name: document.activeElement.id || document.activeElement.tagName, isMarked: outlineStyle !== 'none' || boxShadow !== 'none' };
    });
    ensure(stop.isMarked, `${stop.name} on ${here(page)} does not show that it has the focus`);
    stops.push(stop.name);
  }
  return stops;
}

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
