import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { onCleanup } from '../setup.js'

/** An address where nobody listens now. */
export async function freeAddress(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return `http://127.0.0.1:${port}`
}

export const client = { id: 'duijie', secret: 'the secret of the tests, long enough' }

/** A whole OpenID provider on 127.0.0.1, at which whoever types a name is that person. */
export async function startIssuer(redirectUri: string): Promise<string> {
  const url = await freeAddress()
  const provider = quietly(
    () =>
      new Provider(url, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [redirectUri],
            post_logout_redirect_uris: [new URL('/sign-in', redirectUri).href],
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
        cookies: { keys: ['only for tests'] },
        features: {
          rpInitiatedLogout: {
            logoutSource: (context, form) => {
              context.body = `<!doctype html>${form}`
            },
          },
        },
        pkce: { required: () => true },
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      }),
  )
  const server = createServer(provider.callback())
  await new Promise<void>((resolve) => server.listen(Number(new URL(url).port), '127.0.0.1', () => resolve()))
  onCleanup(() => {
    server.closeAllConnections()
    server.close()
  })
  return url
}

/** Without the provider's warnings that its keys and forms are made for tests; that is what they are. */
function quietly<R>(make: () => R): R {
  const { warn, info } = console
  console.warn = console.info = () => {}
  try {
    return make()
  } finally {
    Object.assign(console, { warn, info })
  }
}

/** A browser at the issuer: keeps cookies, follows redirects, fills in its forms. */
export class IssuerBrowser {
  readonly #cookies = new Map<string, string>()

  /** Signs in as `subject`. @returns the address at ours that the issuer sends the browser to */
  async signIn(address: string, subject: string): Promise<URL> {
    const issuer = new URL(address).origin
    let answer = await this.#ask(address)
    for (let steps = 0; steps < 20; steps++) {
      const location = answer.headers.get('location')
      if (location) {
        const next = new URL(location, answer.url)
        if (next.origin !== issuer) return next
        answer = await this.#ask(next.href)
        continue
      }
      const page = await answer.text()
      const action = /action="([^"]+)"/.exec(page)?.[1]
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1]
      if (!action || !prompt) throw new Error(`no form: ${answer.status} ${page.slice(0, 500)}`)
      const form = new URLSearchParams({ prompt, login: subject, password: 'any' })
      answer = await this.#ask(new URL(action, answer.url).href, form)
    }
    throw new Error('the issuer sends round in circles')
  }

  /** Says yes to signing out. @returns the address at ours that the issuer sends the browser to */
  async signOut(address: string): Promise<string | null> {
    const asked = await this.#ask(address)
    const page = await asked.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1]
    if (!action || !xsrf) throw new Error(`no form: ${asked.status} ${page.slice(0, 500)}`)
    const form = new URLSearchParams({ xsrf, logout: 'yes' })
    return (await this.#ask(new URL(action, asked.url).href, form)).headers.get('location')
  }

  async #ask(url: string, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
}
