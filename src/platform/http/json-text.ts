import { Refusal } from './refusal.js'
import { forbiddenKeys } from './url.js'

/** How deep JSON may be nested: a list of objects in an object is 3. */
const deepestJson = 12

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads JSON that a stranger sent.
 * @throws Refusal when it is not UTF-8, not JSON, nested deeper than 12, names a field twice in one object, or names
 * one that could reach a prototype
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  const members = countMembers(text)
  const value = parse(text)
  // In valid JSON every colon outside a string makes a member, so a smaller number of fields means that one came twice.
  if (countFields(value) !== members) throw new Refusal('json.duplicate')
  return value
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Refusal('json.encoding')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('json.malformed')
  }
}

/** Counts the colons outside strings; looks at the depth before anything is built from the text. */
function countMembers(text: string): number {
  let members = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 0x22) i = endOfString(text, i)
    else if (char === 0x3a) members++
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > deepestJson) throw new Refusal('json.depth', { limit: deepestJson })
    } else if (char === 0x7d || char === 0x5d) depth--
  }
  return members
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end < 0 ? text.length : end
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++
  return backslashes % 2 === 1
}

/** Fields of all objects within. The depth has been checked, so the recursion is short. */
function countFields(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countFields(item), 0)
  let count = 0
  for (const [key, inner] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) throw new Refusal('json.key', { key })
    count += 1 + countFields(inner)
  }
  return count
}
