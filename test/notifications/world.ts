import { Registry } from 'prom-client'
import { createLinks, type Links, linksCollection } from '../../src/links/index.js'
import {
  type AccountQuery,
  type Accounts,
  createNotifications,
  notificationCollections,
  type Recipient,
} from '../../src/notifications/index.js'
import type { NotificationSettings } from '../../src/notifications/notifications.js'
import { type Actor, type Role, systemActor } from '../../src/platform/actor.js'
import { timeOrderedIds } from '../../src/platform/ids.js'
import { Leases } from '../../src/platform/leases/index.js'
import { createLogger } from '../../src/platform/log.js'
import { type Facts, unitOfWork } from '../../src/platform/records/index.js'
import type { DocumentStore } from '../../src/platform/store/index.js'
import { createKeyRing } from '../../src/privacy/index.js'
import type { Engine } from '../each-store.js'
import { community, regions, street, taxonomy } from '../feature-services.js'
import { relayed } from '../relayed.js'
import { onCleanup } from '../setup.js'

/** Somebody with an account. */
export interface Person extends Recipient {
  readonly role: Role
  readonly region?: string
  readonly organization?: string
}

/** Everybody in the tests: a committee and its street and district, another committee, two organisations. */
export const people: readonly Person[] = [
  { id: 'u-committee', role: 'committee', region: community, email: 'committee@example.org' },
  { id: 'u-elsewhere', role: 'committee', region: '440307999999', email: 'elsewhere@example.org' },
  { id: 'u-street', role: 'street', region: street, email: 'street@example.org' },
  { id: 'u-district', role: 'district', email: 'district@example.org' },
  { id: 'u-manager', role: 'org-manager', organization: 'o-1', email: 'manager@example.org' },
  { id: 'u-worker', role: 'org-worker', organization: 'o-1' },
  { id: 'u-other', role: 'org-manager', organization: 'o-2', email: 'other@example.org' },
]

export const actorOf = (id: string): Actor => {
  const { role, region, organization } = people.find((one) => one.id === id) as Person
  return { id, role, ...(region && { region }), ...(organization && { organization }) }
}

/** The accounts of a test, found as the real ones are. */
export function accountsOf(all: readonly Person[]): Accounts {
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const answers = ({ ids, roles, regions: codes, organizations }: AccountQuery) => {
    return ({ id, role, region = '', organization = '' }: Person) =>
      (ids?.includes(id) ?? true) &&
      (roles?.includes(role) ?? true) &&
      (codes?.includes(region) ?? true) &&
      (organizations?.includes(organization) ?? true)
  }
  return {
    accountsFor: async (query, { after = '', limit }) =>
      sorted.filter((one) => answers(query)(one) && one.id > after).slice(0, limit),
  }
}

export const plainSettings: NotificationSettings = {
  smtpUrl: undefined,
  mailFrom: 'duijie@example.org',
  publicUrl: undefined,
  trustedHosts: [],
}

/** Notifications on a store, with a clock that stands until a test moves it. */
export async function notificationWorld(
  engine: Pick<Engine, 'open'>,
  { settings = {}, all = people }: { settings?: Partial<NotificationSettings>; all?: readonly Person[] } = {},
) {
  const store = await engine.open([...notificationCollections, linksCollection, ...relayed])
  return worldOver(store, { settings, all })
}

/** Links for all that mails ask, which do nothing. */
function linksFor(deps: Pick<Parameters<typeof createLinks>[0], 'store' | 'clock'>): Links {
  const names = ['referral.answer', 'referral.outcome', 'offering.capacity', 'need.still-needed']
  const idle = { title: { zh: '', en: '' }, choices: [], perform: async () => undefined }
  return createLinks({
    ...deps,
    purposes: names.map((name) => ({ name, ...idle })),
    stands: async () => true,
  })
}

/** One process over a store that others may share. */
export function worldOver(
  store: DocumentStore,
  {
    settings = {},
    all = people,
    links,
  }: { settings?: Partial<NotificationSettings>; all?: readonly Person[]; links?: Links } = {},
) {
  let now = Date.parse('2026-03-10T02:00:00.000Z')
  const clock = { now: () => new Date(now) }
  const ids = timeOrderedIds(clock)
  const registry = new Registry()
  const deps = { store, clock, ids, onCommitted: () => undefined }
  const secrets = createKeyRing([{ id: 'test', secret: Buffer.alloc(32, 7) }])
  const notifications = createNotifications({
    ...deps,
    leases: new Leases(deps),
    accounts: accountsOf(all),
    regions,
    taxonomy,
    secrets,
    links: links ?? linksFor({ store, clock }),
    timeZone: 'Asia/Shanghai',
    log: createLogger('silent'),
    registry,
    settings: { ...plainSettings, ...settings },
  })
  onCleanup(() => notifications.stop())
  return {
    ...{ store, clock, ids, registry, notifications, secrets },
    advance: (ms: number) => {
      now += ms
    },
    /** Announces an event as a use case does, a millisecond after the last: ids of one instant are in no order. */
    announce(name: string, facts: Facts = {}, actor: Actor = systemActor('test'), subject = 'r-1') {
      now += 1
      const event = { name, kind: name.split('.')[0] as string, subject, facts }
      return unitOfWork(deps, actor, async (unit) => unit.announce(event))
    },
  }
}
