/** e.g. 2026年10月16日 */
export function longDay(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long' }).format(
    new Date(iso),
  )
}
