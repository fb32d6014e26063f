import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, bodyOf } from '../api/client.js'

const unreadKey = ['inbox', 'unread'] as const
/** What others do shows in these; a notice is the sign that they did something. */
const moved = ['inbox', 'referrals', 'need', 'needs']

export function useUnread(isOn: boolean): number {
  const { data } = useQuery({
    queryKey: unreadKey,
    queryFn: () => bodyOf(api.GET('/inbox/unread')),
    enabled: isOn,
  })
  return data?.count ?? 0
}

/**
 * Listens for notices as long as the page is open. The browser connects again by itself, and says what it heard last, so
 * that nothing is missed.
 */
export function useLiveInbox(isOn: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isOn) return undefined
    const stream = new EventSource('/api/v1/inbox/stream')
    const refresh = () => {
      for (const key of moved) void queries.invalidateQueries({ queryKey: [key] })
    }
    stream.addEventListener('notice', refresh)
    return () => stream.close()
  }, [isOn, queries])
}
