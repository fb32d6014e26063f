import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Joi from 'joi'
import { parse } from 'yaml'
import type { Need } from './model.js'

/** A number that a person in danger, or whoever is beside, can call now. */
export interface Hotline {
  readonly number: string
  readonly zh: string
  readonly en: string
}

interface HotlineFile {
  readonly lines: Readonly<Record<string, Omit<Hotline, 'number'>>>
  readonly for: Readonly<Record<string, readonly string[]>>
}

type Concerned = Pick<Need, 'urgency' | 'beneficiaries'>

const file = Joi.object<HotlineFile>({
  lines: Joi.object().pattern(
    /^\d{3,11}$/,
    Joi.object({ zh: Joi.string().required(), en: Joi.string().required() }),
  ),
  for: Joi.object()
    .pattern(/^[a-z-]+$/, Joi.array().items(Joi.string()))
    .keys({ any: Joi.required(), minors: Joi.required() }),
}).prefs({ presence: 'required' })

const adultAge = 18

/** Which numbers go with which need; by the kinds of crisis that its words suggest. */
export class Hotlines {
  constructor(private readonly known: HotlineFile) {}

  /** Most pressing first; none for a need that is no crisis and shows no sign of one. */
  of({ urgency, beneficiaries: { ages } }: Concerned): Hotline[] {
    const { lines, for: numbers } = this.known
    if (urgency.level !== 'crisis' && !urgency.kinds.length) return []
    const named = urgency.kinds.flatMap((kind) => numbers[kind] ?? [])
    const found = named.length ? named : (numbers.any ?? [])
    const minors = ages !== undefined && ages.from < adultAge ? (numbers.minors ?? []) : []
    return [...new Set([...found, ...minors])].map((number) => ({ number, ...lines[number] }) as Hotline)
  }
}

/**
 * Reads `hotlines.yaml` of a taxonomy folder.
 * @throws RangeError when it is not whole, or names a number under `for` that `lines` does not have
 */
export function loadHotlines(folder: string): Hotlines {
  const { value, error } = file.validate(parse(readFileSync(join(folder, 'hotlines.yaml'), 'utf8')))
  if (error) throw new RangeError(`hotlines.yaml: ${error.message}`)
  const unknown = Object.values(value.for)
    .flat()
    .find((number) => !Object.hasOwn(value.lines, number))
  if (unknown) throw new RangeError(`hotlines.yaml: ${unknown} has no line`)
  return new Hotlines(value)
}
