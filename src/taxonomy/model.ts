/** How strictly a fact must be kept: `sensitive` is PIPL art. 28 or a special act, and asks for need-to-know. */
export type Sensitivity = 'public' | 'personal' | 'sensitive'

/** One node of a tree: a service category or a target group. */
export interface Term {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly sensitivity: Sensitivity
  /** Everyday and office words; for reading input, never for labelling a person on screen. */
  readonly synonyms: readonly string[]
  /** Ids of other vocabularies for the same idea, by vocabulary. */
  readonly crosswalk?: Readonly<Record<string, string | readonly string[]>>
  /** Further parents: a drawer this term belongs in besides the one it lies in. */
  readonly also?: readonly string[]
  readonly children?: readonly Term[]
}

/** A tree as it lies in its seed file. */
export interface TreeFile {
  readonly version: number
  /** Old id to new id, for renamed and for merged terms: stored documents keep the old one. */
  readonly renamed: Readonly<Record<string, string>>
  readonly nodes: readonly Term[]
}

/**
 * A tree of terms with its distances. Terms have a dense `index` (their order in the file), which the matcher uses
 * in place of the id.
 */
export class Tree {
  readonly version: number
  readonly terms: readonly Term[]
  /** The topmost terms, with everything else below them. */
  readonly roots: readonly Term[]
  private readonly indexes = new Map<string, number>()
  private readonly parents: number[][] = []
  private readonly depths: number[] = []
  private readonly near: number[][]
  private readonly lines: readonly (readonly number[])[]
  private readonly renamed: ReadonlyMap<string, string>

  /** @throws RangeError when an id is repeated, or a rename or further parent leads nowhere */
  constructor(file: TreeFile) {
    this.version = file.version
    this.renamed = new Map(Object.entries(file.renamed))
    const terms: Term[] = []
    const walk = (term: Term, parent: number | undefined, depth: number): void => {
      if (this.indexes.has(term.id)) throw new RangeError(`taxonomy: ${term.id} stands twice`)
      const index = terms.push(term) - 1
      this.indexes.set(term.id, index)
      this.parents.push(parent === undefined ? [] : [parent])
      this.depths.push(depth)
      for (const child of term.children ?? []) walk(child, index, depth + 1)
    }
    for (const root of file.nodes) walk(root, undefined, 0)
    this.terms = terms
    this.roots = file.nodes
    for (const [index, term] of terms.entries()) {
      for (const id of term.also ?? []) this.parents[index]?.push(this.indexOf(id))
    }
    for (const id of this.renamed.values()) this.indexOf(id)
    this.lines = terms.map((_, index) => [...this.stepsUp(index).keys()])
    this.near = this.parents.map((parents) => [...parents])
    for (const [index, parents] of this.parents.entries()) {
      for (const parent of parents) this.near[parent]?.push(index)
    }
  }

  /** The current id for an id that may have been renamed or merged; undefined for one never heard of. */
  resolve(id: string): string | undefined {
    let current = id
    for (let hops = 0; hops < 10; hops++) {
      const next = this.renamed.get(current)
      if (next === undefined) break
      current = next
    }
    return this.indexes.has(current) ? current : undefined
  }

  has(id: string): boolean {
    return this.resolve(id) !== undefined
  }

  /** @throws RangeError for an unknown id */
  indexOf(id: string): number {
    const resolved = this.resolve(id)
    if (resolved === undefined) throw new RangeError(`taxonomy: no term ${id}`)
    return this.indexes.get(resolved) ?? 0
  }

  term(id: string): Term {
    return this.terms[this.indexOf(id)] as Term
  }

  /** What people call it, also by a former id; the id itself where it is not known. */
  nameOf(id: string, language: 'zh' | 'en'): string {
    return this.has(id) ? this.term(id)[language] : id
  }

  depthOf(index: number): number {
    return this.depths[index] ?? 0
  }

  /** The term itself and everything above it, nearest first. */
  ancestry(index: number): readonly number[] {
    return this.lines[index] ?? [index]
  }

  /** Whether `upper` is `lower` or lies above it. */
  covers(upper: number, lower: number): boolean {
    return upper === lower || this.ancestry(lower).includes(upper)
  }

  /** Parents and children. */
  kin(index: number): readonly number[] {
    return this.near[index] ?? []
  }

  /** Steps from one term to the other over their nearest common ancestor; Infinity when they share none. */
  distance(a: number, b: number): number {
    const up = this.ancestry(a)
    const steps = this.stepsUp(b)
    const mine = this.stepsUp(a)
    let best = Number.POSITIVE_INFINITY
    for (const at of up) {
      const other = steps.get(at)
      if (other !== undefined) best = Math.min(best, other + (mine.get(at) ?? 0))
    }
    return best
  }

  /**
   * The ids of a term and of everything below it, former ids included, because stored documents may hold those.
   * Empty for an unknown id.
   */
  under(id: string): string[] {
    const resolved = this.resolve(id)
    const top = resolved === undefined ? undefined : this.indexes.get(resolved)
    if (top === undefined) return []
    const ids = this.terms.filter((_, index) => this.covers(top, index)).map((term) => term.id)
    const known = new Set(ids)
    const former = [...this.renamed.keys()].filter((old) => known.has(this.resolve(old) ?? ''))
    return [...ids, ...former]
  }

  private stepsUp(index: number): Map<number, number> {
    const steps = new Map<number, number>([[index, 0]])
    for (const [at, step] of steps) {
      for (const parent of this.parents[at] ?? []) if (!steps.has(parent)) steps.set(parent, step + 1)
    }
    return steps
  }
}

/** The two trees together: what is done for people, and who they are. */
export interface Taxonomy {
  readonly services: Tree
  readonly groups: Tree
}
