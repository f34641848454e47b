import type { Page } from 'playwright'

/** A slow phone: the CPU four times slower, 1.6 Mbit/s, 150 ms to the server. */
const PHONE_SLOWER = 4
const PHONE_LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }

/** Bytes on the wire with headers, as the browser counts them; `ms` until the page is read instead of its skeleton. */
export type Weight = { readonly bytes: number; readonly requests: number; readonly ms: number }

/**
 * Opens an address and weighs all that comes for it until nothing is awaited; a stream of events counts as a request.
 * `cold` empties the browser's cache before.
 */
export async function weigh(
  page: Page,
  address: string,
  { cold, slow }: { cold: boolean; slow: boolean },
): Promise<Weight> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  if (cold) await session.send('Network.clearBrowserCache')
  if (slow) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE_SLOWER })
    await session.send('Network.emulateNetworkConditions', PHONE_LINE)
  }
  let bytes = 0
  const asked = new Set<string>()
  const cached = new Set<string>()
  const open = new Set<string>()
  session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (request.url.startsWith('data:')) return
    asked.add(requestId)
    // A stream of events never ends.
    if (type !== 'EventSource') open.add(requestId)
  })
  session.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    open.delete(requestId)
    bytes += encodedDataLength
    if (encodedDataLength === 0) cached.add(requestId)
  })
  session.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId))
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('.skeleton'))
  const ms = performance.now() - began
  // What follows the page, such as what the next one will need.
  for (let quiet = 0; quiet < 5; quiet = open.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(200)
  await session.detach()
  return { bytes, requests: [...asked].filter((id) => !cached.has(id)).length, ms }
}
