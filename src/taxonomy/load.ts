import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Taxonomy, Tree, type TreeFile } from './model.js'

/**
 * Reads `services.yaml` and `groups.yaml` of a taxonomy folder (seeds/taxonomy, or a district's own).
 * @throws RangeError naming the term when the trees are not whole
 */
export function loadTaxonomy(folder: string): Taxonomy {
  const tree = (name: string) => new Tree(parse(readFileSync(join(folder, name), 'utf8')) as TreeFile)
  return { services: tree('services.yaml'), groups: tree('groups.yaml') }
}
