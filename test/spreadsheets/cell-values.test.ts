import { expect } from 'chai'
import {
  agesIn,
  dayIn,
  inParallel,
  listIn,
  numberIn,
  weeklyHoursIn,
} from '../../src/spreadsheets/cell-values.js'

describe('reading cells', () => {
  it('takes lists apart at any of the usual marks, each name once', () => {
    expect(listIn('独居老人、低保；残疾人, 低保|a/b')).to.deep.equal(['独居老人', '低保', '残疾人', 'a', 'b'])
    expect(listIn(undefined)).to.deep.equal([])
  })

  it('reads numbers with thousands, full width and units, and refuses words', () => {
    expect(['1,200', '３０次', '12.5 元', '-1', '三十', '1-2'].map(numberIn)).to.deep.equal([
      1200,
      30,
      12.5,
      -1,
      undefined,
      undefined,
    ])
  })

  it('reads days in every usual way and refuses those that no month has', () => {
    const days = ['2026-03-01', '2026/3/1', '2026年3月1日', '2026.3.1', '2026-03-01T08:00:00Z']
    expect(days.map(dayIn)).to.deep.equal(days.map(() => '2026-03-01'))
    expect(['2026-02-30', '3月1日', '明天'].map(dayIn)).to.deep.equal([undefined, undefined, undefined])
  })

  it('reads spans of ages and refuses those turned round', () => {
    expect(['60-75', '60岁以上', '60+', '≥60', '12岁及以下', '0至3周岁', '78岁'].map(agesIn)).to.deep.equal([
      { from: 60, to: 75 },
      { from: 60, to: 120 },
      { from: 60, to: 120 },
      { from: 60, to: 120 },
      { from: 0, to: 12 },
      { from: 0, to: 3 },
      { from: 78, to: 78 },
    ])
    expect(['75-60', '老人', '130'].map(agesIn)).to.deep.equal([undefined, undefined, undefined])
  })

  it('reads weekly hours with the day as number or word', () => {
    const expected = { weekday: 7, from: '09:00', to: '12:00' }
    for (const cell of [
      '7 09:00-12:00',
      '周日 9:00～12:00',
      '星期天 9:00至12:00',
      'Sun 9:00-12:00',
      'sunday 09:00-12:00',
    ])
      expect(weeklyHoursIn(cell), cell).to.deep.equal(expected)
    for (const cell of ['8 09:00-12:00', 'Sundry 09:00-12:00', 'Sun', '09:00-12:00'])
      expect(weeklyHoursIn(cell), cell).to.equal(undefined)
  })

  it('puts parallel cells together, also where parts are missing', () => {
    expect(inParallel({ name: '甲；乙', phone: '；123', role: undefined })).to.deep.equal([
      { name: '甲' },
      { name: '乙', phone: '123' },
    ])
  })
})
