/** Digits and the letters that cannot be taken for others: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** 3^i mod 31 */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/**
 * Whether a text is a unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters of its alphabet,
 * the last of which is the check character of the first 17. Any registrar and any class of entity is accepted, since
 * new classes keep being added. The organisation code within has a check of its own (GB 11714), which older bodies
 * are known to break; it is not asked for.
 * @param code in upper case
 */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && checkCharacter(code.slice(0, 17)) === code[17]
}

/** The check character for the first 17; undefined when one of them is not of the alphabet. */
export function checkCharacter(first17: string): string | undefined {
  let sum = 0
  for (const [at, weight] of weights.entries()) {
    const value = alphabet.indexOf(first17[at] ?? ' ')
    if (value < 0) return undefined
    sum += value * weight
  }
  return alphabet[(31 - (sum % 31)) % 31]
}
