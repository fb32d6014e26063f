import Joi from 'joi'
import type { Actor } from '../platform/actor.js'
import { sentTypes } from '../platform/http/list-file.js'
import { filled, type Messages } from '../platform/http/messages.js'
import { type Answer, type Language, type Route, route, type Text2 } from '../platform/http/route.js'
import type { CellProblem } from '../platform/tables/index.js'
import { countsOf, type ImportProgress, type ImportResult, type JudgedRow } from './import-model.js'
import { refusedRows } from './refused-rows.js'
import { importQuery, previewAnswer } from './schema.js'
import { type SheetImport, sheetLimits, type WithRefused } from './sheet-import.js'

export interface SheetRoutesOptions {
  /** As in paths, e.g. `needs`. */
  readonly plural: string
  /** As in operations, e.g. `Needs`. */
  readonly name: string
  readonly text: Text2
  readonly permission: string
  readonly imports: Pick<SheetImport<string>, 'preview' | 'begin'>
  readonly template: (actor: Actor, language: Language) => Promise<Buffer>
  readonly messages: Messages
}

/** What a sheet says of people is kept nowhere on the way. */
const noStore = { 'cache-control': 'no-store' }
/** Of one address: each is minutes of somebody's work, and may be seconds of ours. */
const perMinute = 30
const upload = { limit: sheetLimits.bytes }
const workbook = { description: { zh: 'XLSX 文件', en: 'An XLSX file' }, type: '*/*', schema: Joi.any() }

/** The template, the preview, the rows to correct, and the import of sheets of one kind of record. */
export function sheetRoutes(options: SheetRoutesOptions): Route[] {
  const { plural, name, text, permission, imports, template, messages } = options
  const common = { tag: plural, permission }
  const description = {
    zh: `XLSX、CSV（UTF-8 或 GB18030）或 JSONL，最多 ${sheetLimits.rows} 行、4 MB。`,
    en: `XLSX, CSV (UTF-8 or GB18030) or JSONL, of at most ${sheetLimits.rows} rows and 4 MB.`,
  }
  return [
    route(
      {
        ...common,
        method: 'get',
        path: `/${plural}/import/template`,
        operationId: `get${name}ImportTemplate`,
        summary: { zh: `下载${text.zh}导入模板`, en: `An empty sheet of ${text.en} to fill in` },
        answers: { 200: workbook },
      },
      async ({ actor, language }) => file(`${plural}-template.xlsx`, await template(actor, language)),
    ),
    route(
      {
        ...common,
        method: 'post',
        path: `/${plural}/import/preview`,
        operationId: `preview${name}Import`,
        summary: {
          zh: `检查${text.zh}表格，不写入`,
          en: `See what an import of ${text.en} would do, and each bad cell`,
        },
        description,
        upload,
        perMinute,
        answers: {
          200: {
            description: { zh: '逐行的检查结果', en: 'What becomes of each row' },
            schema: previewAnswer,
          },
        },
      },
      async ({ upload, actor, language }) => {
        const { columns, ignored, rows } = await imports.preview(upload, actor)
        const body = { columns, ignored, counts: countsOf(rows), rows: rows.map(shownIn(language, messages)) }
        return { body, headers: noStore }
      },
    ),
    route(
      {
        ...common,
        method: 'post',
        path: `/${plural}/import/refused`,
        operationId: `get${name}RefusedByImport`,
        summary: {
          zh: `下载${text.zh}表格中有错的行及原因`,
          en: `The bad rows of a sheet of ${text.en}, with what is wrong, to correct and send again`,
        },
        description,
        upload,
        perMinute,
        answers: { 200: workbook },
      },
      async ({ upload, actor, language }) => {
        const told = (problem: CellProblem) =>
          [problem.column, inWords(problem, language, messages)].filter(Boolean).join('：')
        const content = await refusedRows(await imports.preview(upload, actor), language, told)
        return file(`${plural}-to-correct.xlsx`, content)
      },
    ),
    route<unknown, { refused: WithRefused }, unknown>(
      {
        ...common,
        method: 'post',
        path: `/${plural}/import`,
        operationId: `import${name}`,
        summary: { zh: `导入${text.zh}表格`, en: `Import a sheet of ${text.en}` },
        description: {
          zh: `${description.zh}以事件流答复：progress 为进度，最后的 done 为结果：counts、made（行号与编号）、refused（同检查结果）。同一行再次导入不会重复；中断后重新发送即可继续。`,
          en: `${description.en} Answered by server-sent events: \`progress\`, and in the end \`done\` with counts, made (line and id) and refused (as in the preview). The same row makes nothing twice; one that was cut off is sent again.`,
        },
        query: importQuery,
        upload,
        perMinute,
        answers: {
          200: {
            description: { zh: '进度与结果', en: 'Progress, and the result' },
            type: 'text/event-stream',
            schema: Joi.string(),
          },
        },
        example: { query: { refused: 'stop' } },
      },
      async ({ query, upload, actor, language }) => ({
        stream: told(await imports.begin(upload, actor, query.refused), shownIn(language, messages)),
      }),
    ),
  ]
}

async function* told(
  run: AsyncGenerator<ImportProgress, ImportResult>,
  shown: ReturnType<typeof shownIn>,
): AsyncGenerator<string, void> {
  for (;;) {
    const { done, value } = await run.next()
    if (!done) yield event('progress', value)
    else {
      const { made, known, refused } = value
      const counts = { made: made.length, known, refused: refused.length }
      yield event('done', { counts, made, refused: refused.map(shown) })
      return
    }
  }
}

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

function shownIn(language: Language, messages: Messages) {
  const inLanguage = (problem: CellProblem) => ({
    ...(problem.column === undefined ? {} : { column: problem.column }),
    code: problem.code,
    message: inWords(problem, language, messages),
  })
  return ({ line, outcome, id, cells, problems, warnings }: JudgedRow) => ({
    line,
    outcome,
    ...(id === undefined ? {} : { id }),
    cells,
    problems: problems.map(inLanguage),
    warnings: warnings.map(({ need, ...warning }) => ({
      ...inLanguage(warning),
      ...(need === undefined ? {} : { need }),
    })),
  })
}

function inWords({ code, params = {} }: CellProblem, language: Language, messages: Messages): string {
  return filled((messages.get(code) ?? messages.get('any.invalid'))?.[language] ?? code, params)
}

function file(name: string, content: Uint8Array): Answer {
  const headers = { ...noStore, 'content-disposition': `attachment; filename="${name}"` }
  return { bytes: { type: sentTypes.xlsx, content }, headers }
}
