import { useTranslation } from 'react-i18next'
import type { Turn } from './roster.js'

/** From when until when, by the reader's clock. */
export function useSpan({ from, to }: Pick<Turn, 'from' | 'to'>): string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
    ...{ year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
  return format.formatRange(new Date(from), new Date(to))
}
