// SPDX-License-Identifier: Apache-2.0 OR MIT
// Mojokerto plans: the plan of its year, a proposal for 64 people with its reasons, a thorough search that is cancelled, a change
// that is refused by mouse and by form, approval, one who withdraws, and a timetable mended after an instructor stayed away.

import { shoot } from './lib/house.mjs';
import { ensure } from './lib/report.mjs';
import { enter } from './lib/sign-in.mjs';
import { fill, follow, here, send, sendRefused, text, walk } from './lib/steps.mjs';
import { Story } from './lib/story.mjs';

const DAY = '16-07-2025';
const CODE = 'USULAN-MJK-1';
const BATCHES = ['KAYU-MJK-1', 'LELE-MJK-1', 'AYAM-MJK-1', 'KAMBING-MJK-1'];

// What the mouse tried, so that the form tries the same.
let tried;

const CHAPTERS = [year, propose, search, change, approve, seat, withdraw, mend];

export async function mojokerto(browser) {
  const story = new Story('Mojokerto', browser);
  try {
    for (const chapter of CHAPTERS) await chapter(story);
  } finally {
    await story.close();
  }
}

async function year(story) {
  const { missing } = story;
  await story.step('giatja reads the plan of the year', async () => {
    const page = await story.as('giatja.mojokerto');
    await walk(page, ['/plans', '/plans/years', '/plans/years/RENCANA-MJK-2025'], missing);
    const shown = await text(page);
    for (const said of [/Berlaku/, /Pertukangan kayu dan las/, /Agustus–November/, /Rp70\.000\.000/, /DBHCHT/]) {
      ensure(said.test(shown), `${here(page)} does not say ${said}`);
    }
    await shoot(page, 'year-plan');
  });
  await story.step('a batch is tied to its line and takes its money', async () => {
    const page = await story.as('giatja.mojokerto');
    await follow(page, '/plans/years/RENCANA-MJK-2025/batches?batch=KAYU-MJK-1&line=K1', missing);
    await send(page);
    ensure(/1 \/ 1/.test(await text(page)), `${here(page)} does not count the batch`);
    await shoot(page, 'year-plan-tied');
  });
  await story.step('a revision above its ceiling is named as such, and not laid before the head', async () => {
    const page = await story.as('giatja.mojokerto');
    await follow(page, '/plans/years/RENCANA-MJK-2025/revision', missing);
    await send(page, { ceilings: 'apbn | Rp50.000.000\ndbhcht | Rp60.000.000' });
    ensure(/lebih Rp17\.750\.000/.test(await text(page)), `${here(page)} does not say by how much`);
    await shoot(page, 'year-plan-over');
    await follow(page, '/plans/years/RENCANA-MJK-2025-R1/laying', missing);
    const why = await sendRefused(page);
    ensure(/pagu Rp50\.000\.000/.test(why), why);
  });
}

async function propose(story) {
  const { missing } = story;
  await story.step('giatja asks for a proposal for 64 people, four programmes, two rooms', async () => {
    const page = await story.as('giatja.mojokerto');
    await walk(page, ['/plans', '/proposals', '/proposals/new'], missing);
    const batches = await page.locator('main form [name="batches"]').inputValue();
    for (const batch of BATCHES) ensure(batches.includes(batch), `the form does not offer ${batch}`);
    const done = await send(page, { code: CODE, minimum: 8 });
    ensure(/dari 64 orang/.test(done), done);
    await shoot(page, 'mojokerto-proposal');
  });
  await story.step('everybody finds a reason', async () => {
    const page = await story.as('giatja.mojokerto');
    const shown = await text(page);
    ensure(/Kursi di KAYU-MJK-1 dengan \d+ poin/.test(shown), `${here(page)} does not say why somebody is seated`);
    ensure(/lebih berarti bagi orang lain|Paling dekat dengan|Belum ada angkatan/.test(shown), `${here(page)} does not say why somebody is not`);
  });
}

async function search(story) {
  const { missing } = story;
  await story.step('a thorough search says how far it is, and is cancelled', async () => {
    const page = await story.as('giatja.mojokerto');
    await walk(page, ['/plans', '/proposals', '/proposals/new'], missing);
    await send(page, { code: `${CODE}-TELITI`, search: 'thorough', minutes: 5 });
    const path = new URL(page.url()).pathname;
    await until(page, path, /Nilai kekurangan jadwal terkecil sejauh ini/);
    ensure(/dari 300 detik/.test(await text(page)), `${here(page)} does not say how long it goes on`);
    await shoot(page, 'mojokerto-search');
    // Standing still, so that the page does not load itself anew under the mouse.
    await page.goto(`${path}?still=1`);
    await follow(page, path.replace('proposal-searches', 'jobs') + '/cancel', missing);
    await send(page);
    await until(page, path, /Dibatalkan/);
    await page.goto('/proposals');
    ensure(!(await text(page)).includes('TELITI'), 'a cancelled search keeps a proposal');
  });
}

async function change(story) {
  await story.step('a session dragged onto another one is refused with its reason', async () => {
    const { context, page } = await enter(story.browser, 'giatja.mojokerto', { javaScriptEnabled: true });
    try {
      await page.goto(`/proposals/${CODE}/calendar`);
      await page.locator('a.blk').first().dragTo(page.locator('td[data-drop]:has(a.blk)').nth(1));
      await page.waitForURL(/\/change\?/);
      tried = new URL(page.url()).searchParams;
      ensure(/Akibat perubahan/.test(await text(page)), `${here(page)} does not show what the change does`);
      await shoot(page, 'mojokerto-dragged');
      const why = await sendRefused(page);
      ensure(/dilanggar/.test(why), why);
    } finally {
      await context.close();
    }
  });
  await story.step('without a script the same change is refused by the form', async () => {
    const page = await story.as('giatja.mojokerto');
    await page.goto(`/proposals/${CODE}/change`);
    const names = ['session', 'day', 'starts', 'facility', 'instructor'].filter((name) => tried.get(name));
    const why = await sendRefused(page, Object.fromEntries(names.map((name) => [name, tried.get(name)])));
    ensure(/dilanggar/.test(why), why);
  });
  await story.step('a change that breaks nothing is kept beside the first', async () => {
    const page = await story.as('giatja.mojokerto');
    await page.goto(`/proposals/${CODE}/change`);
    const sessions = page.locator('main form [name="session"] option');
    await fill(page, { session: await sessions.last().getAttribute('value'), day: '12-11-2025' });
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.waitForLoadState();
    ensure(/Tidak ada yang dilanggar/.test(await text(page)), `${here(page)} does not say that it holds`);
    await send(page);
    ensure(here(page) === `/proposals/${CODE}-A`, `it is kept as ${here(page)}`);
  });
}

async function approve(story) {
  const { missing } = story;
  await story.step('giatja approves one of the two, once', async () => {
    const page = await story.as('giatja.mojokerto');
    await walk(page, ['/plans', '/proposals', `/proposals/${CODE}`, `/proposals/${CODE}/approval`], missing);
    await send(page);
    await page.goto(`/proposals/${CODE}-A/approval`);
    const why = await sendRefused(page);
    ensure(/rencana lain|berlaku/i.test(why), why);
  });
}

async function seat(story) {
  const { missing } = story;
  for (const [index, batch] of BATCHES.entries()) {
    await story.step(`the hearing and the decree of ${batch}`, async () => {
      const registrar = await story.as('binadik.mojokerto');
      await walk(registrar, ['/enrolment', `/batches/${batch}/applicants`, `/batches/${batch}/hearings/new`], missing);
      await send(registrar, { code: `TPP-MJK-${index + 1}`, day: DAY, chair: 'Panji Kusnanto', members: 'Lestari Ayuning\nBayu Seta' });
      const head = await story.as('kalapas.mojokerto');
      await walk(head, ['/enrolment', `/batches/${batch}/applicants`, `/batches/${batch}/decree`], missing);
      await send(head, { number: `SK-${index + 1}`, day: DAY, signer: 'Wiratma Yudhana' });
    });
  }
}

async function withdraw(story) {
  const { missing } = story;
  await story.step('one withdraws, and the place is free again', async () => {
    const page = await story.as('binadik.mojokerto');
    const [batch] = BATCHES;
    await walk(page, ['/enrolment', `/batches/${batch}/applicants`, `/batches/${batch}/seats`], missing);
    const leave = page.locator('main a[href$="/withdrawal"]').first();
    await follow(page, new URL(await leave.getAttribute('href'), page.url()).pathname, missing);
    await send(page, { reason: 'own_wish', day: DAY });
    await shoot(page, 'mojokerto-seats');
  });
}

async function mend(story) {
  const { missing } = story;
  await story.step('an instructor stays away, and the timetable is mended', async () => {
    const page = await story.as('giatja.mojokerto');
    await walk(page, ['/plans', '/plans/absences', '/plans/away'], missing);
    await send(page, { instructor: 'INS-LELE', day: '11-08-2025', until: '20-08-2025' });
    ensure(here(page) === '/plans/repair', `${here(page)} is not the repair`);
    ensure(/tidak lagi dapat berlangsung/.test(await text(page)), `${here(page)} does not say what is in the way`);
    await page.locator('main summary').first().click();
    await shoot(page, 'repair');
    const done = await send(page, { stay: 'most' });
    ensure(/Jadwal diperbaiki: \d+ sesi/.test(done), done);
    await shoot(page, 'repaired');
    await walk(page, ['/batches/LELE-MJK-1/timetable'], missing);
    ensure(/Tidak ada bentrok/.test(await text(page)), `${here(page)} still clashes`);
    await walk(page, ['/plans', '/plans/absences'], missing);
    ensure(/Yayuk Purwanti/.test(await text(page)), `${here(page)} does not say who is away`);
    await shoot(page, 'absences');
  });
}

/** Loads the page anew until it says something; it would do so by itself. */
async function until(page, path, what) {
  for (let look = 0; look < 80; look += 1) {
    await page.goto(path);
    if (what.test(await text(page))) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`${path} never says ${what}: ${await text(page)}`);
}
