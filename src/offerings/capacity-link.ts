import type { LinkPurpose } from '../links/index.js'
import type { Offerings } from './service.js'

/** Asks whether a stated capacity still holds: one tap says so, or says how many places there are instead. */
export function capacityLink(
  offerings: Pick<Offerings, 'records' | 'confirm' | 'restateCapacity'>,
): LinkPurpose {
  return {
    name: 'offering.capacity',
    title: { zh: '每月仍可提供 {count} 个名额吗？', en: 'Are there still {count} places a month?' },
    choices: [
      { name: 'still', label: { zh: '是，不变', en: 'Yes, as before' }, fields: [] },
      {
        name: 'changed',
        label: { zh: '更新名额', en: 'Change the number' },
        fields: [{ name: 'places', label: { zh: '每月名额', en: 'Places a month' }, min: 0, max: 100_000 }],
      },
    ],
    async perform(id, choice, { places }, actor) {
      if (choice === 'changed') return offerings.restateCapacity(id, Number(places), actor)
      const { revision } = await offerings.records.get(id)
      return offerings.confirm(id, revision, actor)
    },
  }
}
