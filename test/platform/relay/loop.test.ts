import { expect } from 'chai'
import { Unavailable } from '../../../src/platform/errors.js'
import { Loop } from '../../../src/platform/relay/loop.js'
import { Pauses } from './pauses.js'

/** A loop over work that fails while `away`, and that a test can hold up. */
function someLoop() {
  const pauses = new Pauses()
  const state = { runs: 0, atOnce: 0, away: false, errors: [] as unknown[] }
  let gate: Promise<void> = Promise.resolve()
  const loop = new Loop({
    work: async () => {
      state.runs++
      state.atOnce++
      expect(state.atOnce).to.equal(1)
      await gate
      state.atOnce--
      if (state.away) throw new Unavailable('search')
    },
    onError: (error) => state.errors.push(error),
    after: pauses.after,
    random: () => 1,
  })
  const hold = () => {
    let open = () => {}
    gate = new Promise((resolve) => {
      open = resolve
    })
    return open
  }
  return { loop, pauses, state, hold }
}

describe('work that is done when there may be some', () => {
  it('is done once more for all that was said while it ran, and never twice at once', async () => {
    const { loop, state, hold } = someLoop()
    const open = hold()
    loop.kick()
    for (let i = 0; i < 5; i++) loop.kick()
    const turns = [loop.turn(), loop.turn()]
    expect(state.runs).to.equal(1)
    open()
    await Promise.all(turns)
    expect(state.runs).to.equal(2)
  })

  it('waits longer and longer while it fails, whoever kicks, and begins short again after a success', async () => {
    const { loop, pauses, state } = someLoop()
    state.away = true
    loop.kick()
    for (let failures = 1; failures <= 4; failures++) {
      while (!pauses.isWaiting) await Promise.resolve()
      expect(state.errors).to.have.length(failures)
      loop.kick()
      expect(state.runs).to.equal(failures)
      if (failures === 4) state.away = false
      pauses.end()
    }
    await loop.turn()
    expect(pauses.asked).to.deep.equal([200, 400, 800, 1_600])
    state.away = true
    await loop.turn().catch(() => undefined)
    expect(pauses.asked.at(-1)).to.equal(200)
  })

  it('tells whoever waits for a whole run that it failed, and tries again all the same', async () => {
    const { loop, pauses, state } = someLoop()
    state.away = true
    const error = await loop.turn().catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(Unavailable)
    expect(pauses.isWaiting).to.equal(true)
    state.away = false
    await loop.turn()
    expect(pauses.isWaiting).to.equal(false)
  })

  it('ends the run under way when it is stopped, and begins none after that', async () => {
    const { loop, state, hold } = someLoop()
    const open = hold()
    loop.kick()
    const stopped = loop.stop()
    open()
    await stopped
    expect(state.atOnce).to.equal(0)
    loop.kick()
    await loop.turn()
    expect(state.runs).to.equal(1)
  })
})
