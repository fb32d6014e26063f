import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { api, bodyOf, Problem, type Schemas } from './client.js'
import { keepToken, whenSignedOut } from './patient-fetch.js'

export type Session = Schemas['OwnSession']

const SessionContext = createContext<Session | undefined>(undefined)

type Again = (session: Session) => void
const AgainContext = createContext<Again | undefined>(undefined)

/** A page that came without a session's cookie need not ask; after signing in it asks all the same. */
let wasVisited = document.documentElement.dataset.session !== 'none'

/** From now on there is a session to ask for. */
export function beginSession(csrfToken: string): Promise<Session | null> {
  wasVisited = true
  keepToken(csrfToken)
  return readSession()
}

/** Whether a need of this region is the reader's own to decide on: its community's, or one that staff are responsible for. */
export function isOwnRegion({ account: { role, region } }: Session, of: string): boolean {
  if (role === 'district') return true
  // A street's code ends in three zeros, and those of its communities begin alike.
  return region !== undefined && (region === of || (role === 'street' && of.startsWith(region.slice(0, 9))))
}

export const sessionKey = ['session'] as const

/** Who is signed in; undefined while nobody is. */
export function useSession(): Session | undefined {
  return useContext(SessionContext)
}

/** While the session has ended under an open page: to be told the new one. Undefined while there is nothing to tell. */
export function useLapse(): Again | undefined {
  return useContext(AgainContext)
}

/**
 * Asks once who is signed in; `loading` until that is known. A session that ends stays in the page, so that nothing
 * written is lost, until its owner has signed in again.
 */
export function SessionProvider({ children, loading }: { children: ReactNode; loading: ReactNode }) {
  const queries = useQueryClient()
  const [again, setAgain] = useState<Again>()
  const { data, isPending } = useQuery({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  useEffect(() => {
    whenSignedOut(async () => {
      const before = queries.getQueryData<Session | null>(sessionKey)
      if (!before) return false
      // There is one already where somebody has signed in again in another window.
      const now = (await readSession()) ?? (await new Promise<Session>((resolve) => setAgain(() => resolve)))
      setAgain(undefined)
      if (now.account.id !== before.account.id) return leaveTo('/')
      queries.setQueryData(sessionKey, now)
      return true
    })
  }, [queries])
  if (isPending) return loading
  return (
    <SessionContext value={data ?? undefined}>
      <AgainContext value={again}>{children}</AgainContext>
    </SessionContext>
  )
}

/** Loads another page, for what is in this one is somebody else's; never comes back. */
export function leaveTo(path: string): Promise<never> {
  window.location.assign(path)
  return new Promise(() => {})
}

/** Who is signed in; null where nobody is. */
async function readSession(): Promise<Session | null> {
  if (!wasVisited) return null
  try {
    const session = await bodyOf(api.GET('/session'))
    keepToken(session.csrfToken)
    return session
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  }
}
