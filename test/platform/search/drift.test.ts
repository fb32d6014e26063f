import { expect } from 'chai'
import fc from 'fast-check'
import { compareVersions, type Version } from '../../../src/platform/search/drift.js'

async function* inBatches(versions: ReadonlyMap<string, number>): AsyncIterable<Version[]> {
  const sorted = [...versions]
    .map(([id, revision]) => ({ id, revision }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  for (let at = 0; at < sorted.length; at += 3) yield sorted.slice(at, at + 3)
}

describe('comparing store and search index', () => {
  it('finds what is missing, stale and orphaned as comparing them whole does', async () => {
    const side = fc
      .array(fc.tuple(fc.constantFrom(...'abcdefghij'), fc.integer({ min: 1, max: 2 })))
      .map((pairs) => new Map(pairs))
    await fc.assert(
      fc.asyncProperty(side, side, async (stored, indexed) => {
        const ids = (of: ReadonlyMap<string, number>, keep: (id: string) => boolean) =>
          [...of.keys()].filter(keep).sort()
        expect(await compareVersions(inBatches(stored), inBatches(indexed))).to.deep.equal({
          missing: ids(stored, (id) => !indexed.has(id)),
          stale: ids(stored, (id) => indexed.has(id) && indexed.get(id) !== stored.get(id)),
          orphaned: ids(indexed, (id) => !stored.has(id)),
        })
      }),
      { seed: 5 },
    )
  })
})
