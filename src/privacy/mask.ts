import { detect, type KnownWords } from './detect.js'
import { type Hit, type PersonalKind, personalKinds } from './hit.js'

/** What stands in place of a hidden part; no mark is itself taken for something to hide. */
export const marks: Readonly<Record<PersonalKind, string>> = {
  name: '【姓名】',
  phone: '【电话】',
  'id-number': '【证件号】',
  address: '【住址】',
  email: '【邮箱】',
  account: '【账号】',
  'birth-date': '【出生日期】',
  'bank-card': '【银行卡】',
  school: '【学校】',
}

/** A hidden part: where it stood in the original, and where its mark stands in the masked text. */
export interface HiddenPart extends Hit {
  readonly words: string
  readonly maskedStart: number
  readonly maskedEnd: number
}

export interface MaskedText {
  readonly text: string
  readonly hidden: readonly HiddenPart[]
}

/** The text with what `detect` finds replaced by marks. Masking a masked text changes nothing. @param known see `detect` */
export function mask(original: string, known: readonly KnownWords[] = []): MaskedText {
  return maskHits(original, detect(original, known))
}

/** @param hits in order and without overlaps */
export function maskHits(original: string, hits: readonly Hit[]): MaskedText {
  const hidden: HiddenPart[] = []
  let text = ''
  let at = 0
  for (const hit of hits) {
    text += original.slice(at, hit.start)
    const maskedStart = text.length
    text += marks[hit.kind]
    hidden.push({ ...hit, words: original.slice(hit.start, hit.end), maskedStart, maskedEnd: text.length })
    at = hit.end
  }
  return { text: text + original.slice(at), hidden }
}

/** Where a place of the masked text was in the original; a place inside a mark is where the hidden part began. */
export function originalPlace({ hidden }: MaskedText, place: number): number {
  const before = hidden.filter(({ maskedStart }) => maskedStart < place).at(-1)
  if (!before) return place
  return place < before.maskedEnd ? before.start : before.end + (place - before.maskedEnd)
}

/** A mark in a masked text. */
export type Mark = Pick<Hit, 'kind' | 'start' | 'end'>

const kindOfMark = new Map(personalKinds.map((kind) => [marks[kind], kind]))
const anyMark = new RegExp([...kindOfMark.keys()].join('|'), 'g')

/** Where marks stand in a masked text, and what each hides. */
export function marksIn(text: string): Mark[] {
  return [...text.matchAll(anyMark)].map(({ 0: mark, index }) => ({
    kind: kindOfMark.get(mark) as PersonalKind,
    start: index,
    end: index + mark.length,
  }))
}
