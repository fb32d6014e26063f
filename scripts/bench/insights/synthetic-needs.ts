import { type Need, urgencies } from '../../../src/needs/index.js'
import type { Regions } from '../../../src/regions/index.js'
import type { Taxonomy } from '../../../src/taxonomy/index.js'
import { randomFrom } from '../../tile-map/annealing.js'

const day = 86_400_000

/** Needs as they come in two years, the oldest first, so that their ids are in order as those of a real district are. */
export function* syntheticNeeds(
  count: number,
  regions: Regions,
  { services }: Taxonomy,
  first = Date.UTC(2025, 0, 1, 4),
  days = 720,
): Generator<Need> {
  const random = randomFrom(7)
  const communities = regions.all.filter(({ level }) => level === 'community').map(({ code }) => code)
  const leaves = services.terms.filter(({ children }) => !children).map(({ id }) => id)
  for (let number = 0; number < count; number++) {
    const at = first + Math.floor((number / count) * days) * day
    yield needFrom(number, new Date(at).toISOString(), { communities, leaves }, random)
  }
}

/** As a district has them: few categories and communities have most of them, two in three are over. */
function needFrom(
  number: number,
  createdAt: string,
  { communities, leaves }: { communities: readonly string[]; leaves: readonly string[] },
  random: () => number,
): Need {
  const value = 1 + Math.floor(random() * 8)
  const isMet = random() < 0.66
  const state = isMet ? 'met' : random() < 0.1 ? 'withdrawn' : 'open'
  return {
    id: `n-${String(number).padStart(8, '0')}`,
    revision: 1,
    ...{ createdAt, createdBy: 'bench', updatedAt: createdAt, updatedBy: 'bench' },
    region: communities[Math.floor(random() ** 1.5 * communities.length)] ?? '',
    title: '独居老人需要上门陪伴',
    text: '社区里有位独居老人，腿脚不便，子女在外地，需要有人每周上门陪伴、打扫卫生，并查看居家安全。',
    beneficiaries: { count: 1, groups: random() < 0.7 ? ['elderly-alone'] : [] },
    amount: { value, unit: 'visit' },
    categories: [leaves[Math.floor(random() ** 2 * leaves.length)] ?? ''],
    urgency: {
      level: urgencies[Math.floor(random() ** 3 * 4)] ?? 'routine',
      stated: 'routine',
      words: [],
      kinds: [],
    },
    modes: ['home-visit'],
    source: 'grid-worker',
    state,
    ...(isMet ? { progress: { pending: 0, reserved: 0, committed: 0, delivered: value } } : {}),
    visibility: 'matched',
    guarded: false,
  }
}
