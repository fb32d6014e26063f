import { join } from 'node:path'
import { loadLanguage, loadWeights, Matcher } from '../../src/matching/index.js'
import { loadReferences, ownSeeds } from '../../src/seeds-folder.js'

/** Language, weights and regions as the program ships them, for the rows that measure the matcher itself. */
export function openWorkbench() {
  const { regions } = loadReferences(ownSeeds, 'longgang')
  const language = loadLanguage(ownSeeds)
  const weights = loadWeights(join(ownSeeds, 'model', 'weights.json'))
  const createMatcher = () => new Matcher({ language, weights, regionChain: (code) => regions.chain(code) })
  return { regions, language, weights, createMatcher }
}
