// SPDX-License-Identifier: Apache-2.0 OR MIT
// The demo as it stood on 16 July 2025, in a real browser: 64 people of Mojokerto wait for four batches in two rooms.

import { launch } from './lib/house.mjs';
import { check, close } from './lib/report.mjs';
import { mojokerto } from './mojokerto.mjs';

const browser = await launch();
await check('mojokerto: played to its end', () => mojokerto(browser));
await browser.close();
process.exitCode = close() ? 0 : 1;
