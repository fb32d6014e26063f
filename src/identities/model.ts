import type { Wording } from '../needs/index.js'
import type { Recorded } from '../platform/records/index.js'
import { canonical, detect, type PersonalData } from '../privacy/index.js'

/** What is known of the person behind a need. Never leaves this folder but through a release that is on record. */
export interface IdentityContent {
  readonly person?: PersonalData
  /** The newest first; earlier ones while a later one holds marks in place of what they say. */
  readonly wordings: readonly Wording[]
}

/** The identifying part of one need, encrypted. */
export interface Identity extends Recorded {
  readonly needId: string
  /** An envelope of `IdentityContent`; missing once it is erased. */
  readonly sealed?: string
  /** Of the key that sealed it. */
  readonly keyId?: string
  /** By which all needs of one telephone or identity number are found: keyed hashes, none of them readable. */
  readonly fingerprints: readonly string[]
  /** Names of the fields that are known; no contents. */
  readonly fields: readonly string[]
  readonly erased?: { readonly at: string; readonly why: 'retention' | 'request' | 'need-removed' }
}

const mostWordings = 5

/** What is known after something more was entered: a person replaces the one before, a wording joins those it needs. */
export function contentWith(
  before: IdentityContent,
  { person, wording }: { readonly person?: PersonalData | undefined; readonly wording?: Wording | undefined },
): IdentityContent {
  const known = person ?? before.person
  return {
    ...(known && { person: known }),
    wordings: wording ? wordingsWith(before.wordings, wording) : before.wordings,
  }
}

/** A wording with marks in it says less than those before it. */
function wordingsWith(before: readonly Wording[], wording: Wording): Wording[] {
  const isWhole = !/【[^【】]{2,4}】/.test(`${wording.title ?? ''}${wording.text}`)
  return isWhole ? [wording] : [wording, ...before].slice(0, mostWordings)
}

export function fieldsOf({ person = {}, wordings }: IdentityContent): string[] {
  return [...Object.keys(person), ...(wordings.length ? ['wording'] : [])]
}

/** A value by which a person is found again. */
export interface Handle {
  readonly kind: 'phone' | 'id-number'
  readonly value: string
}

/** The telephone and identity numbers of somebody, wherever they stand, each in one way of writing. */
export function handlesOf({ person = {}, wordings }: IdentityContent): Handle[] {
  const said = [...wordings.map(({ title = '', text }) => `${title}\n${text}`), person.circumstances ?? '']
  const found = said.flatMap((text) =>
    detect(text).flatMap(({ kind, start, end }) =>
      kind === 'phone' || kind === 'id-number' ? [handle(kind, text.slice(start, end))] : [],
    ),
  )
  const stated = [
    ...(person.phone === undefined ? [] : [handle('phone', person.phone)]),
    ...(person.idNumber === undefined ? [] : [handle('id-number', person.idNumber)]),
  ]
  const all = [...stated, ...found].filter(({ value }) => value.length >= 5)
  return [...new Map(all.map((one) => [`${one.kind} ${one.value}`, one])).values()]
}

/** One way of writing: digits and letters only, no country code, capitals. */
export function handle(kind: Handle['kind'], value: string): Handle {
  return {
    kind,
    value: canonical(value).replace(kind === 'phone' ? /^(?:00)?86(?=1\d{10}$|0?755)/ : /^$/, ''),
  }
}

/** Years from a day of birth to a day, both ISO; undefined when no day of birth is known. */
export function ageOn(day: string, birthDate: string | undefined): number | undefined {
  if (birthDate === undefined) return undefined
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
