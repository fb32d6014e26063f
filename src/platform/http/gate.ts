import type { Actor } from '../actor.js'
import type { Exchange } from './exchange.js'

/** A route that declares this takes everybody, signed in or not, as a visitor. */
export const publicPermission = 'public'

/** Who may pass. What stands behind it knows accounts and roles; HTTP only asks. */
export interface Gate {
  /** Whether routes may name this permission; the start fails on any other. */
  knows(permission: string): boolean
  /**
   * Who asks, if that person may do this. Not asked for what is public.
   * @throws Unauthenticated, Forbidden
   */
  admit(exchange: Exchange, permission: string): Actor | Promise<Actor>
}
