import { withheldText, withheldWords } from '../../needs/words.js'

/** The words of a need as a page shows them: that they are withheld is said in the reader's language alone. */
export function shownText(text: string, language: string): string {
  return text === withheldText ? withheldWords[language === 'en' ? 'en' : 'zh'] : text
}
