import { expect } from 'chai'
import fc from 'fast-check'
import type { AxisNode } from '../../src/privacy/counts/axis.js'
import type { CountTable } from '../../src/privacy/counts/grid.js'
import { publishedShare, suppress } from '../../src/privacy/suppress.js'
import { feasibleRange } from './feasible-range.js'

const smallest = { sensitive: 10, otherwise: 5 }

/** `flat('r', 'a', 'b')`: a total named `r` over two. */
function flat(root: string, ...below: (string | AxisNode)[]): AxisNode[] {
  const nodes = below.map((node) => (typeof node === 'string' ? { id: node, parent: root } : node))
  return [{ id: root }, ...nodes]
}

describe('suppressing small counts', () => {
  it('shows a table without small counts as it is, zeros too', () => {
    const shown = suppress(
      {
        axes: [flat('all', 'a', 'b', 'c')],
        leaves: [
          { at: ['a'], count: 5 },
          { at: ['b'], count: 70 },
        ],
      },
      smallest,
    )
    expect(
      Array.from(shown.cells(), ({ at: [id], cell }) => [id, cell.kind === 'count' ? cell.count : cell.kind]),
    ).to.eql([
      ['all', 75],
      ['a', 5],
      ['b', 70],
      ['c', 0],
    ])
  })

  it('hides a second number, so that the first is not the difference to the total', () => {
    const shown = suppress(
      {
        axes: [flat('all', 'a', 'b', 'c')],
        leaves: [
          { at: ['a'], count: 3 },
          { at: ['b'], count: 12 },
          { at: ['c'], count: 40 },
        ],
      },
      smallest,
    )
    expect(['all', 'a', 'b', 'c'].map((id) => shown.cell([id]).kind)).to.eql([
      'count',
      'suppressed',
      'suppressed',
      'count',
    ])
  })

  it('hides the total where nothing else can hide the number', () => {
    const shown = suppress({ axes: [flat('all', 'a')], leaves: [{ at: ['a'], count: 3 }] }, smallest)
    expect(shown.cell(['all'])).to.eql({ kind: 'suppressed' })
  })

  it('keeps numbers below ten back in a sensitive group and all that lies below it, and its zeros', () => {
    const groups = flat(
      'all',
      { id: 'hiv', parent: 'all', isSensitive: true },
      { id: 'hiv-young', parent: 'hiv' },
      'b',
    )
    const regions = flat('district', 'x', 'y', 'z')
    const leaves = [
      { at: ['hiv-young', 'x'], count: 9 },
      { at: ['hiv-young', 'y'], count: 30 },
      { at: ['b', 'x'], count: 9 },
    ]
    const shown = suppress({ axes: [groups, regions], leaves }, smallest)
    expect(shown.cell(['hiv-young', 'x']).kind).to.equal('suppressed')
    expect(shown.cell(['hiv', 'z']).kind).to.equal('suppressed')
    expect(shown.cell(['hiv', 'district'])).to.eql({ kind: 'count', count: 39 })
  })

  it('tells no data from zero, and never hides behind a place without data', () => {
    const leaves = [
      { at: ['a'], count: undefined },
      { at: ['b'], count: 2 },
      { at: ['c'], count: 0 },
    ]
    const shown = suppress({ axes: [flat('all', 'a', 'b', 'c')], leaves }, smallest)
    expect(shown.cell(['a'])).to.eql({ kind: 'none' })
    expect(shown.cell(['all'])).to.eql({ kind: 'suppressed' })
  })

  it('gives no share of which either part is kept back', () => {
    const shown = { kind: 'count', count: 20 } as const
    expect(publishedShare({ kind: 'count', count: 5 }, shown)).to.eql({ kind: 'share', share: 0.25 })
    expect(publishedShare({ kind: 'suppressed' }, shown)).to.eql({ kind: 'suppressed' })
    expect(publishedShare(shown, { kind: 'suppressed' })).to.eql({ kind: 'suppressed' })
    expect(publishedShare(shown, { kind: 'none' })).to.eql({ kind: 'none' })
    expect(publishedShare({ kind: 'count', count: 0 }, { kind: 'count', count: 0 })).to.eql({ kind: 'none' })
  })

  it('refuses a table whose numbers or nodes are not right', () => {
    const axes = [flat('all', 'a')]
    expect(() => suppress({ axes, leaves: [{ at: ['all'], count: 1 }] }, smallest)).to.throw(
      RangeError,
      'is a total',
    )
    expect(() => suppress({ axes, leaves: [{ at: ['a'], count: -1 }] }, smallest)).to.throw(
      RangeError,
      'counts -1',
    )
    expect(() => suppress({ axes, leaves: [{ at: ['q'], count: 1 }] }, smallest)).to.throw(RangeError, 'no q')
    expect(() => suppress({ axes: [[{ id: 'a' }, { id: 'b' }]], leaves: [] }, smallest)).to.throw(RangeError)
  })

  it('leaves every small count able to be anything from the lowest to the smallest published, by linear programming', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(whatIsTold(table)).to.eql([])
      }),
      { numRuns: 500 },
    )
  })

  it('hides nothing without need: a table of large numbers is shown whole', () => {
    fc.assert(
      fc.property(anyTable, ({ axes, leaves }) => {
        const large = Array.from(leaves, ({ at, count = 0 }) => ({ at, count: count + 10 }))
        const all = leavesOf({ axes, leaves: large }).map(({ at, count }) => ({ at, count: count || 10 }))
        const kinds = new Set(
          Array.from(suppress({ axes, leaves: all }, smallest).cells(), ({ cell }) => cell.kind),
        )
        expect([...kinds]).to.eql(['count'])
      }),
      { numRuns: 50 },
    )
  })
})

/** One to three trees with up to three levels, and counts of which many are small. */
const anyTable: fc.Arbitrary<CountTable> = fc
  .array(
    fc.array(fc.record({ under: fc.nat(4), isSensitive: fc.boolean() }), { minLength: 1, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((axes) =>
    axes.map((nodes) => [
      { id: '0' },
      ...nodes.map(({ under, isSensitive }, i) => ({
        id: String(i + 1),
        parent: String(under % (i + 1)),
        isSensitive: isSensitive && under > 2,
      })),
    ]),
  )
  .chain((axes) => {
    const places = product(axes.map(lowest))
    const count = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 12 }) },
      { weight: 1, arbitrary: fc.integer({ min: 13, max: 300 }) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    )
    return fc
      .array(count, { minLength: places.length, maxLength: places.length })
      .map((counts) => ({ axes, leaves: places.map((at, i) => ({ at, count: counts[i] })) }))
  })

function lowest(nodes: readonly AxisNode[]): string[] {
  return nodes.map(({ id }) => id).filter((id) => !nodes.some(({ parent }) => parent === id))
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((some) => list.map((one) => [...some, one])),
    [[]],
  )
}

function leavesOf({ axes, leaves }: CountTable): { at: readonly string[]; count: number }[] {
  const counts = new Map(Array.from(leaves, ({ at, count }) => [at.join(), count]))
  return product(axes.map(lowest)).flatMap((at) => {
    const count = counts.has(at.join()) ? counts.get(at.join()) : 0
    return count === undefined ? [] : [{ at, count }]
  })
}

/** Every cell of a small count that the published numbers tell more of than they may. */
function whatIsTold(table: CountTable): string[] {
  const shown = suppress(table, smallest)
  const leaves = leavesOf(table)
  const inCell = (at: readonly string[]) =>
    leaves.map((leaf): number =>
      at.every((id, i) => isUnder(table.axes[i] ?? [], leaf.at[i] ?? '', id)) ? 1 : 0,
    )
  const cells = Array.from(shown.cells(), ({ at, cell }) => ({ at, cell, factors: inCell(at) })).filter(
    ({ cell }) => cell.kind !== 'none',
  )
  const published = cells.flatMap(({ cell, factors }) =>
    cell.kind === 'count' ? [{ factors, count: cell.count }] : [],
  )
  const known = { rows: published.map(({ factors }) => factors), sums: published.map(({ count }) => count) }
  return cells.flatMap(({ at, cell, factors }) => {
    const truth = factors.reduce((sum, factor, i) => sum + factor * (leaves[i]?.count ?? 0), 0)
    const isSensitive = at.some((id, i) => isOfSensitive(table.axes[i] ?? [], id))
    const [low, high] = isSensitive ? [0, smallest.sensitive] : [1, smallest.otherwise]
    const isSmall = truth >= low && truth < high
    if (cell.kind === 'count') return isSmall || cell.count !== truth ? [`${at} is ${truth}, shown`] : []
    if (!isSmall) return []
    const { lowest, highest } = feasibleRange(known, factors)
    const isWide = lowest <= low + 1e-6 && highest >= high - 1e-6
    return isWide ? [] : [`${at} is ${truth}, known to be ${lowest} to ${highest}`]
  })
}

function isUnder(nodes: readonly AxisNode[], id: string, above: string): boolean {
  if (id === above) return true
  const parent = nodes.find((node) => node.id === id)?.parent
  return parent !== undefined && isUnder(nodes, parent, above)
}

function isOfSensitive(nodes: readonly AxisNode[], id: string): boolean {
  return nodes.some((node) => node.isSensitive && isUnder(nodes, id, node.id))
}
