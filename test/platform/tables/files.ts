import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTable, type TableFormat, type TableRow } from '../../../src/platform/tables/index.js'
import { onCleanup } from '../../setup.js'

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-test-'))
  onCleanup(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function aFile(name: string, content: string | Buffer): string {
  const path = join(aFolder(), name)
  writeFileSync(path, content)
  return path
}

export async function rowsOf(path: string, format?: TableFormat): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of readTable(path, format)) rows.push(row)
  return rows
}

/** What `read` refuses with, as `field: code`. */
export async function refusalOf(read: Promise<unknown>): Promise<string> {
  try {
    await read
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was refused'
}
