import { createTransport } from 'nodemailer'
import { failed, type Outcome } from '../channel.js'
import type { Mail } from './compose.js'

/** Hands mails to a server. */
export interface Mailer {
  send(to: string, mail: Mail): Promise<Outcome>
  close(): void
}

export interface MailerOptions {
  /** smtp://user:password@host:port or smtps://… */
  readonly url: string
  /** Address that mails come from. */
  readonly from: string
  /** How long a server may take to answer; milliseconds, default 20 seconds. */
  readonly timeoutMs?: number
}

/** Plain addresses only: no names, no lists, nothing that ends a header or a command. */
const address = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/

export function openMailer({ url, from, timeoutMs = 20_000 }: MailerOptions): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(to, { messageId, subject, text, html }) {
      if (!address.test(to) || to.length > 254) return failed('address.invalid', true)
      const headers = { 'Auto-Submitted': 'auto-generated' }
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          messageId,
          subject,
          text,
          html,
          headers,
        })
        return { ok: true }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    close: () => transport.close(),
  }
}

/** RFC 5321, 4.2.1: 4yz may pass, 5yz will not; of the text, which quotes addresses, nothing is kept. */
function outcomeOf(error: unknown): Outcome {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown }
  // A refused password or sender is the operator's to mend, and then the mail is still wanted.
  if (code === 'EAUTH') return failed('smtp.auth')
  if (typeof responseCode === 'number') return failed(`smtp.${responseCode}`, responseCode >= 500)
  return failed(typeof code === 'string' && /^[A-Z]{3,20}$/.test(code) ? `smtp.${code}` : 'smtp.failed')
}
