import { join } from 'node:path'
import { loadLanguage, loadWeights, Matcher, noFacts, plainNeed } from '../matching/index.js'
import type { Regions } from '../regions/index.js'
import type { NeedInFile, OfferingInFile, Pairer } from './pairer.js'

/**
 * The matcher over files: what a file does not say is unknown and excludes nothing; nor do qualifications, which files
 * of offerings seldom name.
 * @param today ISO day
 * @throws RangeError, or the file system's error, when the folder of seeds is not whole
 */
export function createMatcherPairer(seeds: string, regions: Regions, today: string): Pairer {
  const matcher = new Matcher({
    language: loadLanguage(seeds),
    weights: loadWeights(join(seeds, 'model', 'weights.json')),
    regionChain: (code) => regions.chain(code),
  })
  const year = Number(today.slice(0, 4))
  return {
    add(offering) {
      matcher.putOffering(offering.id, offering, statedIn(offering), factsOf(offering), year)
    },
    pair({ title, text, region, ...need }, { limit, explain, fit }) {
      const whole = title === text ? text : `${title}。${text}`
      const analysis = matcher.analyse(whole, statedIn(need), year)
      const facts = { ...plainNeed(title), region, ages: need.ages }
      const { items } = matcher.recommend(analysis, facts, { limit, explain, fit, today })
      return items.map(({ id: offeringId, score, fit, why, features }) => ({
        offeringId,
        score,
        fit,
        why,
        ...(features ? { features } : {}),
      }))
    },
  }
}

function statedIn({ categories, groups, ages }: Pick<NeedInFile, 'categories' | 'groups' | 'ages'>) {
  return { categories, groups, ...(ages ? { ages } : {}) }
}

function factsOf({ title, organization, coverage, ages }: OfferingInFile) {
  const provider = organization
    ? { id: organization, name: organization, standing: 'active' as const, qualifications: [], record: 0.5 }
    : undefined
  return { ...noFacts(title), provider, ages, coverage: coverage.length ? coverage : undefined }
}
