import { api, bodyOf, type Schemas } from '../api/client.js'

/** Whose sheets: those of needs, of offerings or of service records. */
export type SheetKind = 'needs' | 'offerings' | 'service-records'
export type SheetPreview = Schemas['SheetPreview']
export type SheetRow = SheetPreview['rows'][number]

/** Where a record is shown that came of a row; undefined where records have no page of their own. */
export function recordPath(kind: SheetKind, id: string): string | undefined {
  if (kind === 'service-records') return undefined
  return `${kind === 'needs' ? '/community/needs' : '/organization/offerings'}/${id}`
}

/** The cell that says most. */
export function gistOf({ cells }: SheetRow): string {
  return Object.values(cells).reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '')
}

/** Whether there is anything of it to show and correct: of a row in which a formula failed, there is not. */
export function isReadable({ cells }: SheetRow): boolean {
  return Object.keys(cells).length > 0
}

/** What the server takes. */
export const sheetTypes = '.xlsx,.csv,.tsv,.txt,.jsonl'

const paths = {
  needs: {
    template: '/needs/import/template',
    preview: '/needs/import/preview',
    refused: '/needs/import/refused',
    commit: '/needs/import',
  },
  offerings: {
    template: '/offerings/import/template',
    preview: '/offerings/import/preview',
    refused: '/offerings/import/refused',
    commit: '/offerings/import',
  },
  'service-records': {
    template: '/service-records/import/template',
    preview: '/service-records/import/preview',
    refused: '/service-records/import/refused',
    commit: '/service-records/import',
  },
} as const

export interface ImportDone {
  readonly counts: { readonly made: number; readonly known: number; readonly refused: number }
  readonly made: readonly { readonly line: number; readonly id: string }[]
}

/** What would become of each row. @throws Problem */
export function previewSheet(kind: SheetKind, file: File): Promise<SheetPreview> {
  return bodyOf(api.POST(paths[kind].preview, formWith(file)))
}

export async function readTemplate(kind: SheetKind): Promise<Blob> {
  const { data } = await api.GET(paths[kind].template, { parseAs: 'blob' })
  return data as Blob
}

/** The bad rows as a workbook, with what is wrong. */
export async function readRefused(kind: SheetKind, file: File): Promise<Blob> {
  const { data } = await api.POST(paths[kind].refused, { ...formWith(file), parseAs: 'blob' })
  return data as Blob
}

/**
 * Imports the good rows and tells how far it has come, 0 to 1.
 * @throws Problem, also when the answer breaks off: sent again, only what is missing is written
 */
export async function importSheet(
  kind: SheetKind,
  file: File,
  onProgress: (share: number) => void,
): Promise<ImportDone> {
  const { data } = await api.POST(paths[kind].commit, {
    ...formWith(file),
    params: { query: { refused: 'skip' } },
    parseAs: 'stream',
  })
  for await (const { name, content } of eventsOf(data as ReadableStream<Uint8Array>)) {
    if (name === 'done') return content as ImportDone
    const { done, total } = content as { done: number; total: number }
    onProgress(total ? done / total : 1)
  }
  throw new Error('the answer broke off')
}

async function* eventsOf(stream: ReadableStream<Uint8Array>) {
  const reader = stream
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const events = (rest + next.value).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const [, name, data = 'null'] = /^event: (.*)\ndata: (.*)$/.exec(event) ?? []
      yield { name, content: JSON.parse(data) as unknown }
    }
  }
}

function formWith(file: File) {
  return {
    body: { file: '' },
    bodySerializer: () => {
      const form = new FormData()
      form.set('file', file)
      return form
    },
  }
}
