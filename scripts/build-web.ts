/**
 * Builds the pages into dist/web, each file compressed beside itself: npm run build:web
 * `--if-changed` leaves what was built of the same sources as it is, and does nothing where the tools are not installed.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = join(root, 'src/web')
const target = join(root, 'dist/web')
const stamp = join(target, '.sources')
/** Below this a packet holds it anyway; bytes. */
const worthCompressing = 1_000

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort()
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const path of [...filesIn(sources), join(root, 'package-lock.json')])
    hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function compressAll(): void {
  for (const path of filesIn(target)) {
    const bytes = readFileSync(path)
    if (!/\.(js|css|svg|json)$/.test(path) || bytes.length < worthCompressing) continue
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
  }
}

async function run(): Promise<void> {
  const digest = digestOfSources()
  const isOptional = process.argv.includes('--if-changed')
  if (isOptional && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  if (isOptional && !existsSync(join(root, 'node_modules/vite'))) return
  process.stderr.write('正在生成页面 / building the pages …\n')
  const { build } = await import('vite')
  await build({ configFile: join(sources, 'vite.config.ts'), logLevel: 'warn' })
  compressAll()
  writeFileSync(stamp, digest)
}

await run()
