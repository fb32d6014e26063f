import { mostTags } from './analyse.js'
import { profileAt } from './candidate-table.js'
import { meritAt, meritStep, meritZero, servicesAt, sieveAt, someOpen, someSpecific } from './envelope.js'
import { named } from './features.js'
import { nearAt, rowLength, tables } from './need-tables.js'
import { moduleOf, sizeOfNumber as size } from './wasm.js'
import {
  add,
  and,
  type Code,
  choose,
  f32,
  fourOf,
  fraction,
  get,
  getGlobal,
  greater,
  greaterFour,
  i32,
  isAbove,
  isBelow,
  isOther,
  Locals,
  lesser,
  load,
  loadFour,
  loadFraction,
  minus,
  multiply,
  noughts,
  oneOf,
  over,
  plus,
  plusFour,
  repeat,
  rootOf,
  set,
  shiftRight,
  store,
  storeFraction,
  subtract,
  times,
  timesFour,
  toFraction,
  v128,
  where,
  whole,
} from './wasm-code.js'
import { wordLength } from './word-query.js'

/** Where the tables begin and the rows of groups, in bytes; and the group that stands for everybody. */
const [base, groupRows, everybody] = [getGlobal(0), getGlobal(1), getGlobal(2)]

/** What both functions are given and keep. */
const [first, count] = [0, 1]
const locals = new Locals(2)
const out = locals.of(i32)
const at = locals.of(i32)
const end = locals.of(i32)
const entry = locals.of(i32)
const row = locals.of(i32)
const kinds = locals.of(i32)
const affinity = locals.of(f32)
const squares = locals.of(f32)
const strongest = locals.of(f32)
const words = locals.of(f32)
const fit = locals.of(f32)
const total = locals.of(f32)
const four = locals.of(v128)
const scale = locals.of(v128)
/** How well each service is met that is asked for, and each person suited: four in one local. */
const registers = Array.from({ length: mostTags / 4 }, (_, i) => i)
const met = registers.map(() => locals.of(v128))
const suited = registers.map(() => locals.of(v128))

const inBytes = (entries: Code): Code => multiply(entries, whole(size))
const lowByte = (value: Code): Code => and(value, whole(255))
const above = (bits: number, value: Code): Code => shiftRight(value, whole(bits))
const known = (table: number): Code => loadFraction(size * table, base)
const rootFor = (byte: Code): Code => loadFraction(size * tables.roots, add(base, inBytes(byte)))
const step = (local: number, by: number): Code => set(local, add(get(local), whole(by)))
const raise = (local: number, by: Code): Code => set(local, plus(get(local), by))

/** A table's numbers for one register. */
const fourIn = (table: number, register: number, from: Code): Code =>
  loadFour(size * (table + 4 * register), from)
const parts = [0, 1, 2, 3].map((place) => oneOf(get(four), place))
const weighed = (values: readonly number[], table: number): Code[] =>
  values.map((value, i) => timesFour(get(value), fourIn(table, i, base)))
const sumOf = (fours: readonly Code[]): Code => [
  ...set(
    four,
    fours.reduce((sum, each) => plusFour(sum, each)),
  ),
  ...parts.reduce((sum, each) => plus(sum, each)),
]
const mostOf = (fours: readonly Code[]): Code => [
  ...set(
    four,
    fours.reduce((most, each) => greaterFour(most, each)),
  ),
  ...parts.reduce((most, each) => greater(most, each)),
]

/** Goes on from a place to before `end`. */
const through = (place: number, length: number, body: Code): Code => {
  const isLeft = isBelow(get(place), get(end))
  return where(isLeft, repeat([...body, ...step(place, size * length)], isLeft))
}
const throughEntries = (body: Code): Code => through(at, 1, [...set(entry, load(0, get(at))), ...body])
/** So many entries from `at` on. */
const upTo = (entries: Code): Code => set(end, add(get(at), inBytes(entries)))
/** Entries that begin with their number. */
const counted = (body: Code): Code => [
  ...set(entry, load(0, get(at))),
  ...step(at, size),
  ...upTo(get(entry)),
  ...throughEntries(body),
]

/** Takes what a row says, times `scale`, for each number that is not above that. */
const takeNear = (values: readonly number[], nears: number): Code =>
  values.flatMap((value, i) =>
    set(value, greaterFour(get(value), timesFour(fourIn(nears, i, get(row)), get(scale)))),
  )

const begin: Code = [
  ...set(affinity, fraction(0)),
  ...[...met, ...suited].flatMap((value) => set(value, noughts)),
]

/** @param ratio root of the service's share beside the strongest */
const meet = (service: Code, share: Code, ratio: Code): Code => [
  ...set(row, add(base, multiply(service, whole(size * rowLength)))),
  ...raise(affinity, times(loadFraction(size * tables.rows, get(row)), rootFor(share))),
  ...set(scale, fourOf(ratio)),
  ...takeNear(met, tables.rows + nearAt),
]

/** Takes in a group, with its confidence in the lowest byte. */
const suit: Code = [
  ...set(row, add(groupRows, multiply(above(8, get(entry)), whole(size * rowLength)))),
  ...set(scale, fourOf(toFraction(lowByte(get(entry))))),
  ...takeNear(suited, nearAt),
]

/** What `open` and `otherGroup` add at most, where no person is suited better than `fit` (`mostOfKinds`). */
const kind = (which: number, value: Code): Code =>
  choose(value, fraction(Number.NEGATIVE_INFINITY), and(get(kinds), whole(which)))
const misfit = minus(fraction(1), lesser(fraction(1), plus(get(fit), get(fit))))
const mostOfKinds = greater(
  kind(someOpen, known(tables.open)),
  kind(someSpecific, greater(known(tables.otherGroup), times(known(tables.otherGroup), misfit))),
)

const merit = times(
  toFraction(subtract(load(size * meritAt, get(first)), whole(meritZero))),
  fraction(1 / meritStep),
)

/** Adds up what was found, says so, and goes on to the next. @param address of what was bounded */
const conclude = (address: Code): Code => [
  ...set(total, plus(known(tables.bias), plus(merit, get(words)))),
  ...raise(total, times(known(tables.affinity), lesser(fraction(1), get(affinity)))),
  ...raise(total, sumOf(weighed(met, tables.wish))),
  ...raise(total, mostOf(weighed(met, tables.service))),
  ...raise(total, sumOf(weighed(suited, tables.fitting))),
  ...set(fit, mostOf(weighed(suited, tables.confidence))),
  ...raise(total, times(known(tables.group), get(fit))),
  ...set(fit, greater(get(fit), known(tables.leastFit))),
  ...raise(total, mostOfKinds),
  ...store(size * tables.begins, get(out), address),
  ...storeFraction(size * tables.bounds, get(out), get(total)),
  ...step(out, size),
  ...step(count, -1),
  ...set(first, get(at)),
]

/** Multiplied, not asked: whether a bit is set cannot be foreseen, and a wrong guess costs more than the product. */
const findWord = (() => {
  const wordAt = size * tables.words
  const sieve = load(size * sieveAt, add(get(first), load(wordAt, get(row))))
  const isSet = and(shiftRight(sieve, load(wordAt + size, get(row))), whole(1))
  return raise(words, times(toFraction(isSet), loadFraction(wordAt + 2 * size, get(row))))
})()

const findWords: Code = [
  ...set(words, fraction(0)),
  ...set(row, base),
  ...set(end, add(base, multiply(load(size * tables.wordCount, base), whole(size * wordLength)))),
  ...through(row, wordLength, findWord),
]

const meetWithin: Code = [
  ...meet(above(16, get(entry)), lowByte(get(entry)), rootFor(lowByte(above(8, get(entry))))),
  ...raise(squares, loadFraction(size * (tables.rows + 1), get(row))),
]

/** No more than shares with such a sum can bring (`affinityUpTo`). */
const limitAffinity = (shares: Code): Code =>
  set(
    affinity,
    lesser(get(affinity), rootOf(times(get(squares), times(toFraction(shares), fraction(1 / 255))))),
  )

const boundEnvelope: Code = [
  ...begin,
  ...findWords,
  ...set(squares, fraction(0)),
  ...set(kinds, load(size * servicesAt, get(first))),
  ...set(at, add(get(first), whole(size * (servicesAt + 1)))),
  ...upTo(and(get(kinds), whole(0xffff))),
  ...throughEntries(meetWithin),
  ...limitAffinity(above(16, get(kinds))),
  ...set(kinds, load(0, get(at))),
  ...step(at, size),
  ...upTo(above(2, get(kinds))),
  ...throughEntries(suit),
  ...conclude(above(2, get(first))),
]

const meetAlone = meet(
  above(8, get(entry)),
  lowByte(get(entry)),
  over(rootFor(lowByte(get(entry))), get(strongest)),
)

/** Whether a group is one that is named (`isSpecific`). */
const isNamed = and(
  isAbove(lowByte(get(entry)), whole(Math.floor(255 * named))),
  isOther(above(8, get(entry)), everybody),
)
const noteKind = set(kinds, choose(whole(someSpecific), get(kinds), isNamed))

const boundBrief: Code = [
  ...begin,
  ...set(words, known(tables.mostOfWords)),
  ...set(at, add(get(first), whole(size * profileAt))),
  ...set(strongest, rootFor(lowByte(load(size, get(at))))),
  ...counted(meetAlone),
  ...set(kinds, whole(someOpen)),
  ...counted([...suit, ...noteKind]),
  ...conclude(load(0, get(first))),
]

const functionOf = (name: string, boundOne: Code) => ({
  name,
  parameters: 2,
  locals,
  body: [...set(out, base), ...set(first, inBytes(get(first))), ...repeat(boundOne, get(count))],
})

/**
 * A module with the functions `boundEnvelopes` and `boundBriefs` of `Bound`, for one or more. They reckon as `features.ts`
 * does: affinity, wish, service and the rest, each as high as an envelope allows.
 */
export const needBoundModule = (): object =>
  moduleOf({
    shared: true,
    globals: ['tables', 'groupRows', 'everybody'],
    functions: [functionOf('boundEnvelopes', boundEnvelope), functionOf('boundBriefs', boundBrief)],
  })
