// SPDX-License-Identifier: Apache-2.0 OR MIT
// Named checks, what they said, and the closing line that is counted.

const SHOWN = 12;

let passed = 0;
let failed = 0;

/** Runs one check; what it throws is its failure. Answers whether it held. */
export async function check(name, body) {
  try {
    await body();
    passed += 1;
    console.log(`ok    ${name}`);
    return true;
  } catch (fault) {
    failed += 1;
    console.log(`FAIL  ${name}\n      ${told(fault).replaceAll('\n', '\n      ')}`);
    return false;
  }
}

/** Fails with every line that was found, the first of them in full. */
export function none(found, what) {
  if (found.length === 0) return;
  const lines = found.slice(0, SHOWN);
  const rest = found.length > SHOWN ? [`... and ${found.length - SHOWN} more`] : [];
  throw new Error([`${found.length} ${what}:`, ...lines, ...rest].join('\n'));
}

export function ensure(holds, sentence) {
  if (!holds) throw new Error(sentence);
}

/** Something to know that is no failure. */
export function remark(sentence) {
  console.log(`note  ${sentence}`);
}

/** Says how many held, and answers whether all did. */
export function close() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}

function told(fault) {
  // Of the browser driver's call log only its last lines say why it waited.
  const [sentence, log = ''] = String(fault?.message ?? fault).replace(/\u001b\[\d+m/g, '').split('\nCall log:');
  return [sentence, ...log.split('\n').slice(-4)].join('\n').trim();
}
