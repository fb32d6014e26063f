import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, bodyOf, Problem } from '../../api/client.js'
import { useOnceKeys } from '../../api/use-once-keys.js'
import type { Need } from '../../community/needs/list.js'
import { activeStates } from './queue.js'

type Found = Awaited<ReturnType<typeof readRecommendations>>
export type Offer = Found['items'][number]

export type Outcome =
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly text: string | undefined }

/** What would be sent for one need. */
export interface Line {
  readonly need: Need
  /** Offerings that serve it, or have been asked and owe their answer. */
  readonly asked: ReadonlySet<string>
  readonly isPending: boolean
  readonly error: unknown
  readonly offers: readonly Offer[]
  /** Undefined where nothing is to be sent. */
  readonly chosen: Offer | undefined
  readonly outcome: Outcome | undefined
}

const choices = 5

function readRecommendations(id: string) {
  return bodyOf(
    api.GET('/needs/{id}/recommendations', {
      params: { path: { id }, query: { limit: choices, explain: true } },
    }),
  )
}

/** Offerings that need not be asked once more. */
async function readAsked({ id, progress }: Need): Promise<string[]> {
  if (!progress || progress.pending + progress.reserved + progress.committed === 0) return []
  const query = { need: id, state: [...activeStates], limit: 50 }
  const { items } = await bodyOf(api.GET('/referrals', { params: { query } }))
  return items.map(({ offeringId }) => offeringId)
}

/**
 * A dispatch of several needs: who would get what, which can be changed, and then one referral after the other, so that
 * each is answered for itself and the places that one takes are seen by the next.
 */
export function useDispatch(needs: readonly Need[]) {
  const queries = useQueryClient()
  const keys = useOnceKeys()
  const isStopped = useRef(false)
  const [changed, setChanged] = useState<ReadonlyMap<string, string | undefined>>(new Map())
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [isSending, setSending] = useState(false)
  const found = useQueries({
    queries: needs.map(({ id, revision }) => ({
      queryKey: ['recommendations', id, revision, choices],
      queryFn: () => readRecommendations(id),
    })),
  })
  const asked = useQueries({
    queries: needs.map((need) => ({
      queryKey: ['referrals', 'asked', need.id, need.revision],
      queryFn: () => readAsked(need),
    })),
  })
  const lines = needs.map((need, at): Line => {
    const { data, isPending = true, error = null } = found[at] ?? {}
    const already = new Set(asked[at]?.data)
    const offers = data?.items ?? []
    const fits = data?.verdict === 'matched' ? offers.filter(({ fit }) => fit !== 'weak') : []
    const best = fits.find(({ id }) => !already.has(id))
    const id = changed.has(need.id) ? changed.get(need.id) : best?.id
    const chosen = offers.find((offer) => offer.id === id)
    const outcome = outcomes.get(need.id)
    const isWaiting = isPending || (asked[at]?.isPending ?? true)
    return {
      need,
      asked: already,
      isPending: isWaiting,
      error: error ?? asked[at]?.error ?? null,
      offers,
      chosen,
      outcome,
    }
  })
  const open = lines.filter(({ chosen, outcome }) => chosen && outcome?.kind !== 'sent')
  const note = (needId: string, outcome: Outcome) =>
    setOutcomes((before) => new Map(before).set(needId, outcome))

  async function sendOne({ need, chosen }: Line): Promise<void> {
    if (!chosen) return
    note(need.id, { kind: 'sending' })
    try {
      await api.POST('/needs/{id}/referrals', {
        params: { path: { id: need.id }, header: keys.of(need.id, chosen.id) },
        body: { how: 'dispatch', offeringId: chosen.id },
      })
      note(need.id, { kind: 'sent' })
    } catch (error) {
      const isAnswered = error instanceof Problem && error.status !== 0
      note(need.id, { kind: 'refused', text: isAnswered ? error.message : undefined })
    }
  }

  return {
    lines,
    open,
    isSending,
    sent: new Set([...outcomes].filter(([, { kind }]) => kind === 'sent').map(([id]) => id)),
    choose: (needId: string, offeringId: string | undefined) =>
      setChanged((before) => new Map(before).set(needId, offeringId)),
    stop: () => {
      isStopped.current = true
    },
    async send(): Promise<void> {
      isStopped.current = false
      setSending(true)
      for (const line of open) {
        if (isStopped.current) break
        await sendOne(line)
      }
      setSending(false)
      await Promise.all(
        ['referrals', 'needs', 'need'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      )
    },
  }
}

/** How many of the chosen needs each offering would get, the most first. */
export function sharesOf(lines: readonly Line[]): { title: string; count: number }[] {
  const shares = new Map<string, { title: string; count: number }>()
  for (const { chosen } of lines) {
    if (!chosen) continue
    const before = shares.get(chosen.id)
    shares.set(chosen.id, { title: chosen.title, count: (before?.count ?? 0) + 1 })
  }
  return [...shares.values()].sort((a, b) => b.count - a.count)
}
