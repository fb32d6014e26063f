import { useQueries } from '@tanstack/react-query'
import { api, bodyOf } from './client.js'

/** Names of organisations by id; dots while one is not known yet. */
export function useOrganizationNames(ids: readonly string[]): (id: string) => string {
  const names = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['organization', id],
      queryFn: () => bodyOf(api.GET('/organizations/{id}', { params: { path: { id } } })),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  return (id) => names[ids.indexOf(id)]?.data?.name ?? '…'
}
