import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onCleanup } from '../setup.js'

interface Received {
  readonly to: readonly string[]
  readonly source: string
}

/** A real SMTP server; what `refuse` says to a recipient is answered with that code. */
export async function mailServer(
  refuse: () => number | undefined = () => undefined,
  over: SMTPServerOptions = {},
) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      const code = refuse()
      callback(
        code === undefined ? undefined : Object.assign(new Error('王小明不在'), { responseCode: code }),
      )
    },
    onData(stream, { envelope }, callback) {
      let source = ''
      stream.on('data', (chunk: Buffer) => {
        source += chunk
      })
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), source })
        callback()
      })
    },
    ...over,
  })
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  const { port } = listening.address() as { port: number }
  const close = () => new Promise<void>((resolve) => server.close(resolve))
  onCleanup(close)
  return { received, close, smtpUrl: `smtp://127.0.0.1:${port}` }
}

/** The parts of a mail as text. */
export function partsOf(source: string): string {
  return source
    .split(/^--.*$/m)
    .map((part) => {
      const body = part.slice(part.indexOf('\r\n\r\n') + 4)
      if (/transfer-encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString()
      const bytes = body
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      return Buffer.from(bytes, 'latin1').toString()
    })
    .join('\n')
}
