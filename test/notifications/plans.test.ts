import { expect } from 'chai'
import { accountKind } from '../../src/access/index.js'
import {
  deliveries,
  deliverySort,
  inbox,
  newestFirst,
  unreadFirst,
  webhooks,
} from '../../src/notifications/collection.js'
import { firstUnread, inboxId } from '../../src/notifications/model.js'
import type { Collection, Filter, FindOptions, Stored } from '../../src/platform/store/index.js'
import { openTemporarySqlite } from '../platform/store/temporary-sqlite.js'

const account = 'u-1'
const unread = { account, place: { $gte: firstUnread } }
const id = inboxId(7)
const at = '2026-03-10T02:00:00.000Z'
const byDue = { field: 'due', direction: 'asc' } as const
const oldest = { field: 'at', direction: 'asc' } as const

/** What is asked at requests and at every look of the workers. `sorts` where a few rows are put in order by hand. */
const asked: Record<string, [Collection<Stored>, Filter, FindOptions?, 'sorts'?]> = {
  'an inbox, the newest first': [inbox, { account }, { sort: newestFirst }],
  'a later page of it': [inbox, { account }, { sort: newestFirst, after: { value: id, id } }],
  'an inbox, what is unread first': [inbox, { account }, { sort: unreadFirst }],
  'a later page of that': [inbox, { account }, { sort: unreadFirst, after: { value: `unread ${id}`, id } }],
  'what is unread': [inbox, unread, { sort: unreadFirst }],
  'what a stream has not sent': [inbox, { account }, { after: { value: id, id } }],
  'what is new in any inbox': [inbox, {}, { after: { value: id, id } }],
  'what is due': [deliveries, { channel: 'mail', state: 'waiting', due: { $lte: at } }, { sort: byDue }],
  'what waits for a target': [deliveries, { target: 'wh-1', state: 'waiting' }, { sort: oldest }],
  'the deliveries of a webhook': [deliveries, { target: 'wh-1' }, { sort: deliverySort }],
  'what was given up': [deliveries, { state: 'given-up' }, { sort: deliverySort }],
  'what mail was given up': [deliveries, { state: 'given-up', channel: 'mail' }, { sort: deliverySort }],
  'the webhooks of owners': [webhooks, { owner: { $in: ['o-1', '440307000000'] } }, {}, 'sorts'],
  'staff of a region and those above': [
    accountKind.collection,
    { role: { $in: ['committee', 'street'] }, region: { $in: ['1', '2', '3'] }, state: 'active' },
    { after: { value: 'u-1', id: 'u-1' } },
    'sorts',
  ],
  'staff of the district': [accountKind.collection, { role: 'district', state: 'active' }, {}, 'sorts'],
  'people of an organisation': [
    accountKind.collection,
    { role: { $in: ['org-manager', 'org-worker'] }, organization: 'o-1', state: 'active' },
    {},
    'sorts',
  ],
}

describe('notifications', () => {
  for (const [name, [collection, filter, options, sorts]] of Object.entries(asked))
    it(`never scan for ${name}`, async () => {
      const store = await openTemporarySqlite([collection])
      const plan = (await store.explain(collection, filter, options)).map(({ detail }) => detail).join('\n')
      expect(plan).to.match(/SEARCH/)
      expect(plan).not.to.match(/SCAN/)
      if (!sorts) expect(plan).not.to.match(/TEMP B-TREE/)
    })
})
