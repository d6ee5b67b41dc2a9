// SPDX-License-Identifier: Apache-2.0 OR MIT
// The demo in a real browser: every page of everyone, the main path by clicking, and how forms behave.

import { kotabaru } from './kotabaru.mjs';
import { launch } from './lib/house.mjs';
import { check, close } from './lib/report.mjs';
import { certificates } from './certificates.mjs';
import { forms } from './forms.mjs';
import { jember } from './jember.mjs';
import { personas } from './personas.mjs';
import { visits } from './visits.mjs';

const PARTS = { visits, personas, jember, kotabaru, certificates, forms };

// `BEKAL_ONLY=visits` runs one part while one works on it.
const wanted = process.env.BEKAL_ONLY?.split(',') ?? Object.keys(PARTS);

const browser = await launch();
for (const name of wanted) {
  let fault;
  try {
    await PARTS[name](browser);
  } catch (thrown) {
    fault = thrown;
  }
  await check(`${name}: played to its end`, () => {
    if (fault) throw fault;
  });
}
await browser.close();
process.exitCode = close() ? 0 : 1;
