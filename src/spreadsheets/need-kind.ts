import type { Needs } from '../needs/index.js'
import type { Actor } from '../platform/actor.js'
import { marksIn, mask } from '../privacy/index.js'
import type { NeedField } from './columns.js'
import type { GoodRow, SheetKind, Warning } from './import-model.js'
import { needSheet } from './need-sheet.js'

const texts = ['title', 'text'] as const

/** Needs, as committees and staff keep them in sheets. A committee need not say where: it is its community. */
export function needSheetKind(
  needs: Pick<Needs, 'importMany' | 'findDuplicatesAmong' | 'signsIn'>,
): SheetKind<NeedField> {
  return {
    name: 'needs',
    sheetFor: async () => needSheet,
    takenForGranted: ({ role, region }) => (role === 'committee' && region !== undefined ? { region } : {}),
    importMany: (rows, actor, options) => needs.importMany(rows, actor, options),
    async warn(rows, actor) {
      const warnings = new Map(rows.map((row) => [row.line, [...dangers(needs, row), ...hiddenParts(row)]]))
      for (const [region, together] of byRegion(rows)) {
        for (const [line, warning] of await likeOthers(needs, region, together, actor))
          warnings.get(line)?.push(warning)
      }
      return warnings
    },
  }
}

/** What will be a crisis as soon as it is imported, or should be looked at whether it is one. */
function dangers({ signsIn }: Pick<Needs, 'signsIn'>, row: GoodRow): Warning[] {
  const signs = signsIn(textOf(row, 'text'))
  if (signs?.level === 'crisis')
    return [{ column: 'text', code: 'row.crisis', params: { words: signs.words.join('、') } }]
  return signs?.level === 'check' ? [{ column: 'text', code: 'row.check' }] : []
}

/** Whether a cell tells who somebody is, and how often. */
function hiddenParts(row: GoodRow): Warning[] {
  return texts.flatMap((column) => {
    const count = marksIn(mask(textOf(row, column)).text).length
    return count ? [{ column, code: 'row.hidden', params: { count } }] : []
  })
}

async function likeOthers(
  needs: Pick<Needs, 'findDuplicatesAmong'>,
  region: string,
  rows: readonly GoodRow[],
  actor: Actor,
): Promise<[line: number, Warning][]> {
  const written = rows.map((row) => ({ title: textOf(row, 'title'), text: textOf(row, 'text') }))
  const found = await needs.findDuplicatesAmong(region, written, actor)
  return rows.flatMap(({ line }, index): [number, Warning][] => {
    const alike = found[index]
    if (!alike) return []
    const percent = Math.round(alike.similarity * 100)
    if ('id' in alike) {
      const params = { title: alike.title, percent }
      return [[line, { column: 'text', code: 'row.alike', params, need: alike.id }]]
    }
    const params = { line: rows[alike.at]?.line ?? 0, percent }
    return [[line, { column: 'text', code: 'row.alikeRow', params }]]
  })
}

function byRegion(rows: readonly GoodRow[]): Map<string, GoodRow[]> {
  const groups = new Map<string, GoodRow[]>()
  for (const row of rows) {
    const region = textOf(row, 'region')
    const group = groups.get(region)
    if (group) group.push(row)
    else groups.set(region, [row])
  }
  return groups
}

function textOf({ fields }: GoodRow, field: string): string {
  const value = fields[field]
  return typeof value === 'string' ? value : ''
}
