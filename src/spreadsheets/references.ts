import { normalize } from '../platform/text/index.js'
import type { Region, Regions } from '../regions/index.js'
import type { Taxonomy, Tree } from '../taxonomy/index.js'

/** Finds what cells name: terms by id, Chinese or English name or synonym, and regions by code or name. */
export interface References {
  service(name: string): string | undefined
  group(name: string): string | undefined
  region(name: string): string | undefined
  /** The smallest region that the cells of one row agree on. */
  place(cells: { community?: string; street?: string; region?: string }): string | undefined
}

export function createReferences(taxonomy: Taxonomy, regions: Regions): References {
  const services = termFinder(taxonomy.services)
  const groups = termFinder(taxonomy.groups)
  const region = (name: string) => (regions.has(name) ? name : widest(regions, regions.named(name))?.code)
  return {
    service: services,
    group: groups,
    region,
    place({ community, street, region: wider }) {
      const around = [street, wider].flatMap((name) => (name && region(name)) || [])
      const named = community ? regions.named(community) : []
      const within = named.filter(({ code }) => around.every((outer) => regions.covers(outer, code)))
      return onlyOne(within)?.code ?? (community ? region(community) : undefined) ?? around[0]
    },
  }
}

/** 布吉 is a street and a community in it: the street is meant. Two places apart from each other: neither. */
function widest(regions: Regions, named: readonly Region[]): Region | undefined {
  return named.find(({ code }) => named.every((other) => regions.covers(code, other.code)))
}

function onlyOne(regions: readonly Region[]): Region | undefined {
  return regions.length === 1 ? regions[0] : undefined
}

/** A name that stands for two terms finds the one whose own name it is, else none. */
function termFinder(tree: Tree): (name: string) => string | undefined {
  const byName = new Map<string, string | undefined>()
  for (const { id, synonyms } of tree.terms) {
    for (const synonym of synonyms) {
      const key = normalize(synonym)
      byName.set(key, byName.has(key) && byName.get(key) !== id ? undefined : id)
    }
  }
  for (const { id, zh, en } of tree.terms) {
    byName.set(normalize(zh), id)
    byName.set(normalize(en), id)
  }
  return (name) => tree.resolve(name) ?? byName.get(normalize(name))
}
