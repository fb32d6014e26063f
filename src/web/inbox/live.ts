import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, bodyOf } from '../api/client.js'

const unreadKey = ['inbox', 'unread'] as const
/** What others do shows in these; a notice is the sign that they did something. */
const moved = ['inbox', 'referrals', 'need', 'needs']
/** So long after a refusal it is asked again; milliseconds. */
const refusedFor = 3_000
/** Staff answer for all that goes on in their region, and are told of what goes wrong only; milliseconds. */
const staffReadEvery = 30_000
const staff: ReadonlySet<string> = new Set(['street', 'district'])

export function useUnread(isOn: boolean): number {
  const { data } = useQuery({
    queryKey: unreadKey,
    queryFn: () => bodyOf(api.GET('/inbox/unread')),
    enabled: isOn,
  })
  return data?.count ?? 0
}

/** Listens for notices as long as the page is open, and reads anew what others may have changed when one comes. */
export function useLiveInbox(role: string | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (role === undefined) return undefined
    const refresh = () => {
      for (const key of moved) void queries.invalidateQueries({ queryKey: [key] })
    }
    const stopListening = listen(refresh)
    const timer = staff.has(role)
      ? setInterval(() => !document.hidden && refresh(), staffReadEvery)
      : undefined
    return () => {
      stopListening()
      clearInterval(timer)
    }
  }, [role, queries])
}

/**
 * A browser connects again by itself after a loss, and what came meanwhile is not told: all is read anew then. It gives
 * up where the server refuses it, as it does when the session has ended: then a request is made that waits until there
 * is a session again, and another stream is begun.
 * @returns ends it
 */
function listen(onMoved: () => void): () => void {
  let stream: EventSource | undefined
  let isOver = false
  let isLost = false
  const begin = () => {
    if (isOver) return
    stream = new EventSource('/api/v1/inbox/stream')
    stream.addEventListener('notice', onMoved)
    stream.addEventListener('open', () => {
      if (isLost) onMoved()
      isLost = false
    })
    stream.addEventListener('error', () => {
      isLost = true
      if (stream?.readyState === EventSource.CLOSED) void beginAnew()
    })
  }
  const beginAnew = async () => {
    await api.GET('/inbox/unread').catch(() => undefined)
    setTimeout(begin, refusedFor)
  }
  begin()
  return () => {
    isOver = true
    stream?.close()
  }
}
