import type { Webhook } from './model.js'

/** Encrypts what is kept; a text opens only in the place that it was encrypted for. */
export interface Secrets {
  encrypt(text: string, place: { readonly record: string; readonly field: string }): string
  decrypt(envelope: string, place: { readonly record: string; readonly field: string }): string
}

/** @param id of the webhook */
export function sealUrl(url: string, id: string, secrets: Secrets): string {
  return secrets.encrypt(url, { record: id, field: 'url' })
}

/** @param id of the webhook */
export function sealSecret(secret: string, id: string, secrets: Secrets): string {
  return secrets.encrypt(secret, { record: id, field: 'secret' })
}

export function openUrl({ id, url }: Webhook, secrets: Secrets): string {
  return secrets.decrypt(url, { record: id, field: 'url' })
}

export function openSecret({ id, secret }: Webhook, secrets: Secrets): string | undefined {
  return secret === undefined ? undefined : secrets.decrypt(secret, { record: id, field: 'secret' })
}
