import { pinyin } from 'pinyin-pro'

const options = { toneType: 'none', type: 'array', v: true } as const

/** The commonest reading of a character by itself: people type `changzhe` for 长者, which is read zhangzhe. */
const alone = new Map<string, string>()

/**
 * How a text may be typed in pinyin: one row of syllables as it is read in context and, where it differs, one as its
 * characters are read alone. Without tones, ü as v. What is not Chinese stands character by character.
 * @param text normalised and short (a title): about 50 microseconds for 12 characters
 */
export function pinyinReadings(text: string): string[][] {
  const inContext = pinyin(text, options)
  const oneByOne = Array.from(text, readAlone)
  return inContext.length === oneByOne.length && inContext.every((syllable, i) => syllable === oneByOne[i])
    ? [inContext]
    : [inContext, oneByOne]
}

/** The first letters of a row of syllables: chang zhe shi tang -> czst. */
export function initials(syllables: readonly string[]): string {
  return syllables.map((syllable) => syllable.charAt(0)).join('')
}

function readAlone(character: string): string {
  let reading = alone.get(character)
  if (reading === undefined) {
    reading = pinyin(character, options)[0] ?? character
    alone.set(character, reading)
  }
  return reading
}
