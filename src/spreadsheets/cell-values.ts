/** Reads single cells as people fill them in. Pure; what cannot be read is undefined, and the caller says so. */

/** Parts of a list: by commas of either width, 、；; | / and line ends. */
export function listIn(cell: string | undefined): string[] {
  return [...new Set((cell ?? '').split(/[,，、;；|/\n]/).map((part) => part.trim()))].filter(Boolean)
}

/** A number, with or without thousands commas, full width, or a unit behind it: `1,200`, `３０次`, `12.5 元`. */
export function numberIn(cell: string): number | undefined {
  const match = /^([+-]?\d+(?:\.\d+)?)\s*\D{0,8}$/.exec(cell.normalize('NFKC').replace(/,(?=\d{3})/g, ''))
  return match ? Number(match[1]) : undefined
}

/** An ISO day from `2026-03-01`, `2026/3/1`, `2026年3月1日` or `2026.3.1`; undefined for a day that no month has. */
export function dayIn(cell: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(cell.normalize('NFKC').trim())
  if (!match) return undefined
  const [, year, month = '', day = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso
}

/** The ISO day that ends the month of `2026-03`, `2026/3` or `2026年3月`. */
export function lastDayIn(cell: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(cell.normalize('NFKC').trim())
  const [, year, month] = match ?? []
  if (!match || Number(month) < 1 || Number(month) > 12) return undefined
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

const oldest = 120

/** Ages from `60-75`, `60岁以上`, `>=60`, `12岁以下`, `0至3岁`, `78岁`; both ends count, 0 to 120. */
export function agesIn(cell: string): { from: number; to: number } | undefined {
  const text = cell.normalize('NFKC').replace(/[\s岁周]/g, '')
  const span = /^(\d{1,3})(?:-|~|–|—|至|到)(\d{1,3})$/.exec(text)
  const over = /^(?:>=?|≥)(\d{1,3})$/.exec(text) ?? /^(\d{1,3})(?:\+|及?以上)$/.exec(text)
  const under = /^(?:<=?|≤)(\d{1,3})$/.exec(text) ?? /^(\d{1,3})及?以下$/.exec(text)
  const exact = /^(\d{1,3})$/.exec(text)
  const from = Number(span?.[1] ?? over?.[1] ?? exact?.[1] ?? 0)
  const to = Number(span?.[2] ?? under?.[1] ?? exact?.[1] ?? oldest)
  if (!(span ?? over ?? under ?? exact) || from > to || to > oldest) return undefined
  return { from, to }
}

/** Each day as people write it, Monday first. */
const weekdays = [
  /^(?:1|一|mon)/i,
  /^(?:2|二|tue)/i,
  /^(?:3|三|wed)/i,
  /^(?:4|四|thu)/i,
  /^(?:5|五|fri)/i,
  /^(?:6|六|sat)/i,
  /^(?:7|日|天|sun)/i,
]

/** A weekly opening as `6 09:00-12:00`, `周六 09:00-12:00` or `Sat 09:00-12:00`; 1 is Monday. */
export function weeklyHoursIn(part: string): { weekday: number; from: string; to: string } | undefined {
  const match =
    /^(?:周|星期)?([1-7一二三四五六日天]|[a-z]{3}|[a-z]+day)\s*(\d{1,2}:\d{2})\s*[-~–—至到]\s*(\d{1,2}:\d{2})$/i.exec(
      part.normalize('NFKC').trim(),
    )
  const [, day = '', from = '', to = ''] = match ?? []
  const weekday = weekdays.findIndex((names) => names.test(day)) + 1
  return weekday ? { weekday, from: from.padStart(5, '0'), to: to.padStart(5, '0') } : undefined
}

/** Cells that each hold one part of the same things, in one order: names in one, telephones in another. */
export function inParallel<K extends string>(
  cells: Readonly<Record<K, string | undefined>>,
): Partial<Record<K, string>>[] {
  const things: Partial<Record<K, string>>[] = []
  for (const key of Object.keys(cells) as K[]) {
    for (const [at, part] of (cells[key] ?? '').split(/[;；\n]/).entries()) {
      const value = part.trim()
      if (value) things[at] = { ...things[at], ...({ [key]: value } as Partial<Record<K, string>>) }
    }
  }
  return things.filter(Boolean)
}
