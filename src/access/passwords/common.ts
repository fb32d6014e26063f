import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The passwords that people try first, in lower case: the commonest 3,000 of leaked lists, and what is common in China
 * (woaini1314, 5201314, qq123456).
 * @param seeds folder that holds `access/common-passwords.txt`
 */
export function loadCommonPasswords(seeds: string): ReadonlySet<string> {
  const text = readFileSync(join(seeds, 'access', 'common-passwords.txt'), 'utf8')
  return new Set(text.split('\n').filter(Boolean))
}
