import { isReadable, type SheetPreview, type SheetRow } from './sheets-api.js'

/** What was typed in the place of cells: by line, then by header. */
export type Corrections = ReadonlyMap<number, Readonly<Record<string, string>>>

export function corrected(before: Corrections, line: number, header: string, value: string): Corrections {
  return new Map(before).set(line, { ...before.get(line), [header]: value })
}

/** Whether any of them differs from what the server has looked at. */
export function arePending({ rows }: SheetPreview, corrections: Corrections): boolean {
  return rows.some(({ line, cells }) =>
    Object.entries(corrections.get(line) ?? {}).some(([header, value]) => value !== (cells[header] ?? '')),
  )
}

/** Rows that no corrected sheet can hold. */
export function unreadable({ rows }: SheetPreview): readonly SheetRow[] {
  return rows.filter((row) => !isReadable(row))
}

/**
 * The sheet with its corrections, as a file to be sent: one JSON object a line, each row on the line that it had, so that
 * the numbers of rows stay those that the reader knows.
 */
export function correctedFile({ rows }: SheetPreview, corrections: Corrections): File {
  const lines: string[] = []
  for (const { line, cells } of rows.filter(isReadable))
    lines[line - 1] = JSON.stringify({ ...cells, ...corrections.get(line) })
  return new File([Array.from(lines, (content) => content ?? '').join('\n')], 'corrected.jsonl')
}
