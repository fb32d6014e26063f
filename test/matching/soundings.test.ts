import { expect } from 'chai'
import { hashOn, Soundings } from '../../src/matching/soundings.js'

const hashOf = (sounds: readonly number[]) => hashOn(0, Uint16Array.from(sounds), 0, sounds.length)

describe('what phrases sound like', () => {
  it('is heard of every phrase that was added, and of few others', () => {
    const soundings = new Soundings()
    const phrases = Array.from({ length: 17_000 }, (_, i) => hashOf([i % 400, i >>> 3, (i * 7) % 400]))
    for (const hash of phrases) soundings.add(hash)
    expect(phrases.every((hash) => soundings.may(hash))).to.equal(true)
    const others = Array.from({ length: 17_000 }, (_, i) => hashOf([401 + (i % 400), i >>> 3, (i * 7) % 400]))
    expect(others.filter((hash) => soundings.may(hash)).length / others.length).to.be.below(0.05)
  })

  it('is told on from the beginning of a stretch', () => {
    const sounds = Uint16Array.from([3, 0xe001, 0xe1ff, 77])
    const beginning = hashOn(0, sounds, 0, 2)
    expect(hashOn(beginning, sounds, 2, 4)).to.equal(hashOn(0, sounds, 0, 4))
  })
})
