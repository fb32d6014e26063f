import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, bodyOf } from '../api/client.js'

const unreadKey = ['inbox', 'unread'] as const
/** What others do shows in these; a notice is the sign that they did something. */
const moved = ['inbox', 'referrals', 'need', 'needs']
/** So long after a refusal it is asked again; milliseconds. */
const refusedFor = 3_000
/** However much goes on among others, it is read anew no more often; milliseconds. */
const restMs = 3_000

export function useUnread(isOn: boolean): number {
  const { data } = useQuery({
    queryKey: unreadKey,
    queryFn: () => bodyOf(api.GET('/inbox/unread')),
    enabled: isOn,
  })
  return data?.count ?? 0
}

/** Listens for notices as long as the page is open, and reads anew what others may have changed when one comes. */
export function useLiveInbox(isOn: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isOn) return undefined
    return listen(() => {
      for (const key of moved) void queries.invalidateQueries({ queryKey: [key] })
    })
  }, [isOn, queries])
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
  let rest: ReturnType<typeof setTimeout> | undefined
  // Staff hear that something was told to somebody, which in a large district is often.
  const atRest = () => {
    rest ??= setTimeout(() => {
      rest = undefined
      onMoved()
    }, restMs)
  }
  const begin = () => {
    if (isOver) return
    stream = new EventSource('/api/v1/inbox/stream')
    stream.addEventListener('notice', onMoved)
    stream.addEventListener('moved', atRest)
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
    clearTimeout(rest)
    stream?.close()
  }
}
