import type { Actor, Role } from '../platform/actor.js'
import type { Clock } from '../platform/clock.js'
import { Conflict, NotFound } from '../platform/errors.js'
import { filled } from '../platform/http/messages.js'
import type { Text2 } from '../platform/http/route.js'
import type { DocumentStore, Writer } from '../platform/store/index.js'
import { readChoice } from './choices.js'
import { linksCollection } from './collection.js'
import { isUsable, type Link, type LinkHolder, type ShownLink } from './model.js'
import type { LinkPurpose } from './purpose.js'
import { hashOf, newToken, readToken, type TokenForm } from './tokens.js'

export interface LinksDeps {
  readonly store: DocumentStore
  readonly clock: Clock
  readonly purposes: readonly LinkPurpose[]
  /** Whether the holder still is who it was when the link was made; whoever has left or changed office acts no more. */
  readonly stands: (holder: LinkHolder) => Promise<boolean>
}

/** A link to be made. */
export interface LinkOrder {
  readonly purpose: string
  readonly subject: string
  readonly holder: Actor
  /** ISO instant. */
  readonly expiresAt: string
  readonly count?: number
  /** Default `link`. */
  readonly form?: TokenForm
}

/** Links in messages that act without a full sign-in. See docs/adr/0019-links-that-act.md. */
export interface Links {
  /**
   * Keeps a link and gives its token, which is shown nowhere again. Each call makes another link.
   * @param tx so that the link is there exactly if what it belongs to is; the store itself where it stands alone
   * @throws RangeError for a purpose that nobody declares
   */
  issue(tx: Writer, order: LinkOrder): Promise<string>
  /** What it would do; does nothing. @throws NotFound, the same for what is unknown, used or expired */
  look(token: string): Promise<ShownLink>
  /**
   * Does it, once: the use and its effect commit together.
   * @param given what was filled in, by name of field
   * @throws NotFound as `look`; Invalid; Conflict `state.refused` when it has come too late
   */
  use(token: string, choice: string | undefined, given: Readonly<Record<string, unknown>>): Promise<ShownLink>
}

const mostTries = 3

export function createLinks({ store, clock, purposes, stands }: LinksDeps): Links {
  const byName = new Map(purposes.map((purpose) => [purpose.name, purpose]))
  const now = () => clock.now().toISOString()
  const purposeOf = (name: string): LinkPurpose => {
    const purpose = byName.get(name)
    if (!purpose) throw new RangeError(`links: nobody declares ${name}`)
    return purpose
  }

  const usable = async (typed: string): Promise<Link> => {
    const link = await store.get(linksCollection, hashOf(readToken(typed)))
    if (!link || !isUsable(link, now()) || !(await stands(link.holder))) throw gone()
    return link
  }

  /** Whoever comes second meets the used link, or its revision. */
  const spend = async (tx: Writer, { id }: Link, choice: string): Promise<void> => {
    const link = await tx.get(linksCollection, id)
    if (!link || !isUsable(link, now())) throw gone()
    await tx.replace(linksCollection, { ...link, usedAt: now(), choice }, link.revision)
  }

  return {
    async issue(tx, { purpose, subject, holder, expiresAt, count, form = 'link' }) {
      purposeOf(purpose)
      const token = newToken(form)
      await tx.insert(linksCollection, {
        id: hashOf(token),
        revision: 1,
        purpose,
        subject,
        holder: holderOf(holder),
        ...(count === undefined ? {} : { count }),
        createdAt: now(),
        expiresAt,
      })
      return token
    },
    async look(typed) {
      const link = await usable(typed)
      return shown(link, purposeOf(link.purpose))
    },
    async use(typed, chosen, given) {
      const link = await usable(typed)
      const purpose = purposeOf(link.purpose)
      const { choice, values } = readChoice(purpose, chosen, given)
      const holder = { ...link.holder, role: link.holder.role as Role }
      const actor: Actor = { ...holder, mark: (tx) => spend(tx, link, choice.name) }
      for (let tries = 1; ; tries++) {
        try {
          await purpose.perform(link.subject, choice.name, values, actor)
          return shown(link, purpose)
        } catch (error) {
          const isStale = error instanceof Conflict && error.code === 'revision.stale'
          if (!isStale || tries === mostTries) throw error
        }
        // Somebody changed the record, or used the link, between the look and the write.
        await usable(typed)
      }
    },
  }
}

function holderOf({ id, role, region, organization }: Actor): LinkHolder {
  return {
    id,
    role,
    ...(region === undefined ? {} : { region }),
    ...(organization === undefined ? {} : { organization }),
  }
}

function shown({ purpose, expiresAt, count = 0 }: Link, { title, choices }: LinkPurpose): ShownLink {
  return { purpose, title: counted(title, count), expiresAt, choices }
}

function counted({ zh, en }: Text2, count: number): Text2 {
  return { zh: filled(zh, { count }), en: filled(en, { count }) }
}

/** One answer for what was never there, is used or has expired: whoever tries tokens learns nothing. */
function gone(): NotFound {
  return new NotFound('link', '-')
}
