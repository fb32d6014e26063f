import { api, bodyOf, type Schemas } from '../api/client.js'
import { useSession } from '../api/session.js'
import { usePages } from '../api/use-pages.js'

export type Offering = Schemas['Offering']

/** The organisation of whoever is signed in. */
export function useOwnOrganization(): string {
  return useSession()?.account.organization ?? ''
}

/** The offerings of the own organisation, in one state or in every, newest first. */
export function useOwnOfferings(state?: Offering['state']) {
  const organization = useOwnOrganization()
  const query = { organization, ...(state ? { state } : {}) }
  return usePages<Offering>(['offerings', query], (after) =>
    bodyOf(
      api.GET('/offerings', {
        params: { query: { ...query, limit: 100, ...(after ? { after } : {}) } },
      }),
    ),
  )
}
