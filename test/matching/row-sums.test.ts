import { expect } from 'chai'
import { RowSums } from '../../src/matching/row-sums.js'

const width = 5
const height = 21
const table = Float32Array.from({ length: width * height }, (_, i) => Math.sin(i + 1))

/** What they must come to but for rounding. */
const expected = (begin: number, scales: ReadonlyMap<number, number>): number[] =>
  Array.from({ length: width }, (_, column) =>
    [...scales].reduce((sum, [row, scale]) => sum + (table[row * width + column] as number) * scale, begin),
  )

function assertClose(sums: Float64Array, wanted: readonly number[]): void {
  expect(sums).to.have.length(wanted.length)
  for (const [column, value] of wanted.entries()) expect(sums[column]).to.be.closeTo(value, 1e-12)
}

describe('the sums of weighted rows', () => {
  for (const count of [0, 1, 8, 11, 21]) {
    it(`are those of ${count} rows, of an odd width, on top of what they began with`, () => {
      const rows = new RowSums([table], width, height)
      const scales = new Map(Array.from({ length: count }, (_, i) => [height - 1 - i, i - 3.5]))
      rows.sums.fill(2)
      for (const [row, scale] of scales) rows.take(row, scale)
      rows.finish()
      assertClose(rows.sums, expected(2, scales))
    })
  }

  it('know nothing of the rows of the sums before', () => {
    const rows = new RowSums([table], width, height)
    for (let row = 0; row < height; row++) rows.take(row, 7)
    rows.finish()
    rows.sums.fill(0)
    rows.take(4, 0.5)
    rows.finish()
    assertClose(rows.sums, expected(0, new Map([[4, 0.5]])))
  })

  it('number the rows of several parts on', () => {
    const parts = [table.subarray(0, 3 * width), table.subarray(3 * width)]
    const rows = new RowSums(parts, width, height)
    rows.sums.fill(0)
    rows.take(2, 1)
    rows.take(3, 10)
    rows.finish()
    assertClose(
      rows.sums,
      expected(
        0,
        new Map([
          [2, 1],
          [3, 10],
        ]),
      ),
    )
  })
})
