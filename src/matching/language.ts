import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { addWords, normalize, segment } from '../platform/text/index.js'
import { Lexicon, loadTaxonomy, type Tree } from '../taxonomy/index.js'
import { type CrisisReader, loadCrisisReader } from './crisis-reader.js'
import { type CrisisKind, crisisKinds, UrgencyCues } from './cues/urgency.js'
import { loadNetworks, type Network, type Side } from './network.js'
import type { ReadingTools } from './reading.js'
import { Respelling } from './respell.js'
import { loadWordVectors } from './word-vectors.js'

/** Everything matching knows of the language, loaded once; docs/matching.md tells where each part comes from. */
export interface Language extends ReadingTools {
  readonly urgency: UrgencyCues
  readonly crisis: CrisisReader
  /** Indexes of the services that a crisis of each kind calls for. */
  readonly crisisServices: Readonly<Record<CrisisKind, readonly number[]>>
  /** Changes with the trained model: analyses made under another one are made anew. */
  readonly version: string
  network(side: Side): Network
  /** How telling the word of a number is, > 0: its rarity in bits, at most ten. */
  rarity(number: number): number
}

/** Taxonomy, lexicon, segmenter and word vectors: what training starts from. */
export function loadReadingTools(seeds: string): ReadingTools {
  const taxonomy = loadTaxonomy(join(seeds, 'taxonomy'))
  const lexicon = new Lexicon(taxonomy)
  lexicon.addTerms(normalize)
  const folder = join(seeds, 'taxonomy', 'lexicon')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
  for (const name of files) lexicon.addFile(name, readFileSync(join(folder, name), 'utf8'), normalize)
  const terms = [...taxonomy.services.terms, ...taxonomy.groups.terms]
  addWords(terms.flatMap((term) => [term.zh, ...term.synonyms]).map(normalize))
  const vectors = loadWordVectors(join(seeds, 'model'))
  const respelling = new Respelling({
    dialect: readFileSync(join(seeds, 'taxonomy', 'dialect.tsv'), 'utf8'),
    telling: Array.from(lexicon.entries(), ({ text }) => text),
    vocabulary: vectors.vocabulary,
    weight: (number) => vectors.weight(number),
    normalize,
    segment,
  })
  return { taxonomy, lexicon, normalize, vectors, respell: (text) => respelling.apply(text) }
}

/**
 * Loads all of it from a seeds folder; about half a second.
 * @throws RangeError when a file is not whole, naming it
 */
export function loadLanguage(seeds: string): Language {
  const tools = loadReadingTools(seeds)
  const { file, networks } = loadNetworks(join(seeds, 'model'), tools.vectors.vocabulary)
  const { services, groups } = tools.taxonomy
  if (!sameIds(file.serviceIds, services) || !sameIds(file.groupIds, groups)) {
    throw new RangeError('seeds/model: trained for another taxonomy; run `npm run train`')
  }
  const cues = readFileSync(join(seeds, 'taxonomy', 'urgency.tsv'), 'utf8')
  return {
    ...tools,
    version: file.version,
    urgency: new UrgencyCues(cues, tools.normalize),
    crisis: loadCrisisReader(join(seeds, 'model', 'crisis.json'), tools.taxonomy, tools.vectors.vocabulary),
    crisisServices: loadCrisisServices(join(seeds, 'taxonomy', 'crisis.yaml'), services),
    network: (side) => networks[side],
    rarity: (number) => Math.min(10, 0.2 - Math.log2(1.0001 - tools.vectors.weight(number))),
  }
}

const sameIds = (ids: readonly string[], tree: Tree): boolean =>
  ids.length === tree.terms.length && tree.terms.every((term, i) => term.id === ids[i])

/** @throws RangeError for a kind that is missing or a service that does not exist */
function loadCrisisServices(file: string, services: Tree): Record<CrisisKind, readonly number[]> {
  const listed = parse(readFileSync(file, 'utf8')) as Partial<Record<CrisisKind, readonly string[]>>
  const missing = crisisKinds.find((kind) => !listed[kind])
  if (missing) throw new RangeError(`crisis.yaml: no services for ${missing}`)
  const indexesOf = (kind: CrisisKind) => (listed[kind] ?? []).map((id) => services.indexOf(id))
  return {
    'self-harm': indexesOf('self-harm'),
    danger: indexesOf('danger'),
    'child-abuse': indexesOf('child-abuse'),
    violence: indexesOf('violence'),
    'elder-abuse': indexesOf('elder-abuse'),
  }
}
