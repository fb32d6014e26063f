import { expect } from 'chai'
import fc from 'fast-check'
import Joi from 'joi'
import { needDraft } from '../../../src/needs/index.js'
import { offeringDraft } from '../../../src/offerings/index.js'
import { organizationDraft } from '../../../src/organizations/index.js'
import { type QuickCheck, quickCheck, unsure } from '../../../src/platform/http/quick-check.js'
import { aNeed, anOffering, anOrganization } from '../../feature-drafts.js'

/** Anything that a spreadsheet or a stranger may put in the place of a value. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' 文字 ',
    '3',
    '2026-02-30',
    '2026-02-28',
    0,
    -1,
    1.5,
    1e300,
    true,
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    ['home-visit', 'home-visit'],
    [undefined],
    { count: 2 },
    { value: 1, unit: 'case' },
  ),
  fc.anything({ maxDepth: 2 }),
)

function agrees(schema: Joi.ObjectSchema, check: QuickCheck, draft: unknown): void {
  const checked = check(draft)
  if (checked === unsure) return
  const { error, value } = schema.required().validate(draft, { abortEarly: false })
  expect(error, error?.message).to.equal(undefined)
  expect(checked).to.deep.equal(JSON.parse(JSON.stringify(value)))
}

describe('the quick check', () => {
  const drafts = { need: aNeed(), offering: anOffering('o-1'), organization: anOrganization() }
  const schemas = { need: needDraft, offering: offeringDraft, organization: organizationDraft }

  for (const kind of ['need', 'offering', 'organization'] as const)
    it(`never passes what joi refuses or leaves otherwise: ${kind}`, () => {
      const check = quickCheck(schemas[kind])
      const keys = Object.keys(schemas[kind].describe().keys)
      const changes = fc.dictionary(fc.constantFrom(...keys, 'other', '__proto__'), anything, { maxKeys: 2 })
      fc.assert(
        fc.property(changes, (over) => agrees(schemas[kind], check, { ...drafts[kind], ...over })),
        { numRuns: 500 },
      )
    })

  it('passes a plain need with its defaults, so that imports are quick', () => {
    const { beneficiaries: _, amount: __, modes: ___, ...plain } = aNeed({ neededBy: '2026-12-31' })
    const checked = quickCheck(needDraft)({ ...plain, text: ` ${plain.text} ` })
    expect(checked).to.deep.equal(aNeed({ neededBy: '2026-12-31', amount: { value: 1, unit: 'case' } }))
  })

  it('passes amounts in halves, and leaves others to joi', () => {
    const check = quickCheck(needDraft)
    const passed = [0.5, 2, 7.5].map((value) => check(aNeed({ amount: { value, unit: 'visit' } })))
    expect(passed).not.to.include(unsure)
    expect(check(aNeed({ amount: { value: 2.25, unit: 'visit' } }))).to.equal(unsure)
  })

  it('gives each value its own copy of a default', () => {
    const check = quickCheck(Joi.object({ a: Joi.array().items(Joi.string()).default([]) }))
    const [one, two] = [check({}), check({})] as { a: string[] }[]
    one?.a.push('x')
    expect(two).to.deep.equal({ a: [] })
  })

  it('leaves to joi what it does not understand', () => {
    const schemas = [
      Joi.object({ a: Joi.string().uppercase() }),
      Joi.object({ a: Joi.string().allow('') }),
      Joi.object({ a: Joi.date() }),
      Joi.object({ a: Joi.string().pattern(/a/, { invert: true }) }),
      Joi.object({ a: Joi.string().forbidden() }),
      Joi.object({ a: Joi.any().when('b', { is: 1, otherwise: Joi.required() }) }),
    ]
    for (const [at, schema] of schemas.entries())
      expect(quickCheck(schema)({ a: 'a' }), `${at}`).to.equal(unsure)
  })
})
