/** So many rows are added in one go: the sums are fetched and stored once for all of them. */
export const rowsAtOnce = 8

type Code = readonly number[]

/** Value types and instructions, as the WebAssembly Core Specification 2.0, chapter 5, numbers them. */
const i32 = 0x7f
const v128 = 0x7b
const get = (local: number): Code => [0x20, local]
const set = (local: number): Code => [0x21, local]
const constant = (value: number): Code => [0x41, ...signed(value)]
const add: Code = [0x6a]
const load = (offset: number): Code => [0x28, 2, offset]
const loadSplat64 = (offset: number): Code => [0xfd, 0x0a, 3, offset]
/** Two 32-bit numbers as 64-bit ones: turning them round is exact. */
const loadPromoted: Code = [0xfd, 0x5d, 2, 0, 0xfd, 0x5f]
const loadVector: Code = [0xfd, 0x00, 3, 0]
const storeVector: Code = [0xfd, 0x0b, 3, 0]
const addVectors: Code = [0xfd, 0xf0, 1]
const multiplyVectors: Code = [0xfd, 0xf2, 1]
const isBelow: Code = [0x49]
const repeat = (body: Code, condition: Code): Code => [0x03, 0x40, ...body, ...condition, 0x0d, 0, 0x0b]

/** Parameters, then what is kept while it runs. */
const [sums, end, places, scales, groups, at] = [0, 1, 2, 3, 4, 5] as const
const rowAt = (row: number): number => at + 1 + row
const scaleAt = (row: number): number => at + 1 + rowsAtOnce + row

const rows = Array.from({ length: rowsAtOnce }, (_, row) => row)

/** The row's next two numbers, times its scale. */
const weighted = (row: number): Code => [
  ...get(rowAt(row)),
  ...loadPromoted,
  ...get(scaleAt(row)),
  ...multiplyVectors,
]

/** Rows two by two, as the sum has always been formed: another order rounds otherwise. */
const weightedPairs: Code = rows
  .filter((row) => row % 2 === 0)
  .flatMap((row) => [...weighted(row), ...weighted(row + 1), ...addVectors, ...addVectors])

const step = (local: number, by: number): Code => [...get(local), ...constant(by), ...add, ...set(local)]

const addOneGroup: Code = [
  ...rows.flatMap((row) => [...get(places), ...load(4 * row), ...set(rowAt(row))]),
  ...rows.flatMap((row) => [...get(scales), ...loadSplat64(8 * row), ...set(scaleAt(row))]),
  ...[...get(sums), ...set(at)],
  ...repeat(
    [
      ...get(at),
      ...[...get(at), ...loadVector, ...weightedPairs],
      ...storeVector,
      ...rows.flatMap((row) => step(rowAt(row), 8)),
      ...step(at, 16),
    ],
    [...get(at), ...get(end), ...isBelow],
  ),
  ...step(places, 4 * rowsAtOnce),
  ...step(scales, 8 * rowsAtOnce),
  ...step(groups, -1),
]

/**
 * A module with one function, `addRows(sums, end, places, scales, groups)`, over the memory `host.memory`: for each group of
 * `rowsAtOnce` rows, adds the rows that begin at `places`, times their `scales`, to the 64-bit sums from `sums` to before
 * `end`. All are addresses in bytes but `groups`, which is above 0.
 */
export function addRowsModule(): Uint8Array {
  const locals: Code = [2, 1 + rowsAtOnce, i32, rowsAtOnce, v128]
  const body: Code = [...locals, ...repeat(addOneGroup, get(groups)), 0x0b]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 5, i32, i32, i32, i32, i32, 0]),
    ...section(2, [1, ...name('host'), ...name('memory'), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('addRows'), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ])
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]

const name = (text: string): Code => [text.length, ...Buffer.from(text)]

/** LEB128 of a whole number, 0 or more. */
const unsigned = (value: number): Code =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]

/** LEB128 of a whole number from -64 to 8,191. */
function signed(value: number): Code {
  return value < 64 ? [value & 127] : [(value & 127) | 128, value >>> 7]
}
