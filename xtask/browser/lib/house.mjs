// SPDX-License-Identifier: Apache-2.0 OR MIT
// What the test was given: the server's address, the passwords, the browser; and how a visitor opens it.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 780 };

/** The day on which the demo is looked at, whatever the calendar says. */
export const TODAY = '31-12-2027';

const PATIENCE_MS = 20_000;

export const address = required('BEKAL_ADDRESS');

export const passwords = new Map(
  readFileSync(required('BEKAL_PASSWORDS'), 'utf8').trim().split('\n').map((line) => line.split('\t')),
);

/** A file of the stories, such as `s3/kurikulum.xlsx`. */
export const storyFile = (name) => fileURLToPath(new URL(`../../../journeys/data/${name}`, import.meta.url));

export function launch() {
  // The sandbox of Chromium refuses to run for root, as containers have it.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: required('BEKAL_CHROMIUM'),
    args: [
      ...sandbox, '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
}

/** A visitor with cookies of her own; scripts are off, because no page may need them. */
export async function visitor(browser, options = {}) {
  const context = await browser.newContext({
    baseURL: address, viewport: WIDE, javaScriptEnabled: false, locale: 'id-ID', ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** Keeps a picture when `BEKAL_SHOTS` names a folder. */
export async function shoot(page, name) {
  const folder = process.env.BEKAL_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; start this test with cargo xtask browser`);
  return value;
}
