import type { Need } from '../../src/needs/index.js'
import { random } from '../train/random.js'

const streets = ['440307001', '440307002', '440307003', '440307004', '440307005']
const communitiesOfStreet = 20
const oneOf = <T>(values: readonly T[], next: () => number) => values[Math.floor(next() * values.length)] as T

/** Needs that spread over regions, states and urgencies, each a second younger than the one before. */
export function* benchNeeds(count: number, seed = 4): Generator<Need> {
  const next = random(seed)
  for (let i = 0; i < count; i++) {
    const at = new Date(Date.UTC(2026, 0, 1) + i * 1_000).toISOString()
    const community = String(Math.floor(next() * communitiesOfStreet)).padStart(3, '0')
    yield {
      id: needId(i),
      revision: 1,
      createdAt: at,
      createdBy: 'bench',
      updatedAt: at,
      updatedBy: 'bench',
      region: `${oneOf(streets, next)}${community}`,
      title: '独居老人需要上门陪伴',
      text: `楼上的婆婆八十多岁一个人住，腿脚不便，买菜做饭都难，想有人上门陪陪她、帮忙打扫卫生。${i}`,
      beneficiaries: { count: 1 + Math.floor(next() * 20), groups: ['elderly'], ages: { from: 80, to: 89 } },
      amount: { value: 8, unit: 'visit' },
      categories: ['elderly.home-visit', 'elderly.meals'],
      urgency: { level: oneOf(['routine', 'soon', 'urgent'], next), stated: 'routine', words: [], kinds: [] },
      modes: ['home-visit'],
      source: oneOf(['visit', 'hotline', 'grid-worker'], next),
      state: oneOf(['open', 'open', 'open', 'withdrawn'], next),
      visibility: 'matched',
      externalId: `bench-${i}`,
    }
  }
}

export const needId = (i: number): string => `n-${String(i).padStart(8, '0')}`

/** The generated needs in batches. */
export function* inBatches(needs: Iterable<Need>, size: number): Generator<Need[]> {
  let batch: Need[] = []
  for (const need of needs) {
    batch.push(need)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}
