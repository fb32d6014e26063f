import { accessMessages } from '../access/messages.js'
import { needMessages } from '../needs/index.js'
import { offeringMessages } from '../offerings/index.js'
import { organizationMessages } from '../organizations/index.js'
import type { Invalid } from '../platform/errors.js'
import { filled, messagesOf } from '../platform/http/messages.js'
import { recordMessages } from '../platform/records/index.js'
import { type CellProblem, tableMessages } from '../platform/tables/index.js'
import { regionMessages } from '../regions/index.js'
import { spreadsheetMessages } from '../spreadsheets/index.js'
import { taxonomyMessages } from '../taxonomy/index.js'
import { cliMessages } from './messages.js'

/** What a process says by its exit status. */
export const exitStatus = { done: 0, failed: 1, rowsRejected: 2 } as const

/** Where messages go: people read them, programs read standard output. */
export interface Terminal {
  say(zh: string, en: string): void
  /** A line of detail, not translated. */
  detail(text: string): void
  readonly progress: Progress
}

/** Shows how far a long run is. */
export interface Progress {
  /** @param total undefined while it is not known */
  at(done: number, total?: number): void
  end(): void
}

interface ProgressOptions {
  readonly out: NodeJS.WriteStream
  readonly quiet: boolean
  readonly now: () => number
}

export function createTerminal({ out, quiet, now }: ProgressOptions): Terminal {
  const progress = quiet ? silence : out.isTTY ? bar(out, now) : plainLines(out, now)
  const write = (text: string) => {
    progress.end()
    out.write(`${text}\n`)
  }
  return { progress, detail: write, say: (zh, en) => write(`${zh} / ${en}`) }
}

const silence: Progress = { at: () => {}, end: () => {} }

function bar(out: NodeJS.WriteStream, now: () => number): Progress {
  let drawnAt = 0
  let drawn = false
  return {
    at(done, total) {
      if (now() - drawnAt < 100) return
      drawnAt = now()
      drawn = true
      const width = 30
      const share = total ? Math.min(1, done / total) : 0
      const cells = '█'.repeat(Math.round(share * width)).padEnd(width, '░')
      out.write(total ? `\r\x1b[K${cells} ${Math.floor(share * 100)}% ${done}/${total}` : `\r\x1b[K${done}`)
    },
    end() {
      if (drawn) out.write('\r\x1b[K')
      drawn = false
    },
  }
}

/** A line every tenth of the way, or every five seconds where the end is not known: fit for a log. */
function plainLines(out: NodeJS.WriteStream, now: () => number): Progress {
  let tenth = 0
  let writtenAt = now()
  return {
    at(done, total) {
      const reached = total ? Math.floor((done / total) * 10) : 0
      if (total ? reached <= tenth : now() - writtenAt < 5000) return
      tenth = reached
      writtenAt = now()
      out.write(total ? `${reached * 10}% ${done}/${total}\n` : `${done}\n`)
    },
    end: () => {},
  }
}

const messages = messagesOf([
  accessMessages,
  tableMessages,
  cliMessages,
  spreadsheetMessages,
  recordMessages,
  regionMessages,
  taxonomyMessages,
  organizationMessages,
  offeringMessages,
  needMessages,
])

/** A problem in both languages, by its code; the code itself where nobody wrote a text. */
export function textOf({ code, params = {} }: CellProblem): string {
  const text = messages.get(code)
  return text ? `${filled(text.zh, params)} / ${filled(text.en, params)}` : code
}

/** `file:line column: cause`, as compilers write it, so that editors find the place. */
export function placeAndCause(file: string, line: number, problem: CellProblem): string {
  return `${file}:${line}${problem.column ? ` ${problem.column}` : ''}: ${textOf(problem)}`
}

/** Every error of an Invalid that concerns a whole file or option, one a line. */
export function refusalLines(error: Invalid): string[] {
  return error.errors.map(({ field, code, params }) => `${field}: ${textOf({ code, params: params ?? {} })}`)
}
