// SPDX-License-Identifier: Apache-2.0 OR MIT
// Jember, as new users would click it: from a meeting to the first roll call, on one day, for a batch of its own.

import { board } from './board.mjs';
import { NARROW, TODAY, shoot, storyFile } from './lib/house.mjs';
import { ensure } from './lib/report.mjs';
import { fill, follow, here, press, send, sendRefused, text, walk } from './lib/steps.mjs';
import { Story } from './lib/story.mjs';

// Codes nobody used in the stories, and who agrees.
export const CODES = {
  meeting: 'RAPAT-JBR-2', agreement: 'PKS-JEMBER-ROTI-2', programme: 'ROTI-LANJUT', instructor: 'GURU-ROTI-2',
  batch: 'ROTI-JBR-2', hearing: 'TPP-JBR-2', parties: 'lapas-jember | host\nsmkn3-jember | trainer',
  signers: [
    { login: 'kalapas.jember', party: 'Jember', number: 'W15.PAS-PKS-2', signer: 'Haryo Kusumo', post: 'Kalapas' },
    { login: 'kepsek.smkn3', party: 'SMKN 3', number: '421.5/PKS-2', signer: 'Endah Lestari', post: 'Kepala Sekolah' },
  ],
};
const WEEK = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat'];
const NEWCOMERS = ['Rizal Mahendra', 'Yusuf Kurniadi', 'Teguh Prasojo', 'Wahyu Setiadi'];

/** The chapters in order; each goes on where the one before it ended. */
export const CHAPTERS = [partner, sign, prepare, choose, board, hear, decree, plan, train];

export async function jember(browser) {
  const story = new Story('Jember', browser);
  try {
    for (const chapter of CHAPTERS) await chapter(story, CODES);
  } finally {
    await story.close();
  }
}

async function partner(story, { meeting, agreement, parties, signers }) {
  const { missing } = story;
  await story.step('giatja records a meeting', async () => {
    const page = await story.as('giatja.jember');
    await shoot(page, 'home');
    await walk(page, ['/agreements', '/meetings', '/meetings/new'], missing);
    await send(page, {
      code: meeting, place: 'Aula lapas', held_on: TODAY, parties: 'lapas-jember\nsmkn3-jember',
      topics: 'Pelatihan roti lanjutan', minutes: 'Sekolah bersedia mengajar lagi.',
      items: 'Menyusun naskah | lapas-jember | 31-12-2027',
    });
  });
  await story.step('giatja drafts the agreement from the meeting', async () => {
    const page = await story.as('giatja.jember');
    await follow(page, `/agreements/new?meeting=${meeting}`, missing);
    await send(page, {
      code: agreement, kind: 'pks', title: 'Pelatihan roti lanjutan', parties,
      starts_on: TODAY, ends_on: '30-12-2028', fields: 'produksi roti', places: 'Dapur bina karya',
    });
  });
  await story.step('giatja adds an obligation', async () => {
    const page = await story.as('giatja.jember');
    await follow(page, `/agreements/${agreement}/obligations/new`, missing);
    await send(page, { party: 'SMKN 3', what: 'Guru pengajar', quantity: 120, unit: 'JP', due_on: '31-03-2028' });
    ensure((await text(page)).includes('Guru pengajar'), `${here(page)} does not show the obligation`);
  });
  for (const { login, party } of signers) {
    await story.step(`${login} agrees`, async () => {
      const page = await story.as(login);
      await walk(page, ['/agreements', `/agreements/${agreement}`, `/agreements/${agreement}/agreeing`], missing);
      await send(page, { party, day: TODAY });
    });
  }
}

async function sign(story, { agreement, signers }) {
  const { missing } = story;
  for (const { login, party, number, signer, post } of signers) {
    await story.step(`${login} signs`, async () => {
      const page = await story.as(login);
      await walk(page, ['/agreements', `/agreements/${agreement}`, `/agreements/${agreement}/signing`], missing);
      await send(page, { party, number, signer, signer_post: post, day: TODAY });
    });
  }
}

async function prepare(story, { agreement, programme, instructor, batch }) {
  const { missing } = story;
  await story.step('giatja proposes the programme', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, ['/batches', '/programmes', '/programmes/new'], missing);
    await send(page, {
      code: programme, title_id: 'Produksi roti', title_en: 'Bread making', agreement, provider: 'smkn3-jember', issuer: 'smkn3-jember',
      certificate_kind: 'school', minutes_per_jp: 45, completion_percent: 80, theory_first: true, facility: 'DAPUR-JBR',
    });
  });
  await story.step('giatja uploads the curriculum', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, [`/programmes/${programme}/curriculum`], missing);
    await send(page, { file: storyFile('s3/kurikulum.xlsx') });
    ensure((await text(page)).includes('120'), `${here(page)} does not show the 120 JP of the curriculum`);
  });
  await story.step('giatja registers a teacher with her hours', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, ['/batches', '/programmes', '/instructors', '/instructors/new'], missing);
    await send(page, {
      code: instructor, name: 'Nur Azizah', organisation: 'smkn3-jember', kind: 'teacher', fields: 'roti', account: 'Nur Azizah',
      hours: WEEK.map((day) => `${day} | 08.00 | 12.00`).join('\n'),
    });
  });
  await story.step('giatja plans the batch', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, ['/batches', '/batches/new'], missing);
    await send(page, {
      code: batch, title: 'Roti lanjutan', programme, starts_on: TODAY, ends_on: '31-03-2028', seats: 3, reserves: 1,
      budget_line: 'DIPA 2027', instructors: instructor,
    });
  });
  await story.step('giatja reserves the day of mastery', async () => {
    const page = await story.as('giatja.jember');
    await follow(page, `/batches/${batch}/assessment-booking`, missing);
    await send(page, { day: '05-04-2028', place: 'Dapur bina karya', assessor_organisation: 'smkn3-jember', assessor_name: 'Nur Azizah' });
  });
}

async function choose(story, { batch }) {
  const { missing } = story;
  for (const [index, name] of NEWCOMERS.entries()) {
    await story.step(`binadik admits ${name} and writes down the interest`, async () => {
      const page = await story.as('binadik.jember');
      await walk(page, ['/enrolment', '/people', '/people/new'], missing);
      await send(page, {
        name, register: `B.I ${901 + index}/2027`, kind: 'convict', sex: 'male', born_on: '01-02-1995',
        nik_missing: 'not-yet-asked', admitted_on: '01-06-2027', expiry_on: '01-06-2030', two_thirds_on: '01-06-2029',
      });
      const interest = new URL(page.url()).pathname + '/interest';
      await follow(page, interest, missing);
      await send(page, { first_choice: 'roti', experience: 'toko roti', experience_months: 24, literacy: 'fluent', day: TODAY });
    });
  }
  await story.step('binadik ranks the applicants, with a reason each', async () => {
    const page = await story.as('binadik.jember');
    await walk(page, ['/enrolment', `/batches/${batch}/applicants`, `/batches/${batch}/ranking`], missing);
    await send(page, { field: 'roti' });
    const shown = await text(page);
    for (const name of NEWCOMERS) ensure(shown.includes(name), `${here(page)} does not name ${name}`);
  });
}

async function hear(story, { batch, hearing }) {
  const { missing } = story;
  await story.step('binadik records the hearing', async () => {
    const page = await story.as('binadik.jember');
    await walk(page, ['/enrolment', `/batches/${batch}/applicants`, `/batches/${batch}/hearings/new`], missing);
    await send(page, { code: hearing, day: TODAY, chair: 'Dimas Aryanto', members: 'Wulan Maharani\nSlamet Raharjo' });
  });
}

async function decree(story, { batch }) {
  const { missing } = story;
  await story.step('kalapas issues the decree', async () => {
    const page = await story.as('kalapas.jember');
    await walk(page, ['/enrolment', `/batches/${batch}/applicants`, `/batches/${batch}/decree`], missing);
    await send(page, { number: 'W15.PAS-SK-2', day: TODAY, signer: 'Haryo Kusumo' });
  });
}

async function plan(story, { batch, instructor }) {
  const { missing } = story;
  await story.step('the gate says what is missing before there is a timetable', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, ['/plans', `/batches/${batch}/gate`], missing);
    ensure(/Jadwal belum disusun/.test(await text(page)), `${here(page)} does not say that the timetable is missing`);
  });
  await story.step('giatja opens the hours of five days', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, ['/plans', '/plans/windows'], missing);
    await send(page, { windows: WEEK.map((day) => `${day} | 08.00 | 11.45`).join('\n') });
  });
  await story.step('giatja spreads the curriculum over the weeks', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, ['/plans', `/batches/${batch}/timetable`, `/batches/${batch}/timetable/spread`], missing);
    await send(page, { from: TODAY, weekdays: WEEK.join(', '), starts: '08.00', ends: '11.45', facility: 'DAPUR-JBR', instructor });
    await shoot(page, 'timetable');
  });
  await story.step('the gate opens, and only once', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, [`/batches/${batch}/gate`], missing);
    await shoot(page, 'gate-open');
    await follow(page, `/batches/${batch}/opening`, missing);
    await send(page, { day: TODAY });
    await page.goto(`/batches/${batch}/opening`);
    const why = await sendRefused(page, { day: TODAY });
    ensure(!/nothing is said/.test(why), why);
  });
}

async function train(story, { batch }) {
  const { missing } = story;
  await story.step('the teacher takes the roll on a phone', async () => {
    const page = await story.as('guru.roti', { viewport: NARROW, hasTouch: true, isMobile: true });
    await page.getByRole('button', { name: 'Menu' }).tap();
    await walk(page, ['/sessions', `/batches/${batch}/sessions`], missing);
    await follow(page, `/batches/${batch}/sessions/hold?day=${TODAY}&starts=08.00`, missing);
    const rows = page.locator('.roll > li');
    ensure(await rows.count() === 3, `${here(page)} lists ${await rows.count()} participants, not 3`);
    await shoot(page, 'roll-call');
    for (const [index, letter] of ['H', 'S', 'H'].entries()) await rows.nth(index).locator(`input[value="${letter}"]`).tap();
    await send(page);
    await shoot(page, 'roll-call-done');
  });
  await story.step('the host reads the roll', async () => {
    const page = await story.as('giatja.jember');
    await walk(page, ['/sessions', `/batches/${batch}/sessions`], missing);
    ensure(/Sakit|2/.test(await text(page)), `${here(page)} does not show who was there`);
    await walk(page, ['/batches', `/batches/${batch}`], missing);
    await shoot(page, 'batch');
  });
}
