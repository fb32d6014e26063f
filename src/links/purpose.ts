import type { Actor } from '../platform/actor.js'
import type { Text2 } from '../platform/http/route.js'
import type { LinkChoice, LinkValues } from './model.js'

/** What a kind of link is for. A feature declares it beside its use cases; outgoing.ts hands all to `createLinks`. */
export interface LinkPurpose {
  /** e.g. `referral.answer`. */
  readonly name: string
  /** In words that tell an onlooker nothing: 有一件对接单等待答复. `{count}` is the link's. */
  readonly title: Text2
  readonly choices: readonly LinkChoice[]
  /**
   * Does it as `actor`, by one use case in one transaction, which the actor's mark spends the link in.
   * @throws Conflict `state.refused` when it has come too late
   */
  perform(subject: string, choice: string, values: LinkValues, actor: Actor): Promise<unknown>
}
