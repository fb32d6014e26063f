import { expect } from 'chai'
import { defaultPreferences, type Preferences } from '../../src/notifications/model.js'
import { mailDue } from '../../src/notifications/timing.js'
import { type Topic, topics } from '../../src/notifications/topics.js'

const zone = 'Asia/Shanghai'
const night = { from: '22:00', to: '07:00' }
const referral = topics.get('referral.request') as Topic
const need = topics.get('need.still-needed') as Topic
const crisis = topics.get('need.crisis') as Topic

/** When it is mailed, by the clock of Shanghai; both without their zone. */
function due(topic: Topic, at: string, over: Partial<Preferences> = {}, timeZone = zone): string | undefined {
  const ahead = 8 * 3_600_000
  const now = new Date(Date.parse(`${at}:00.000Z`) - ahead)
  const when = mailDue(topic, { ...defaultPreferences('u-1'), ...over }, now, timeZone)
  return when && new Date(when.getTime() + ahead).toISOString().slice(0, 16)
}

describe('a notice is mailed', () => {
  it('at once, or at eight in the morning, or never, as the account has chosen for its group', () => {
    expect(due(referral, '2026-03-10T10:00')).to.equal('2026-03-10T10:00')
    expect(due(need, '2026-03-10T10:00')).to.equal('2026-03-11T08:00')
    expect(due(need, '2026-03-10T07:59')).to.equal('2026-03-10T08:00')
    expect(due(need, '2026-03-10T10:00', { mail: { needs: 'at-once' } })).to.equal('2026-03-10T10:00')
    expect(due(referral, '2026-03-10T10:00', { mail: { referrals: 'off' } })).to.equal(undefined)
  })

  it('not in quiet hours but at their end, also across midnight', () => {
    expect(due(referral, '2026-03-10T21:59', { quiet: night })).to.equal('2026-03-10T21:59')
    expect(due(referral, '2026-03-10T22:00', { quiet: night })).to.equal('2026-03-11T07:00')
    expect(due(referral, '2026-03-11T06:59', { quiet: night })).to.equal('2026-03-11T07:00')
    expect(due(referral, '2026-03-11T07:00', { quiet: night })).to.equal('2026-03-11T07:00')
    const noon = { from: '12:00', to: '14:00' }
    expect(due(referral, '2026-03-10T13:00', { quiet: noon })).to.equal('2026-03-10T14:00')
    expect(due(referral, '2026-03-10T23:00', { quiet: noon })).to.equal('2026-03-10T23:00')
  })

  it('after quiet hours that last past eight, where it waits for the morning', () => {
    const long = { from: '20:00', to: '09:30' }
    expect(due(need, '2026-03-10T10:00', { quiet: long })).to.equal('2026-03-11T09:30')
  })

  it('at once in a crisis, whatever was chosen', () => {
    const deaf = { quiet: night, mail: { crisis: 'off' as const } }
    expect(due(crisis, '2026-03-10T23:30', deaf)).to.equal('2026-03-10T23:30')
  })

  it('by the clock of the installation', () => {
    // Half past eleven at night in Shanghai is half past four in the afternoon in Berlin.
    expect(due(referral, '2026-03-10T23:30', { quiet: night }, 'Europe/Berlin')).to.equal('2026-03-10T23:30')
  })
})
