import type { Registry } from 'prom-client'
import { stillStands } from './access/index.js'
import type { Config } from './config.js'
import { createLinks, type Links } from './links/index.js'
import { stillNeededLink } from './needs/index.js'
import { accountsIn, createNotifications, type Notifications } from './notifications/index.js'
import { capacityLink } from './offerings/index.js'
import type { Logger } from './platform/log.js'
import { type Referrals, referralLinks } from './referrals/index.js'
import type { Workspace } from './workspace.js'

export interface OutgoingDeps {
  readonly workspace: Workspace
  readonly config: Config
  readonly referrals: Referrals
  readonly onCommitted: () => void
  readonly log: Logger
  readonly registry: Registry
}

export interface Outgoing {
  readonly links: Links
  readonly notifications: Notifications
}

/** Puts together what goes out to people: notices, and the links in them that act. */
export function createOutgoing({ workspace, config, referrals, ...rest }: OutgoingDeps): Outgoing {
  const { store, clock, ids, leases, regions, taxonomy, offerings, needs, ring } = workspace
  const links = createLinks({
    ...{ store, clock },
    purposes: [capacityLink(offerings), stillNeededLink(needs), ...referralLinks(referrals)],
    stands: (holder) => stillStands(store, holder),
  })
  const notifications = createNotifications({
    ...{ ...rest, store, clock, ids, leases, regions, taxonomy, links },
    accounts: accountsIn(store),
    secrets: ring,
    timeZone: config.timeZone,
    settings: {
      ...{ smtpUrl: config.smtpUrl, mailFrom: config.mailFrom, publicUrl: config.publicUrl },
      trustedHosts: config.webhookHosts?.split(',') ?? [],
    },
  })
  return { links, notifications }
}
