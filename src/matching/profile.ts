import type { Analysis } from './analyse.js'
import type { AgeSpan } from './cues/age.js'

export type Mode = 'home-visit' | 'on-site' | 'phone' | 'online'
export type Standing = 'active' | 'warned' | 'suspended' | 'revoked'

/** What is known of the organisation behind an offering; shared by all its offerings. */
export interface Provider {
  readonly id: string
  readonly name: string
  readonly standing: Standing
  readonly qualifications: readonly string[]
  /** How well it has served so far, in [0, 1]; 0.5 for a newcomer. */
  readonly record: number
}

/** The plain facts of an offering that rules and features look at; undefined means unknown and never excludes. */
export interface OfferingFacts {
  readonly title: string
  readonly provider: Provider | undefined
  readonly published: boolean
  /** Region codes, each with everything in it; undefined: not said. */
  readonly coverage: readonly string[] | undefined
  readonly modes: readonly Mode[]
  readonly ages: AgeSpan | undefined
  /** Places left this month. */
  readonly placesLeft: number | undefined
  /** Service is given from and until (ISO days). */
  readonly from: string | undefined
  readonly until: string | undefined
  /** The day after which the offering must be confirmed again (ISO day). */
  readonly confirmBy: string | undefined
  /** Qualifications that the offering itself can show. */
  readonly qualifications: readonly string[]
}

export const noFacts = (title: string): OfferingFacts => ({
  title,
  provider: undefined,
  published: true,
  coverage: undefined,
  modes: [],
  ages: undefined,
  placesLeft: undefined,
  from: undefined,
  until: undefined,
  confirmBy: undefined,
  qualifications: [],
})

/** The plain facts of a need. */
export interface NeedFacts {
  readonly title: string
  /** Region code. */
  readonly region: string | undefined
  readonly modes: readonly Mode[]
  readonly urgency: 'routine' | 'soon' | 'urgent' | 'crisis'
  /** Stated by a person; inferred ages never exclude. */
  readonly ages: AgeSpan | undefined
  readonly amount: number
  readonly neededBy: string | undefined
  readonly open: boolean
  readonly visibility: 'public' | 'matched' | 'staff'
}

export const plainNeed = (title: string): NeedFacts => ({
  title,
  region: undefined,
  modes: [],
  urgency: 'routine',
  ages: undefined,
  amount: 1,
  neededBy: undefined,
  open: true,
  visibility: 'public',
})

/**
 * Tags and words of a text in one array: [services, (term << 8 | share)..., groups, (term << 8 | confidence)...,
 * (word << 8 | rarity * 25)...], strongest first; other bytes n mean n/255. Some 200 bytes, so that a hundred thousand stay in
 * memory and comparing allocates nothing.
 */
export interface Packed {
  readonly packed: Uint32Array
}

const toByte = (part: number): number => Math.max(1, Math.min(255, Math.round(part * 255)))

/** 24 bits of FNV-1a: two words of one need meeting by chance is rarer than one in half a million. */
export function wordKey(word: string): number {
  let hash = 2166136261
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619)
  return ((hash >>> 8) ^ hash) & 0xffffff
}

export function pack({ services, groups, words }: Analysis): Uint32Array {
  const strongestFirst = [...services].sort((a, b) => b.confidence - a.confidence || a.term - b.term)
  const packed = new Uint32Array(2 + services.length + groups.length + words.size)
  let at = 0
  for (const tags of [strongestFirst, groups]) {
    packed[at++] = tags.length
    for (const { term, confidence } of tags) packed[at++] = (term << 8) | toByte(confidence)
  }
  for (const [word, rarity] of words) packed[at++] = (wordKey(word) << 8) | Math.round(rarity * rarityScale)
  return packed
}

/** Rarities go up to ten: they fill a byte. */
const rarityScale = 25

/** The entry of the surest service; undefined where there is none. */
export const mainOf = ({ packed }: Packed): number | undefined => (packed[0] ? packed[1] : undefined)

/** Where the words of a packed profile begin that itself begins at `start`. */
export function wordsAt(data: Uint32Array, start: number): number {
  const groupsAt = start + 1 + (data[start] as number)
  return groupsAt + 1 + (data[groupsAt] as number)
}

/** Of an entry for a service (its share) or a group, in [0, 1]. */
export const confidenceIn = (entry: number): number => (entry & 255) / 255

/** Of an entry for a word. */
export const rarityIn = (entry: number): number => (entry & 255) / rarityScale
