import { type Rewritten, rewriteAll } from '../../platform/records/index.js'
import type { DocumentStore } from '../../platform/store/index.js'
import { webhookKind } from '../collection.js'
import { openSecret, openUrl, type Secrets, sealSecret, sealUrl } from './secrets.js'

/** Seals addresses and secrets of webhooks anew that an earlier key sealed. */
export function resealWebhooks(
  store: DocumentStore,
  secrets: Secrets & { isCurrent(envelope: string): boolean },
  signal: AbortSignal,
): Promise<Rewritten> {
  return rewriteAll(
    store,
    webhookKind.collection,
    (webhook) => {
      const { id, url, secret: sealed } = webhook
      if (secrets.isCurrent(url) && (sealed === undefined || secrets.isCurrent(sealed))) return undefined
      const secret = openSecret(webhook, secrets)
      return {
        ...webhook,
        url: sealUrl(openUrl(webhook, secrets), id, secrets),
        ...(secret !== undefined && { secret: sealSecret(secret, id, secrets) }),
      }
    },
    signal,
  )
}
