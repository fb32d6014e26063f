import { createHash, randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Characters of 5 bits each. A link is never typed; a code is told to a person and typed once. */
const lengths = { link: 40, code: 12 }
export type TokenForm = keyof typeof lengths

/** 200 random bits for a link; 60 for a code, which rate limits and a short life must guard as well. */
export function newToken(form: TokenForm): string {
  return Array.from(randomBytes(lengths[form]), (byte) => alphabet[byte & 31]).join('')
}

/** As it is typed: letters of either case, with hyphens and spaces, O for 0, I or L for 1 (Crockford's base 32). */
export function readToken(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
}

/** In groups of four, as a code is told. */
export function shownCode(token: string): string {
  return (token.match(/.{1,4}/g) ?? []).join('-').toUpperCase()
}

/** Tokens have enough bits of their own that a plain hash cannot be turned back. */
export function hashOf(token: string): string {
  return `l-${createHash('sha256').update(token).digest('hex')}`
}
