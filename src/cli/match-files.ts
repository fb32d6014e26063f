import { Invalid } from '../platform/errors.js'
import { type Column, readTable, type TableWriter } from '../platform/tables/index.js'
import { agesIn, listIn, needHeaders, offeringHeaders, type References } from '../spreadsheets/index.js'
import { createEntries, type Entries } from './entries.js'
import type { Fit, NeedInFile, OfferingInFile, Pairer, Pairing } from './pairer.js'
import { placeAndCause, type Terminal } from './terminal.js'

export interface MatchOptions {
  readonly needs: string
  readonly offerings: string
  readonly top: number
  readonly fit: Fit
  readonly explain: boolean
  readonly language: 'zh' | 'en'
}

export interface MatchDeps {
  readonly pairer: Pairer
  readonly references: References
  readonly terminal: Terminal
  readonly writer: TableWriter
}

export function matchColumns(explain: boolean): Column[] {
  const keys = ['needId', 'offeringId', 'rank', 'score', 'fit', 'reasons']
  return [...keys, ...(explain ? ['features'] : [])].map((key) => ({ key }))
}

export interface MatchSummary {
  readonly needs: number
  readonly offerings: number
  readonly pairings: number
  readonly rejected: number
}

/**
 * Reads all offerings, then needs one by one, writing the pairings of each before the next is read. Rows that cannot
 * be used are told to the terminal, and the rest is done.
 * @throws Invalid when a file as a whole cannot be used
 */
export async function matchFiles(options: MatchOptions, deps: MatchDeps): Promise<MatchSummary> {
  const offerings = await takeOfferings(options, deps)
  const file = createEntries(needHeaders)
  const source = createSource(options.needs, file, deps)
  const total = options.needs === '-' ? undefined : await rowsIn(options.needs)
  let pairings = 0
  for await (const { entry, terms } of source.entries()) {
    const { community, street, region: wider } = entry.fields
    const region = deps.references.place(present({ community, street, region: wider }))
    if (!region) terms.unknown('region', community ?? street ?? wider)
    const need: NeedInFile = { ...described(entry, terms), ...(region ? { region } : {}) }
    const found = deps.pairer.pair(need, { limit: options.top, explain: options.explain, fit: options.fit })
    for (const [index, pairing] of found.entries()) {
      await deps.writer.write(outputRow(entry.id, index + 1, pairing, options))
    }
    pairings += found.length
    deps.terminal.progress.at(source.used() + source.rejected(), total)
  }
  deps.terminal.progress.end()
  source.report()
  return {
    needs: source.used(),
    offerings: offerings.used(),
    pairings,
    rejected: source.rejected() + offerings.rejected(),
  }
}

async function takeOfferings({ offerings: path }: MatchOptions, deps: MatchDeps) {
  const source = createSource(path, createEntries(offeringHeaders), deps)
  for await (const { entry, terms } of source.entries()) {
    const { organization, community, street, region } = entry.fields
    const coverage = [community, street, region].map(listIn).find((names) => names.length) ?? []
    deps.pairer.add({
      ...described(entry, terms),
      coverage: terms.known('region', coverage, deps.references.region),
      ...(organization ? { organization } : {}),
    })
    deps.terminal.progress.at(source.used())
  }
  deps.terminal.progress.end()
  source.report()
  if (source.used() === 0) throw new Invalid([{ field: path, code: 'file.noRows' }])
  return source
}

async function rowsIn(path: string): Promise<number> {
  let rows = 0
  for await (const _ of readTable(path)) rows++
  return rows
}

/** Names in cells that nobody knows; each is told once, at the end. */
interface Terms {
  known(column: string, names: readonly string[], find: (name: string) => string | undefined): string[]
  unknown(column: string, name: string | undefined): void
  readonly references: References
}

type Shared =
  | 'id'
  | 'title'
  | 'text'
  | 'categories'
  | 'targetGroups'
  | 'ages'
  | 'region'
  | 'street'
  | 'community'

interface DescribedEntry {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly fields: { readonly [field in Shared]?: string }
}

function described(
  { id, title, text, fields }: DescribedEntry,
  terms: Terms,
): Omit<OfferingInFile, 'coverage'> {
  const { references } = terms
  const ages = fields.ages ? agesIn(fields.ages) : undefined
  if (fields.ages && !ages) terms.unknown('ages', fields.ages)
  return {
    id,
    title,
    text,
    categories: terms.known('categories', listIn(fields.categories), references.service),
    groups: terms.known('targetGroups', listIn(fields.targetGroups), references.group),
    ...(ages ? { ages } : {}),
  }
}

const mostNames = 8

function createSource<F extends string>(path: string, file: Entries<F>, { terminal, references }: MatchDeps) {
  let used = 0
  let rejected = 0
  const unknown = new Map<string, Set<string>>()
  const terms: Terms = {
    references,
    unknown(column, name) {
      const names = unknown.get(column) ?? new Set()
      if (name && names.size <= mostNames) unknown.set(column, names.add(name))
    },
    known(column, names, find) {
      return names.flatMap((name) => {
        const found = find(name)
        if (!found) terms.unknown(column, name)
        return found ?? []
      })
    },
  }
  return {
    used: () => used,
    rejected: () => rejected,
    async *entries() {
      for await (const entry of file.read(readTable(path))) {
        if ('problem' in entry) {
          rejected++
          terminal.detail(placeAndCause(path, entry.line, entry.problem))
        } else {
          used++
          yield { entry, terms }
        }
      }
    },
    report() {
      const { unrecognised } = file.headers
      if (unrecognised.length) {
        const list = unrecognised.join(', ')
        terminal.say(`${path}：未识别的列已忽略：${list}`, `columns not recognised and ignored: ${list}`)
      }
      for (const [field, names] of unknown) {
        const column = file.headers.headerOf(field)
        const list = `${[...names].slice(0, mostNames).join(', ')}${names.size > mostNames ? ', …' : ''}`
        terminal.say(
          `${path}：“${column}”中不认识、未采用：${list}`,
          `not known in ${column}, left out: ${list}`,
        )
      }
    },
  }
}

function present<T extends Record<string, string | undefined>>(cells: T): { [K in keyof T]?: string } {
  const filled: { [K in keyof T]?: string } = {}
  for (const key of Object.keys(cells) as (keyof T)[]) if (cells[key]) filled[key] = cells[key]
  return filled
}

function outputRow(needId: string, rank: number, pairing: Pairing, { explain, language }: MatchOptions) {
  const { offeringId, score, fit, why, features } = pairing
  const row = {
    needId,
    offeringId,
    rank,
    score: Math.round(score * 10_000) / 10_000,
    fit,
    reasons: why[language],
  }
  return explain ? { ...row, features: features ?? {} } : row
}
