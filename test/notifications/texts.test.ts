import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import { releaseStates } from '../../src/identities/releases.js'
import { createTexts, safeFacts } from '../../src/notifications/texts.js'
import { topicGroups, topics } from '../../src/notifications/topics.js'
import type { Facts } from '../../src/platform/records/index.js'
import { actions, ways } from '../../src/referrals/states.js'
import { community, regions, street, taxonomy } from '../feature-services.js'

const texts = createTexts({ taxonomy, regions, timeZone: 'Asia/Shanghai' })
const of = (topic: string, facts: Facts, subject = 'r-01k8f3q2t8x7m4c9e2p0') =>
  texts.of({ at: '2026-03-10T02:00:00.000Z', event: 'e-1', topic, kind: 'referral', subject, facts })

const known = ['subject', 'category', 'region', 'dueAt', 'reason', 'count']
const facts = {
  region: community,
  category: 'elderly.meals',
  dueAt: '2026-03-11T02:00:00.000Z',
  reason: 'full',
  count: 12,
}

describe('the text of every topic', () => {
  for (const [name, { text, group, audience }] of topics)
    it(`stands in both languages and is filled in: ${name}`, () => {
      for (const template of [text.zh, text.en]) {
        const names = Array.from(template.matchAll(/\{(\w+)\}/g), ([, one]) => one)
        expect(known).to.include.members(names)
      }
      const { zh, en } = of(name, facts)
      expect(zh).to.match(/\p{Script=Han}{2}/u)
      expect(en).to.match(/[a-z]{3}/)
      expect(en.replace(regions.get(community)?.en ?? '', '')).not.to.match(/\p{Script=Han}/u)
      expect(zh + en).not.to.match(/[{}]|undefined|—/)
      expect(topicGroups).to.include(group)
      expect(audience).not.to.have.length(0)
    })

  it('holds no words of the facts, whatever they are, and no telephone or identity number', () => {
    const personal = fc.oneof(
      fc.constantFrom('王小明', '13800138000', '11010519491231002X', '吉祥路 3 号', 'a@b.cn', '<b>x</b>'),
      fc.string({ minLength: 1, unit: fc.constantFrom('张', '伟', '住', ' ', '3', '@', '\n') }),
    )
    const anyFacts = fc.dictionary(fc.constantFrom(...known, 'organizationId'), personal)
    fc.assert(
      fc.property(fc.constantFrom(...topics.keys()), anyFacts, personal, (topic, wild, subject) => {
        const { zh, en } = of(topic, wild, subject)
        const nothing = of(topic, {}, '')
        // As if none of it had been there.
        expect([zh, en]).to.deep.equal([nothing.zh, nothing.en])
        expect(safeFacts(wild)).to.deep.equal({})
      }),
    )
  })
})

describe('the topics', () => {
  it('know every event that a use case announces', () => {
    const announced = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(join('src', file), 'utf8').matchAll(/announce\(\{\s*name: '([a-z.-]+)'/g),
      ])
      .map(([, name]) => name as string)
    expect(announced.length).to.be.at.least(5)
    const acted = [...actions, ...ways].map((action) => `referral.${action}`)
    const released = [...releaseStates, 'emergency', 'reviewed'].map((state) => `identity.${state}`)
    const unheard = [...announced, ...acted, ...released].filter((name) => !topics.has(name))
    expect(unheard).to.deep.equal([])
  })
})

describe('a text', () => {
  it('says times by the clock of the installation, and names by their names', () => {
    expect(of('referral.request', facts)).to.deep.equal({
      zh: `新的对接单 r-01k8f3q2t8x7m4c9e2p0（${regions.get(community)?.zh}），请在 2026-03-11 10:00 前签收`,
      en: `New referral r-01k8f3q2t8x7m4c9e2p0 (${regions.get(community)?.en}); receive it by 2026-03-11 10:00`,
    })
    expect(of('match.suggested', facts).en).to.include('Meals for seniors')
    expect(of('referral.reject', facts).zh).to.include('名额已满')
  })

  it('places a sensitive kind of help by the street only', () => {
    const { zh } = of('match.suggested', { ...facts, category: 'elderly.home-visit' })
    expect(zh).to.include(regions.get(street)?.zh)
    expect(zh).not.to.include(regions.get(community)?.zh)
  })
})
