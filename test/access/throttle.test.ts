import { expect } from 'chai'
import fc from 'fast-check'
import { accountPauses, addressPauses, pauseAfter } from '../../src/access/throttle/pauses.js'
import { signInTries, Throttle } from '../../src/access/throttle/throttle.js'
import { Unauthenticated } from '../../src/platform/errors.js'
import { onEachStore } from '../each-store.js'

const day = 86_400_000

describe('the pauses between guesses', () => {
  for (const [name, rule] of Object.entries({ accountPauses, addressPauses })) {
    it(`never fall while tries go on, begin after the free ones and have an end: ${name}`, () => {
      fc.assert(
        fc.property(fc.nat({ max: 100_000 }), (tries) => {
          const [now, next] = [pauseAfter(tries, rule), pauseAfter(tries + 1, rule)]
          expect(next).to.be.at.least(now)
          expect(next).to.be.at.most(rule.longest)
          expect(now === 0).to.equal(tries <= rule.free)
        }),
      )
    })
  }

  it('leave fewer than 320 guesses a day at one account', () => {
    let guesses = 0
    for (let at = 0; at < day; at += pauseAfter(guesses, accountPauses)) guesses++
    expect(guesses).to.be.below(320)
  })
})

onEachStore('the throttle', (engine) => {
  async function throttled() {
    const store = await engine.open([signInTries])
    const clock = { at: Date.parse('2026-03-10T02:00:00.000Z'), now: () => new Date(clock.at) }
    const enter = (name: string, address = '10.0.0.1', throttle = new Throttle({ store, clock })) =>
      throttle.enter({ name, address }).then(
        () => 'in',
        (error) => (error instanceof Unauthenticated ? error.retryAfterSeconds : error),
      )
    return { store, clock, enter, throttle: new Throttle({ store, clock }) }
  }

  it('lets five tries pass, then makes an account wait for 1, 2, 4 seconds, whichever process is asked', async () => {
    const { clock, enter } = await throttled()
    for (let at = 0; at < 6; at++) expect(await enter('li')).to.equal('in')
    for (const pause of [1, 2, 4, 8]) {
      expect(await enter('li')).to.equal(pause)
      expect(await enter('wang'), 'others go on').to.equal('in')
      clock.at += pause * 1000 - 1
      expect(await enter('li')).to.equal(1)
      clock.at += 1
      expect(await enter('li')).to.equal('in')
    }
  })

  it('treats a name that nobody has as any other, for it knows none', async () => {
    const { store, enter } = await throttled()
    await enter('nobody')
    const kept = await store.find(signInTries, {})
    expect(JSON.stringify(kept)).not.to.include('nobody')
    expect(JSON.stringify(kept)).not.to.include('10.0.0.1')
  })

  it('makes an address wait that tries many names', async () => {
    const { enter } = await throttled()
    for (let at = 0; at < 31; at++) expect(await enter(`name${at}`)).to.equal('in')
    expect(await enter('another')).to.equal(1)
    expect(await enter('another', '10.0.0.2')).to.equal('in')
  })

  it('looks at the free tries only when hundreds come at once', async () => {
    const { enter } = await throttled()
    const all = await Promise.all(Array.from({ length: 60 }, () => enter('li')))
    expect(all.filter((answer) => answer === 'in')).to.have.length(6)
    expect(new Set(all.filter((answer) => answer !== 'in'))).to.deep.equal(new Set([1]))
  })

  it('begins anew after a success, and after a day without a try; a success gives the address no more than its own try back', async () => {
    const { enter, throttle, clock } = await throttled()
    const succeed = { name: 'own', address: '10.0.0.1' }
    for (let at = 0; at < 15; at++) {
      await enter(`name${at}`)
      await enter('own')
      await throttle.succeed(succeed)
    }
    for (let at = 0; at < 16; at++) expect(await enter(`more${at}`)).to.equal('in')
    expect(await enter('own')).to.equal(1)
    clock.at += day
    expect(await enter('own')).to.equal('in')
  })

  it('forgets an account that is unlocked', async () => {
    const { enter, throttle } = await throttled()
    for (let at = 0; at < 6; at++) await enter('li')
    expect(await enter('li')).to.equal(1)
    await throttle.forget('li')
    expect(await enter('li')).to.equal('in')
  })
})
