import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** So much a browser may load before the first page of a workspace is there, compressed; bytes. */
export const firstLoadLimit = 350_000
/** What the headers of one answer weigh; bytes. */
const headersWeight = 650
/** What a page asks the API for at first; as `npm run bench:web` sees it, the most is 20 kB. */
const answersWeight = 25_000

/** The part of Vite's manifest that is read here. */
interface Built {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

type Manifest = Readonly<Record<string, Built>>

export interface FirstLoad {
  /** Where its source lies under src/web, e.g. `district/map/map-page.tsx`. */
  readonly page: string
  readonly files: number
  /** With gzip, which is what browsers take over plain HTTP; headers and the API's answers with it. */
  readonly bytes: number
}

/** A page as the router knows it, and what is loaded with each: the texts of one language. */
const pages = /(-page|sign-in)\.tsx$/
const always = /(virtual:texts\/zh|antd\/locale\/zh_CN\.js)$/

/** What each page weighs for somebody who has kept nothing, by what the build says that it imports. */
export function firstLoads(folder: string): FirstLoad[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const names = Object.keys(manifest)
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
  const first = [
    'index.html',
    ...[...index.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file as string),
  ]
  const texts = names.filter((name) => always.test(name))
  return names
    .filter((name) => pages.test(name))
    .map((page) => {
      const files = new Set([...first, ...filesOf(manifest, [page, ...texts])])
      const weights = [...files].map((file) => headersWeight + packedSize(join(folder, file)))
      return {
        page,
        files: files.size,
        bytes: answersWeight + weights.reduce((sum, weight) => sum + weight, 0),
      }
    })
}

function filesOf(manifest: Manifest, names: readonly string[], seen = new Set<string>()): Set<string> {
  const files = new Set<string>()
  for (const name of names) {
    const built = manifest[name]
    if (!built || seen.has(name)) continue
    seen.add(name)
    for (const file of [built.file, ...(built.css ?? []), ...filesOf(manifest, built.imports ?? [], seen)])
      files.add(file)
  }
  return files
}

function packedSize(file: string): number {
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size
}
