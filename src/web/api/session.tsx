import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { api, bodyOf, keepToken, Problem, type Schemas, whenSignedOut } from './client.js'

export type Session = Schemas['OwnSession']

const SessionContext = createContext<Session | undefined>(undefined)

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

/** Asks once who is signed in; `loading` until that is known. */
export function SessionProvider({ children, loading }: { children: ReactNode; loading: ReactNode }) {
  const queries = useQueryClient()
  const { data, isPending } = useQuery({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  useEffect(() => whenSignedOut(() => queries.setQueryData(sessionKey, null)), [queries])
  if (isPending) return loading
  return <SessionContext value={data ?? undefined}>{children}</SessionContext>
}

/** Who is signed in; null where nobody is. */
export async function readSession(): Promise<Session | null> {
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
