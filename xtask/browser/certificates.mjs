// SPDX-License-Identifier: Apache-2.0 OR MIT
// A certificate of the story: its paper downloads, and an employer without an account reads its verification page.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect, inspectHere } from './lib/axe.mjs';
import { NARROW, address, shoot, visitor } from './lib/house.mjs';
import { check, ensure } from './lib/report.mjs';
import { follow, here, press, text, walk } from './lib/steps.mjs';
import { Story } from './lib/story.mjs';

// The page an employer sees says nothing of where the learner learnt; nor of this system.
const UNSAID = /lapas|bapas|pemasyarakatan|warga binaan|narapidana|prison|inmate|correction|bekal/i;

export async function certificates(browser) {
  const story = new Story('Certificate', browser);
  const missing = story.missing;
  let verification, paper, code;
  try {
    await story.step('kepsek finds a certificate and its verification page', async () => {
      const page = await story.as('kepsek.smkn3');
      await follow(page, '/certificates', missing);
      const list = page.locator('main a[href*="/certificates?batch="], main a[href^="/batches/"][href$="/certificates"]');
      if (await list.count() > 0) await list.first().click();
      await page.locator('main table a[href^="/certificates/"]').first().click();
      await shoot(page, 'certificate');
      verification = await page.locator('main a[href*="/c/"]').first().getAttribute('href');
      paper = await download(page);
    });
    await story.step('kepsek makes a code for the holder', async () => {
      const page = await story.as('kepsek.smkn3');
      await page.locator('main a[href$="/claim-code"]').first().click();
      await press(page);
      code = (await text(page)).match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)?.[0];
      ensure(code, `${here(page)} shows no code: ${await text(page)}`);
      await shoot(page, 'claim-code');
    });
    await holder(browser, code, paper);
    await outsider(browser, new URL(verification, address).pathname);
    await offline(browser, paper);
  } finally {
    await story.close();
  }
  await insight(browser);
}

async function download(page) {
  const paper = await page.locator('main a[href$="/pdf"]').first().getAttribute('href');
  const answer = await page.context().request.get(paper);
  const body = await answer.body();
  ensure(answer.status() === 200 && body.subarray(0, 4).toString() === '%PDF', `${paper} answers ${answer.status()} and is no PDF`);
  ensure(body.length > 10_000, `${paper} is only ${body.length} bytes`);
  return body;
}

/** Saves the checking page, cuts the network, and checks the code on the second page of the paper. */
async function offline(browser, paper) {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  const context = await browser.newContext({ timezoneId: 'Asia/Jakarta', locale: 'id-ID' });
  try {
    await check('Certificate: the code on the paper is checked without a network', async () => {
      const page = await context.newPage();
      const saved = await context.request.get(`${address}/c/periksa.html`);
      ensure(saved.status() === 200, `/c/periksa.html answers ${saved.status()}`);
      const file = join(folder, 'periksa.html');
      writeFileSync(file, await saved.body());
      const unsaid = (await saved.text()).match(UNSAID);
      ensure(!unsaid, `the saved page says “${unsaid}”`);
      await context.setOffline(true);
      await page.clock.setFixedTime(new Date('2027-12-31T10:00:00+07:00'));
      await page.goto(pathToFileURL(file).href);
      const code = codeOf(paper, folder);
      ensure(await said(page, code) === 'Sertifikat ini sah', `the code is not taken: ${await page.locator('#said').textContent()}`);
      ensure(await page.locator('#facts .who').count() === 1, 'no name stands below the answer');
      await shoot(page, 'offline');
      const at = code.length - 40;
      const changed = `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`;
      const answer = await said(page, changed);
      ensure(['Kode ini berubah setelah diterbitkan', 'Ini bukan kode sertifikat'].includes(answer), `a changed code gets: ${answer}`);
      await page.clock.setFixedTime(new Date('2028-01-20T10:00:00+07:00'));
      ensure(await said(page, code) === 'Belum dapat dipastikan sekarang', 'an old list is not told to be too old');
      const found = await inspect(page, pathToFileURL(file).href);
      ensure(found.length === 0, found.join('\n'));
    });
  } finally {
    await context.close();
    rmSync(folder, { recursive: true });
  }
}

async function said(page, code) {
  await page.locator('#code').fill(code);
  await page.locator('#form button').first().click();
  await page.locator('#head').waitFor();
  await page.waitForTimeout(200);
  return page.locator('#said').textContent();
}

/** Reads the square on the second page as a telephone would. */
function codeOf(paper, folder) {
  const [file, picture] = [join(folder, 'paper.pdf'), join(folder, 'page')];
  writeFileSync(file, paper);
  execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', '-f', '2', '-l', '2', file, picture]);
  return execFileSync('zbarimg', ['-q', '--raw', `${picture}.png`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

/** Who has the slip: no account, a telephone, letters typed small and without dashes. */
async function holder(browser, code, paper) {
  const context = await visitor(browser, { viewport: NARROW });
  const page = await context.newPage();
  await check('Certificate: its holder fetches the files with the code, without an account', async () => {
    await page.goto('/c');
    await page.locator('a[href^="/c/ambil"]').first().click();
    const form = page.locator('form', { has: page.locator('#code') });
    await page.locator('#code').fill('0000 0000 0000 0000');
    await form.locator('button').click();
    ensure((await text(page)).includes('tidak dikenal'), `a code nobody made gets: ${await text(page)}`);
    await page.locator('#code').fill(code.toLowerCase().replaceAll('-', ''));
    await form.locator('button').click();
    const unsaid = (await page.content()).match(UNSAID);
    ensure(!unsaid, `/c/ambil says “${unsaid}”`);
    await shoot(page, 'claim');
    ensure(!page.url().includes(code.slice(0, 4)), 'the code stands in the address');
    const file = async (kind) => {
      const form = { code, file: kind };
      const answer = await context.request.post('/c/ambil', { form, headers: { Origin: address, 'Sec-Fetch-Site': 'same-origin' } });
      return answer.body();
    };
    ensure((await file('pdf')).equals(paper), 'the PDF is not the paper that the school has');
    ensure(JSON.parse(await file('json')).type.includes('OpenBadgeCredential'), 'the wallet file is no badge');
    const saving = page.waitForEvent('download');
    await page.locator('form', { has: page.locator('[value="json"]') }).locator('button').click();
    ensure(/^sertifikat-.+\.json$/.test((await saving).suggestedFilename()), 'the wallet file has another name');
  });
  await context.close();
  const reader = await visitor(browser, { javaScriptEnabled: true });
  await check('Certificate: axe finds nothing where files are fetched', async () => {
    const page = await reader.newPage();
    const found = await inspect(page, '/c/ambil');
    for (const typed of ['AAAA', code]) {
      await page.locator('#code').fill(typed);
      await page.locator('form', { has: page.locator('#code') }).locator('button').click();
      await page.waitForLoadState();
      found.push(...await inspectHere(page, `/c/ambil with ${typed === code ? 'the code' : 'a wrong code'}`));
    }
    ensure(found.length === 0, found.join('\n'));
  });
  await reader.close();
}

async function outsider(browser, path) {
  const context = await visitor(browser);
  const page = await context.newPage();
  await check('Certificate: an employer without an account reads the verification page', async () => {
    const answer = await page.goto(path);
    ensure(answer.status() === 200, `${path} answers ${answer.status()}`);
    ensure(await page.locator('.yes').count() === 1, `${path} does not say that the certificate is valid`);
    ensure(await page.locator('.c li.x').count() === 0, `${path} says that a check does not hold`);
    const unsaid = (await page.content()).match(UNSAID);
    ensure(!unsaid, `${path} says “${unsaid}”`);
    await shoot(page, 'verification');
  });
  await check('Certificate: a number typed wrong is told to be unknown', async () => {
    await page.goto('/c');
    await page.locator('#number').fill('AAAA-BBBB-CCCC');
    await page.locator('form button').click();
    ensure(await page.locator('.yes.none').count() === 1, `${here(page)} does not say that it is unknown: ${await text(page)}`);
  });
  await context.close();
}

async function insight(browser) {
  const story = new Story('Insight', browser);
  try {
    await story.step('giatja reads the funnel of the first agreement', async () => {
      const page = await story.as('giatja.jember');
      await walk(page, ['/insight'], story.missing);
      ensure(await page.locator('main table').count() > 0 && await page.locator('main svg').count() > 0, '/insight shows no table or no drawing');
      await shoot(page, 'insight');
    });
  } finally {
    await story.close();
  }
}
