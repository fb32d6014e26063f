import { useCallback, useState } from 'react'

/**
 * A draft that survives a reload and a lost connection, in this window only: it may name people, and an office PC has
 * many users.
 */
export function useKeptDraft<Draft extends object>(key: string, empty: Draft) {
  const [draft, setDraft] = useState<Draft>(() => keptDraft<Draft>(key) ?? empty)
  const change = useCallback(
    (part: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...part }
        sessionStorage.setItem(key, JSON.stringify(next))
        return next
      }),
    [key],
  )
  const clear = useCallback(() => {
    sessionStorage.removeItem(key)
    setDraft(empty)
  }, [key, empty])
  return { draft, change, clear }
}

function keptDraft<Draft>(key: string): Draft | undefined {
  const kept = sessionStorage.getItem(key)
  return kept === null ? undefined : (JSON.parse(kept) as Draft)
}
