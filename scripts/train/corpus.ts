import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A paraphrased need with what a seasoned social worker would arrange. */
export interface NeedExample {
  readonly text: string
  /** Service ids that are exactly right. */
  readonly main: readonly string[]
  /** Service ids that clearly help as well. */
  readonly also: readonly string[]
  readonly groups: readonly string[]
}

export interface OfferingExample {
  readonly title: string
  readonly text: string
  /** What it really does, main one first. */
  readonly categories: readonly string[]
  readonly groups: readonly string[]
}

export interface Corpus {
  readonly needs: readonly NeedExample[]
  readonly offerings: readonly OfferingExample[]
}

function readLines<T>(folder: string, prefix: string, isAsked: (name: string) => boolean): T[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl') && isAsked(name))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as T)
}

/**
 * All texts of a folder such as seeds/corpus.
 * @param isAsked which of its files; default: every one
 */
export function readCorpus(folder: string, isAsked: (name: string) => boolean = () => true): Corpus {
  return {
    needs: readLines(folder, 'needs-', isAsked),
    offerings: readLines(folder, 'offerings-', isAsked),
  }
}
