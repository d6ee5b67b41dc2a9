// SPDX-License-Identifier: Apache-2.0 OR MIT
// Asks @digitalbazaar/vc about every line of a file of certificates: node digitalbazaar.mjs CONTEXTS FILE
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as didKey from '@digitalbazaar/did-method-key';
import * as multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import {readFileSync} from 'node:fs';

const [contexts, file] = process.argv.slice(2);
const pinned = new Map([
  ['https://www.w3.org/ns/credentials/v2', 'credentials-v2.json'],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'open-badges-3.0.3.json'],
].map(([url, name]) => [url, JSON.parse(readFileSync(`${contexts}/${name}`))]));

const driver = didKey.driver();
driver.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: multikey.from});

async function documentLoader(url) {
  if(pinned.has(url)) {
    return {contextUrl: null, documentUrl: url, document: pinned.get(url)};
  }
  if(url.startsWith('did:key:')) {
    return {contextUrl: null, documentUrl: url, document: await driver.get({url})};
  }
  throw new Error(`nothing is loaded from outside: ${url}`);
}

// Signature and shape are asked here; what a status list says has its own tests.
const checkStatus = async () => ({verified: true});

const lines = readFileSync(file, 'utf8').trim().split('\n').map(line => JSON.parse(line));
const wrong = [];
for(const {mutation, credential} of lines) {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential, suite, documentLoader, checkStatus});
  if(result.verified !== (mutation === null)) {
    const cause = result.error?.errors?.map(error => error.message).join('; ') ?? 'accepted';
    wrong.push(`${mutation ?? 'unchanged'}: ${cause}`);
  }
}
for(const line of wrong.slice(0, 20)) {
  console.error(line);
}
console.log(`${lines.length} asked, ${wrong.length} answered wrongly`);
process.exit(wrong.length === 0 ? 0 : 1);
