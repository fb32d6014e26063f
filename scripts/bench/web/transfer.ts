import type { CDPSession } from 'playwright-core'

/** What has come over the wire so far, headers with it. */
export interface Transfer {
  bytes: number
  requests: number
}

/** What a page itself consists of and asks for; not what waits for notices as long as it is open. */
const counted = new Set(['Document', 'Script', 'Stylesheet', 'Font', 'Fetch', 'XHR', 'Image'])

/** Counts what a page loads, as the server really sent it. */
export async function countTransfer(devtools: CDPSession): Promise<Transfer> {
  const transfer = { bytes: 0, requests: 0 }
  const asked = new Set<string>()
  devtools.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (!counted.has(type ?? '') || asked.has(requestId)) return
    asked.add(requestId)
    transfer.requests++
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) transfer.bytes += encodedDataLength
  })
  await devtools.send('Network.enable')
  return transfer
}
