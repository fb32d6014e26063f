import { moduleOf } from './wasm.js'
import {
  add,
  type Code,
  get,
  i32,
  isBelow,
  Locals,
  load,
  loadFour,
  loadPairOf,
  loadWidened,
  plusPair,
  repeat,
  set,
  storeFour,
  timesPair,
  v128,
  whole,
} from './wasm-code.js'

/** So many rows are added in one go: the sums are fetched and stored once for all of them. */
export const rowsAtOnce = 8

/** What it is given, and what it keeps while it runs. */
const [sums, end, places, scales, groups] = [0, 1, 2, 3, 4]
const locals = new Locals(5)
const at = locals.of(i32)
const rows = Array.from({ length: rowsAtOnce }, (_, i) => ({
  place: locals.of(i32),
  scale: locals.of(v128),
  placeIn: 4 * i,
  scaleIn: 8 * i,
}))

/** Each row's next two numbers, times its scale. */
const weighted = rows.map(({ place, scale }) => timesPair(loadWidened(0, get(place)), get(scale)))
/** Rows two by two, as the sum has always been formed: another order rounds otherwise. */
const pairs = weighted.flatMap((row, i) => (i % 2 ? [plusPair(weighted[i - 1] as Code, row)] : []))

const step = (local: number, by: number): Code => set(local, add(get(local), whole(by)))

const addTwoColumns: Code = [
  ...storeFour(
    0,
    get(at),
    pairs.reduce((sum, pair) => plusPair(sum, pair), loadFour(0, get(at))),
  ),
  ...rows.flatMap(({ place }) => step(place, 8)),
  ...step(at, 16),
]

const addOneGroup: Code = [
  ...rows.flatMap(({ place, placeIn }) => set(place, load(placeIn, get(places)))),
  ...rows.flatMap(({ scale, scaleIn }) => set(scale, loadPairOf(scaleIn, get(scales)))),
  ...set(at, get(sums)),
  ...repeat(addTwoColumns, isBelow(get(at), get(end))),
  ...step(places, 4 * rowsAtOnce),
  ...step(scales, 8 * rowsAtOnce),
  ...step(groups, -1),
]

/**
 * A module with one function, `addRows(sums, end, places, scales, groups)`: for each group of `rowsAtOnce` rows, adds the
 * rows that begin at `places`, times their `scales`, to the 64-bit sums from `sums` to before `end`. All are addresses in
 * bytes but `groups`, which is above 0.
 */
export const addRowsModule = (): object =>
  moduleOf({
    shared: false,
    globals: [],
    functions: [{ name: 'addRows', parameters: 5, locals, body: repeat(addOneGroup, get(groups)) }],
  })
