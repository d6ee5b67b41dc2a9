// SPDX-License-Identifier: Apache-2.0 OR MIT
// A certificate of the story: its paper downloads, and an employer without an account reads its verification page.

import { address, shoot, visitor } from './lib/house.mjs';
import { check, ensure } from './lib/report.mjs';
import { follow, here, text, walk } from './lib/steps.mjs';
import { Story } from './lib/story.mjs';

// The page an employer sees says nothing of where the learner learnt; nor of this system.
const UNSAID = /lapas|bapas|pemasyarakatan|warga binaan|narapidana|prison|inmate|correction|bekal/i;

export async function certificates(browser) {
  const story = new Story('Certificate', browser);
  const missing = story.missing;
  let verification;
  try {
    await story.step('kepsek finds a certificate and its verification page', async () => {
      const page = await story.as('kepsek.smkn3');
      await follow(page, '/certificates', missing);
      const list = page.locator('main a[href*="/certificates?batch="], main a[href^="/batches/"][href$="/certificates"]');
      if (await list.count() > 0) await list.first().click();
      await page.locator('main table a[href^="/certificates/"]').first().click();
      await shoot(page, 'certificate');
      verification = await page.locator('main a[href*="/c/"]').first().getAttribute('href');
      await download(page);
    });
    await outsider(browser, new URL(verification, address).pathname);
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
