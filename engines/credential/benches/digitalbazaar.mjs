// SPDX-License-Identifier: Apache-2.0 OR MIT
// How many certificates a second @digitalbazaar/vc issues and verifies with eddsa-rdfc-2022: read from the standard input by node in a
// folder where it finds its packages, as node --input-type=module - CONTEXTS FILE SECONDS
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import * as multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as didKey from '@digitalbazaar/did-method-key';
import * as vc from '@digitalbazaar/vc';
import {readFileSync} from 'node:fs';

const [contexts, file, seconds] = process.argv.slice(-3);
const pinned = new Map([
  ['https://www.w3.org/ns/credentials/v2', 'credentials-v2.json'],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'open-badges-3.0.3.json'],
].map(([url, name]) => [url, JSON.parse(readFileSync(`${contexts}/${name}`))]));
const driver = didKey.driver();
driver.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: multikey.from});
const known = new Map();

async function documentLoader(url) {
  if(pinned.has(url)) {
    return {contextUrl: null, documentUrl: url, document: pinned.get(url)};
  }
  if(!known.has(url)) {
    known.set(url, await driver.get({url}));
  }
  return {contextUrl: null, documentUrl: url, document: known.get(url)};
}

const pair = await multikey.generate();
pair.controller = `did:key:${pair.publicKeyMultibase}`;
pair.id = `${pair.controller}#${pair.publicKeyMultibase}`;
const signing = () => new DataIntegrityProof({cryptosuite, signer: pair.signer()});
const {proof, ...unsigned} = JSON.parse(readFileSync(file));
unsigned.issuer = {...unsigned.issuer, id: pair.controller};
let number = 0;
const issue = () => {
  const credential = structuredClone(unsigned);
  credential.name = `${unsigned.name} ${number++}`;
  return vc.issue({credential, suite: signing(), documentLoader});
};
const signed = await issue();
const verify = async () => {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential: structuredClone(signed), suite, documentLoader,
    checkStatus: async () => ({verified: true})});
  if(!result.verified) {
    throw result.error;
  }
};

async function aSecond(one) {
  for(let warm = 0; warm < 20; warm++) {
    await one();
  }
  const begun = performance.now();
  let count = 0;
  while(performance.now() - begun < seconds * 1000) {
    await one();
    count++;
  }
  return count / (performance.now() - begun) * 1000;
}

console.log(`${await aSecond(issue)} ${await aSecond(verify)}`);
