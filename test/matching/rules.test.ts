import { expect } from 'chai'
import { explainReason } from '../../src/matching/explain.js'
import { noFacts, type OfferingFacts, pack, plainNeed } from '../../src/matching/index.js'
import type { NeedFacts } from '../../src/matching/profile.js'
import { failedRules, type ReasonCode, reasonCodes } from '../../src/matching/rules.js'
import { community, districtCode, elsewhere, regions, street } from '../feature-services.js'
import { language, provider, today } from './shared-language.js'

const aid = language.taxonomy.services.indexOf('legal.aid')
const demanded = new Map([[aid, ['lawyer', 'mediator']]])

/** Something surely about legal aid. */
const packed = pack({
  text: '',
  services: [{ term: aid, confidence: 0.9, words: [], stated: true }],
  groups: [],
  ages: [],
  urgency: undefined,
  words: new Map(),
})

function failed(need: Partial<NeedFacts>, offering: Partial<OfferingFacts>) {
  const asked = { ...plainNeed('求助'), ...need }
  const regionChain = asked.region ? regions.chain(asked.region) : []
  return failedRules(
    asked,
    { ...noFacts('法律援助'), ...offering, main: packed[1] },
    { today, regionChain, demanded },
  )
}

interface Case {
  readonly need: Partial<NeedFacts>
  readonly offering: Partial<OfferingFacts>
  readonly asked: string
  readonly offered: string
  /** The same with one fact changed so that it passes. */
  readonly passes: { readonly need?: Partial<NeedFacts>; readonly offering?: Partial<OfferingFacts> }
}

const cases: Readonly<Record<ReasonCode, Case>> = {
  'not-published': {
    need: {},
    offering: { published: false },
    asked: 'published',
    offered: 'paused',
    passes: { offering: { published: true } },
  },
  suspended: {
    need: {},
    offering: { provider: provider('org', { standing: 'revoked', qualifications: ['lawyer'] }) },
    asked: 'active',
    offered: 'revoked',
    passes: { offering: { provider: provider('org', { standing: 'warned', qualifications: ['lawyer'] }) } },
  },
  'confirmation-lapsed': {
    need: {},
    offering: { confirmBy: '2026-03-09' },
    asked: today,
    offered: '2026-03-09',
    passes: { offering: { confirmBy: today } },
  },
  'period-over': {
    need: {},
    offering: { until: '2026-03-09' },
    asked: today,
    offered: '2026-03-09',
    passes: { offering: { until: today } },
  },
  'period-later': {
    need: { neededBy: '2026-03-31' },
    offering: { from: '2026-04-01' },
    asked: '2026-03-31',
    offered: '2026-04-01',
    passes: { need: { neededBy: '2026-04-01' } },
  },
  'not-covered': {
    need: { region: community },
    offering: { coverage: [elsewhere] },
    asked: community,
    offered: elsewhere,
    passes: { offering: { coverage: [elsewhere, street] } },
  },
  'wrong-age': {
    need: { ages: { from: 8, to: 12 } },
    offering: { ages: { from: 60, to: 120 } },
    asked: '8-12',
    offered: '60-120',
    passes: { offering: { ages: { from: 12, to: 120 } } },
  },
  'wrong-mode': {
    need: { modes: ['home-visit'] },
    offering: { modes: ['on-site', 'phone'] },
    asked: 'home-visit',
    offered: 'on-site,phone',
    passes: { need: { modes: ['home-visit', 'phone'] } },
  },
  'not-qualified': {
    need: {},
    offering: { provider: provider('org', { qualifications: ['nurse'] }), qualifications: ['social-worker'] },
    asked: 'lawyer,mediator',
    offered: 'social-worker,nurse',
    passes: { offering: { qualifications: ['mediator'] } },
  },
  full: {
    need: { amount: 3 },
    offering: { placesLeft: 0 },
    asked: '3',
    offered: '0',
    passes: { offering: { placesLeft: 1 } },
  },
}

describe('the hard rules', () => {
  for (const code of reasonCodes) {
    const { need, offering, asked, offered, passes } = cases[code]
    it(`refuse with ${code} and both values, in words of both languages`, () => {
      expect(failed(need, offering)).to.deep.equal([{ code, asked, offered }])
      const { zh, en } = explainReason({ code, asked, offered })
      expect(zh).to.match(/\p{Script=Han}{3}/u)
      expect(en).to.match(/[a-z]{3}/)
    })

    it(`do not refuse with ${code} what just passes`, () => {
      expect(failed({ ...need, ...passes.need }, { ...offering, ...passes.offering })).to.deep.equal([])
    })
  }

  it('never refuse for what is not known', () => {
    expect(failed({}, {})).to.deep.equal([])
    for (const { need } of Object.values(cases)) {
      if (Object.keys(need).length) expect(failed(need, {})).to.deep.equal([])
    }
    const { amount: _, ...wishes } = cases.full.need
    expect(failed({ ...wishes, region: undefined }, cases['not-covered'].offering)).to.deep.equal([])
    expect(failed({}, cases['wrong-age'].offering)).to.deep.equal([])
    expect(failed({}, cases['wrong-mode'].offering)).to.deep.equal([])
    expect(failed({}, { from: '2030-01-01' })).to.deep.equal([])
  })

  it('name every reason there is, in their order', () => {
    const need = Object.assign({}, ...reasonCodes.map((code) => cases[code].need))
    const offering = Object.assign({}, ...reasonCodes.map((code) => cases[code].offering))
    const codes = failed(need, {
      ...offering,
      modes: ['on-site'],
      provider: provider('org', { standing: 'suspended' }),
      qualifications: [],
    }).map(({ code }) => code)
    expect(codes).to.deep.equal(reasonCodes)
  })

  it('let phone and online services reach everywhere, and a whole district its communities', () => {
    expect(failed({ region: community }, { coverage: [elsewhere], modes: ['online'] })).to.deep.equal([])
    expect(
      failed({ region: community }, { coverage: [elsewhere], modes: ['home-visit', 'phone'] }),
    ).to.deep.equal([])
    expect(failed({ region: community }, { coverage: [districtCode] })).to.deep.equal([])
    expect(failed({ region: street }, { coverage: [community] }).map(({ code }) => code)).to.deep.equal([
      'not-covered',
    ])
  })

  it('let a crisis wait for no places, but still demand the qualification', () => {
    expect(failed({ urgency: 'crisis' }, { placesLeft: 0 })).to.deep.equal([])
    expect(failed({ urgency: 'crisis' }, cases['not-qualified'].offering)).to.have.length(1)
  })

  it('demand no qualification of an offering whose service is unsure, or whose provider is unknown', () => {
    const unsure = pack({
      text: '',
      services: [{ term: aid, confidence: 0.3, words: [], stated: false }],
      groups: [],
      ages: [],
      urgency: undefined,
      words: new Map(),
    })
    const context = { today, regionChain: [], demanded }
    const facts = { ...noFacts('法律援助'), provider: provider('org') }
    expect(failedRules(plainNeed('x'), { ...facts, main: unsure[1] }, context)).to.deep.equal([])
    expect(failed({}, { provider: undefined })).to.deep.equal([])
  })
})
