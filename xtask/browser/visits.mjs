// SPDX-License-Identifier: Apache-2.0 OR MIT
// Everyone of the stories signs in and opens every page a link leads to; then axe reads one page of each template, or of each shape.

import { inspect } from './lib/axe.mjs';
import { crawl, everything, pattern } from './lib/crawl.mjs';
import { passwords, visitor } from './lib/house.mjs';
import { check, ensure, none, remark } from './lib/report.mjs';
import { enter } from './lib/sign-in.mjs';

const WEIGHT_BYTES = 100_000;

// `BEKAL_LOGINS=admin,lsp.las` lets some walk while one works on their pages.
const walkers = process.env.BEKAL_LOGINS?.split(',') ?? [...passwords.keys()];

export async function visits(browser) {
  const known = new Map();
  const templates = new Map();
  for (const login of walkers) {
    await visitsOf(browser, login, { known, templates });
  }
  await readTemplates(browser, templates);
}

async function visitsOf(browser, login, { known, templates }) {
  let found;
  const signedIn = await check(`${login} signs in and looks around`, async () => {
    const { context, page } = await enter(browser, login);
    found = await crawl(page, known);
    ensure(found.visits.length > 1, 'the home page leads nowhere');
    for (const visit of found.visits) {
      if (visit.status < 400) toRead(templates, login, visit);
    }
    await context.close();
  });
  if (!signedIn) return;
  const { visits: all, files, left } = found;
  remark(`${login}: ${all.length} pages, ${files.length} files${left > 0 ? `, ${left} links beyond the limit` : ''}`);
  const pages = all.filter((visit) => visit.status < 400);
  const wrong = (name, of, holds, line, what) => check(`${login}: ${name}`, () => none(of.filter((one) => !holds(one)).map(line), what));

  await wrong('every link shown leads somewhere', [...all, ...files], (one) => one.status < 400 && one.landed !== '/sign-in',
    (one) => `${one.from} -> ${one.href} answers ${one.status}`, 'links shown lead nowhere');
  await wrong('every file is what its address says', files.filter((file) => file.status < 400), (file) => file.start.startsWith(file.begins),
    (file) => `${file.from} -> ${file.href} is ${file.type} and begins with ${file.start}`, 'files are something else');
  await wrong('every word is there', pages, (one) => one.missing.length === 0 && one.title !== '',
    (one) => `${one.href}: ${one.missing.slice(0, 5).join(' ')}`, 'pages lack words');
  await wrong('every page has one h1', pages, (one) => one.h1.length === 1 && one.h1[0] !== '',
    (one) => `${one.href}: ${one.h1.length} (${one.h1.join(' | ')})`, 'pages have none or several');
  await wrong('no page names two things alike', pages, (one) => one.twice.length === 0,
    (one) => `${one.href}: ${one.twice.slice(0, 3).join(' ')}`, 'pages use an id twice');
  await wrong('every page weighs less than 100 KB', pages, (one) => one.bytes < WEIGHT_BYTES,
    (one) => `${one.href}: ${one.bytes} bytes`, 'pages are too heavy');
  for (const [width, size] of [[1280, 'wide'], [360, 'narrow']]) {
    await wrong(`no page scrolls sideways at ${width}`, pages, (one) => one[size].scroll <= one[size].window,
      (one) => `${one.href}: ${one[size].scroll} px by ${one[size].culprits.join(', ')}`, 'pages scroll sideways');
  }
}

/** Notes a page for axe: the first of each template; with everything, the first of each shape that a template takes. */
function toRead(templates, login, { href, shape }) {
  const name = everything ? `${pattern(href)} of shape ${shape}` : pattern(href);
  if (!templates.has(name)) templates.set(name, { login, href });
}

async function readTemplates(browser, templates) {
  const byLogin = Map.groupBy?.([...templates], ([, { login }]) => login) ?? grouped(templates);
  await outside(browser);
  for (const [login, entries] of byLogin) {
    const { context, page } = await enter(browser, login, { javaScriptEnabled: true });
    for (const [name, { href }] of entries) {
      await check(`axe finds nothing on ${name}`, async () => none(await inspect(page, href), 'violations'));
    }
    await context.close();
  }
}

async function outside(browser) {
  const context = await visitor(browser, { javaScriptEnabled: true });
  const page = await context.newPage();
  for (const href of ['/sign-in', '/c', '/c/TIDAK-ADA', '/c/ambil']) {
    await check(`axe finds nothing on ${href}, for anyone`, async () => none(await inspect(page, href), 'violations'));
  }
  await context.close();
}

function grouped(templates) {
  const groups = new Map();
  for (const entry of templates) {
    const list = groups.get(entry[1].login) ?? [];
    groups.set(entry[1].login, [...list, entry]);
  }
  return groups;
}
