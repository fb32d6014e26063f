export { Lexicon, type LexiconHit, type LexiconTag } from './lexicon.js'
export { loadTaxonomy } from './load.js'
export { taxonomyMessages } from './messages.js'
export { type Taxonomy, type Term, Tree } from './model.js'
export { loadQualifications, type Qualifications } from './qualifications.js'
export { resolveTerms, unknownTerm } from './references.js'
export { taxonomyRoutes } from './routes.js'
export { searchSynonyms } from './synonyms.js'

export const taxonomyTag = { zh: '分类', en: 'Taxonomy' }
