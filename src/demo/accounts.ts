import type { Access, AccountChange } from '../access/index.js'
import type { Leases } from '../platform/leases/index.js'
import type { DocumentStore } from '../platform/store/index.js'
import { demoLoads } from './collection.js'
import { demoActor } from './load.js'

/** Everybody knows it: it stands in the README. */
export const demoPassword = 'duijie-demo'

const organization = 'o-1jd0yxxm0dem00000002'

/** One for each role, and a second committee, in the places of the demo's data. */
export const demoAccounts: readonly (AccountChange & { readonly signInName: string })[] = [
  { signInName: 'changlong', name: '长龙社区（演示）', role: 'committee', region: '440307014002' },
  { signInName: 'xiangjiaotang', name: '象角塘社区（演示）', role: 'committee', region: '440307013022' },
  { signInName: 'buji', name: '布吉街道（演示）', role: 'street', region: '440307014000' },
  { signInName: 'longgang', name: '龙岗区（演示）', role: 'district' },
  { signInName: 'manager', name: '岭上灯负责人（演示）', role: 'org-manager', organization },
  { signInName: 'worker', name: '岭上灯社工（演示）', role: 'org-worker', organization },
  { signInName: 'auditor', name: '审计（演示）', role: 'auditor' },
  { signInName: 'admin', name: '管理员（演示）', role: 'admin' },
]

interface DemoAccountDeps {
  readonly store: DocumentStore
  readonly leases: Leases
  readonly access: Pick<Access, 'accounts'>
}

/** So long nobody goes on when the process dies that makes them; milliseconds. */
const leaseMs = 10_000

/**
 * Makes the demo accounts that are missing, in an installation with the demo's data; nowhere else.
 * @returns how many were made
 */
export async function makeDemoAccounts({ store, leases, access }: DemoAccountDeps): Promise<number> {
  if (!(await store.get(demoLoads, 'demo'))) return 0
  if ((await access.accounts.named(demoAccounts)).length === demoAccounts.length) return 0
  return leases.holding('demo-accounts', leaseMs, () =>
    access.accounts.createShown(demoAccounts, demoPassword, demoActor),
  )
}

/** Whether somebody could sign in with the password that everybody knows. */
export async function hasOpenDemoAccounts({ access }: Pick<DemoAccountDeps, 'access'>): Promise<boolean> {
  const found = await access.accounts.named(demoAccounts)
  return found.some(({ createdBy, state }) => createdBy === demoActor.id && state === 'active')
}
