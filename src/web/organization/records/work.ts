import { type Measure, measuresOf, type WorkKind, workKinds } from '../../../service-records/work.js'
import type { Schemas } from '../../api/client.js'
import type { paths } from '../../api/schema.js'

export { type Measure, measuresOf, type WorkKind, workKinds }
export type ServiceRecord = Schemas['ServiceRecord']
export type RecordBody = paths['/service-records']['post']['requestBody']['content']['application/json']

type Numbers = Readonly<Partial<Record<Measure, number>>>

/** The counts of a piece of work, whatever its kind. */
export function countsOf({ kind: _, ...counts }: ServiceRecord['work']): Numbers {
  return counts
}

/** Exactly the measures of its kind; what was left empty is 0. */
export function workOf(kind: WorkKind, counts: Numbers): RecordBody['work'] {
  const measured = Object.fromEntries(measuresOf[kind].map((measure) => [measure, counts[measure] ?? 0]))
  return { kind, ...measured } as RecordBody['work']
}
