import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadRegions } from './regions/index.js'
import { createReferences } from './spreadsheets/index.js'
import { loadTaxonomy } from './taxonomy/index.js'

/** The folder of seeds that comes with the program; it lies beside `src` and `dist` alike. */
export const ownSeeds = fileURLToPath(new URL('./../seeds', import.meta.url))

/** @throws RangeError, or the file system's error, when the folder is not one of seeds */
export function loadReferences(seeds: string, district: string) {
  const taxonomy = loadTaxonomy(join(seeds, 'taxonomy'))
  const regions = loadRegions(join(seeds, 'regions'), district)
  return { taxonomy, regions, references: createReferences(taxonomy, regions) }
}
