import type { Actor } from '../platform/actor.js'
import { type FormColumn, formWorkbook } from '../platform/tables/index.js'
import type { Region, Regions } from '../regions/index.js'
import type { Taxonomy, Tree } from '../taxonomy/index.js'
import { labels, wordsOf } from './labels.js'
import type { References } from './references.js'
import { sheetLimits } from './sheet-import.js'

export interface TemplateDeps {
  readonly regions: Regions
  readonly taxonomy: Taxonomy
  readonly references: References
}

/** The columns of a template, for whoever is to fill it in. */
export type Columns = (actor: Actor, deps: TemplateDeps) => readonly FormColumn[]

export const several = '可写几项，用“；”分开。'

/** Whoever leaves the example in the table means nothing by it, see `Judge`. */
export const idColumn: FormColumn = {
  header: '编号',
  example: '示例',
  help: '选填。您自己的编号，用来区分内容相同的两行。写着“示例”的行不会导入。',
  width: 10,
}

export const modesColumn: FormColumn = {
  header: '服务方式',
  example: '上门',
  help: `选填。${several}`,
  options: wordsOf(labels.modes, 'zh'),
  takesSeveral: true,
}

export const categoriesColumn = (header: string, { taxonomy, references }: TemplateDeps): FormColumn => ({
  header,
  example: '独居老人探访关爱',
  help: `选填，不填则由系统判断。${several}`,
  options: termNames(taxonomy.services, references.service),
  takesSeveral: true,
  width: 24,
})

export const groupsColumn = ({ taxonomy, references }: TemplateDeps): FormColumn => ({
  header: '服务对象',
  help: `选填。${several}`,
  options: termNames(taxonomy.groups, references.group),
  takesSeveral: true,
  width: 20,
})

/** Names where they find their places again, else codes: some streets and communities share a name. */
export function placeNames(regions: readonly Region[], { references }: TemplateDeps): string[] {
  return regions.map(({ code, zh }) => (references.region(zh) === code ? zh : code))
}

/** The template as a workbook. @param name of the sheet that is filled in */
export function templateOf(name: string, columns: readonly FormColumn[]): Promise<Buffer> {
  return formWorkbook({
    names: { fill: name, read: '填写说明', options: '选项' },
    readHeaders: ['列', '怎么填'],
    columns,
    rows: sheetLimits.rows,
  })
}

function termNames({ terms }: Tree, find: References['service']): string[] {
  return terms.flatMap(({ id, zh }) => (find(zh) === id ? zh : []))
}
