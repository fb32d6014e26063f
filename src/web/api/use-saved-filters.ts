import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { FilteredList, SavedFilter } from '../../saved-filters/model.js'
import { api, ifMatch, Problem } from './client.js'

interface Saved {
  readonly items: readonly SavedFilter[]
  readonly revision: number
}

export type { FilteredList, SavedFilter }

/** What the reader has saved of a list, and how that is changed. */
export function useSavedFilters(list: FilteredList) {
  const queries = useQueryClient()
  const queryKey = ['saved-filters', list]
  const read = () => readSaved(list)
  const saved = useQuery({ queryKey, queryFn: read, staleTime: Number.POSITIVE_INFINITY })
  const write = async ({ items, revision }: Saved, change: Change): Promise<void> => {
    const params = { path: { list }, header: ifMatch(revision) }
    const answer = await api.PUT('/saved-filters/{list}', { params, body: { items: change(items) } })
    queries.setQueryData(queryKey, savedIn(answer))
  }
  return {
    ...saved,
    items: saved.data?.items ?? [],
    /** Where another window was first, the change is made to what that one left. */
    async change(change: Change): Promise<void> {
      try {
        await write(queries.getQueryData<Saved>(queryKey) ?? (await read()), change)
      } catch (error) {
        if (!(error instanceof Problem && (error.status === 412 || error.status === 409))) throw error
        await write(await read(), change)
      }
    },
  }
}

type Change = (items: readonly SavedFilter[]) => SavedFilter[]

async function readSaved(list: FilteredList): Promise<Saved> {
  return savedIn(await api.GET('/saved-filters/{list}', { params: { path: { list } } }))
}

interface Answer {
  readonly data?: { readonly items: readonly unknown[] }
  readonly response: Response
}

function savedIn({ data, response }: Answer): Saved {
  return {
    items: (data?.items ?? []) as readonly SavedFilter[],
    revision: Number(response.headers.get('etag')?.replaceAll('"', '') ?? 0),
  }
}

/** A list that is opened without filters begins with the reader's own; one whose filters were cleared stays so. */
export function useDefaultFilters(items: readonly SavedFilter[]): void {
  const [params, setParams] = useSearchParams()
  const isBare = params.size === 0
  const mayBegin = useRef(isBare)
  const first = items.find(({ isDefault }) => isDefault)
  useEffect(() => {
    if (!isBare) mayBegin.current = false
    if (!first || !mayBegin.current) return
    mayBegin.current = false
    setParams(first.query, { replace: true })
  }, [first, isBare, setParams])
}
