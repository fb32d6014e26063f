import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/**
 * The passwords that people try first, in lower case: the commonest 3,000 of leaked lists, what is common in China
 * (woaini1314, 5201314, qq123456), and of 49,000 leaked ones those of eight characters and more.
 * @param seeds folder that holds `access/common-passwords.txt` and `access/leaked-passwords.txt.br`
 */
export function loadCommonPasswords(seeds: string): ReadonlySet<string> {
  const folder = join(seeds, 'access')
  const common = readFileSync(join(folder, 'common-passwords.txt'), 'utf8')
  const leaked = brotliDecompressSync(readFileSync(join(folder, 'leaked-passwords.txt.br'))).toString('utf8')
  return new Set([common, leaked].flatMap((text) => text.split('\n').filter(Boolean)))
}
