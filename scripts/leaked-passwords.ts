import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

/**
 * Makes seeds/access/leaked-passwords.txt.br of src/passwords.json of the npm package @zxcvbn-ts/language-common: those of
 * eight characters and more, for shorter words are part of too many good passwords.
 *
 *   npm pack @zxcvbn-ts/language-common@4.1.3 && tar xzf zxcvbn-ts-language-common-4.1.3.tgz
 *   npx tsx scripts/leaked-passwords.ts package/src/passwords.json
 */
const [file] = process.argv.slice(2)
if (file === undefined) throw new RangeError('which file? See above')
const all = JSON.parse(readFileSync(file, 'utf8')) as string[]
const long = [...new Set(all.map((word) => word.toLowerCase()))].filter((word) => word.length >= 8).sort()
const target = new URL('../seeds/access/leaked-passwords.txt.br', import.meta.url)
writeFileSync(target, brotliCompressSync(`${long.join('\n')}\n`))
