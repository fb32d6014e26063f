import type { ApiPart } from '../platform/http/api-part.js'
import { taxonomyMessages } from './messages.js'
import type { Taxonomy } from './model.js'
import { taxonomyRoutes } from './routes.js'

export { Lexicon, type LexiconHit, type LexiconTag } from './lexicon.js'
export { loadTaxonomy } from './load.js'
export { taxonomyMessages } from './messages.js'
export { type Taxonomy, type Term, Tree } from './model.js'
export { loadQualifications, type Qualifications } from './qualifications.js'
export { resolveTerms, unknownTerm } from './references.js'
export { taxonomyRoutes } from './routes.js'
export { searchSynonyms } from './synonyms.js'

export function taxonomyApi(taxonomy: Taxonomy): ApiPart {
  const tags = { taxonomy: { zh: '分类', en: 'Taxonomy' } }
  return { routes: taxonomyRoutes(taxonomy), tags, messages: taxonomyMessages }
}
