import type { Schemas } from '../../api/client.js'

export type InsightRow = Schemas['InsightRow']

export const measures = ['count', 'rate', 'share', 'days', 'gap'] as const
export type Measure = (typeof measures)[number]

/** What a place shows: a number, or why it shows none. */
export type Shown =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'none' }
  /** Of a rate: needs there are, but nobody knows how many live there. */
  | { readonly kind: 'noPopulation' }

const none: Shown = { kind: 'none' }

/** What of a row the measure shows. A share or rate cannot be told where the number behind it is kept back. */
export function shownOf(row: InsightRow | undefined, measure: Measure): Shown {
  if (!row || row.unmet.kind === 'none') return none
  if (measure === 'count') {
    return row.unmet.kind === 'suppressed'
      ? { kind: 'suppressed' }
      : { kind: 'number', value: row.unmet.count ?? 0 }
  }
  const value = figureOf(row, measure)
  if (value !== undefined) return { kind: 'number', value }
  if (row.unmet.kind === 'suppressed') return { kind: 'suppressed' }
  return measure === 'rate' ? { kind: 'noPopulation' } : none
}

function figureOf(row: InsightRow, measure: Exclude<Measure, 'count'>): number | undefined {
  switch (measure) {
    case 'rate':
      return row.perTenThousand
    case 'share':
      return row.share
    case 'days':
      // Where nobody waits, nobody has waited for a day.
      return row.waiting === 0 ? 0 : row.medianDays
    case 'gap':
      return row.gap
  }
}

export function formatted(value: number, measure: Measure): string {
  if (measure === 'share') return `${Math.round(value * 100)}%`
  return measure === 'rate' ? value.toFixed(2) : String(Math.round(value * 10) / 10)
}

/** Light to dark in one hue, so that the order holds in grey too; the text on each has a contrast of at least 4.5. */
export const shades = [
  { fill: '#dff0ee', text: '#1c2330' },
  { fill: '#a9d8d1', text: '#1c2330' },
  { fill: '#6bb8ae', text: '#1c2330' },
  { fill: '#26776f', text: '#ffffff' },
  { fill: '#0a4a45', text: '#ffffff' },
] as const

/** Classes of equal width up to the largest value, whose bounds are round numbers. */
export interface Scale {
  readonly step: number
  shadeOf(value: number): (typeof shades)[number]
}

export function scaleOf(values: readonly number[], measure: Measure): Scale {
  const step = roundStep(Math.max(0, ...values) / shades.length, measure)
  return {
    step,
    shadeOf: (value) =>
      shades[Math.min(shades.length, Math.max(1, Math.ceil(value / step))) - 1] ?? shades[0],
  }
}

const roundParts = [1, 2, 2.5, 5, 10]

function roundStep(least: number, measure: Measure): number {
  const isWhole = measure === 'count' || measure === 'days' || measure === 'gap'
  if (least <= 0) return isWhole ? 1 : 0.1
  const power = 10 ** Math.floor(Math.log10(least))
  const step = (roundParts.find((part) => part * power >= least) ?? 10) * power
  return isWhole ? Math.max(1, Math.ceil(step)) : step
}
