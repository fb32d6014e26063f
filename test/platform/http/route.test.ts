import { expect } from 'chai'
import Joi from 'joi'
import { languageOf } from '../../../src/platform/http/language.js'
import { messagesOf } from '../../../src/platform/http/messages.js'
import { type RouteSpec, route } from '../../../src/platform/http/route.js'
import { testApp } from '../../http-client.js'

const text = { zh: '演示', en: 'demo' }
const plain: RouteSpec<unknown, unknown, unknown> = {
  method: 'get',
  path: '/needs',
  operationId: 'listNeeds',
  summary: text,
  permission: 'public',
  tag: 'needs',
  answers: { 200: { description: text } },
}
const declare = (over: Partial<RouteSpec<unknown, unknown, unknown>>) => () =>
  route({ ...plain, ...over }, () => ({}))

describe('declaring a route', () => {
  const id = Joi.object({ id: Joi.string().required() })
  const contradictions: Record<string, Partial<RouteSpec<unknown, unknown, unknown>>> = {
    'a path in Express style': { path: '/needs/:id' },
    'a path parameter without a schema': { path: '/needs/{id}' },
    'a schema of a parameter that the path lacks': { params: id },
    'a GET with a body': { body: Joi.object({}) },
    'an Idempotency-Key on PUT': { method: 'put', idempotent: () => Promise.resolve({}) },
    'no answers': { answers: {} },
    'no permission': { permission: '' },
  }
  for (const [what, over] of Object.entries(contradictions)) {
    it(`fails at the start for ${what}`, () => {
      expect(declare(over)).to.throw(RangeError, 'listNeeds')
    })
  }

  it('fails at the start for an operation declared twice or without a keeper of its keys', () => {
    const once = route(plain, () => ({}))
    expect(() => testApp({ routes: [once, once] })).to.throw(RangeError, 'twice')
    const keyed = route({ ...plain, method: 'post', idempotent: () => Promise.resolve({}) }, () => ({}))
    expect(() => testApp({ routes: [keyed] })).to.throw(RangeError, 'keys')
  })

  it('fails at the start for a permission that nobody could hold', () => {
    const misspelt = route({ ...plain, permission: 'needs.raed' }, () => ({}))
    expect(() => testApp({ routes: [misspelt] })).to.throw(RangeError, 'needs.raed')
  })
})

describe('the language of an answer', () => {
  const cases: [string | undefined, string][] = [
    [undefined, 'zh'],
    ['*', 'zh'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['en;q=0.3, zh;q=0.5', 'zh'],
    ['en;q=0', 'zh'],
    ['fr, en;q=0.1', 'en'],
    ['en;q=nonsense', 'zh'],
  ]
  for (const [header, language] of cases) {
    it(`is ${language} for ${header}`, () => {
      expect(languageOf(header)).to.equal(language)
    })
  }
})

describe('the catalogue of messages', () => {
  it('takes what features add and refuses a code that two define differently', () => {
    expect(
      messagesOf([{ 'region.unknown': text }, { 'region.unknown': { ...text } }]).get('region.unknown'),
    ).to.deep.equal(text)
    expect(() => messagesOf([{ 'any.required': text }])).to.throw(RangeError, 'any.required')
  })
})
