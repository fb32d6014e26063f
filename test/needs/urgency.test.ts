import { expect } from 'chai'
import fc from 'fast-check'
import { urgencies } from '../../src/needs/index.js'
import { decideUrgency, firstUrgency, urgencyAfterChange } from '../../src/needs/urgency.js'
import { refusalOf } from '../refusals.js'

const crisis = { level: 'crisis', kinds: ['self-harm'], words: ['不想活'] } as const
const why = { reason: '已上门核实', by: 'tester', at: '2026-03-10T02:00:00.000Z' }

describe('urgency', () => {
  it('is raised to crisis by words, which are kept', () => {
    expect(firstUrgency('routine', crisis)).to.deep.equal({
      level: 'crisis',
      stated: 'routine',
      words: ['不想活'],
      kinds: ['self-harm'],
    })
  })

  it('stays as stated when the words merely press', () => {
    const pressing = { level: 'urgent', kinds: [], words: ['尽快'] } as const
    expect(firstUrgency('soon', pressing)).to.include({ level: 'soon' })
  })

  it('is lowered with a reason only, which is kept', async () => {
    const raised = firstUrgency('routine', crisis)
    expect(await refusalOf(() => decideUrgency(raised, 'soon', { ...why, reason: undefined }))).to.deep.equal(
      ['reason: urgency.reason'],
    )
    expect(decideUrgency(raised, 'soon', why)).to.deep.equal({
      ...raised,
      level: 'soon',
      lowered: { from: 'crisis', to: 'soon', ...why },
    })
  })

  it('is raised without a reason, but not set to what it is', async () => {
    const urgency = firstUrgency('routine', undefined)
    const none = { ...why, reason: undefined }
    expect(decideUrgency(urgency, 'urgent', none)).to.include({ level: 'urgent' })
    expect(await refusalOf(() => decideUrgency(urgency, 'routine', why))).to.include('state.refused')
  })

  it('is raised again after it was lowered by new words, and not by those that were looked at', () => {
    const lowered = decideUrgency(firstUrgency('routine', crisis), 'routine', why)
    expect(urgencyAfterChange(lowered, undefined, crisis).level).to.equal('routine')
    const again = urgencyAfterChange(lowered, undefined, { ...crisis, words: ['不想活', '割腕'] })
    expect(again).to.deep.include({ level: 'crisis', words: ['不想活', '割腕'], lowered: lowered.lowered })
  })

  it('never falls through a change, whatever is stated and found', async () => {
    const level = fc.constantFrom(...urgencies)
    const signs = fc.option(fc.constantFrom(crisis, { ...crisis, words: ['割腕'] }), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(level, signs, level, signs, async (first, found, next, foundNext) => {
        const before = firstUrgency(first, found)
        const refusal = await refusalOf(() => {
          const after = urgencyAfterChange(before, next, foundNext)
          expect(urgencies.indexOf(after.level)).to.be.at.least(urgencies.indexOf(before.level))
          expect(after.words).to.include.members([...before.words])
        })
        const isLower = urgencies.indexOf(next) < urgencies.indexOf(first)
        expect(refusal).to.deep.equal(isLower ? ['urgency: urgency.lowering'] : [])
      }),
    )
  })
})
