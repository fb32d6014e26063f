import { expect } from 'chai'
import Joi from 'joi'
import { bodyChecker, textChecker } from '../../../src/platform/http/checker.js'

const schema = Joi.object({
  title: Joi.string().trim().lowercase(),
  count: Joi.number(),
  either: Joi.alternatives(Joi.number(), Joi.string()),
  list: Joi.array().items(Joi.object({ on: Joi.boolean(), word: Joi.string().trim() })),
  pattern: Joi.object().pattern(Joi.string(), Joi.number()),
  kind: Joi.string(),
  // biome-ignore lint/suspicious/noThenProperty: the word is joi's
  detail: Joi.when('kind', { is: 'number', then: Joi.number(), otherwise: Joi.string().trim() }),
})

describe('checking a body', () => {
  const check = bodyChecker(schema)

  it('normalises strings wherever they are', () => {
    const value = { title: ' LUNCH ', list: [{ word: ' a ' }], kind: 'text', detail: ' b ' }
    expect(check(value)).to.deep.equal({
      value: { title: 'lunch', list: [{ word: 'a' }], kind: 'text', detail: 'b' },
    })
  })

  it('leaves a text that could be a number a text', () => {
    expect(check({ either: '3' })).to.deep.equal({ value: { either: '3' } })
  })

  const wrong: [unknown, string, string][] = [
    [{ count: '3' }, 'count', 'number.base'],
    [{ list: [{ on: 'true' }] }, 'list[0].on', 'boolean.base'],
    [{ list: '[]' }, 'list', 'array.base'],
    [{ list: {} }, 'list', 'array.base'],
    [{ pattern: { a: '1' } }, 'pattern.a', 'number.base'],
    [{ kind: 'number', detail: '1' }, 'detail', 'number.base'],
    ['{}', 'body', 'object.base'],
    [undefined, 'body', 'any.required'],
  ]
  for (const [value, field, code] of wrong) {
    it(`refuses ${JSON.stringify(value)} with ${code}`, () => {
      const checked = check(value)
      expect('errors' in checked && checked.errors.map((e) => [e.field, e.code])).to.deep.equal([
        [field, code],
      ])
    })
  }

  it('leaves the schema as it was for other uses', () => {
    expect(schema.validate({ count: '3' }).value).to.deep.equal({ count: 3 })
  })

  it('names at most 100 of many wrong fields, and repeats no value', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`unknown${i}`, '王奶奶']))
    const checked = check(many)
    expect('errors' in checked && checked.errors).to.have.length(100)
    expect(JSON.stringify(checked)).to.not.include('王')
  })
})

describe('checking a query', () => {
  it('converts text to what the schema wants', () => {
    const check = textChecker(
      Joi.object({ limit: Joi.number(), tag: Joi.array().items(Joi.string()).single() }),
    )
    expect(check({ limit: '20', tag: 'a' })).to.deep.equal({ value: { limit: 20, tag: ['a'] } })
  })
})
