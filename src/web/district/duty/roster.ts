import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '../../api/answer.js'
import { api, bodyOf } from '../../api/client.js'
import { type TreeNode, useRegions } from '../../api/reference.js'
import { useSession } from '../../api/session.js'
import { usePages } from '../../api/use-pages.js'

export type Turn = AnswerOf<'/duty-turns', 'get'>['items'][number]
type Staff = AnswerOf<'/duty-staff', 'get'>['items'][number]

export const rosterKey = ['duty-turns']

/** As many as the server gives at once, so that almost every roster comes whole. */
const most = 100

/** Turns that are not over, what ends next first. */
export function useRoster() {
  return usePages<Turn>(rosterKey, (after) =>
    bodyOf(api.GET('/duty-turns', { params: { query: { limit: most, ...(after ? { after } : {}) } } })),
  )
}

/** Who may be put on duty there; nobody while no place is chosen. */
export function useDutyStaff(region: string | undefined) {
  return useQuery({
    queryKey: ['duty-staff', region],
    queryFn: () => readStaff(region as string),
    enabled: region !== undefined,
  })
}

async function readStaff(region: string): Promise<Staff[]> {
  const staff: Staff[] = []
  let after: string | undefined
  do {
    const query = { region, limit: most, ...(after ? { after } : {}) }
    const page = await bodyOf(api.GET('/duty-staff', { params: { query } }))
    staff.push(...page.items)
    after = page.next
  } while (after)
  return staff
}

/** The places that the reader plans duty for: a street its own, the district itself and every street. */
export function useDutyPlaces(): readonly Pick<TreeNode, 'value' | 'title'>[] {
  const { nodes } = useRegions()
  const own = useSession()?.account.region
  const all = nodes.flatMap((district) => [district, ...district.children])
  return own === undefined ? all : all.filter(({ value }) => value === own)
}

/** Whether somebody stands in it at this moment who is told of a crisis. */
export function isOn({ from, to, isActive }: Turn, now: number): boolean {
  return isActive && Date.parse(from) <= now && now < Date.parse(to)
}
