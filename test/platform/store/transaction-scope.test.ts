import { expect } from 'chai'
import { TransactionScope } from '../../../src/platform/store/transaction-scope.js'

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Storages whose content every new promise is given: Node keeps a list of them, and of none by itself takes one out. */
const propagations = (): number =>
  Object.getOwnPropertySymbols(Promise.resolve()).filter(
    ({ description }) => description === 'kResourceStore',
  ).length

describe('the scope of transactions', () => {
  const inside = (scope: TransactionScope) => () => scope.assertOutside()

  it('is known within its work, over all that this waits for, and not beside it', async () => {
    const scope = new TransactionScope()
    const running = scope.run(async () => {
      await turn()
      expect(inside(scope)).to.throw('write through tx')
    })
    expect(inside(scope)).to.not.throw()
    await running
    expect(inside(scope)).to.not.throw()
  })

  it('lasts while another one beside it ends', async () => {
    const scope = new TransactionScope()
    const short = scope.run(turn)
    const long = scope.run(async () => {
      await short
      await turn()
      expect(inside(scope)).to.throw('write through tx')
    })
    await Promise.all([short, long])
    await scope.run(async () => expect(inside(scope)).to.throw('write through tx'))
  })

  it('is over for what its work left running', async () => {
    const scope = new TransactionScope()
    let late: Promise<void> | undefined
    await scope.run(async () => {
      late = turn().then(inside(scope))
    })
    await late
  })

  it('costs promises nothing between transactions', async () => {
    const before = propagations()
    const scopes = Array.from({ length: 3 }, () => new TransactionScope())
    for (const scope of scopes) await scope.run(turn)
    expect(propagations()).to.equal(before)
  })
})
