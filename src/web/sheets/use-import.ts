import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ImportDone, importSheet, type SheetKind } from './sheets-api.js'

/** The import of the sheet in hand: how far it has come, and what came of it. */
export function useImport(kind: SheetKind) {
  const client = useQueryClient()
  const [share, setShare] = useState<number>()
  const [done, setDone] = useState<ImportDone>()
  const [error, setError] = useState<unknown>()
  return {
    share,
    done,
    error,
    async start(file: File) {
      setShare(0)
      setError(undefined)
      try {
        setDone(await importSheet(kind, file, setShare))
      } catch (problem) {
        setError(problem)
      }
      setShare(undefined)
      await client.invalidateQueries({ queryKey: [kind] })
      if (kind === 'service-records') await client.invalidateQueries({ queryKey: ['service-totals'] })
      await client.invalidateQueries({ queryKey: ['sheet', kind] })
    },
    clear() {
      setDone(undefined)
      setError(undefined)
    },
  }
}
