import { expect } from 'chai'
import { mongo } from 'mongoose'
import { Unavailable } from '../../../src/platform/errors.js'
import { isTransient, translated } from '../../../src/platform/store/mongo-errors.js'

describe('an error of a MongoDB-compatible engine', () => {
  it('is Unavailable and worth another try where a lock was waited for too long', () => {
    // As DocumentDB words and numbers it.
    const message = 'canceling statement due to lock timeout'
    const error = new mongo.MongoServerError({ message, code: 50463045 })
    expect(isTransient(error)).to.equal(true)
    expect(translated(error)).to.be.instanceOf(Unavailable).with.property('cause', error)
  })

  it('stays what it is where nobody knows it', () => {
    const error = new mongo.MongoServerError({ message: 'canceling statement due to user request', code: 1 })
    expect(isTransient(error)).to.equal(false)
    expect(translated(error)).to.equal(error)
  })
})
