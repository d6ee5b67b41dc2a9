// SPDX-License-Identifier: Apache-2.0 OR MIT
// The board of proposals: asked for, a session dragged where it cannot be, the same by the form without a script, and a thorough
// search that is ended with the best so far.

import { shoot } from './lib/house.mjs';
import { ensure } from './lib/report.mjs';
import { enter } from './lib/sign-in.mjs';
import { fill, follow, here, send, sendRefused, text, walk } from './lib/steps.mjs';

const LOGIN = 'giatja.jember';
const CODE = 'USULAN-JBR-2';

/** A chapter between the ranking of a batch and its hearing. */
export async function board(story, { batch }) {
  const { missing } = story;
  await story.step('giatja asks for a proposal', async () => {
    const page = await story.as(LOGIN);
    await walk(page, ['/plans', '/proposals', '/proposals/new'], missing);
    await send(page, { code: CODE, batches: batch });
    await shoot(page, 'proposal');
    await follow(page, `/proposals/${CODE}/calendar`, missing);
    await shoot(page, 'proposal-calendar');
  });
  await story.step('a session dragged onto another one is refused with its reason', async () => {
    const { context, page } = await enter(story.browser, LOGIN, { javaScriptEnabled: true });
    try {
      await dragged(page);
    } finally {
      await context.close();
    }
  });
  await story.step('without a script the form shows what a change does, and keeps what breaks nothing', async () => {
    const page = await story.as(LOGIN);
    await page.goto(`/proposals/${CODE}/change`);
    // The last session to the end of the batch: nothing comes after it.
    const sessions = page.locator('main form [name="session"] option');
    await fill(page, { session: await sessions.last().getAttribute('value'), day: '30-03-2028' });
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.waitForLoadState();
    ensure(/Tidak ada yang dilanggar/.test(await text(page)), `${here(page)} does not say that it holds`);
    await shoot(page, 'proposal-change');
    await send(page);
    await follow(page, `/proposals/compare?one=${CODE}-A`, missing);
    await fill(page, { one: CODE, other: `${CODE}-A` });
    await page.getByRole('button', { name: 'Bandingkan' }).click();
    ensure(/Berbeda: \d+ sesi/.test(await text(page)), `${here(page)} does not show what differs`);
  });
  await story.step('a thorough search says how far it is, and is ended with the best so far', async () => {
    const page = await story.as(LOGIN);
    await walk(page, ['/plans', '/proposals', '/proposals/new'], missing);
    await send(page, { code: `${CODE}-TELITI`, batches: batch, search: 'thorough', minutes: 2 });
    await until(page, /Nilai kekurangan jadwal terkecil sejauh ini/);
    await shoot(page, 'proposal-search');
    await follow(page, `${new URL(page.url()).pathname}/keeping`, missing);
    await send(page);
    await until(page, /Lihat usulan/);
    await follow(page, `/proposals/${CODE}-TELITI`, missing);
  });
}

async function dragged(page) {
  await page.goto(`/proposals/${CODE}/calendar`);
  const sessions = page.locator('a.blk');
  const [first, second] = [sessions.first(), page.locator('td[data-drop]:has(a.blk)').nth(1)];
  await first.dragTo(second);
  await page.waitForURL(/\/change\?/);
  ensure(/Akibat perubahan/.test(await text(page)), `${here(page)} does not show what the change does`);
  ensure(/bersamaan/.test(await text(page)), `${here(page)} does not say what is in the way`);
  await shoot(page, 'proposal-dragged');
  const why = await sendRefused(page);
  ensure(/dilanggar/.test(why), why);
}

/** Loads the page anew until it says something; it would do so by itself. */
async function until(page, what) {
  for (let look = 0; look < 60; look += 1) {
    if (what.test(await text(page))) return;
    await page.waitForTimeout(500);
    await page.goto(new URL(page.url()).pathname);
  }
  throw new Error(`${here(page)} never says ${what}: ${await text(page)}`);
}
