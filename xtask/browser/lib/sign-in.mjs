// SPDX-License-Identifier: Apache-2.0 OR MIT
// Signing in through the form of the page, as a person does.

import { passwords, visitor } from './house.mjs';
import { ensure } from './report.mjs';

/** Signs in and answers the page she lands on. */
export async function signIn(context, login) {
  const password = passwords.get(login);
  ensure(password, `there is no password for ${login}`);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('#login').fill(login);
  await page.locator('#password').fill(password);
  await page.locator('.door-form button').click();
  const path = new URL(page.url()).pathname;
  ensure(path === '/', `${login} is on ${path} after signing in, not at home`);
  return page;
}

/** A new visitor who has signed in. */
export async function enter(browser, login, options) {
  const context = await visitor(browser, options);
  return { context, page: await signIn(context, login) };
}
