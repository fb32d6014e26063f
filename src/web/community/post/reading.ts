import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, bodyOf } from '../../api/client.js'
import type { paths } from '../../api/schema.js'
import { useSettled } from '../../api/use-settled.js'
import type { Draft } from './draft.js'

type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Analysis = AnswerOf<'/needs/analysis'>
export type Hidden = AnswerOf<'/needs/privacy-check'>['hidden'][number]
export type Duplicate = AnswerOf<'/needs/duplicates'>['items'][number]
export type Recommended = AnswerOf<'/match'>['items'][number]
export type Pairing = Recommended['items'][number]

/** Fewer characters say nothing yet. */
const fewest = 4
/** So many offerings are shown before somebody asks for more. */
const shownAtFirst = 5

/** What the words say, what was posted like it before, and who could serve it: asked while somebody writes. */
export function useReading({ text, region, categories, groups, ages }: Draft) {
  const settled = useSettled(text.trim())
  const enabled = settled.length >= fewest
  const common = { enabled, placeholderData: keepPreviousData, staleTime: 60_000 }
  const analysis = useQuery({
    queryKey: ['analysis', settled],
    queryFn: () => bodyOf(api.POST('/needs/analysis', { body: { text: settled } })),
    ...common,
  })
  const duplicates = useQuery({
    queryKey: ['duplicates', region, settled],
    queryFn: () => bodyOf(api.POST('/needs/duplicates', { body: { region, text: settled } })),
    ...common,
  })
  const checked = useQuery({
    queryKey: ['privacy-check', settled],
    queryFn: () => bodyOf(api.POST('/needs/privacy-check', { body: { text: settled } })),
    ...common,
  })
  const asked = {
    ...{ id: 'draft', text: settled, region },
    ...(categories ? { categories: [...categories] } : {}),
    ...(groups ? { targetGroups: [...groups] } : {}),
    ...(ages ? { ages } : {}),
  }
  const recommended = useQuery({
    queryKey: ['match', asked],
    queryFn: async () => {
      const body = { needs: [asked], limit: shownAtFirst, explain: true }
      return (await bodyOf(api.POST('/match', { body }))).items[0]
    },
    ...common,
  })
  return {
    isReady: enabled,
    analysis: enabled ? analysis.data : undefined,
    hidden: enabled ? (checked.data?.hidden ?? []) : [],
    duplicates: enabled ? (duplicates.data?.items ?? []) : [],
    recommended: enabled ? recommended.data : undefined,
    isAsking: recommended.isFetching,
    error: analysis.error ?? recommended.error,
  }
}
