import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/index.js'
import type { World } from './world.js'

/** A window in which somebody of the demo accounts has signed in, at the page where their day begins. */
export async function signedIn(
  world: World,
  name: string,
  options: Parameters<World['open']>[0] = {},
): Promise<Page> {
  const page = await world.open(options)
  const data = { name, password: demoPassword }
  const answer = await page.context().request.post(`${world.url}/api/v1/session`, { data })
  expect(answer.status(), await answer.text()).to.equal(200)
  await page.goto(world.url)
  await page.waitForURL(({ pathname }) => pathname !== '/')
  return page
}

/** Signs in through the page that is open. */
export async function signInThrough(page: Page, name: string): Promise<void> {
  await page.getByLabel(/用户名|User name/).fill(name)
  await page.getByLabel(/^(密码|Password)$/).fill(demoPassword)
  await page.getByRole('button', { name: /登\s?录|Sign in/ }).click()
  await page.waitForURL(({ pathname }) => !pathname.includes('sign-in'))
}

/** What somebody does over the API, in a session of its own: what has happened before a story begins, or beside it. */
export interface Api {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: object, revision?: number): Promise<T>
  delete(path: string, revision?: number): Promise<void>
}

export async function apiOf(world: World, name: string): Promise<Api> {
  const signIn = await fetch(`${world.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: demoPassword }),
  })
  const { csrfToken } = (await signIn.json()) as { csrfToken: string }
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const send = async (method: string, path: string, more: { body?: string; revision?: number } = {}) => {
    const answer = await fetch(`${world.url}/api/v1${path}`, {
      method,
      headers: {
        ...{ cookie, 'x-csrf-token': csrfToken },
        ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...(more.revision === undefined ? {} : { 'if-match': `"${more.revision}"` }),
      },
      ...(more.body === undefined ? {} : { body: more.body }),
    })
    const said = await answer.text()
    expect(answer.ok, said).to.equal(true)
    return said
  }
  return {
    get: async <T>(path: string) => JSON.parse(await send('GET', path)) as T,
    post: async <T>(path: string, body?: object, revision?: number) =>
      JSON.parse(
        await send('POST', path, {
          ...(body ? { body: JSON.stringify(body) } : {}),
          ...(revision === undefined ? {} : { revision }),
        }),
      ) as T,
    delete: async (path, revision) =>
      void (await send('DELETE', path, revision === undefined ? {} : { revision })),
  }
}
