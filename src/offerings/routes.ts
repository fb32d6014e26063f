import type { Actor } from '../platform/actor.js'
import type { Sheet } from '../platform/http/list-file.js'
import type { Route, Text2 } from '../platform/http/route.js'
import { actionRoute, recordRoutes } from '../platform/records/index.js'
import { offeringFacets, offeringSort } from './collection.js'
import type { Offering } from './model.js'
import { offeringChange, offeringDraft, offeringFilters, offeringRecord } from './schema.js'
import type { Offerings } from './service.js'

const change = {
  organizationId: 'o-01k8f3q2t8x7m4c9e2p0',
  title: '独居老人每周探访',
  description: '每周上门一次，陪伴聊天，查看居家安全，量血压。',
  categories: ['elderly.home-visit'],
  coverage: ['440307003000'],
  modes: ['home-visit'],
  capacity: { perMonth: 30, unit: 'visit' },
}
const id = 'f-01k8f3q2t8x7m4c9e2p0'

/** @param sheet how a list of them is had as a file */
export function offeringRoutes(offerings: Offerings, sheet: Sheet<Offering>): Route[] {
  const action = (
    name: string,
    summary: Text2,
    run: (id: string, revision: number, actor: Actor) => Promise<Offering>,
  ): Route =>
    actionRoute({
      plural: 'offerings',
      singular: 'Offering',
      action: name,
      summary,
      record: offeringRecord,
      service: offerings,
      example: { id },
      run,
    })
  return [
    ...recordRoutes({
      plural: 'offerings',
      singular: 'Offering',
      name: { zh: '服务', en: 'offering' },
      service: offerings,
      draft: offeringDraft,
      change: offeringChange,
      record: offeringRecord,
      filters: offeringFilters,
      facets: offeringFacets,
      sort: offeringSort,
      sheet,
      example: { draft: { ...change, state: 'published' }, change, id },
    }),
    action(
      'publish',
      { zh: '发布服务', en: 'Publish an offering, or resume a paused one' },
      (of, revision, actor) => offerings.move(of, revision, 'published', actor),
    ),
    action('pause', { zh: '暂停服务', en: 'Pause an offering' }, (of, revision, actor) =>
      offerings.move(of, revision, 'paused', actor),
    ),
    action('close', { zh: '关闭服务', en: 'Close an offering for good' }, (of, revision, actor) =>
      offerings.move(of, revision, 'closed', actor),
    ),
    action(
      'confirm',
      { zh: '确认服务仍然有效', en: 'Confirm that an offering still holds' },
      (of, revision, actor) => offerings.confirm(of, revision, actor),
    ),
  ]
}
