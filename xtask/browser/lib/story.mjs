// SPDX-License-Identifier: Apache-2.0 OR MIT
// A story told in steps: each is a named check, and the first that fails ends the story.

import { check, none } from './report.mjs';
import { enter } from './sign-in.mjs';

export class Story {
  constructor(name, browser, options) {
    Object.assign(this, { name, browser, options, missing: [], people: new Map() });
  }

  /** The page of a person who signed in once and stays. */
  async as(login, options = this.options) {
    if (!this.people.has(login)) this.people.set(login, await enter(this.browser, login, options));
    return this.people.get(login).page;
  }

  async step(name, body) {
    const held = await check(`${this.name}: ${name}`, body);
    if (!held) throw new Error(`the story ended at “${name}”; the later steps were not played`);
  }

  /** Fails when an address had to be typed, and signs everyone out. */
  async close() {
    await check(`${this.name}: every step is reached by clicking`, () => none(this.missing, 'pages lack a link'));
    for (const { context } of this.people.values()) await context.close();
  }
}
