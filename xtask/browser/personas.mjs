// SPDX-License-Identifier: Apache-2.0 OR MIT
// Each persona reaches her main task from her first page in at most three clicks, in both languages, wide and narrow.

import { inspect } from './lib/axe.mjs';
import { NARROW, WIDE, address } from './lib/house.mjs';
import { check, ensure, none } from './lib/report.mjs';
import { enter } from './lib/sign-in.mjs';
import { here } from './lib/steps.mjs';
import { said } from './lib/words.mjs';

const CLICKS = 3;

// The tasks of each: the links she clicks one after the other, and the word the last page is headed with.
const PERSONAS = [
  { who: 'head of work activities', login: 'giatja.jember', tasks: [
    { way: ['/plans', '/proposals', '/proposals/new'], heading: 'proposal-make' },
    { way: ['/batches', '/batches/new'], heading: 'batch-plan' },
  ] },
  { who: 'head of prison', login: 'kalapas.jember', tasks: [
    { way: ['/agreements'], heading: 'agreement-list' },
    { way: ['/enrolment'], heading: 'enrolment-list' },
  ] },
  { who: 'probation counsellor', login: 'pk.jember', tasks: [
    { way: ['/handovers'], heading: 'handover-list' },
    { way: ['/livelihood'], heading: 'followup-list' },
  ] },
  { who: 'teacher', login: 'guru.roti', tasks: [{ way: ['/sessions'], heading: 'training-list' }] },
  { who: 'instructor', login: 'instruktur.lele', tasks: [{ way: ['/sessions'], heading: 'training-list' }] },
  { who: 'assessor', login: 'asesor.las', tasks: [{ way: ['/assessments'], heading: 'assessment-list' }] },
  { who: 'certification body', login: 'lsp.las', tasks: [{ way: ['/certificates'], heading: 'certificate-list' }] },
  { who: 'mentor', login: 'pendamping.allena', tasks: [{ way: ['/mentoring'], heading: 'mentoring-list' }] },
  { who: 'manpower office', login: 'disnaker.lamongan', tasks: [
    { way: ['/vacancies'], heading: 'vacancy-list' },
    { way: ['/vacancies', '/vacancies/new'], heading: 'vacancy-post' },
  ] },
  { who: 'employer', login: 'roti.gembira', tasks: [
    { way: ['/livelihood'], heading: 'followup-list' },
    { way: ['/vacancies'], heading: 'vacancy-list' },
  ] },
  { who: 'directorate', login: 'ditjenpas.pemantau', tasks: [{ way: ['/insight'], heading: 'insight-heading-work' }] },
  { who: 'administrator', login: 'admin', tasks: [{ way: ['/accounts'], heading: 'account-list' }] },
];

export async function personas(browser) {
  for (const persona of PERSONAS) {
    for (const language of ['id', 'en']) await walks(browser, persona, language);
    await reads(browser, persona);
  }
}

/** She starts at her first page for each task, and each click is counted. */
async function walks(browser, { who, login, tasks }, language) {
  for (const viewport of [WIDE, NARROW]) {
    let session;
    const name = `${who} (${login}), ${language}, ${viewport.width}`;
    const signedIn = await check(`${name}: is at home`, async () => {
      session = await enter(browser, login, { viewport });
      await session.page.goto(`/?bahasa=${language}`);
      ensure(here(session.page) === '/', `she is on ${here(session.page)}`);
      await wordsAre(session.page, language);
    });
    if (!signedIn) return;
    for (const { way, heading } of tasks) {
      await check(`${name}: reaches ${way.at(-1)} in ${CLICKS} clicks`, () => reach(session.page, way, { language, heading }));
    }
    await session.context.close();
  }
}

async function reach(page, way, { language, heading }) {
  await page.goto('/');
  let clicks = 0;
  for (const path of way) {
    clicks += await click(page, path);
    await wordsAre(page, language);
  }
  ensure(clicks <= CLICKS, `it takes ${clicks} clicks: ${way.join(', ')}`);
  const shown = (await page.locator('h1').innerText()).replace(/\s+/g, ' ').trim();
  ensure(said(language, heading).test(shown), `${here(page)} is headed “${shown}”, not ${said(language, heading)}`);
}

/** Clicks a link she can see; on a phone the menu may have to be opened first, which is a click too. Answers how many. */
async function click(page, path) {
  const link = page.locator(`a[href="${path}"]`).filter({ visible: true }).first();
  let clicks = 1;
  if (await link.count() === 0) {
    const menu = page.locator('.cap .menu').filter({ visible: true });
    ensure(await menu.count() > 0, `${here(page)} shows no link to ${path}`);
    await menu.click();
    clicks += 1;
    ensure(await link.count() > 0, `neither ${here(page)} nor its menu shows a link to ${path}`);
  }
  const [answer] = await Promise.all([page.waitForResponse((one) => new URL(one.url()).pathname === path), link.click()]);
  await page.waitForLoadState();
  ensure(answer.status() === 200 && here(page) === path, `${path} answers ${answer.status()} and leads to ${here(page)}`);
  return clicks;
}

/** Every word is there, and in the language she chose. */
async function wordsAre(page, language) {
  ensure(await page.locator('html').getAttribute('lang') === language, `${here(page)} is not in ${language}`);
  const text = await page.locator('html').innerText();
  none(text.match(/⟦[^⟧]*⟧?|\{ ?\$[^}]*\}?/g) ?? [], `words missing on ${here(page)}`);
  ensure(await page.locator('h1').count() === 1, `${here(page)} has not one h1`);
}

/** The same pages by axe: nothing may be found, however small. */
async function reads(browser, { who, login, tasks }) {
  const { context, page } = await enter(browser, login, { javaScriptEnabled: true, baseURL: address });
  for (const path of new Set(['/', ...tasks.flatMap(({ way }) => way)])) {
    await check(`${who} (${login}): axe finds nothing on ${path}`, async () => none(await inspect(page, path), 'violations'));
  }
  await context.close();
}
