import type { LinkPurpose } from '../links/index.js'
import { type ReasonCode, reasons } from '../reasons/index.js'
import type { Needs } from './service.js'

/** Why a need may be ended by a tap. */
const endings: readonly ReasonCode[] = ['solved-elsewhere', 'refused-by-person', 'gone', 'mistaken']

/** Asks whether a need that has waited long is still one: one tap says so, or ends it with a reason. */
export function stillNeededLink(needs: Pick<Needs, 'getOwn' | 'close' | 'sayStillNeeded'>): LinkPurpose {
  return {
    name: 'need.still-needed',
    title: { zh: '一件登记已久的需求，是否仍需要？', en: 'Is a need that has waited long still needed?' },
    choices: [
      { name: 'yes', label: { zh: '仍需要', en: 'Yes' }, fields: [] },
      {
        name: 'no',
        label: { zh: '不再需要', en: 'No' },
        fields: [
          {
            name: 'reason',
            label: { zh: '原因', en: 'Why' },
            options: endings.map((value) => ({ value, zh: reasons[value].zh, en: reasons[value].en })),
          },
        ],
      },
    ],
    async perform(id, choice, { reason }, actor) {
      if (choice === 'yes') return needs.sayStillNeeded(id, actor)
      const { revision } = await needs.getOwn(id, actor)
      return needs.close(id, revision, reason as ReasonCode, actor)
    },
  }
}
