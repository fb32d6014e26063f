import type { ReferralSettings, Urgency } from './model.js'
import type { Stage } from './states.js'

/** Hours within which whoever is asked must act. */
const hours: { readonly [urgency in Urgency]: { readonly [stage in Stage]?: number } } = {
  crisis: { requested: 2, applied: 2, received: 2, accepted: 4, 'in-progress': 72 },
  urgent: { requested: 24, applied: 24, received: 24, accepted: 48, 'in-progress': 336 },
  soon: { requested: 72, applied: 72, received: 72, accepted: 168, 'in-progress': 720 },
  routine: { requested: 168, applied: 168, received: 168, accepted: 336, 'in-progress': 1_440 },
}

const hourMs = 3_600_000

/**
 * The ISO instant by which whoever owes must have acted; undefined where nobody owes.
 * @param since ISO instant at which the stage began
 */
export function dueAt(
  stage: Stage,
  urgency: Urgency,
  since: string,
  settings: ReferralSettings,
): string | undefined {
  const wait = waitHours(stage, urgency, settings)
  return wait === undefined ? undefined : new Date(Date.parse(since) + wait * hourMs).toISOString()
}

function waitHours(stage: Stage, urgency: Urgency, { silenceDays }: ReferralSettings): number | undefined {
  switch (stage) {
    case 'reported':
      return silenceDays * 24
    case 'on-hold':
    case 'reopened':
      return hours[urgency]['in-progress']
    case 'disputed':
    case 'expired':
      return hours[urgency].received
    default:
      return hours[urgency][stage]
  }
}
