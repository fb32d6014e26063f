import { expect } from 'chai'
import {
  type Need,
  noProgress,
  openAmount,
  type Progress,
  progressed,
  wantsMore,
} from '../../src/needs/index.js'
import { changeNeed, closeNeed, newNeed } from '../../src/needs/model.js'
import { Conflict, Invalid } from '../../src/platform/errors.js'
import { aNeed } from '../feature-drafts.js'

const stamps = { id: 'n-1', revision: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' }
const tenVisits = { value: 10, unit: 'visit' } as const
const draft = aNeed({ amount: tenVisits })
const change = ({ state: _, ...rest }: typeof draft) => rest

const need = (progress: Partial<Progress> = {}, state: Need['state'] = 'open'): Need => ({
  ...newNeed(draft, undefined),
  ...stamps,
  state,
  progress: { ...noProgress, ...progress },
})
const add = (before: Need, part: Partial<Progress>): Need => progressed(before, { ...noProgress, ...part })

describe('the progress of a need', () => {
  it('moves it from open over matched and in service to met', () => {
    const states = [
      add(need(), { pending: 10 }),
      add(need(), { reserved: 4 }),
      add(need(), { committed: 4 }),
      add(need(), { delivered: 4 }),
      add(need({ delivered: 4 }), { reserved: 6 }),
      add(need({ delivered: 4 }), { delivered: 6 }),
    ].map(({ state }) => state)
    expect(states).to.deep.equal(['open', 'matched', 'in-service', 'open', 'in-service', 'met'])
  })

  it('is open for what nobody has accepted, however much is pending', () => {
    const asked = add(need({ reserved: 4 }, 'matched'), { pending: 20 })
    expect(openAmount(asked)).to.equal(6)
    expect(wantsMore(asked)).to.equal(true)
    expect(wantsMore(add(asked, { reserved: 6 }))).to.equal(false)
  })

  it('never promises more than is asked for', () => {
    expect(() => add(need({ reserved: 4, delivered: 3 }), { reserved: 3.5 }))
      .to.throw(Conflict)
      .with.property('code', 'need.taken')
    expect(() => add(need(), { reserved: -1 })).to.throw(RangeError)
  })

  it('leaves a need as it is that a person has closed', () => {
    expect(add(need({ pending: 3 }, 'withdrawn'), { pending: -3 }).state).to.equal('withdrawn')
  })
})

describe('a need that referrals hold', () => {
  it('can be closed while none is under way: partly met where something was done', () => {
    expect(closeNeed(need(), 'gone')).to.include({ state: 'unmet-closed', closedFor: 'gone' })
    expect(closeNeed(need({ delivered: 2 }), 'full').state).to.equal('partly-met')
    expect(() => closeNeed(need({ reserved: 1 }, 'matched'), 'gone')).to.throw(Conflict)
  })

  it('can ask for less only down to what they hold, and is met when that is done', () => {
    const before = need({ delivered: 4 })
    const asking = (value: number) => () =>
      changeNeed(before, { ...change(draft), amount: { value, unit: 'visit' } }, undefined)
    expect(asking(3.5)).to.throw(Invalid)
    expect(asking(4)()).to.deep.include({ state: 'met', progress: before.progress })
    expect(asking(12)().state).to.equal('open')
  })

  it('keeps its unit while anybody counts in it', () => {
    const asking = (before: Need) => () =>
      changeNeed(before, { ...change(draft), amount: { value: 10, unit: 'hour' } }, undefined)
    expect(asking(need({ pending: 1 }))).to.throw(Invalid)
    expect(asking(need())().amount.unit).to.equal('hour')
  })
})
