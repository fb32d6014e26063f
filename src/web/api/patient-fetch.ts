import { Problem } from './problem.js'

/** Repeats the token of the session in what changes something. */
const csrfHeader = 'x-csrf-token'
const safeMethods = new Set(['GET', 'HEAD'])

let csrfToken: string | undefined
let renew: () => Promise<boolean> = async () => false
let renewal: Promise<boolean> | undefined

/** The token that the session gave; unsafe requests carry it. */
export function keepToken(token: string | undefined): void {
  csrfToken = token
}

/** Asked, once for all that wait, when a session has ended: whether there is one of the same person again. */
export function whenSignedOut(ask: () => Promise<boolean>): void {
  renew = ask
}

/**
 * Sends a request, and lets it wait for what is away for a while instead of failing: a connection, or a session that
 * ended while somebody was writing. What changes something waits for a connection only under a key, for it may have
 * been done before the connection broke.
 */
export async function patientFetch(request: Request): Promise<Response> {
  const again = request.clone()
  const answer = await overConnection(request)
  if (!(await hasLapsed(answer)) || !(await renewed())) return answer
  return overConnection(again)
}

async function overConnection(request: Request): Promise<Response> {
  if (csrfToken && !safeMethods.has(request.method)) request.headers.set(csrfHeader, csrfToken)
  if (!request.headers.has('idempotency-key')) return fetch(request)
  const again = request.clone()
  try {
    return await fetch(request)
  } catch (error) {
    if (navigator.onLine) throw error
    await connected()
    return overConnection(again)
  }
}

function connected(): Promise<unknown> {
  return new Promise((resolve) => window.addEventListener('online', resolve, { once: true }))
}

/** Whether the session has ended, or has been replaced by one that was begun in another window. */
async function hasLapsed(answer: Response): Promise<boolean> {
  if (answer.status !== 401) return false
  const { code } = await Problem.of(answer.clone())
  // Who asks for the session itself, or ends it, wants to know that there is none.
  const isOfSession = new URL(answer.url).pathname.endsWith('/session')
  return code === 'csrf.missing' || (code === 'signIn.needed' && !isOfSession)
}

async function renewed(): Promise<boolean> {
  renewal ??= renew().finally(() => {
    renewal = undefined
  })
  return renewal
}
