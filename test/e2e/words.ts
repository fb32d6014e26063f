import type { Page } from 'playwright-core'
import { texts } from '../../src/web/i18n/texts.js'

export type Language = keyof typeof texts

export const languages: readonly Language[] = ['zh', 'en']

/** What the pages say in a language. */
export const wordsIn = (language: Language) => texts[language].translation

/** A button or the like that says just this; AntD sets two Chinese characters apart. */
export function saying(words: string): RegExp {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(/^\p{Script=Han}{2}$/u.test(words) ? `^${[...words].join('\\s?')}$` : `^${escaped}$`)
}

/** From the next page on, as somebody sees it who has chosen the language before. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('duijie.language', chosen), language)
}
