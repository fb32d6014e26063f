import type { Config } from '../../src/config.js'
import { systemActor } from '../../src/platform/actor.js'
import { openWorkspace } from '../../src/workspace.js'

/** Headers of somebody whom a server on this data lets read needs and ask for recommendations. */
export type SignedIn = Readonly<Record<string, string>>

/** A token of the district, good for an hour. */
export async function signIn(config: Config): Promise<SignedIn> {
  const { access, clock, close } = await openWorkspace(config)
  const expiresAt = new Date(clock.now().getTime() + 3_600_000).toISOString()
  const permissions = ['needs.read', 'needs.recommend']
  const draft = { role: 'district', label: 'bench', permissions, expiresAt } as const
  const { token } = await access.tokens.make(draft, systemActor('bench'))
  await close()
  return { authorization: `Bearer ${token}` }
}
