// SPDX-License-Identifier: Apache-2.0 OR MIT
// Pictures of pages for the guide: always of one size, and the same on every day and at every hour.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { small } from './png.mjs';
import { check, ensure } from './report.mjs';
import { enter } from './sign-in.mjs';
import { fill, press } from './steps.mjs';

const DESK = { viewport: { width: 1100, height: 800 } };
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const TALLEST = 1_000;
const HEAVIEST_BYTES = 150_000;

export class Album {
  constructor(browser) {
    Object.assign(this, { browser, people: new Map() });
  }

  /** One picture: the page at `path` as this person sees it, with a form filled, ticked and sent if so wanted. */
  async take(file, login, path, { phone = false, values, tick, refused = false, send = false } = {}) {
    await check(`picture ${file.pathname.split('/').at(-1)}`, async () => {
      const page = await this.page(login, phone);
      const answer = await page.goto(path);
      ensure(answer.status() < 400 || refused, `${path} answers ${answer.status()} to ${login}`);
      if (values) await fill(page, values);
      for (const choice of tick ?? []) await page.locator(choice).first().check();
      if (send) await press(page);
      await page.evaluate(calm);
      const bytes = small(await page.screenshot({ fullPage: true, clip: await frame(page), animations: 'disabled', caret: 'hide' }));
      ensure(bytes.length < HEAVIEST_BYTES, `it weighs ${bytes.length} bytes`);
      mkdirSync(dirname(file.pathname), { recursive: true });
      writeFileSync(file, bytes);
    });
  }

  async page(login, phone) {
    const key = `${login} ${phone}`;
    if (!this.people.has(key)) this.people.set(key, await enter(this.browser, login, phone ? PHONE : DESK));
    return this.people.get(key).page;
  }

  async close() {
    for (const { context } of this.people.values()) await context.close();
  }
}

/** From the top of the page down to where its words end, or as tall as a picture may be. */
async function frame(page) {
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth, height: document.querySelector('main > .wide > *').getBoundingClientRect().bottom + scrollY + 32,
  }));
  return { x: 0, y: 0, width, height: Math.max(240, Math.min(TALLEST, height)) };
}

/** Runs in the page: what tells the hour is not for a picture; it always shows the morning. */
function calm() {
  document.activeElement?.blur();
  document.querySelector('footer.end').style.visibility = 'hidden';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    texts.currentNode.textContent = texts.currentNode.textContent.replace(/Selamat (siang|sore|malam),/, 'Selamat pagi,');
  }
}
