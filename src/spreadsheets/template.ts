import type { Actor } from '../platform/actor.js'
import type { Language, Text2 } from '../platform/http/route.js'
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

/** A column of a template in both languages. */
export interface TemplateColumn extends Pick<FormColumn, 'takesSeveral' | 'width'> {
  readonly header: Text2
  readonly help: Text2
  readonly example?: Text2 | number
  readonly options?: (language: Language) => readonly string[]
}

export interface Template {
  /** Of the sheet that is filled in. */
  readonly name: Text2
  /** For whoever is to fill it in. */
  readonly columns: (actor: Actor, deps: TemplateDeps) => readonly TemplateColumn[]
}

/** What stands in a template's instructions where several things may be written in a cell. */
export const withSeveral = ({ zh, en }: Text2): Text2 => ({
  zh: `${zh}可写几项，用“；”分开。`,
  en: `${en} Several may be written, with ; between them.`,
})

const severalIfAny = withSeveral({ zh: '选填。', en: 'Optional.' })
/** The first row of a template shows how it is filled in; whoever leaves it means nothing by it, see `Judge`. */
const exampleId: Text2 = { zh: '示例', en: 'example' }
/** `elderly.home-visit` is what people ask for most. */
const exampleCategory = 'elderly.home-visit'

export const idColumn: TemplateColumn = {
  header: { zh: '编号', en: 'Id' },
  example: exampleId,
  help: {
    zh: '选填。您自己的编号，用来区分内容相同的两行。写着“示例”的行不会导入。',
    en: 'Optional. A number of your own, which tells two rows of the same words apart. The row with “example” is not imported.',
  },
  width: 10,
}

export const modesColumn: TemplateColumn = {
  header: { zh: '服务方式', en: 'Modes' },
  example: labels.modes['home-visit'].word,
  help: severalIfAny,
  options: (language) => wordsOf(labels.modes, language),
  takesSeveral: true,
}

export const unitColumn = (help: Text2): TemplateColumn => ({
  header: { zh: '单位', en: 'Unit' },
  example: labels.units.visit.word,
  help,
  options: (language) => wordsOf(labels.units, language),
  width: 10,
})

export const agesColumn = (zh: string): TemplateColumn => ({
  header: { zh, en: 'Ages' },
  example: { zh: '60岁以上', en: '60+' },
  help: { zh: '选填，例如 60-75、60岁以上、12岁以下。', en: 'Optional, e.g. 60-75, 60+, 0-12.' },
})

export const categoriesColumn = (
  zh: string,
  { taxonomy: { services }, references }: TemplateDeps,
): TemplateColumn => ({
  header: { zh, en: 'Categories' },
  example: services.term(exampleCategory),
  help: withSeveral({
    zh: '选填，不填则由系统判断。',
    en: 'Optional; the system concludes it where it is empty.',
  }),
  options: (language) => termNames(services, references.service, language),
  takesSeveral: true,
  width: 24,
})

/** Exactly one, for what was done. */
export const categoryColumn = ({ taxonomy: { services }, references }: TemplateDeps): TemplateColumn => ({
  header: { zh: '服务类别（必填）', en: 'Category (required)' },
  example: services.term(exampleCategory),
  help: { zh: '做的是哪一类服务，一项。', en: 'Which kind of service it was; one.' },
  options: (language) => termNames(services, references.service, language),
  width: 24,
})

export const groupsColumn = ({ taxonomy: { groups }, references }: TemplateDeps): TemplateColumn => ({
  header: { zh: '服务对象', en: 'Target groups' },
  help: severalIfAny,
  options: (language) => termNames(groups, references.group, language),
  takesSeveral: true,
  width: 20,
})

export function placesColumn(
  column: Pick<TemplateColumn, 'header' | 'help' | 'takesSeveral'>,
  places: readonly Region[],
  example: Region | undefined,
  { references }: TemplateDeps,
): TemplateColumn {
  // Names where they find their places again, else codes: some streets and communities share a name.
  const nameOf = ({ code, ...names }: Region, language: Language): string =>
    references.region(names[language]) === code ? names[language] : code
  return {
    ...column,
    ...(example && { example: { zh: nameOf(example, 'zh'), en: nameOf(example, 'en') } }),
    options: (language) => places.map((place) => nameOf(place, language)),
    width: 20,
  }
}

/** The template as a workbook. */
export function templateOf(
  { name, columns }: Template,
  actor: Actor,
  language: Language,
  deps: TemplateDeps,
): Promise<Buffer> {
  const said = {
    zh: ['填写说明', '选项', '列', '怎么填'],
    en: ['How to', 'choices', 'Column', 'What to write'],
  }
  const [read = '', options = '', ...readHeaders] = said[language]
  return formWorkbook({
    names: { fill: name[language], read, options },
    readHeaders: readHeaders as [string, string],
    columns: columns(actor, deps).map((column) => inLanguage(column, language)),
    rows: sheetLimits.rows,
  })
}

function inLanguage(column: TemplateColumn, language: Language): FormColumn {
  const { header, help, example, options, ...rest } = column
  return {
    ...rest,
    header: header[language],
    help: help[language],
    ...(example !== undefined && { example: typeof example === 'number' ? example : example[language] }),
    ...(options && { options: options(language) }),
  }
}

function termNames({ terms }: Tree, find: References['service'], language: Language): string[] {
  return terms.flatMap(({ id, ...names }) => (find(names[language]) === id ? names[language] : []))
}
