export type RegionLevel = 'district' | 'street' | 'community'

/** A district, street or community by its official 12-digit code. */
export interface Region {
  readonly code: string
  readonly parent: string | undefined
  readonly level: RegionLevel
  readonly zh: string
  readonly en: string
  /** WGS-84 degrees; undefined where no public source gives one. */
  readonly point: { readonly lng: number; readonly lat: number } | undefined
}

/** The regions of one district and what lies in and beside what. */
export class Regions {
  private readonly byCode = new Map<string, Region>()
  private readonly children = new Map<string, Region[]>()
  private readonly beside = new Map<string, Set<string>>()
  private readonly byName = new Map<string, Region[]>()
  /** Apart from the Chinese names: those alone are looked for in texts. */
  private readonly byEnglish = new Map<string, Region[]>()

  /**
   * @param neighbours pairs of street codes
   * @throws RangeError for a repeated code, an unknown parent, or a neighbour that is not there
   */
  constructor(
    readonly all: readonly Region[],
    neighbours: readonly (readonly [string, string])[],
  ) {
    for (const region of all) {
      if (this.byCode.has(region.code)) throw new RangeError(`regions: ${region.code} stands twice`)
      this.byCode.set(region.code, region)
    }
    for (const region of all) {
      for (const name of namesOf(region.zh)) this.byName.set(name, [...(this.byName.get(name) ?? []), region])
      const english = region.en.toLowerCase()
      this.byEnglish.set(english, [...(this.byEnglish.get(english) ?? []), region])
      if (region.level === 'district') continue
      if (!region.parent || !this.byCode.has(region.parent)) {
        throw new RangeError(`regions: ${region.code} has no parent ${region.parent}`)
      }
      this.children.set(region.parent, [...(this.children.get(region.parent) ?? []), region])
    }
    for (const [a, b] of neighbours) {
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (!this.byCode.has(from)) throw new RangeError(`regions: no neighbour ${from}`)
        this.beside.set(from, (this.beside.get(from) ?? new Set()).add(to))
      }
    }
  }

  get(code: string): Region | undefined {
    return this.byCode.get(code)
  }

  has(code: string): boolean {
    return this.byCode.has(code)
  }

  /** What people call it; the code itself where it is not known. */
  nameOf(code: string, language: 'zh' | 'en'): string {
    return this.byCode.get(code)?.[language] ?? code
  }

  childrenOf(code: string): readonly Region[] {
    return this.children.get(code) ?? []
  }

  /** The region itself, its street, its district: nearest first; empty for an unknown code. */
  chain(code: string): string[] {
    const chain: string[] = []
    for (let at = this.byCode.get(code); at; at = at.parent ? this.byCode.get(at.parent) : undefined) {
      chain.push(at.code)
    }
    return chain
  }

  /** Whether `inner` is `outer` or lies in it. */
  covers(outer: string, inner: string): boolean {
    return this.chain(inner).includes(outer)
  }

  /** The region and everything in it; empty for an unknown code. */
  subtree(code: string): string[] {
    if (!this.byCode.has(code)) return []
    return [code, ...this.childrenOf(code).flatMap((child) => this.subtree(child.code))]
  }

  /**
   * The codes that a question about a region is narrowed to: its own and those of everything in it. Undefined where nothing
   * is to be narrowed: for no region, and for the whole district, in which everything lies.
   */
  narrowedTo(code: string | undefined): readonly string[] | undefined {
    if (code === undefined) return undefined
    const codes = this.subtree(code)
    return codes.length === this.all.length ? undefined : codes
  }

  /** Streets that touch this street, or the street of this community; in code order. */
  neighbours(code: string): string[] {
    const street = this.chain(code).find((c) => this.byCode.get(c)?.level === 'street')
    return street ? [...(this.beside.get(street) ?? [])].sort() : []
  }

  /**
   * How far apart two regions are, in streets to cross: 0 when one covers the other or both lie in one street, else
   * the fewest borders between their streets; Infinity between districts, or where no neighbours are known.
   * Metres would pretend to a precision that the data does not have: most communities have no point.
   */
  distance(a: string, b: string): number {
    if (this.covers(a, b) || this.covers(b, a)) return 0
    const [from, to] = [a, b].map((code) =>
      this.chain(code).find((c) => this.byCode.get(c)?.level === 'street'),
    )
    if (!from || !to) return Number.POSITIVE_INFINITY
    const steps = new Map([[from, 0]])
    for (const [street, step] of steps) {
      if (street === to) return step
      for (const next of this.beside.get(street) ?? []) if (!steps.has(next)) steps.set(next, step + 1)
    }
    return Number.POSITIVE_INFINITY
  }

  /** Regions of this name, in Chinese with or without 街道 or 社区, or in English; two communities may share one. */
  named(name: string): readonly Region[] {
    const asked = name.trim()
    return this.byName.get(asked) ?? this.byEnglish.get(asked.toLowerCase()) ?? []
  }

  /**
   * The smallest region a text names without doubt; undefined when it names none, or two that lie beside each other.
   * Of two communities with one name it is the one whose street is named too.
   */
  findIn(text: string): Region | undefined {
    const names = [...this.byName].filter(([name]) => name.length >= 3 && text.includes(name))
    const certain = new Set(
      names.flatMap(([, regions]) => (regions.length === 1 ? regions.map((r) => r.code) : [])),
    )
    const support = ({ code }: Region): number =>
      this.chain(code).filter((above) => certain.has(above)).length
    const meant = new Set(
      names.flatMap(([, regions]) => {
        const most = Math.max(...regions.map(support))
        return regions.filter((region) => support(region) === most)
      }),
    )
    const [smallest, second] = [...meant].filter(
      ({ code }) => ![...meant].some((other) => other.code !== code && this.covers(code, other.code)),
    )
    return second ? undefined : smallest
  }
}

function namesOf(zh: string): string[] {
  const short = zh.replace(/(?:街道|社区|区)$/, '')
  return short === zh ? [zh] : [zh, short]
}
