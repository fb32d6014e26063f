/** Why needs are unmet; those that say where to act stand first. */
export const causes = [
  'no-supplier',
  'none-eligible',
  'all-full',
  'declined',
  'out-of-reach',
  'expired',
  'not-asked',
  'awaiting-answer',
  'withdrawn',
  'elsewhere',
  'unknown',
] as const
export type Cause = (typeof causes)[number]

export function causeOf(text: string | undefined): Cause | undefined {
  return causes.find((cause) => cause === text)
}
