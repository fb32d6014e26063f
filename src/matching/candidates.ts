import type { Comparison } from './features.js'
import { groupsOf, type Packed, servicesOf, wordsOf } from './profile.js'

/** Something that can be found: what it is about, where, and how good a find it is when all else is equal. */
export interface Candidate extends Packed {
  readonly id: string
  /** Region codes it is bound to; undefined: anywhere. */
  readonly regions: readonly string[] | undefined
  /** In [0, 1]; better candidates of one kind are looked at first. */
  readonly merit: number
}

/** What is looked for, by the same tags and words. */
export interface CandidateQuery extends Packed {
  /** Region codes a candidate may be bound to; undefined: wherever. */
  readonly regions: readonly string[] | undefined
  /** At most this many come back. */
  readonly limit: number
}

const anywhere = '*'
/** How many entries of one list are read. */
const listDepth = 64
/** How far a list is looked into for entries of the right region. */
const deepestLook = 1_024
/** Lists opened per query at most, the nearest first. */
const mostCells = 200
const mostWords = 10
/** Share of the candidates that words alone may bring; the rest is found by service and group. */
const wordShare = 0.4
/** With fewer candidates than this the search is widened to everything. */
const enough = 60
/** Kinds of service and of group that are looked for, the nearest first. */
const nearServices = 32
const nearGroups = 24
/** A kind of service or group this far from what is asked is not looked for. */
const leastNearness = 0.15
/** An offering is filed under its surest services and groups. */
const filedServices = 4
const filedGroups = 3
const surely = 0.4
/** Everything of a service is filed here as well, whatever its groups. */
const anyGroup = 511

/**
 * Finds a few hundred candidates among any number without looking at the rest. Each candidate is filed in short lists
 * per (service, group, region) and per (word, service), ordered by merit, and a query reads only the beginnings of
 * the nearest lists: its cost depends on how many lists it opens, not on how many candidates there are (impact-ordered
 * indexes: Anh & Moffat, SIGIR 2006).
 */
export class CandidateIndex<C extends Candidate> {
  private slots: (C | undefined)[] = []
  private readonly slotOf = new Map<string, number>()
  private readonly cells = new Map<number, number[]>()
  private readonly words = new Map<number, number[]>()
  private readonly unsorted = new Set<number[]>()
  private readonly regionNumbers = new Map<string, number>([[anywhere, 0]])
  private marks = new Uint32Array(1024)
  private round = 0
  /** The first regions of each slot, so many apart. */
  private boundTo = new Uint16Array(1_024)

  constructor(private readonly by: Comparison) {}

  get size(): number {
    return this.slotOf.size
  }

  get(id: string): C | undefined {
    const slot = this.slotOf.get(id)
    return slot === undefined ? undefined : this.slots[slot]
  }

  ids(): Iterable<string> {
    return this.slotOf.keys()
  }

  *all(): Iterable<C> {
    for (const candidate of this.slots) if (candidate) yield candidate
  }

  /** Adds, or puts in the place of the one with the same id. */
  put(candidate: C): void {
    this.remove(candidate.id)
    const slot = this.slots.push(candidate) - 1
    this.slotOf.set(candidate.id, slot)
    const services = servicesOf(candidate).slice(0, filedServices)
    const regions = (candidate.regions ?? [anywhere]).map((code) => this.regionNumber(code))
    this.bind(slot, regions)
    for (const [service] of services) {
      for (const group of this.filedUnder(candidate)) {
        for (const region of regions) this.file(this.cells, cellKey(service, group, region), slot)
      }
    }
    for (const [word] of rarestWords(candidate)) {
      for (const [service] of services.slice(0, 2)) this.file(this.words, wordCell(word, service), slot)
    }
  }

  remove(id: string): void {
    const slot = this.slotOf.get(id)
    if (slot === undefined) return
    this.slotOf.delete(id)
    this.slots[slot] = undefined
    const dead = this.slots.length - this.slotOf.size
    if (dead > 1_000 && dead > this.slots.length / 4) this.rebuild()
  }

  /** The nearest candidates by tags and words, in no order that means anything. */
  find(query: CandidateQuery): C[] {
    const found: C[] = []
    this.round++
    if (this.marks.length < this.slots.length) this.marks = new Uint32Array(this.slots.length * 2)
    const regions = query.regions && this.wantedRegions(query.regions)
    const byWords = Math.floor(query.limit * wordShare)
    for (const key of this.wordCells(query)) this.read(this.words.get(key), found, regions, byWords)
    for (const list of this.nearestCells(query)) {
      if (found.length >= query.limit) break
      this.read(list, found, undefined, query.limit)
    }
    if (found.length < enough) this.readAnything(found, regions, Math.min(enough, query.limit))
    return found
  }

  /** Where hardly anything is near, whatever there is: somebody must be able to see what comes closest. */
  private readAnything(found: C[], regions: WantedRegions | undefined, limit: number): void {
    for (let service = 0; service < this.by.services && found.length < limit; service++) {
      for (const number of this.regionNumbersOf(regions)) {
        this.read(this.cells.get(cellKey(service, anyGroup, number)), found, undefined, limit)
      }
    }
  }

  /** Numbers of the regions that a candidate may be bound to; all there are where any will do. */
  private regionNumbersOf(regions: WantedRegions | undefined): number[] {
    const all = [...this.regionNumbers.values()]
    return regions ? all.filter((number) => regions[number]) : all
  }

  private wantedRegions(codes: readonly string[]): WantedRegions {
    const wanted = new Uint8Array(this.regionNumbers.size)
    for (const code of [anywhere, ...codes]) {
      const number = this.regionNumbers.get(code)
      if (number !== undefined) wanted[number] = 1
    }
    return wanted
  }

  /** Looks into columns of numbers: to ask each candidate itself would fetch it from far memory. */
  private isWithin(slot: number, wanted: WantedRegions): boolean {
    const first = slot * regionsKept
    for (let i = first; i < first + regionsKept; i++) {
      const number = this.boundTo[i] as number
      if (number === several)
        return this.slots[slot]?.regions?.some((code) => wanted[this.regionNumber(code)]) ?? false
      if (number === none) return false
      if (wanted[number]) return true
    }
    return false
  }

  private bind(slot: number, regions: readonly number[]): void {
    const first = slot * regionsKept
    if (this.boundTo.length < first + regionsKept) {
      const larger = new Uint16Array(Math.max(1_024, this.boundTo.length * 2))
      larger.set(this.boundTo)
      this.boundTo = larger
    }
    for (let i = 0; i < regionsKept; i++) this.boundTo[first + i] = regions[i] ?? none
    if (regions.length > regionsKept) this.boundTo[first] = several
  }

  private read(
    list: number[] | undefined,
    found: C[],
    regions: WantedRegions | undefined,
    limit: number,
  ): void {
    if (!list) return
    if (this.unsorted.delete(list)) this.sort(list)
    let read = 0
    const end = Math.min(list.length, deepestLook)
    for (let i = 0; i < end && read < listDepth && found.length < limit; i++) {
      const slot = list[i] as number
      if (this.marks[slot] === this.round) {
        read++
        continue
      }
      if (regions && !this.isWithin(slot, regions)) continue
      const candidate = this.slots[slot]
      if (!candidate) continue
      read++
      this.marks[slot] = this.round
      found.push(candidate)
    }
  }

  /** The cells that lie near what is asked, nearest first. */
  private nearestCells(query: CandidateQuery): number[][] {
    const services = this.near(servicesOf(query), this.by.closeness, this.by.services, false)
    const groups = this.near(groupsOf(query), this.by.suitability, this.by.groups, true)
    // The text may not have said for whom: those for everybody, then those for anybody at all.
    groups.splice(nearGroups)
    groups.push([this.by.everybody, 0.4], [anyGroup, 0.2])
    const regions = this.regionNumbersOf(query.regions && this.wantedRegions(query.regions))
    const pairs: Pair[] = []
    for (const [service, s] of services.slice(0, nearServices)) {
      for (const [group, g] of groups) {
        pairs.push({ near: s * (0.4 + 0.6 * g), key: cellKey(service, group, 0) })
      }
    }
    pairs.sort((x, y) => y.near - x.near || x.key - y.key)
    const cells: number[][] = []
    for (const { key } of pairs) {
      if (cells.length >= mostCells) break
      for (const region of regions) {
        const cell = this.cells.get(key + region)
        if (cell) cells.push(cell)
      }
    }
    return cells
  }

  /** Terms near the asked ones with the best nearness of each. */
  private near(
    asked: readonly (readonly [number, number])[],
    nearness: Float32Array,
    size: number,
    transposed: boolean,
  ): Near[] {
    const best = new Float64Array(size)
    const strongest = asked.reduce((top, [, share]) => Math.max(top, share), 1e-6)
    for (const [term, share] of asked) {
      const weight = Math.sqrt(share / strongest)
      for (let other = 0; other < size; other++) {
        const cell = transposed ? other * size + term : term * size + other
        const near = (nearness[cell] as number) * weight
        if (near > (best[other] as number)) best[other] = near
      }
    }
    const found: Near[] = []
    for (const [term, near] of best.entries()) if (near >= leastNearness) found.push([term, near])
    return found.sort(nearestFirst)
  }

  /** Cells of the rarest words with the likeliest services. */
  private wordCells(query: CandidateQuery): number[] {
    const services = servicesOf(query).slice(0, filedServices)
    return rarestWords(query).flatMap(([word]) => services.map(([service]) => wordCell(word, service)))
  }

  private filedUnder(candidate: C): number[] {
    const sure = groupsOf(candidate).filter(([, confidence]) => confidence > surely)
    const groups = sure.length ? sure.slice(0, filedGroups).map(([group]) => group) : [this.by.everybody]
    return [...groups, anyGroup]
  }

  private file(lists: Map<number, number[]>, key: number, slot: number): void {
    const list = lists.get(key)
    if (list) {
      list.push(slot)
      this.unsorted.add(list)
    } else lists.set(key, [slot])
  }

  /** By merit, then by id, so that the order never depends on the order of arrival. */
  private sort(list: number[]): void {
    const alive = list.filter((slot) => this.slots[slot])
    list.length = 0
    for (const slot of alive) list.push(slot)
    list.sort((a, b) => {
      const left = this.slots[a] as C
      const right = this.slots[b] as C
      return right.merit - left.merit || (left.id < right.id ? -1 : 1)
    })
  }

  private regionNumber(code: string): number {
    const known = this.regionNumbers.get(code)
    if (known !== undefined) return known
    this.regionNumbers.set(code, this.regionNumbers.size)
    return this.regionNumbers.size - 1
  }

  private rebuild(): void {
    const alive = [...this.all()]
    this.slots = []
    this.slotOf.clear()
    this.cells.clear()
    this.words.clear()
    this.unsorted.clear()
    for (const candidate of alive) this.put(candidate)
  }
}

/** Common words find everything and so nothing. */
function rarestWords(of: Packed): (readonly [word: number, rarity: number])[] {
  return wordsOf(of)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostWords)
}

/** 1 at the number of every region that a candidate may be bound to. */
type WantedRegions = Uint8Array

/** Most candidates are bound to no more regions than this. */
const regionsKept = 4
const none = 65_535
const several = 65_534

interface Pair {
  readonly near: number
  /** Of the cell in region 0. */
  readonly key: number
}

type Near = readonly [term: number, nearness: number]

const nearestFirst = (a: Near, b: Near): number => b[1] - a[1] || a[0] - b[0]

/** Services and groups of a taxonomy stay below 512 each, regions of a district below 4,096. */
const cellKey = (service: number, group: number, region: number): number =>
  (service * 512 + group) * 4_096 + region

const wordCell = (word: number, service: number): number => word * 512 + service
