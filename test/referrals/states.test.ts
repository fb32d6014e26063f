import { expect } from 'chai'
import { page, withTables } from '../../scripts/referral-table.js'
import { Conflict } from '../../src/platform/errors.js'
import {
  type Action,
  act,
  actions,
  allowedActions,
  finalStages,
  keptAs,
  owes,
  type Party,
  parties,
  type Stage,
  stageAfter,
  stages,
  table,
} from '../../src/referrals/index.js'
import { aReferral, contextOf } from './sample.js'

/** What `by` can bring a referral to from a stage, in any number of steps. */
function reachable(from: Stage, by: readonly Party[] = parties): Set<Stage> {
  const found = new Set<Stage>()
  const todo = [from]
  for (let stage = todo.pop(); stage; stage = todo.pop()) {
    for (const { to, by: may } of Object.values(table[stage])) {
      if (found.has(to) || !may.some((party) => by.includes(party))) continue
      found.add(to)
      todo.push(to)
    }
  }
  return found
}

describe('the stages of a referral', () => {
  it('are written in docs/referrals.md as they are in the code', () => {
    expect(withTables(page())).to.equal(page())
  })

  it('all have a way out for somebody, expired and closed ones too', () => {
    for (const stage of stages) {
      const out = Object.values(table[stage]).filter((rule) => rule.to !== stage)
      expect(
        out.flatMap(({ by }) => by),
        stage,
      ).not.to.deep.equal([])
    }
  })

  it('lead to a closed one from wherever they are, and without the clock', () => {
    const people = parties.filter((party) => party !== 'system' && party !== 'beneficiary')
    for (const stage of stages.filter((each) => !finalStages.has(each))) {
      const ends = [...reachable(stage, people)].filter((each) => finalStages.has(each))
      expect(ends, stage).not.to.deep.equal([])
    }
  })

  it('are all reached from a draft or an application', () => {
    const reached = new Set([...reachable('draft'), ...reachable('applied'), 'draft', 'applied'])
    expect([...stages].filter((stage) => !reached.has(stage))).to.deep.equal([])
  })

  it('let whoever owes move the referral on, and nobody owe a closed one', () => {
    const partyOf = { community: 'committee', organisation: 'organisation', staff: 'staff' } as const
    for (const stage of stages) {
      const debtor = owes(stage, stage === 'applied' ? 'apply' : 'request')
      expect(debtor === 'nobody', stage).to.equal(finalStages.has(stage))
      if (debtor === 'nobody') continue
      const moves = allowedActions(stage, partyOf[debtor]).filter(
        (action) => table[stage][action]?.to !== stage,
      )
      expect(moves, stage).not.to.deep.equal([])
    }
  })

  it('keep each stage apart as a state of FHIR with its closing, but for who is asked and who was silent', () => {
    const kept = stages.map((stage) => JSON.stringify(keptAs(stage)))
    expect(kept.length - new Set(kept).size).to.equal(2)
    expect(keptAs('applied')).to.deep.equal(keptAs('requested'))
    expect(keptAs('expired')).to.deep.equal(keptAs('rejected'))
  })

  it('refuse whatever is not in the table and say what is allowed instead', () => {
    const doubled = (stage: Stage, action: Action, party: Party) => () =>
      stageAfter(stage, action, party, 'request')
    for (const stage of stages) {
      for (const party of parties) {
        const allowed = allowedActions(stage, party)
        for (const action of actions) {
          if (allowed.includes(action)) expect(doubled(stage, action, party)).not.to.throw()
          else
            expect(doubled(stage, action, party))
              .to.throw(Conflict)
              .with.property(
                'detail',
                `${action} by ${party} at ${stage}; allowed: ${allowed.join(', ') || '-'}`,
              )
        }
      }
    }
  })

  it('ask an application again from the community, a request from the organisation', () => {
    const declined = act(
      aReferral({ how: 'apply' }, { party: 'organisation' }),
      'reject',
      { reason: { code: 'not-eligible' } },
      contextOf('committee'),
    )
    const again = act(declined, 'override', { why: '符合条件' }, contextOf('staff'))
    expect([again.stage, again.owes]).to.deep.equal(['applied', 'community'])
    const request = { ...declined, how: 'request' } as const
    const asked = act(request, 'override', { why: '符合条件' }, contextOf('staff'))
    expect([asked.stage, asked.owes]).to.deep.equal(['requested', 'organisation'])
  })
})
