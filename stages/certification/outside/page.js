// SPDX-License-Identifier: Apache-2.0 OR MIT
// The page around the check: reads the code by hand or by camera, and says the answer in both languages.
'use strict';

const ANSWERS = {
  holds: ['', 'Sertifikat ini sah', 'This certificate is valid'],
  revoked: ['gone', 'Sertifikat ini dicabut', 'This certificate was revoked'],
  suspended: ['gone', 'Sertifikat ini ditangguhkan', 'This certificate is suspended'],
  expired: ['gone', 'Masa berlaku sertifikat ini habis', 'This certificate has expired'],
  early: ['gone', 'Sertifikat ini belum berlaku', 'This certificate is not valid yet'],
  changed: ['gone', 'Kode ini berubah setelah diterbitkan', 'This code was changed after it was issued'],
  stranger: ['none', 'Penerbitnya tidak ada dalam daftar', 'Its issuer is not on the list'],
  unknown: ['none', 'Belum dapat dipastikan sekarang', 'Cannot be told now'],
  none: ['none', 'Ini bukan kode sertifikat', 'This is not the code of a certificate'],
};
const HINTS = {
  revoked: ['Jangan dipakai sebagai bukti.', 'Do not rely on it.'],
  suspended: ['Periksa lagi beberapa hari kemudian.', 'Check again in some days.'],
  expired: ['Pemegangnya dapat menanyakan perpanjangan kepada penerbit.', 'Its holder can ask the issuer about renewal.'],
  changed: ['Jangan dipakai sebagai bukti.', 'Do not rely on it.'],
  stranger: ['Ambil daftar yang baru, lalu periksa lagi.', 'Fetch a new list, then check again.'],
  unknown: [
    'Tanda tangannya cocok, tetapi daftar statusnya terlalu lama. Ambil daftar yang baru.',
    'The signature holds, but the status list is too old. Fetch a new list.',
  ],
  none: ['Salin seluruh isi kode, mulai dari SERT1:.', 'Copy the whole code, from SERT1: on.'],
};
/** The place of the letter of acknowledgement among the kinds. */
const LETTER = 3;
const MARKS = {
  '': 'M14 25l7 7 13-15',
  gone: 'M16 16l16 16M32 16L16 32',
  none: 'M18 19a6 6 0 1 1 8.5 5.4c-1.8.9-2.5 2-2.5 4.1M24 34.5v.5',
};

const at = id => document.getElementById(id);
const long = (day, lang) => new Date(`${day}T12:00:00Z`).toLocaleDateString(lang === 'id' ? 'id-ID' : 'en-GB',
  {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
let register = null;

function line(parent, name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  parent.append(made);
  return made;
}

function pair(list, [indonesian, english], value) {
  const term = line(list, 'dt', `${indonesian} `);
  line(term, 'span', `/ ${english}`).lang = 'en';
  line(list, 'dd', value);
}

function show({answer, facts, issuer}) {
  const [tone, indonesian, english] = ANSWERS[answer];
  at('head').className = `yes ${tone}`;
  at('head').hidden = false;
  at('mark').setAttribute('d', MARKS[tone]);
  at('said').textContent = indonesian;
  at('said-en').textContent = english;
  const place = at('facts');
  place.replaceChildren();
  if(HINTS[answer] !== undefined) {
    const hint = line(place, 'p', HINTS[answer][0]);
    hint.append(document.createElement('br'));
    line(hint, 'span', HINTS[answer][1], 'o').lang = 'en';
  }
  if(facts !== undefined) {
    line(place, 'p', facts.learner, 'who');
    line(place, 'p', facts.achievement, 'what');
    const list = line(place, 'dl', '');
    pair(list, ['Penerbit', 'Issuer'], issuer);
    pair(list, ['Terbit', 'Issued'], long(facts.awardedOn, 'id'));
    pair(list, ['Berlaku sampai', 'Valid until'],
      facts.validUntil === null ? 'Tanpa batas waktu / Without end' : long(facts.validUntil, 'id'));
    pair(list, ['Nomor', 'Number'], facts.number);
    if(facts.kind === LETTER) {
      pair(list, ['Jenis', 'Kind'], 'Surat pengakuan pendampingan, bukan sertifikat kompetensi / A letter acknowledging mentoring, not a certificate of competence');
    } else {
      pair(list, ['Unit yang dikuasai', 'Units mastered'], String(facts.units));
    }
    const hint = line(place, 'p', 'Bandingkan dengan kertasnya: nama, nomor, dan tanggal harus sama persis.', 'hint');
    hint.append(document.createElement('br'));
    line(hint, 'span', 'Compare with the paper: name, number and date must be exactly the same.').lang = 'en';
  }
  at('head').focus();
}

function tellAge() {
  const made = register.madeAt.toISOString().slice(0, 10);
  const days = Math.floor((Date.now() - register.madeAt) / 86400000);
  at('age').textContent = `Daftar ${long(made, 'id')}, ${days} hari yang lalu / list of ${long(made, 'en')}, ${days} days ago`;
  at('key').textContent = register.did;
}

async function take(text) {
  try {
    const taken = await openRegister(text);
    if(register !== null && register.did !== taken.did) {
      throw new Error('another register');
    }
    register = taken;
    at('trouble').hidden = true;
    tellAge();
  } catch {
    at('trouble').hidden = false;
  }
}

async function check() {
  if(register === null) {
    at('trouble').hidden = false;
    return;
  }
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
  show(await checkCode(at('code').value, register, now, today));
}

/** By camera where the browser reads codes itself; nothing leaves the telephone. */
async function scan() {
  const eye = at('eye');
  const stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}});
  const reader = new BarcodeDetector({formats: ['qr_code']});
  eye.hidden = false;
  eye.srcObject = stream;
  await eye.play();
  for(let tries = 0; tries < 600 && !eye.hidden; tries++) {
    const found = (await reader.detect(eye)).find(code => code.rawValue.startsWith(PREFIX));
    if(found !== undefined) {
      at('code').value = found.rawValue;
      break;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  stream.getTracks().forEach(track => track.stop());
  eye.hidden = true;
  await check();
}

at('form').addEventListener('submit', event => {
  event.preventDefault();
  check();
});
at('file').addEventListener('change', async event => {
  const [file] = event.target.files;
  if(file !== undefined) {
    await take(await file.text());
  }
});
at('scan').addEventListener('click', () => scan().catch(() => { at('eye').hidden = true; }));
at('scan').hidden = !('BarcodeDetector' in window && navigator.mediaDevices);
take(at('register').textContent);
