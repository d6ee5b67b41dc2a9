// SPDX-License-Identifier: Apache-2.0 OR MIT
// Kotabaru by clicking: a workshop fails its inspection on electrical power, the gate says so, it is mended and passes.

import { TODAY, shoot, storyFile } from './lib/house.mjs';
import { ensure } from './lib/report.mjs';
import { follow, here, send, text, walk } from './lib/steps.mjs';
import { Story } from './lib/story.mjs';

// The day of the first inspection in the story's file, whose deadline lies after it.
const INSPECTED = '08-01-2026';
const [AGREEMENT, FACILITY, PROGRAMME, BATCH] = ['PKS-KOTABARU-LAS-2', 'BENGKEL-KTB-2', 'LAS-DUA', 'LAS-KTB-2'];

export async function kotabaru(browser) {
  const story = new Story('Kotabaru', browser);
  try {
    await fail(story);
    await mend(story);
  } finally {
    await story.close();
  }
}

async function fail(story) {
  const { missing } = story;
  const page = await story.as('giatja.kotabaru');
  await story.step('giatja registers a workshop', async () => {
    await walk(page, ['/batches', '/programmes', '/facilities', '/facilities/new'], missing);
    await send(page, { code: FACILITY, name: 'Bengkel las kedua', place: 'Blok kegiatan kerja', capacity: 20 });
  });
  await story.step('the inspection by file finds too little power', async () => {
    await follow(page, `/facilities/${FACILITY}/inspections/new`, missing);
    await send(page, { day: INSPECTED, inspector: 'Hamdani', inspector_organisation: 'blk-kotabaru', file: storyFile('s4/peninjauan-1.csv') });
    const shown = await text(page);
    ensure(shown.includes('5,5 kVA') && shown.includes('16,5 kVA'), `${here(page)} does not say what power is there and what is needed`);
    await shoot(page, 'facility-failed');
  });
  await story.step('giatja drafts a new agreement, as the first has ended', async () => {
    await walk(page, ['/agreements', '/agreements/new'], missing);
    await send(page, {
      code: AGREEMENT, kind: 'pks', title: 'Pelatihan las angkatan kedua', fields: 'las SMAW', places: 'Bengkel las kedua',
      parties: 'lapas-kotabaru | host\nblk-kotabaru | trainer\nlsp-las | certifier', starts_on: TODAY, ends_on: '30-12-2028',
    });
  });
  await story.step('giatja proposes a programme there, with its curriculum', async () => {
    await walk(page, ['/batches', '/programmes', '/programmes/new'], missing);
    await send(page, {
      code: PROGRAMME, title_id: 'Las SMAW pelat lanjutan', title_en: 'Plate welding, second course', agreement: AGREEMENT,
      provider: 'blk-kotabaru', issuer: 'lsp-las', certificate_kind: 'competence', standard: 'SKKNI 98/2018', minutes_per_jp: 45,
      completion_percent: 80, theory_first: true, facility: FACILITY,
    });
    await follow(page, `/programmes/${PROGRAMME}/curriculum`, missing);
    await send(page, { file: storyFile('s4/kurikulum.xlsx') });
  });
  await story.step('giatja plans the batch', async () => {
    await walk(page, ['/batches', '/batches/new'], missing);
    await send(page, {
      code: BATCH, title: 'Las SMAW angkatan 2', programme: PROGRAMME, starts_on: '03-01-2028', ends_on: '31-03-2028', seats: 16,
      budget_line: 'APBD Kotabaru 2028', instructors: 'INS-LAS',
    });
  });
  await story.step('the gate names the power that is missing', async () => {
    const shown = await gate(page, missing);
    ensure(/tidak lulus.*16,5 kVA.*5,5 kVA/.test(shown), `${here(page)} does not name the power: ${shown}`);
    await shoot(page, 'gate-unmet');
  });
}

async function mend(story) {
  const { missing } = story;
  const page = await story.as('giatja.kotabaru');
  await story.step('the finding is mended, and the gate asks for a second look', async () => {
    await walk(page, ['/batches', '/programmes', '/facilities', `/facilities/${FACILITY}`, `/facilities/${FACILITY}/findings/P1/mending`], missing);
    await send(page, { day: TODAY, note: 'Daya dinaikkan menjadi 16,5 kVA.' });
    const shown = await gate(page, missing);
    ensure(/Tinjau ulang/.test(shown), `${here(page)} does not ask for a second inspection: ${shown}`);
  });
  await story.step('the second inspection passes, and the gate has one condition less', async () => {
    await walk(page, ['/batches', '/programmes', '/facilities', `/facilities/${FACILITY}`, `/facilities/${FACILITY}/inspections/new`], missing);
    await send(page, { day: TODAY, inspector: 'Hamdani', inspector_organisation: 'blk-kotabaru', file: storyFile('s4/peninjauan-2.csv') });
    const shown = await gate(page, missing);
    ensure(shown.includes('Bengkel las kedua lulus pada'), `${here(page)} does not say that the workshop passed: ${shown}`);
  });
}

async function gate(page, missing) {
  await walk(page, ['/plans', `/batches/${BATCH}/gate`], missing);
  return text(page);
}
