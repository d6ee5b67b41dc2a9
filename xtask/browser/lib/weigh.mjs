// SPDX-License-Identifier: Apache-2.0 OR MIT
// How many bytes a page takes over the wire, counted as for a visitor whose browser has kept nothing.

/** Watches a page; `take()` answers the bytes since the last time, and counts what came from the cache in full. */
export async function scales(page, known) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const addresses = new Map();
  let seen = new Set();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    addresses.set(requestId, request.url);
    seen.add(request.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = addresses.get(requestId);
    if (url) known.set(url, Math.max(encodedDataLength, known.get(url) ?? 0));
  });
  return () => {
    const bytes = [...seen].reduce((sum, url) => sum + (known.get(url) ?? 0), 0);
    seen = new Set();
    return bytes;
  };
}
