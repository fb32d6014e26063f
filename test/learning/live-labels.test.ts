import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { portionsOf, readLiveLabels, rightlyRanked } from '../../scripts/train/live-labels.js'
import { semanticFeatures } from '../../src/matching/features.js'
import { dataFolder } from '../running.js'
import { onCleanup } from '../setup.js'

const label = (grade: number) => ({ needId: 'n-1', grade, x: new Float32Array(semanticFeatures.length) })
const some = (count: number, grade: number) => Array.from({ length: count }, () => label(grade))

describe('labels of referrals, as they are learnt from', () => {
  it('are read with the features of this version, and left out where one is missing', () => {
    const folder = dataFolder()
    onCleanup(() => folder.remove())
    const features = Object.fromEntries(semanticFeatures.map((name, i) => [name, i]))
    const { words: _, ...others } = features
    const file = join(folder.path, 'labels.jsonl')
    const lines = [
      { needId: 'n-1', fits: 1, features },
      { needId: 'n-2', fits: 0, features: { ...features, near: 1 } },
      { needId: 'n-3', fits: 0, features: others },
    ]
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    const read = readLiveLabels(file)
    expect(read.map(({ needId, grade }) => [needId, grade])).to.deep.equal([
      ['n-1', 2],
      ['n-2', 0],
    ])
    expect([...(read[0]?.x ?? [])]).to.deep.equal(semanticFeatures.map((_name, i) => i))
  })

  it('are dealt into portions that each hold both kinds, and are nothing to learn from while there is one kind only', () => {
    for (const portion of portionsOf([...some(45, 2), ...some(3, 0)])) {
      expect(portion.some(({ grade }) => grade > 0)).to.equal(true)
      expect(portion.some(({ grade }) => grade === 0)).to.equal(true)
      expect(portion.length).to.be.at.most(40)
    }
    expect(portionsOf(some(9, 2))).to.deep.equal([])
  })

  it('are ranked rightly by the share of pairs in order, ties half', () => {
    const scored = [
      { grade: 2, score: 3 },
      { grade: 2, score: 1 },
      { grade: 0, score: 1 },
      { grade: 0, score: 2 },
    ]
    expect(rightlyRanked(scored)).to.equal(2.5 / 4)
  })
})
