import { expect } from 'chai'
import fc from 'fast-check'
import { type Region, Regions } from '../../src/regions/index.js'
import type { RegionLevel } from '../../src/regions/model.js'
import { community, districtCode, elsewhere, nextCommunity, regions, street } from '../feature-services.js'

const anyCode = fc.constantFrom(...regions.all.map(({ code }) => code))
const streets = regions.all.filter(({ level }) => level === 'street').map(({ code }) => code)
const anyStreet = fc.constantFrom(...streets)

describe('the regions of Longgang', () => {
  it('are one district, 11 streets and 111 communities', () => {
    const count = (level: RegionLevel) => regions.all.filter((region) => region.level === level).length
    expect([count('district'), count('street'), count('community')]).to.deep.equal([1, 11, 111])
  })

  it('lie in each other as their chains say', () => {
    expect(regions.chain(community)).to.deep.equal([community, street, districtCode])
    expect(regions.chain('999999999999')).to.deep.equal([])
    fc.assert(
      fc.property(anyCode, anyCode, (outer, inner) => {
        const covers = regions.covers(outer, inner)
        expect(covers).to.equal(regions.chain(inner).includes(outer))
        expect(covers).to.equal(regions.subtree(outer).includes(inner))
        if (covers && outer !== inner) expect(regions.covers(inner, outer)).to.equal(false)
      }),
    )
  })

  it('are all in the subtree of the district', () => {
    expect(regions.subtree(districtCode)).to.have.members(regions.all.map(({ code }) => code))
    expect(regions.subtree(community)).to.deep.equal([community])
  })

  it('narrow a question to what lies in one, and to nothing where that is everything', () => {
    expect(regions.narrowedTo(street)).to.deep.equal(regions.subtree(street))
    expect(regions.narrowedTo(districtCode)).to.equal(undefined)
    expect(regions.narrowedTo(undefined)).to.equal(undefined)
    expect(regions.narrowedTo('999999999999')).to.deep.equal([])
  })

  it('have nothing under a code that is unknown', () => {
    expect(regions.subtree('999999999999')).to.deep.equal([])
    expect(regions.neighbours('999999999999')).to.deep.equal([])
    expect(regions.covers('999999999999', '999999999999')).to.equal(false)
  })

  it('have neighbours on both sides, never themselves, and at least one for each street', () => {
    for (const code of streets) {
      const beside = regions.neighbours(code)
      expect(beside, code).not.to.have.length(0)
      expect(beside).not.to.include(code)
      for (const other of beside) expect(regions.neighbours(other)).to.include(code)
    }
    expect(regions.neighbours(community)).to.deep.equal(regions.neighbours(street))
  })

  it('are as far apart as the streets between them, each way', () => {
    expect(regions.distance(community, nextCommunity)).to.equal(0)
    expect(regions.distance(districtCode, community)).to.equal(0)
    expect(regions.distance(community, elsewhere)).to.be.greaterThan(0)
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(regions.distance(a, b)).to.equal(regions.distance(b, a))
      }),
    )
    fc.assert(
      fc.property(anyStreet, anyStreet, anyStreet, (a, b, c) => {
        expect(regions.distance(a, b) === 1).to.equal(regions.neighbours(a).includes(b))
        expect(regions.distance(a, c)).to.be.at.most(regions.distance(a, b) + regions.distance(b, c))
        expect(regions.distance(a, c)).to.be.lessThan(Number.POSITIVE_INFINITY)
      }),
    )
  })

  it('have two communities named 凤凰社区', () => {
    const codes = regions.named('凤凰社区').map(({ code }) => code)
    expect(codes).to.have.length(2)
    expect(new Set(codes.map((code) => regions.chain(code)[1])).size).to.equal(2)
    expect(regions.named(' 平湖 ').map(({ zh }) => zh)).to.include('平湖街道')
    expect(regions.named('constructor')).to.deep.equal([])
  })
})

describe('the region that a text names', () => {
  const named = (text: string) => regions.findIn(text)?.zh

  it('is the smallest', () => {
    expect(named('龙岗区平湖街道山厦社区的王阿姨')).to.equal('山厦社区')
    expect(named('我住坂田街道')).to.equal('坂田街道')
    expect(named('龙岗区有没有长者饭堂')).to.equal('龙岗区')
  })

  it('is none where nothing is named, or two at once', () => {
    expect(named('想找人聊天')).to.equal(undefined)
    expect(named('')).to.equal(undefined)
    expect(named('从坂田街道搬到布吉街道')).to.equal(undefined)
    expect(named('布吉街道、坂田街道和龙岗区')).to.equal(undefined)
  })

  it('is an ambiguous one only where its street is named too', () => {
    expect(named('凤凰社区的老人')).to.equal(undefined)
    for (const region of regions.named('凤凰社区')) {
      const its = regions.get(regions.chain(region.code)[1] as string)
      expect(regions.findIn(`${its?.zh}凤凰社区的老人`)?.code, its?.zh).to.equal(region.code)
    }
  })
})

describe('regions that do not fit together', () => {
  const region = (code: string, level: RegionLevel, parent?: string): Region => ({
    code,
    parent,
    level,
    zh: code,
    en: code,
    point: undefined,
  })
  const whole = [region('1', 'district'), region('2', 'street', '1')]

  it('are refused by code', () => {
    expect(() => new Regions([...whole, region('2', 'street', '1')], [])).to.throw(
      RangeError,
      '2 stands twice',
    )
    expect(() => new Regions([...whole, region('3', 'community', '9')], [])).to.throw(
      RangeError,
      'no parent 9',
    )
    expect(() => new Regions([...whole, region('3', 'community')], [])).to.throw(RangeError, 'no parent')
    expect(() => new Regions(whole, [['2', '8']])).to.throw(RangeError, 'no neighbour 8')
  })
})
