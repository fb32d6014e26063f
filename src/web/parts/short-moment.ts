/** A moment in the reader's own time: 11月26日 14:05, and with its year where that is not the present one. */
export function shortMoment(iso: string, language: string, now = new Date()): string {
  const moment = new Date(iso)
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    ...(moment.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment)
}
