import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { loadDemo } from '../../src/demo/index.js'
import { needRecord } from '../../src/needs/schema.js'
import { confirmBy, type Offering } from '../../src/offerings/index.js'
import { offeringRecord } from '../../src/offerings/schema.js'
import { organizationErrors } from '../../src/organizations/model.js'
import { organizationRecord } from '../../src/organizations/schema.js'
import { loadRegions } from '../../src/regions/index.js'
import { loadTaxonomy } from '../../src/taxonomy/index.js'
import { onCleanup } from '../setup.js'

const seeds = join(import.meta.dirname, '../../seeds')
const demo = loadDemo(seeds)
const { organizations, offerings, needs } = demo
const regions = loadRegions(join(seeds, 'regions'))
const { services, groups } = loadTaxonomy(join(seeds, 'taxonomy'))
const lastDay = '2026-11-22'

const street = (name: string): string => regions.named(`${name}街道`)[0]?.code ?? ''
const streets = regions.all.filter(({ level }) => level === 'street').map(({ zh }) => zh.replace('街道', ''))
const needsIn = (name: string) => needs.filter(({ fields }) => regions.covers(street(name), fields.region))
const homesIn = (name: string) =>
  organizations.filter(({ fields }) => regions.covers(street(name), fields.homeRegion))

/** The streets in which, or in part of which, such offerings are to be had. */
function streetsWith(isSuch: (fields: Omit<Offering, 'id' | 'revision'>) => boolean): string[] {
  const codes = offerings.filter(({ fields }) => isSuch(fields as Offering)).flatMap((o) => o.fields.coverage)
  return streets.filter((name) =>
    codes.some((code) => regions.covers(code, street(name)) || regions.covers(street(name), code)),
  )
}
const offersCategory = (id: string) => streetsWith((fields) => fields.categories.includes(id))

describe('the demo data', () => {
  it('has about 60 organisations, 250 offerings and 620 needs, each under an id of its own', () => {
    expect(organizations.length).to.be.within(58, 66)
    expect(offerings.length).to.equal(251)
    expect(needs.length).to.equal(624)
    for (const [records, prefix] of [
      [organizations, 'o'],
      [offerings, 'f'],
      [needs, 'n'],
    ] as const) {
      expect(new Set(records.map(({ id }) => id)).size).to.equal(records.length)
      expect(new Set(records.map(({ fields }) => fields.externalId)).size).to.equal(records.length)
      for (const { id } of records) expect(id).to.match(new RegExp(`^${prefix}-[0-9a-hjkmnp-tv-z]{20}$`))
    }
  })

  it('is accepted by the schemas of stored records', () => {
    const checks = [
      [organizations, organizationRecord],
      [offerings, offeringRecord],
      [needs, needRecord],
    ] as const
    for (const [records, schema] of checks) {
      for (const { id, at, fields } of records) {
        const stamps = { id, revision: 1, createdAt: at, createdBy: 'demo', updatedAt: at, updatedBy: 'demo' }
        const { error } = schema.validate({ ...fields, ...stamps }, { abortEarly: false })
        expect(error?.message, id).to.equal(undefined)
      }
    }
  })

  it('has credit codes that pass their check and filing numbers, each once', () => {
    const faults = organizations.flatMap(({ fields }) => organizationErrors(fields))
    expect(faults).to.deep.equal([])
    const keys = organizations.map(({ fields: { track } }) =>
      track.kind === 'filed' ? track.filingNumber : track.creditCode,
    )
    expect(new Set(keys).size).to.equal(keys.length)
    for (const key of keys)
      expect(key).to.match(/^(?:5[123]440307DEM\d{5}[\dX][\dA-Y]|龙社备字〔20\d\d〕第\d{4}号)$/)
    expect(keys.filter((key) => key.startsWith('龙社备字')).length).to.be.within(10, 20)
  })

  it('names only regions, terms and organisations that exist', () => {
    const known = new Set(organizations.map(({ id }) => id))
    for (const { fields } of organizations)
      expect(regions.get(fields.homeRegion)?.level).to.equal('community')
    for (const { fields, id } of offerings) {
      expect(known.has(fields.organizationId), id).to.equal(true)
      for (const code of fields.coverage) expect(regions.has(code), code).to.equal(true)
      for (const term of fields.categories) expect(services.has(term), term).to.equal(true)
      for (const term of fields.targetGroups) expect(groups.has(term), term).to.equal(true)
    }
    for (const { fields } of needs) {
      expect(regions.get(fields.region)?.level).to.equal('community')
      for (const term of fields.categories) expect(services.has(term), term).to.equal(true)
      for (const term of fields.beneficiaries.groups) expect(groups.has(term), term).to.equal(true)
    }
  })

  it('says the name of a region as the region file does', () => {
    const lines = ['needs', 'current-needs'].flatMap((name) =>
      readFileSync(join(seeds, `demo/${name}.csv`), 'utf8')
        .trim()
        .split('\r\n')
        .slice(1),
    )
    for (const line of lines) {
      const [, , code = '', name] = line.split(',')
      const region = regions.get(code)
      expect(name).to.equal(`${regions.get(region?.parent ?? '')?.zh}${region?.zh}`)
    }
  })

  it('holds nobody who could be real', () => {
    for (const { fields } of organizations) {
      for (const { name, phone, email } of fields.contacts) {
        expect(name).to.match(/^.示例$/)
        expect(phone).to.match(/^0755-0000\d{4}$/)
        if (email !== undefined) expect(email).to.match(/@example\.org$/)
      }
    }
    const texts = [...needs.map((n) => n.fields.text), ...offerings.map((o) => o.fields.description)]
    for (const text of texts) expect(text).not.to.match(/\d{7}|\d栋|\d[室房]|@/)
  })

  it('spans two years up to its last day, fuller in the second and in summer', () => {
    const months = needs.map(({ at }) => at.slice(0, 7))
    expect([...months].sort()[0]).to.equal('2024-12')
    expect(needs.every(({ at }) => at < `${lastDay}T24`)).to.equal(true)
    const within = (from: string, to: string): number => months.filter((m) => m >= from && m <= to).length
    expect(within('2025-12', '2026-11')).to.be.greaterThan(1.2 * within('2024-12', '2025-11'))
    expect(within('2026-06', '2026-08')).to.be.greaterThan(1.3 * within('2026-01', '2026-03'))
    const holidayCare = needs
      .filter(({ fields }) => /暑期托管/.test(fields.title))
      .map(({ at }) => at.slice(5, 7))
    expect(holidayCare.length).to.be.greaterThan(0)
    for (const month of holidayCare) expect(['05', '06', '07']).to.include(month)
  })

  it('mixes sources, urgencies, amounts and states as a register does', () => {
    const share = (isSuch: (fields: (typeof needs)[number]['fields']) => boolean): number =>
      needs.filter(({ fields }) => isSuch(fields)).length / needs.length
    for (const source of ['visit', 'grid-worker', 'hotline', 'self', 'online']) {
      expect(
        share((n) => n.source === source),
        source,
      ).to.be.greaterThan(0.07)
    }
    expect(share((n) => n.categories.length === 0)).to.be.within(0.45, 0.55)
    expect(share((n) => n.state === 'open')).to.be.within(0.8, 0.95)
    expect(share((n) => n.state === 'draft')).to.be.greaterThan(0)
    expect(share((n) => n.urgency.level === 'crisis')).to.be.within(0.01, 0.04)
    expect(new Set(needs.map(({ fields }) => fields.amount.unit)).size).to.equal(7)
    expect(Math.max(...needs.map(({ fields }) => fields.beneficiaries.count))).to.be.greaterThan(20)
  })

  it('has crises whose words stand in their texts, some of them lowered with a reason', () => {
    const raised = needs.filter(({ fields }) => fields.urgency.words.length)
    expect(raised.length).to.be.greaterThan(10)
    for (const { fields } of raised) {
      for (const word of fields.urgency.words) expect(fields.text).to.include(word)
      expect(fields.urgency.kinds.length).to.be.greaterThan(0)
      expect(fields.visibility).to.equal('staff')
      if (fields.urgency.level !== 'crisis') expect(fields.urgency.lowered?.from).to.equal('crisis')
    }
    const lowered = needs.flatMap(({ at, fields }) => fields.urgency.lowered?.at.localeCompare(at) ?? [])
    expect(lowered.length).to.be.greaterThan(1)
    expect(lowered.every((order) => order > 0)).to.equal(true)
  })

  it('has crowded streets and streets with hardly an organisation', () => {
    for (const crowded of ['坂田', '布吉']) {
      expect(needsIn(crowded).length).to.be.greaterThan(needs.length * 0.14)
      for (const quiet of ['坪地', '园山']) {
        expect(needsIn(crowded).length).to.be.greaterThan(4 * needsIn(quiet).length)
        expect(homesIn(quiet).length).to.be.within(1, 2)
      }
    }
    for (const name of streets) expect(needsIn(name).length, name).to.be.greaterThan(5)
  })

  it('leaves the gaps that a district has', () => {
    expect(offersCategory('mental.youth')).to.deep.equal(['龙城'])
    expect(offersCategory('drug.recovery')).to.have.members(['南湾', '布吉', '横岗'])
    expect(offersCategory('mental.bereaved')).to.have.members(['龙城', '龙岗'])
    expect(offersCategory('disability.adult-care')).to.have.members(['龙城', '坂田'])
    const asked = (title: RegExp, names: string[]) =>
      needs.filter(
        ({ fields }) =>
          title.test(fields.title) && !names.some((n) => regions.covers(street(n), fields.region)),
      )
    expect(asked(/休学|情绪不对劲|青少年情绪/, ['龙城']).length).to.be.greaterThan(3)
    expect(asked(/戒毒/, ['南湾', '布吉', '横岗']).length).to.be.greaterThan(0)
    expect(asked(/失去孩子|特殊家庭/, ['龙城', '龙岗']).length).to.be.greaterThan(0)
    expect(asked(/心智障碍/, ['龙城', '坂田']).length).to.be.greaterThan(0)
  })

  it('asks for more meals in 布吉 than its kitchens cook', () => {
    const asked = needsIn('布吉').filter(({ fields }) => fields.state === 'open' && /餐/.test(fields.title))
    const kitchens = offerings.filter(
      ({ fields }) =>
        fields.state === 'published' &&
        fields.categories[0] === 'elderly.meals' &&
        fields.coverage.includes(street('布吉')),
    )
    expect(kitchens.length).to.be.greaterThan(0)
    const capacity = kitchens.reduce((sum, { fields }) => sum + (fields.capacity?.perMonth ?? 0), 0)
    const amount = asked.reduce((sum, { fields }) => sum + fields.amount.value, 0)
    expect(amount).to.be.greaterThan(1.5 * capacity)
  })

  it('has expired, paused and closed offerings, and organisations that may not serve', () => {
    const count = (isSuch: (fields: Offering) => boolean): number =>
      offerings.filter(({ fields }) => isSuch(fields as Offering)).length
    expect(count((o) => o.state === 'published' && confirmBy(o) < lastDay)).to.be.within(20, 50)
    expect(count((o) => o.state === 'published' && confirmBy(o) >= lastDay)).to.be.greaterThan(140)
    for (const state of ['paused', 'closed', 'draft'])
      expect(count((o) => o.state === state)).to.be.greaterThan(3)
    const standings = organizations.map(({ fields }) => fields.standing)
    for (const standing of ['warned', 'suspended', 'revoked']) expect(standings).to.include(standing)
    for (const { id, fields } of organizations) {
      const states = offerings.filter((o) => o.fields.organizationId === id).map((o) => o.fields.state)
      if (fields.standing === 'suspended' || fields.standing === 'revoked')
        expect(states).not.to.include('published')
      expect(states, fields.name).not.to.have.length(0)
    }
    expect(new Set(organizations.map(({ fields }) => fields.activity)).size).to.equal(4)
    expect(new Set(organizations.map(({ fields }) => fields.type)).size).to.equal(4)
    expect(organizations.filter(({ fields }) => fields.evaluation).length).to.be.greaterThan(20)
  })

  it('offers nothing for which the organisation holds no qualification', () => {
    const held = new Map(
      organizations.map(({ id, fields }) => [id, fields.qualifications.map(({ code }) => code)]),
    )
    for (const { fields } of offerings) {
      expect(held.get(fields.organizationId)).to.include.members([...fields.qualifications])
    }
  })

  it('is made by its script, byte for byte', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duijie-demo-'))
    onCleanup(() => rmSync(folder, { recursive: true }))
    const script = join(import.meta.dirname, '../../scripts/make-demo.ts')
    await promisify(execFile)(process.execPath, ['--import', 'tsx', script, folder])
    for (const name of ['organizations.csv', 'offerings.csv', 'needs.csv', 'current-needs.csv']) {
      const made = readFileSync(join(folder, name))
      expect(made.subarray(0, 3).toString('hex')).to.equal('efbbbf')
      expect(
        made.equals(readFileSync(join(seeds, 'demo', name))),
        `${name}: run scripts/make-demo.ts`,
      ).to.equal(true)
    }
  })
})
