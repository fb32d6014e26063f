import { expect } from 'chai'
import { Lanes } from '../../src/platform/lanes.js'

describe('lanes', () => {
  it('run one piece of work at a time per key, in order, and others beside it', async () => {
    const lanes = new Lanes()
    const log: string[] = []
    const work = (name: string) => async () => {
      log.push(`+${name}`)
      await Promise.resolve()
      log.push(`-${name}`)
    }
    await Promise.all([
      lanes.run(['a', 'b'], work('first')),
      lanes.run(['b', 'a'], work('second')),
      lanes.run(['c'], work('beside')),
      lanes.run(['b'], work('third')),
    ])
    const inOrder = log.filter((line) => !line.endsWith('beside'))
    expect(inOrder).to.deep.equal(['+first', '-first', '+second', '-second', '+third', '-third'])
    expect(log.indexOf('+beside')).to.be.below(log.indexOf('-second'))
  })

  it('go on after a failure', async () => {
    const lanes = new Lanes()
    const failed = lanes.run(['a'], () => Promise.reject(new Error('no')))
    const next = lanes.run(['a'], async () => 'done')
    expect(await failed.catch((error: Error) => error.message)).to.equal('no')
    expect(await next).to.equal('done')
  })
})
