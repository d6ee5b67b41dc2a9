// SPDX-License-Identifier: Apache-2.0 OR MIT
// Checks the code of a certificate with the register's file: no network, no library. It says what the engine `credential` says;
// the tests of this room hold the two against each other.
'use strict';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const PREFIX = 'SERT1:';

/** RFC 9285; throws where the text is no base45 in its one spelling. */
function fromBase45(text) {
  const bytes = [];
  for(let at = 0; at < text.length; at += 3) {
    const part = [...text.slice(at, at + 3)].map(letter => LETTERS.indexOf(letter));
    if(part.includes(-1) || part.length === 1) {
      throw new Error('base45');
    }
    const value = part.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if(value > (part.length === 3 ? 0xffff : 0xff)) {
      throw new Error('base45');
    }
    if(part.length === 3) {
      bytes.push(value >> 8);
    }
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** As much of CBOR as a code needs, in its one form (RFC 8949, section 4.2.1). */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  take(count) {
    if(this.at + count > this.bytes.length) {
      throw new Error('cbor');
    }
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  head(...wanted) {
    const [first] = this.take(1);
    const major = first >> 5, small = first & 31;
    if(!wanted.includes(major) || small > 27) {
      throw new Error('cbor');
    }
    if(small < 24) {
      return [major, small];
    }
    const width = 1 << (small - 24);
    const value = this.take(width).reduce((sum, byte) => sum * 256 + byte, 0);
    if(value < [24, 0x100, 0x10000, 0x100000000][small - 24] || !Number.isSafeInteger(value)) {
      throw new Error('cbor');
    }
    return [major, value];
  }

  int() {
    const [major, value] = this.head(0, 1);
    return major === 0 ? value : -1 - value;
  }

  expect(read, wanted) {
    if(read !== wanted) {
      throw new Error('cbor');
    }
  }

  data() {
    return this.take(this.head(2)[1]);
  }

  text() {
    return new TextDecoder('utf-8', {fatal: true}).decode(this.take(this.head(3)[1]));
  }

  count(major) {
    return this.head(major)[1];
  }

  end() {
    this.expect(this.at, this.bytes.length);
  }
}

const DAY = 24 * 60 * 60;

/** The day that begins with this second, as `2026-11-20`. */
function dayOf(seconds) {
  if(seconds % DAY !== 0) {
    throw new Error('an hour hides here');
  }
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function readClaims(payload) {
  const claims = new Reader(payload);
  const facts = {validUntil: null, status: null};
  const pairs = claims.count(5);
  if(pairs === 3) {
    claims.expect(claims.int(), 4);
    facts.validUntil = dayOf(claims.int() + 1 - DAY);
  } else {
    claims.expect(pairs, 2);
  }
  claims.expect(claims.int(), 6);
  facts.awardedOn = dayOf(claims.int());
  claims.expect(claims.int(), -65537);
  const items = claims.count(4);
  if(items !== 5) {
    claims.expect(items, 7);
  }
  facts.kind = claims.int();
  claims.expect(facts.kind >= 0 && facts.kind < 4, true);
  facts.number = claims.text();
  facts.learner = claims.text();
  facts.achievement = claims.text();
  facts.units = claims.int();
  if(items === 7) {
    facts.status = {list: claims.int(), place: claims.int()};
  }
  claims.end();
  return facts;
}

/** Opens the envelope: RFC 9052, COSE_Sign1 with EdDSA. */
function openEnvelope(bytes) {
  const sealed = new Reader(bytes);
  sealed.expect(sealed.count(6), 18);
  sealed.expect(sealed.count(4), 4);
  const header = sealed.data();
  const head = new Reader(header);
  sealed.expect(head.count(5), 2);
  [1, -8, 4].forEach(wanted => head.expect(head.int(), wanted));
  const keyNumber = head.data();
  head.end();
  head.expect(keyNumber.length, 8);
  sealed.expect(sealed.count(5), 0);
  const payload = sealed.data(), signature = sealed.data();
  sealed.end();
  sealed.expect(signature.length, 64);
  const text = [0x6a, ...new TextEncoder().encode('Signature1')];
  const length = payload.length < 24 ? [0x40 + payload.length] :
    payload.length < 256 ? [0x58, payload.length] : [0x59, payload.length >> 8, payload.length & 255];
  const signed = [0x84, ...text, 0x40 + header.length, ...header, 0x40, ...length, ...payload];
  return {keyNumber, payload, signature, signed: Uint8Array.from(signed)};
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function fromBase58(text) {
  const bytes = [];
  for(const letter of text) {
    let carry = BASE58.indexOf(letter);
    if(carry < 0) {
      throw new Error('base58');
    }
    for(let at = 0; at < bytes.length; at++) {
      carry += bytes[at] * 58;
      bytes[at] = carry & 255;
      carry >>= 8;
    }
    for(; carry > 0; carry >>= 8) {
      bytes.push(carry & 255);
    }
  }
  for(const letter of text) {
    if(letter !== '1') {
      break;
    }
    bytes.push(0);
  }
  return Uint8Array.from(bytes.reverse());
}

/** The 32 bytes of a did:key of Ed25519. */
function keyOf(did) {
  const bytes = fromBase58(did.slice('did:key:z'.length));
  if(!did.startsWith('did:key:z6Mk') || bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 1) {
    throw new Error('did');
  }
  return bytes.subarray(2);
}

async function holds(did, signature, signed) {
  const key = await crypto.subtle.importKey('raw', keyOf(did), {name: 'Ed25519'}, false, ['verify']);
  return crypto.subtle.verify({name: 'Ed25519'}, key, signature, signed);
}

async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** RFC 8785 for what a register holds: texts, whole numbers, lists and objects. */
function canonical(value) {
  if(Array.isArray(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  if(value !== null && typeof value === 'object') {
    const members = Object.keys(value).sort();
    return `{${members.map(member => `${JSON.stringify(member)}:${canonical(value[member])}`).join()}}`;
  }
  return JSON.stringify(value);
}

async function unpack(encoded) {
  const binary = atob(encoded.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
  const packed = Uint8Array.from(binary, letter => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Opens the register's file; throws where it is changed or none. */
async function openRegister(text) {
  const {proof, ...document} = JSON.parse(text);
  const {proofValue, ...options} = proof;
  const method = `${document.issuer}#${document.issuer.slice('did:key:'.length)}`;
  if(document.type !== 'CertificateRegister' || options.verificationMethod !== method ||
      options.cryptosuite !== 'eddsa-jcs-2022') {
    throw new Error('register');
  }
  const hash = text => sha256(new TextEncoder().encode(text));
  const signed = Uint8Array.from([...await hash(canonical(options)), ...await hash(canonical(document))]);
  if(!await holds(document.issuer, fromBase58(proofValue.slice(1)), signed)) {
    throw new Error('register');
  }
  const lists = [];
  for(const {number, revocation, suspension} of document.lists) {
    lists.push({number, revocation: await unpack(revocation), suspension: await unpack(suspension)});
  }
  const issuers = [];
  for(const {id, name, retired} of document.issuers) {
    issuers.push({id, name, isRetired: retired !== undefined, number: (await sha256(keyOf(id))).subarray(0, 8).join()});
  }
  return {
    did: document.issuer, issuers, lists,
    madeAt: new Date(document.validFrom), holdsUntil: new Date(document.validUntil),
  };
}

/**
 * What is known of a code: `answer` is holds, revoked, suspended, expired, early, unknown, changed, stranger or none; with
 * `facts` and `issuer` where the signature holds. `today` is the day at the reader's place.
 */
async function checkCode(text, register, now, today) {
  let sealed, facts;
  try {
    const coded = text.trim();
    if(!coded.startsWith(PREFIX)) {
      return {answer: 'none'};
    }
    sealed = openEnvelope(fromBase45(coded.slice(PREFIX.length)));
  } catch {
    return {answer: 'none'};
  }
  const known = register.issuers.filter(issuer => issuer.number === sealed.keyNumber.join());
  if(known.length === 0) {
    return {answer: 'stranger'};
  }
  let issuer = null, isRetired = false;
  for(const one of known) {
    if(issuer === null && await holds(one.id, sealed.signature, sealed.signed)) {
      issuer = one.name;
      isRetired = one.isRetired;
    }
  }
  if(issuer === null) {
    return {answer: 'changed'};
  }
  try {
    facts = readClaims(sealed.payload);
  } catch {
    return {answer: 'none'};
  }
  const lists = register.lists.find(one => facts.status !== null && one.number === facts.status.list);
  const isSet = bits => ((bits[facts.status.place >> 3] ?? 0) & (0x80 >> (facts.status.place & 7))) !== 0;
  const fresh = now <= register.holdsUntil;
  const told = answer => ({answer, facts, issuer});
  if(lists !== undefined && isSet(lists.revocation)) {
    return told('revoked');
  }
  if(lists !== undefined && fresh && isSet(lists.suspension)) {
    return told('suspended');
  }
  if(today < facts.awardedOn) {
    return told('early');
  }
  if(facts.validUntil !== null && facts.validUntil < today) {
    return told('expired');
  }
  // Whoever has a retired key can write any day into a code; what was recorded in time only the register itself knows.
  return told(lists === undefined || !fresh || isRetired ? 'unknown' : 'holds');
}
