import { createHmac, randomBytes } from 'node:crypto'

/** A new secret for a receiver: 32 random bytes. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64url')}`
}

/**
 * The headers by which a receiver knows that a body is ours and recent: HMAC-SHA256 over `timestamp.body`, hexadecimal.
 * @param seconds Unix time of the attempt; receivers refuse what is older than five minutes
 */
export function signedHeaders(secret: string, body: string, seconds: number): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return { 'duijie-timestamp': String(seconds), 'duijie-signature': `v1=${digest}` }
}

/**
 * The address of a DingTalk robot with its signature: base64 of HMAC-SHA256 over `timestamp\nsecret` with the secret.
 * @see https://open.dingtalk.com/document/robots/customize-robot-security-settings
 */
export function dingtalkUrl(url: string, secret: string, milliseconds: number): string {
  const signed = new URL(url)
  const sign = createHmac('sha256', secret).update(`${milliseconds}\n${secret}`).digest('base64')
  signed.searchParams.set('timestamp', String(milliseconds))
  signed.searchParams.set('sign', sign)
  return signed.href
}
