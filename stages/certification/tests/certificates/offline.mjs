// SPDX-License-Identifier: Apache-2.0 OR MIT
// Asks the script of the saved page: node offline.mjs PAGE CASES; prints the answers, one a line.
import {webcrypto as crypto} from 'node:crypto';
import {readFileSync} from 'node:fs';
import vm from 'node:vm';

const [page, cases] = process.argv.slice(2).map(path => readFileSync(path, 'utf8'));
const {TextDecoder, TextEncoder, DecompressionStream, Blob, Response, atob} = globalThis;
const context = vm.createContext({crypto, TextDecoder, TextEncoder, DecompressionStream, Blob, Response, atob, Uint8Array});
const [, script] = page.split('<script>');
// The half that needs no document.
vm.runInContext(script.slice(0, script.indexOf('const ANSWERS')), context);
// The register that the page itself holds, for cases that bring none.
const held = page.match(/id="register">(.*?)<\/script>/)[1];
const {openRegister, checkCode} = vm.runInContext('({openRegister, checkCode})', context);

for(const {code, register, now, today} of JSON.parse(cases)) {
  let answer;
  try {
    const opened = await openRegister(register ?? held);
    const found = await checkCode(code, opened, new Date(now), today);
    answer = [found.answer, found.facts?.number, found.facts?.learner, found.issuer].filter(part => part !== undefined).join(' | ');
  } catch {
    answer = 'no register';
  }
  console.log(answer);
}
