import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next?: string
  readonly total?: number
}

/** A list that the server gives page by page: what has come so far, and how to ask for more. */
export function usePages<Item>(queryKey: QueryKey, read: (after: string | undefined) => Promise<Page<Item>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
  const pages = query.data?.pages ?? []
  return {
    ...query,
    items: pages.flatMap((page) => page.items),
    total: pages[0]?.total,
  }
}
