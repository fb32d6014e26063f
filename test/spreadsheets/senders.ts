import type { Actor } from '../../src/platform/actor.js'
import { createReferences, spreadsheetApi } from '../../src/spreadsheets/index.js'
import { type featureServices, regions, taxonomy } from '../feature-services.js'
import { openGate } from '../gates.js'
import { serve, testApp } from '../http-client.js'

interface ShownRow {
  readonly line: number
  readonly outcome: string
  readonly id?: string
  readonly cells: Readonly<Record<string, string>>
  readonly problems: readonly { readonly column?: string; readonly code: string; readonly message: string }[]
  readonly warnings: readonly { readonly column?: string; readonly code: string; readonly need?: string }[]
}
interface Preview {
  readonly columns: readonly string[]
  readonly ignored: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly rows: readonly ShownRow[]
}
interface Result {
  readonly counts: Readonly<Record<string, number>>
  readonly made: readonly { readonly line: number; readonly id: string }[]
  readonly refused: readonly ShownRow[]
}

type Services = Pick<
  Awaited<ReturnType<typeof featureServices>>,
  'needs' | 'offerings' | 'organizations' | 'services' | 'ring'
>

/** How somebody sends sheets to a server over these services. */
export function sendersOver(services: Services) {
  const references = createReferences(taxonomy, regions)
  const fingerprint = (kind: string, value: string) => services.ring.fingerprints(kind, value)[0] as string
  const { routes, messages } = spreadsheetApi({ ...services, regions, taxonomy, references, fingerprint })
  return async (who: Actor) => {
    const client = await serve(testApp({ routes, messages: [messages ?? {}], gate: openGate(who) }))
    const send = (path: string, file: string | Uint8Array, language = 'zh') => {
      const body = new FormData()
      body.append('file', new Blob([typeof file === 'string' ? file : new Uint8Array(file)]), 'sheet')
      return fetch(`${client.url}/api/v1/${path}`, {
        method: 'POST',
        body,
        headers: { 'accept-language': language },
      })
    }
    return {
      client,
      send,
      preview: async (file: string | Uint8Array, kind = 'needs', language = 'zh') =>
        (await (await send(`${kind}/import/preview`, file, language)).json()) as Preview,
      async imported(file: string | Uint8Array, query = '', kind = 'needs') {
        const response = await send(`${kind}/import${query}`, file)
        const events = (await response.text()).split('\n\n').filter(Boolean)
        const last = events.at(-1)?.split('data: ')[1] ?? '{}'
        return { status: response.status, events, result: JSON.parse(last) as Result }
      },
    }
  }
}
