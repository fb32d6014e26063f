import { useMemo } from 'react'
import type { paths } from '../../api/schema.js'
import { useKeptDraft } from '../../api/use-kept-draft.js'

export type NeedBody = paths['/needs']['post']['requestBody']['content']['application/json']
export type UrgencyLevel = NonNullable<NeedBody['urgency']>

/** What somebody has written so far. Lists that are missing have not been corrected: what the words say then counts. */
export interface Draft {
  readonly text: string
  readonly region: string
  readonly amount: NonNullable<NeedBody['amount']>
  readonly source: NeedBody['source']
  readonly categories?: readonly string[]
  readonly groups?: readonly string[]
  readonly urgency?: UrgencyLevel
  readonly title?: string
  readonly count: number
  readonly ages?: { readonly from: number; readonly to: number }
  readonly neededBy?: string
  readonly modes: readonly NonNullable<NeedBody['modes']>[number][]
  readonly visibility: NonNullable<NeedBody['visibility']>
}

export const emptyDraft = (region: string): Draft => ({
  text: '',
  region,
  amount: { value: 1, unit: 'case' },
  source: 'visit',
  count: 1,
  modes: [],
  visibility: 'public',
})

/** What is sent when it is posted. */
export function bodyOfDraft(draft: Draft): NeedBody {
  const {
    groups,
    categories,
    urgency,
    title,
    ages,
    neededBy,
    count,
    modes,
    text,
    region,
    amount,
    source,
    visibility,
  } = draft
  return {
    ...{ text, region, amount, source, visibility, state: 'open', modes: [...modes] },
    beneficiaries: { count, groups: [...(groups ?? [])], ...(ages ? { ages } : {}) },
    ...(categories ? { categories: [...categories] } : {}),
    ...(urgency ? { urgency } : {}),
    ...(title ? { title } : {}),
    ...(neededBy ? { neededBy } : {}),
  }
}

/** What somebody of this account writes, for a need in this region unless they say otherwise. */
export function useDraft(account: string, region: string) {
  const empty = useMemo(() => emptyDraft(region), [region])
  return useKeptDraft<Draft>(`duijie.draft.${account}`, empty)
}
