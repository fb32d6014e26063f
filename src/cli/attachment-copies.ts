import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { attachmentFolder } from '../data-folder.js'

/** Beside the copy of the data file, so that both are carried away together. */
function copiesOf(backup: string): string {
  return `${backup}.attachments`
}

/**
 * Copies the files of a data folder beside its backup, encrypted as they are. After the data: a file is written before
 * its record and never changed, so that none that the copy names is missing.
 * @returns how many
 */
export function copyAttachments(data: string, backup: string): number {
  return copyFiles(attachmentFolder(data), copiesOf(backup))
}

/** Puts them back; those that lie there stay, and what no record names is swept in time. @returns how many */
export function restoreAttachments(backup: string, data: string): number {
  return copyFiles(copiesOf(backup), attachmentFolder(data))
}

function copyFiles(from: string, to: string): number {
  if (!existsSync(from)) return 0
  const names = readdirSync(from).filter((name) => !name.includes('.part'))
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of names) {
    copyFileSync(join(from, name), join(to, name))
    sync(join(to, name))
  }
  sync(to)
  return names.length
}

function sync(path: string): void {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
