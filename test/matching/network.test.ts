import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { loadNetworks, type NetworkShape, Parameters, packed } from '../../src/matching/network.js'
import { Vocabulary } from '../../src/matching/vocabulary.js'

const shape: NetworkShape = { inputs: 3, words: 2, hidden: 4, services: 2, groups: 0 }
const words = ['吃饭', '作业']
const silent = { sparse: [], dense: new Float32Array(0) }

/** Two units: one fires at 吃饭 and speaks for the first service, one at 作业 and speaks for the second. */
function ofTwoWords(): Parameters {
  const network = new Parameters(shape)
  network.wordsToHidden.set([1, 0, 0, 0.01, 0, 3, 0, 0])
  network.toOutput.set([4, 0, 0, 4], 0)
  return network
}

describe('a network', () => {
  const vocabulary = new Vocabulary()
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duijie-network-'))
    const file = { ...shape, version: 'v', serviceIds: ['meals', 'school'], groupIds: [], words }
    writeFileSync(join(folder, 'network.json'), JSON.stringify(file))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const keep = (bytes: Buffer) => {
    for (const side of ['need', 'offering']) writeFileSync(join(folder, `${side}.bin`), bytes)
  }
  const surest = (...said: string[]) => {
    const { services } = loadNetworks(folder, vocabulary).networks.need.judge({
      ...silent,
      words: vocabulary.of(said),
    })
    return [...services]
  }

  it('hears the words that it knows, after it was kept in a file', () => {
    keep(packed(ofTwoWords()))
    expect(surest('吃饭')[0]).to.be.above(0.99)
    expect(surest('作业')[1]).to.be.above(0.99)
    expect(surest('天气')).to.deep.equal([0.5, 0.5])
  })

  it('hears each of many words less, so that a long text is no louder than a short one', () => {
    const network = ofTwoWords()
    // 吃饭 says nothing any more: it takes from the other only by its being there. And both stay away from certainty.
    network.wordsToHidden.fill(0, 0, shape.hidden)
    network.toOutput.set([0, 0, 0, 0.1])
    keep(packed(network))
    expect(surest('作业')[1]).to.be.above(surest('吃饭', '作业')[1] as number)
  })

  it('keeps the weights of a word to within a part in 127 of the largest', () => {
    const network = ofTwoWords()
    const bytes = packed(network)
    const bytesAt = 4 * Parameters.count({ ...shape, words: 0 }) + 4 * words.length
    expect(bytes.length).to.equal(bytesAt + words.length * shape.hidden)
    expect(bytes.readInt8(bytesAt + 3)).to.equal(1)
    expect(bytes.readInt8(bytesAt + shape.hidden + 1)).to.equal(127)
  })

  it('is refused where its file has another length', () => {
    keep(packed(ofTwoWords()).subarray(1))
    expect(() => loadNetworks(folder, vocabulary)).to.throw(RangeError, 'wrong number of parameters')
  })
})
