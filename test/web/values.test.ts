import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parse } from 'yaml'
import { accountRoles } from '../../src/access/accounts/model.js'
import { featureNames } from '../../src/matching/score.js'
import { needStates, sources, visibilities } from '../../src/needs/model.js'
import { urgencies } from '../../src/needs/urgency.js'
import { topicGroups } from '../../src/notifications/topics.js'
import { modes, offeringStates, units } from '../../src/offerings/model.js'
import { organizationTypes } from '../../src/organizations/model.js'
import { reasons } from '../../src/reasons/index.js'
import { goals } from '../../src/referrals/model.js'
import { actions, debtors, stages, ways } from '../../src/referrals/states.js'
import { texts } from '../../src/web/i18n/texts.js'

const qualifications = Object.keys(
  (parse(readFileSync('seeds/taxonomy/qualifications.yaml', 'utf8')) as { codes: object }).codes,
)

/**
 * Where the text of each value that the API may give stands. `nobody` owes nothing, and of a crisis everybody is told: no
 * page says either.
 */
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  urgency: urgencies,
  needState: needStates,
  source: sources,
  visibility: visibilities,
  unit: units,
  mode: modes,
  offeringState: offeringStates,
  organizationType: organizationTypes,
  qualification: qualifications,
  feature: featureNames,
  stage: stages,
  how: ways,
  owes: debtors.filter((who) => who !== 'nobody'),
  step: actions,
  goal: goals,
  role: accountRoles,
  'account.group': topicGroups.filter((group) => group !== 'crisis'),
}

function textsAt(language: 'zh' | 'en', path: string): Readonly<Record<string, unknown>> {
  let node: unknown = texts[language].translation
  for (const name of path.split('.')) node = (node as Readonly<Record<string, unknown>>)[name]
  return node as Readonly<Record<string, unknown>>
}

describe('what the API gives', () => {
  for (const [path, values] of Object.entries(valuesOf))
    it(`has a text for every ${path}, in both languages`, () => {
      for (const language of ['zh', 'en'] as const)
        expect(Object.keys(textsAt(language, path))).to.include.members([...values])
    })

  it('brings the words of coded reasons along', () => {
    for (const { zh, en } of Object.values(reasons)) {
      expect(zh).to.match(/\p{Script=Han}/u)
      expect(en).to.match(/[a-z]/)
    }
  })
})
