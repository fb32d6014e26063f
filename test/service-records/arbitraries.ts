import fc from 'fast-check'
import type { ServiceRecordChange } from '../../src/service-records/model.js'
import type { Work } from '../../src/service-records/work.js'
import { community, elsewhere, nextCommunity, street } from '../feature-services.js'
import { organizationId } from './world.js'

const few = fc.nat(40)

/** Work that contradicts itself nowhere. */
export const anyWork: fc.Arbitrary<Work> = fc.oneof(
  fc
    .record({
      opened: fc.integer({ min: 1, max: 9 }),
      contacts: fc.integer({ min: 1, max: 9 }),
      minutes: few,
      full: few,
      part: few,
      not: few,
    })
    .map(({ full, part, not, ...rest }) => ({
      ...{ kind: 'case' as const, ...rest, closed: full + part + not },
      ...{ goalsFull: full, goalsPart: part, goalsNot: not },
    })),
  fc
    .record({ groups: few, sessions: fc.integer({ min: 1, max: 9 }), persons: few, more: few })
    .map(({ more, ...rest }) => ({ kind: 'group' as const, ...rest, attendances: rest.persons + more })),
  fc
    .record({ activities: fc.integer({ min: 1, max: 9 }), persons: few, more: few })
    .map(({ more, ...rest }) => ({ kind: 'activity' as const, ...rest, attendances: rest.persons + more })),
  fc.record({
    kind: fc.constant('visit' as const),
    visits: fc.integer({ min: 1, max: 9 }),
    persons: few,
    minutes: few,
  }),
  fc
    .record({ agreed: few, partlyAgreed: few, notAgreed: few, open: fc.integer({ min: 1, max: 9 }) })
    .map(({ open, ...rest }) => ({
      ...{ kind: 'mediation' as const, ...rest, complaints: open },
      mediations: rest.agreed + rest.partlyAgreed + rest.notAgreed,
    })),
  fc
    .record({ persons: few, more: fc.integer({ min: 1, max: 9 }), minutes: few })
    .map(({ more, ...rest }) => ({ kind: 'volunteering' as const, ...rest, turns: rest.persons + more })),
)

/** Few places and months, so that records meet in one cell. */
export const anyDraft: fc.Arbitrary<ServiceRecordChange> = fc.record({
  organizationId: fc.constant(organizationId),
  region: fc.constantFrom(community, nextCommunity, street, elsewhere),
  category: fc.constantFrom('elderly.home-visit', 'elderly.meals', 'mediation'),
  day: fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-15', '2026-02-10'),
  work: anyWork,
})
