import { api, bodyOf, type Schemas } from '../api/client.js'
import { useSession } from '../api/session.js'
import { usePages } from '../api/use-pages.js'

export type Offering = Schemas['Offering']

/** The organisation of whoever is signed in. */
export function useOwnOrganization(): string {
  return useSession()?.account.organization ?? ''
}

/** The offerings of the own organisation in every state, newest first. */
export function useOwnOfferings() {
  const organization = useOwnOrganization()
  return usePages<Offering>(['offerings', { organization }], (after) =>
    bodyOf(
      api.GET('/offerings', {
        params: { query: { organization, limit: 100, ...(after ? { after } : {}) } },
      }),
    ),
  )
}
