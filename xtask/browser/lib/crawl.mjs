// SPDX-License-Identifier: Apache-2.0 OR MIT
// Visiting every page a signed-in person can reach by links, and writing down what each page is like.

import { NARROW, WIDE, address } from './house.mjs';
import { scales } from './weigh.mjs';

/** `cargo xtask browser --all` follows every link, however many there are. */
export const everything = process.env.BEKAL_EVERY_PAGE === '1';
const PAGES_EACH = everything ? Infinity : 80;

/** The path with its codes, numbers and ids as `*`: pages of one pattern come from one template. */
export function pattern(href) {
  const parts = new URL(href, address).pathname.split('/');
  return parts.map((part) => (/[A-Z0-9._]/.test(part) ? '*' : part)).join('/') || '/';
}

/** Answers a visit for each page and a file for each download that a link leads to. */
export async function crawl(page, known) {
  const take = await scales(page, known);
  const visits = [];
  const files = [];
  const waiting = new Map([['/', '']]);
  const met = new Set(['/']);
  const counts = new Map();
  const isNew = novelty();
  while (waiting.size > 0 && visits.length < PAGES_EACH) {
    const [href, from] = next(waiting, counts);
    waiting.delete(href);
    counts.set(pattern(href), (counts.get(pattern(href)) ?? 0) + 1);
    const begins = beginning(href);
    if (begins !== undefined) {
      files.push({ href, from, begins, ...(await fetched(page, href)) });
      continue;
    }
    const visit = await look(page, href, take);
    visits.push({ href, from, ...visit });
    for (const link of visit.links) {
      if (met.has(link)) continue;
      met.add(link);
      if (isNew(link)) waiting.set(link, href);
    }
  }
  return { visits, files, left: waiting.size };
}

/** Days of one kind that are looked at on one path: a calendar can be turned for ever. */
const DAYS_EACH = 4;

/** Whether a link leads to a path, or shows a choice on it, that no link before did; not every mixture of choices. */
function novelty() {
  const seen = new Set();
  const days = new Map();
  return (link) => {
    const { pathname, searchParams } = new URL(link, address);
    let isNew = !seen.has(pathname);
    seen.add(pathname);
    for (const [name, value] of searchParams) {
      const choice = `${pathname}?${name}=${value}`;
      if (seen.has(choice)) continue;
      seen.add(choice);
      const turned = `${pathname}?${name}`;
      if (/^\d{2}-\d{2}-\d{4}$|^\d{4}-(\d{2}|W\d{2})/.test(value)) days.set(turned, (days.get(turned) ?? 0) + 1);
      if ((days.get(turned) ?? 0) <= DAYS_EACH) isNew = true;
    }
    return isNew;
  };
}

/** Templates seen least come first, so that a long list does not use up the visits. */
function next(waiting, counts) {
  const seen = ([href]) => counts.get(pattern(href)) ?? 0;
  return [...waiting].reduce((best, entry) => (seen(entry) < seen(best) ? entry : best));
}

/** What a link leads to that is no page, and how such a file begins. */
const FILES = [
  [/(\.pdf|\/pdf|\/paper)$/, '%PDF'], [/(\.json|\/json)$/, '{'], [/\.ics$/, 'BEGI'], [/\?(.*&)?format=xlsx\b/, 'PK\x03\x04'],
  [/\?(.*&)?format=csv\b/, ''], [/\/sd-jwt$/, 'eyJ'],
  [/\/assessment\/(forms|candidates\/[^/]+)\/[a-z]+-\d+$/, '%PDF'],
];

/** How the file at this address begins; nothing for a page. */
const beginning = (href) => FILES.find(([kind]) => kind.test(href) || kind.test(href.split('?')[0]))?.[1];

async function fetched(page, href) {
  const answer = await page.context().request.get(href, { maxRedirects: 0 });
  return { status: answer.status(), start: (await answer.body()).subarray(0, 4).toString('latin1'), type: answer.headers()['content-type'] };
}

async function look(page, href, take) {
  await page.setViewportSize(WIDE);
  take();
  const answer = await page.goto(href, { waitUntil: 'load' });
  const seen = await page.evaluate(read);
  const wide = await page.evaluate(measure);
  const bytes = take();
  await page.setViewportSize(NARROW);
  const narrow = await page.evaluate(measure);
  return { status: answer.status(), bytes, wide, narrow, ...seen };
}

/** Runs in the page. */
function read() {
  const here = location.origin;
  const links = [...document.querySelectorAll('a[href]')]
    .filter((link) => link.origin === here && !/nofollow/.test(link.rel))
    .map((link) => link.pathname + link.search);
  const root = document.documentElement;
  return {
    links: [...new Set(links)],
    landed: location.pathname,
    h1: [...document.querySelectorAll('h1')].map((heading) => heading.textContent.trim()),
    title: document.title,
    // ⟦key⟧ stands for words that are missing, {$name} for a value that is.
    missing: [...new Set((root.textContent.match(/⟦[^⟧]*⟧?|\{ ?\$[^}]*\}?/g) ?? []))],
    shape: digest(shapeOf(document.body)),
    twice: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, ids) => ids.indexOf(id) !== at),
  };

  /** What axe could find fault with: elements, their classes, kinds and roles, whether there are words; rows alike count once. */
  function shapeOf(element) {
    const attributes = [...element.attributes].map(({ name, value }) => (/^(class|type|role|scope|lang)$/.test(name) ? `${name}=${value}` : name));
    const inside = [...element.children].map(shapeOf).filter((shape, at, shapes) => shape !== shapes[at - 1]);
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    return `${element.localName} ${attributes.sort().join(' ')} ${words ? 'words' : ''}(${inside.join(',')})`;
  }

  function digest(text) {
    let sum = 0;
    for (const letter of text) sum = (Math.imul(sum, 31) + letter.codePointAt(0)) | 0;
    return (sum >>> 0).toString(36);
  }
}

/** Runs in the page: its width, and the words that stick out of the window. */
function measure() {
  const { scrollWidth } = document.documentElement;
  const culprits = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (scrollWidth > innerWidth && culprits.size < 3 && texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    if ([...range.getClientRects()].some((box) => box.right > innerWidth + 1)) {
      const { parentElement: parent, textContent } = texts.currentNode;
      culprits.add(`<${parent.localName} class="${parent.getAttribute('class') ?? ''}"> ${textContent.trim().slice(0, 50)}`);
    }
  }
  return { scroll: scrollWidth, window: innerWidth, culprits: [...culprits] };
}
