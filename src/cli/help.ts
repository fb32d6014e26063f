import type { Command } from 'commander'
import { Conflict, Invalid, Unavailable, Unreadable } from '../platform/errors.js'
import { refusalLines, textOf } from './terminal.js'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法 / Usage:',
  'Arguments:': '参数 / Arguments:',
  'Options:': '选项 / Options:',
  'Commands:': '命令 / Commands:',
}

/** Gives a command help in both languages, and lets it throw where it would leave the process. */
export function bilingual(command: Command): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助 / show this help')
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({
      outputError: (text, write) =>
        write(`用法有误，见 --help / ${text.replace(/^error: /, 'wrong usage: ')}`),
    })
}

/** What to tell a person of an error that ended a command; only of our own bugs does it show where they are. */
export function linesFor(error: unknown): string[] {
  if (error instanceof Invalid) return refusalLines(error)
  if (error instanceof Conflict) return [`${error.field ?? error.detail}: ${textOf({ code: error.code })}`]
  if (error instanceof Unavailable) {
    const { cause } = error
    return [
      `${error.engine} 无法使用 / is not available${cause instanceof Error ? `: ${cause.message}` : ''}`,
    ]
  }
  if (error instanceof Unreadable) return keyLines(error)
  if (isFileError(error))
    return [`${error.path}: ${textOf({ code: 'table.unreadable', params: { cause: error.code } })}`]
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
}

function keyLines({ code, detail }: Unreadable): string[] {
  return [
    `身份信息无法解密（${code} ${detail}）：请把原来的密钥放回，见 docs/operations.md`,
    `personal data cannot be decrypted (${code} ${detail}): put the former key back, see docs/operations.md`,
  ]
}

/** Of the file system, about a file that the person at the terminal named or moved. */
function isFileError(error: unknown): error is Error & { path: string; code: string } {
  return error instanceof Error && 'path' in error && 'syscall' in error && 'code' in error
}
