import pino, { type DestinationStream, type Logger } from 'pino'

export type { Logger } from 'pino'

/** Fields that may hold what identifies or describes a person, wherever somebody logs a whole object by mistake. */
const personal = [
  'name',
  'phone',
  'mobile',
  'email',
  'address',
  'contact',
  'contacts',
  'idNumber',
  'title',
  'text',
  'description',
  'note',
  'reason',
  'query',
  'body',
  'url',
  'headers',
]

/**
 * Structured lines, one JSON object each. Never holds names, phones, addresses or free text: fields called so are
 * dropped, up to three levels deep, and of an error only its class, code and place in the code are kept, because
 * messages quote values (`Unexpected token '王'…`).
 * @param level pino's: `debug` shows every request, `info` those that fail or are slow, `silent` nothing
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), remove: true },
    serializers: { err: errorLine },
  }
  return destination ? pino(options, destination) : pino(options)
}

interface ErrorLine {
  readonly type: string
  readonly code?: string
  readonly at: readonly string[]
  readonly cause?: ErrorLine
}

const deepestCause = 4

function errorLine(error: unknown, depth = 0): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const cause =
    error.cause === undefined || depth >= deepestCause ? undefined : errorLine(error.cause, depth + 1)
  return {
    type: error.constructor.name,
    ...('code' in error ? { code: String(error.code) } : {}),
    at: framesOf(error),
    ...(cause ? { cause } : {}),
  }
}

/** The lines of the stack without the message, which may span several lines itself. */
function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 10)
    .map((line) => line.trim())
}
