import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/index.js'
import type { World } from './world.js'

/** A window in which somebody of the demo accounts has signed in through the page. */
export async function signedIn(
  world: World,
  name: string,
  options: Parameters<World['open']>[0] = {},
): Promise<Page> {
  const page = await world.open(options)
  await page.goto(`${world.url}/sign-in`)
  await page.getByLabel(/用户名|User name/).fill(name)
  await page.getByLabel(/^(密码|Password)$/).fill(demoPassword)
  await page.getByRole('button', { name: /登\s?录|Sign in/ }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  return page
}
