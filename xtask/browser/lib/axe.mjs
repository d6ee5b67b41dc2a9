// SPDX-License-Identifier: Apache-2.0 OR MIT
// Accessibility by axe-core: each page template at two widths, in light and in dark.

import { AxeBuilder } from '@axe-core/playwright';
import { NARROW, WIDE } from './house.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The violations of one page as lines, whatever their impact. */
export async function inspect(page, href) {
  await page.goto(href, { waitUntil: 'load' });
  return inspectHere(page, href);
}

/** The same for what is open already, such as the answer to a form. */
export async function inspectHere(page, href) {
  const found = [];
  for (const [name, size, colorScheme] of [
    ['1280 light', WIDE, 'light'], ['1280 dark', WIDE, 'dark'], ['360 light', NARROW, 'light'], ['360 dark', NARROW, 'dark'],
  ]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    const builder = new AxeBuilder({ page }).setLegacyMode(true);
    // Only colours differ in the dark.
    const { violations } = await (colorScheme === 'light' ? builder.withTags(TAGS) : builder.withRules(['color-contrast'])).analyze();
    for (const violation of violations) {
      const nodes = violation.nodes.map((node) => `${node.target.join(' ')}${reason(node)}`);
      const line = `${href} (${name}) ${violation.id}, ${violation.impact}: ${nodes.slice(0, 3).join('; ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`;
      found.push(line);
    }
  }
  return found;
}

function reason(node) {
  const contrast = node.any.find((one) => one.id === 'color-contrast')?.data;
  return contrast ? ` (${contrast.fgColor} on ${contrast.bgColor}, ${contrast.contrastRatio})` : '';
}
