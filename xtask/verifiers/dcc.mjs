// SPDX-License-Identifier: Apache-2.0 OR MIT
// Asks @digitalcredentials/verifier-core about every line of a file of certificates: node dcc.mjs FILE
import {verifyCredential} from '@digitalcredentials/verifier-core';
import {readFileSync} from 'node:fs';

// Nothing is asked of the network: what the verifier would look up there (schemas, lists, registries) is not the signature.
globalThis.fetch = async url => {
  throw new TypeError(`nothing is loaded from outside: ${url}`);
};
const say = console.log.bind(console);
console.log = console.error = () => {};

const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => JSON.parse(line));
const wrong = [];
for(const {mutation, credential} of lines) {
  const result = await verifyCredential({credential, knownDIDRegistries: []});
  const holds = !result.errors?.length && result.log?.some(one => one.id === 'valid_signature' && one.valid);
  if(Boolean(holds) !== (mutation === null)) {
    wrong.push(`${mutation ?? 'unchanged'}: ${JSON.stringify(result.errors ?? 'accepted')}`);
  }
}
wrong.slice(0, 20).forEach(line => say(line));
say(`${lines.length} asked, ${wrong.length} answered wrongly`);
process.exit(wrong.length === 0 ? 0 : 1);
