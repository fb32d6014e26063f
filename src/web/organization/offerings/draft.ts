import { useMemo } from 'react'
import type { paths } from '../../api/schema.js'
import { useKeptDraft } from '../../api/use-kept-draft.js'
import type { Offering } from '../own.js'

export type OfferingBody = paths['/offerings/{id}']['put']['requestBody']['content']['application/json']
export type Mode = Offering['modes'][number]
export type Hours = Offering['calendar'][number]

/** What is written of an offering so far; an empty field is not sent. */
export interface Draft {
  readonly title: string
  readonly description: string
  readonly categories: readonly string[]
  readonly targetGroups: readonly string[]
  readonly ageFrom: number | null
  readonly ageTo: number | null
  readonly coverage: readonly string[]
  readonly modes: readonly Mode[]
  readonly perMonth: number | null
  readonly unit: NonNullable<Offering['capacity']>['unit']
  readonly calendar: readonly Hours[]
  readonly fee: number | null
  readonly feeNote: string
  readonly qualifications: readonly string[]
}

const emptyDraft: Draft = {
  title: '',
  description: '',
  categories: [],
  targetGroups: [],
  ageFrom: null,
  ageTo: null,
  coverage: [],
  modes: [],
  perMonth: null,
  unit: 'visit',
  calendar: [],
  fee: 0,
  feeNote: '',
  qualifications: [],
}

function draftOf(offering: Offering): Draft {
  const { title, description, categories, targetGroups, ages, coverage, modes, capacity, calendar } = offering
  return {
    ...{ title, description, categories, targetGroups, coverage, modes, calendar },
    ageFrom: ages?.from ?? null,
    ageTo: ages?.to ?? null,
    perMonth: capacity?.perMonth ?? null,
    unit: capacity?.unit ?? 'visit',
    fee: offering.fee?.amount ?? null,
    feeNote: offering.fee?.note ?? '',
    qualifications: offering.qualifications,
  }
}

/** What is already written of those fields that decide whom it would match. */
export function sketchOf(draft: Draft) {
  const { title, description, categories, targetGroups, ageFrom, ageTo, coverage, modes, qualifications } =
    draft
  return {
    ...{ title: title.trim(), description: description.trim() },
    ...{ categories: [...categories], targetGroups: [...targetGroups], modes: [...modes] },
    qualifications: [...qualifications],
    ...(ageFrom === null ? {} : { ages: { from: ageFrom, to: ageTo ?? oldest } }),
    ...(coverage.length ? { coverage: [...coverage] } : {}),
  }
}

const oldest = 120

/** What is sent when it is saved; what the form does not ask stays as it was. */
export function bodyOfDraft(draft: Draft, organizationId: string, before?: Offering): OfferingBody {
  const { perMonth, unit, calendar, fee, feeNote, coverage } = draft
  return {
    ...sketchOf(draft),
    ...{ organizationId, coverage: [...coverage], calendar: [...calendar] },
    languages: before?.languages ?? [],
    ...(before?.period ? { period: before.period } : {}),
    ...(perMonth === null ? {} : { capacity: { perMonth, unit } }),
    ...(fee === null ? {} : { fee: { amount: fee, ...(feeNote.trim() ? { note: feeNote.trim() } : {}) } }),
  }
}

export function useOfferingDraft(account: string, before: Offering | undefined) {
  const empty = useMemo(() => (before ? draftOf(before) : emptyDraft), [before])
  const of = before ? `${before.id}.${before.revision}` : 'new'
  return useKeptDraft<Draft>(`duijie.offering.${account}.${of}`, empty)
}
