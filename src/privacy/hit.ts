/** What may tell who a person is: 姓名, 电话, 证件号, 住址, 邮箱, 社交账号, 出生日期, 银行卡, 学校班级 */
export const personalKinds = [
  'name',
  'phone',
  'id-number',
  'address',
  'email',
  'account',
  'birth-date',
  'bank-card',
  'school',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** A part of a text that may tell who a person is; `start` and `end` count UTF-16 units, the end excluded. */
export interface Hit {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
  /** 0 to 1: 1 is proved by a check digit or a cue that leaves no doubt. */
  readonly confidence: number
}

/** Takes a text as `fold` makes it and gives hits that may overlap. */
export type Finder = (text: string) => Iterable<Hit>

/** Every match of a pattern that never matches nothing, from `group`. The pattern has the flags g and d. */
export function matches(pattern: RegExp, text: string, group: string): [start: number, end: number][] {
  const found: [number, number][] = []
  // matchAll copies the pattern for every text, which costs more than most searches.
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const span = match.indices?.groups?.[group]
    if (span) found.push(span)
  }
  return found
}
