// SPDX-License-Identifier: Apache-2.0 OR MIT
// The pictures of the guide. On the demo's day its agreements are over; so new ones are made here by clicking, as in the
// tests, and each persona's pages are taken at the moment when she has something to do.

import { Album } from './lib/album.mjs';
import { TODAY, launch, passwords } from './lib/house.mjs';
import { check, close } from './lib/report.mjs';
import { follow, send, walk } from './lib/steps.mjs';
import { Story } from './lib/story.mjs';
import { CHAPTERS, CODES } from './jember.mjs';

const GUIDE = new URL('../../docs/guide/img/', import.meta.url);
const HOME = new URL('../../docs/screenshots/home.png', import.meta.url);
const { agreement: AGREEMENT, batch: BATCH } = CODES;
const [CLOSES, LEAVES] = ['31-01-2028', '15-02-2028'];

// The same as in the test, with a foundation as third party.
const CAST = {
  ...CODES, parties: `${CODES.parties}\nyayasan-allena | mentor`,
  signers: [...CODES.signers, { login: 'ketua.allena', party: 'Allena', number: '12/ALLENA/2027', signer: 'Veronika Saras', post: 'Ketua Yayasan' }],
};

// The chairwoman is in the stories, but not in the list of those one may be.
passwords.set('ketua.allena', passwords.get('admin'));

const browser = await launch();
const album = new Album(browser);
const take = (name, ...rest) => album.take(new URL(`${name}.png`, GUIDE), ...rest);
const [partner, sign, prepare, choose, , hear, decree, plan, train] = CHAPTERS;

const story = new Story('Guide', browser);
await check('the guide is taken to its end', async () => {
  await take('pengelola-beranda', 'admin', '/');
  await jember();
  await release();
  await work();
  await mentoring();
  await lookingBack();
});
await story.close();
await album.close();
await browser.close();
process.exitCode = close() ? 0 : 1;

/** From the draft to the first roll call: Kalapas, Kasi Giatja, teacher. */
async function jember() {
  await partner(story, CAST);
  await take('kalapas-beranda', 'kalapas.jember', '/');
  await take('kalapas-tanda-tangan', 'kalapas.jember', `/agreements/${AGREEMENT}/signing`, {
    values: { number: 'W15.PAS-PKS-2', signer: 'Haryo Kusumo', signer_post: 'Kalapas', day: TODAY },
  });
  await sign(story, CAST);
  await prepare(story, CAST);
  const next = { code: 'ROTI-JBR-3', title: 'Roti lanjutan 2', starts_on: '03-04-2028', ends_on: '30-06-2028', seats: 16, instructors: CODES.instructor };
  await take('giatja-angkatan', 'giatja.jember', '/batches/new', { values: { ...next, programme: CODES.programme } });
  await take('umum-masalah', 'giatja.jember', '/batches/new', { values: { ...next, code: 'roti jember', ends_on: '30-06-2026' }, send: true });
  await choose(story, CAST);
  await take('giatja-usulan', 'giatja.jember', '/proposals/new', { values: { code: 'USULAN-JBR-1' } });
  await take('giatja-peminat', 'giatja.jember', `/batches/${BATCH}/applicants`);
  await hear(story, CAST);
  await take('kalapas-keputusan', 'kalapas.jember', `/batches/${BATCH}/decree`, {
    values: { number: 'W15.PAS-SK-2', day: TODAY, signer: 'Haryo Kusumo' },
  });
  await decree(story, CAST);
  await take('giatja-syarat', 'giatja.jember', `/batches/${BATCH}/gate`);
  await plan(story, CAST);
  await album.take(HOME, 'giatja.jember', '/');
  await take('giatja-beranda', 'giatja.jember', '/');
  await take('pengajar-beranda', 'guru.roti', '/', { phone: true });
  await take('pengajar-hadir', 'guru.roti', `/batches/${BATCH}/sessions/hold?day=${TODAY}&starts=08.00`, {
    phone: true, tick: ['.roll > li:nth-child(1) input[value="H"]', '.roll > li:nth-child(2) input[value="S"]'],
  });
  await train(story, CAST);
  await take('pengajar-sesi', 'guru.roti', `/batches/${BATCH}/sessions`, { phone: true });
}

/** A pack waits for the probation counsellor. */
async function release() {
  const registrar = await story.as('binadik.jember');
  await story.step('binadik prepares the hand-over of a participant', async () => {
    await walk(registrar, ['/enrolment', '/people'], story.missing);
    await registrar.getByRole('link', { name: 'Rizal Mahendra' }).first().click();
    await follow(registrar, `${new URL(registrar.url()).pathname}/handover`, story.missing);
    await send(registrar, { to: 'Jember', expected_on: LEAVES, litmas: true, identity: true, health: true, address: true, family: true });
  });
  await take('pk-beranda', 'pk.jember', '/');
  const counsellor = await story.as('pk.jember');
  await story.step('the counsellor sees the pack', async () => {
    await follow(counsellor, '/handovers', story.missing);
    await counsellor.getByRole('link', { name: /Rizal Mahendra|ST-LAPAS-JEMBER-11/ }).first().click();
  });
  await take('pk-berkas', 'pk.jember', new URL(counsellor.url()).pathname);
}

/** A vacancy, and somebody referred with her consent. */
async function work() {
  const employer = await story.as('roti.gembira');
  const form = { title: 'pembuat roti', field: 'roti', district: 'Kabupaten Jember', openings: 2, requirement: 'Mau bekerja pagi', closes_on: CLOSES };
  await take('pemberi-kerja-lowongan', 'roti.gembira', '/vacancies/new', { values: { employer: 'Roti Gembira', ...form } });
  let vacancy;
  await story.step('the employer posts a vacancy', async () => {
    await walk(employer, ['/vacancies', '/vacancies/new'], story.missing);
    await send(employer, { employer: 'Roti Gembira', ...form });
    vacancy = new URL(employer.url()).pathname;
  });
  const counsellor = await story.as('pk.jember');
  await story.step('the counsellor refers somebody who agreed', async () => {
    await walk(counsellor, ['/livelihood', '/vacancies', vacancy, `${vacancy}/referral`], story.missing);
    await send(counsellor, { person: 'Imam Suwandi', day: TODAY, consent_on: TODAY });
  });
  await take('pk-rujukan', 'pk.jember', vacancy);
  await take('pemberi-kerja-beranda', 'roti.gembira', '/');
  await take('pemberi-kerja-pelamar', 'roti.gembira', vacancy);
  await take('disnaker-beranda', 'disnaker.lamongan', '/');
  await take('disnaker-daftar', 'disnaker.lamongan', '/vacancies');
  await take('disnaker-unggah', 'disnaker.lamongan', '/vacancies/import');
}

/** A participant is named to the foundation's mentor. */
async function mentoring() {
  const head = await story.as('kalapas.jember');
  let person;
  await story.step('kalapas names the mentor of a participant', async () => {
    await head.goto('/people?q=Rizal');
    await head.locator('main').getByRole('link', { name: 'Rizal Mahendra' }).first().click();
    person = new URL(head.url()).pathname;
    await head.goto(`${person}/mentor`);
    await send(head, { mentor: 'Maria Dewanti', day: TODAY });
  });
  await take('pendamping-beranda', 'pendamping.allena', '/');
  await take('pendamping-daftar', 'pendamping.allena', '/mentoring');
  await take('pendamping-catatan', 'pendamping.allena', `${person}/mentoring/new`, {
    values: { kind: 'visit', day: TODAY, note: 'Ingin membuat roti di rumah. Keluarga mendukung.', next_on: LEAVES },
  });
}

/** What the stories of the demo left: results, certificates, figures, accounts. */
async function lookingBack() {
  await take('asesor-beranda', 'asesor.las', '/assessments');
  await take('asesor-hasil', 'asesor.las', '/batches/LAS-KTB-1/assessment');
  await take('lsp-daftar', 'lsp.las', '/certificates?batch=LAS-KTB-1');
  const page = await album.page('lsp.las', false);
  const certificate = await page.locator('main table a[href^="/certificates/"]').first().getAttribute('href');
  await take('lsp-sertifikat', 'lsp.las', certificate);
  await take('ditjenpas-wawasan', 'ditjenpas.pemantau', '/insight');
  await take('ditjenpas-rapor', 'ditjenpas.pemantau', '/agreements/PKS-KOTABARU-LAS/scorecard');
  await take('pengelola-akun', 'admin', '/accounts/new', {
    values: { organisation: 'SMKN 3', name: 'Sri Hartati', post: 'Guru', login: 'guru.kue', roles: 'Guru' },
  });
  await take('umum-ditolak', 'guru.roti', '/batches/LAS-KTB-1', { refused: true });
}
