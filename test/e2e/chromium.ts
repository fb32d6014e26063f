import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Where a Chromium is, or undefined. */
export const chromiumPath = places.find((path) => path !== undefined && existsSync(path))

export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium here')
  return chromium.launch({
    executablePath: chromiumPath,
    // A container has no user namespaces and a small /dev/shm.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'],
  })
}
