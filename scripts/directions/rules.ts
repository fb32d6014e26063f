import { type Import, type Module, readModules } from './read-imports.js'

/** One import that goes the wrong way, or one line that could not be judged. */
export interface Finding {
  /** `src/needs/model.ts:3` */
  readonly place: string
  readonly rule: 'door' | 'pure-model' | 'platform' | 'rim' | 'cycle' | 'browser' | 'unread'
  readonly message: string
}

export interface Directions {
  readonly modules: number
  readonly imports: number
  readonly findings: readonly Finding[]
}

/** Folders that are no part of the business. */
const notFeatures = new Set(['platform', 'cli', 'types'])
/** These see every part: the composition root and the command line. */
const seesAll = (path: string): boolean => path === 'main.ts' || roomOf(path) === 'cli'

const ioBuiltIns =
  /^node:(?:fs|http|https|http2|net|tls|dgram|dns|child_process|worker_threads|cluster|readline|stream)\b/
const ioPackages = new Set([
  'express',
  'express-rate-limit',
  'helmet',
  'libsql',
  'mongoose',
  'pino',
  'prom-client',
  'exceljs',
])
const ioRooms = /^platform\/(?:store|search|http)\//

/** The top folder that a module lies in; '' for a file beside the folders. */
function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : ''
}

const featureOf = (path: string): string | undefined => {
  const room = roomOf(path)
  return room && !notFeatures.has(room) ? room : undefined
}

const isDoor = (path: string): boolean => /^[^/]+\/index\.ts$/.test(path)

/**
 * Holds the import directions of docs/architecture.md over a source tree.
 * @param shown what the tree is called in messages, e.g. `src`
 */
export function judgeDirections(root: string, shown = 'src'): Directions {
  const modules = readModules(root)
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const findings: Finding[] = []
  const find = (rule: Finding['rule'], { path }: Module, line: number, message: string): void => {
    findings.push({ place: `${shown}/${path}:${line}`, rule, message })
  }
  for (const module of modules) {
    for (const { line, what } of module.unread) find('unread', module, line, what)
    for (const one of module.imports) {
      const wrong = wrongWay(module.path, one)
      if (wrong) find(wrong.rule, module, one.line, wrong.message)
      if (roomOf(module.path) === 'web' && one.target && roomOf(one.target) !== 'web') {
        const chain = isDoor(one.target) ? [one.target] : wayToIo(one, byPath, new Set())
        if (chain) find('browser', module, one.line, `a page cannot take in ${chain.join(' > ')}`)
      }
      if (module.path.endsWith('/model.ts')) {
        const chain = wayToIo(one, byPath, new Set())
        if (chain)
          find('pure-model', module, one.line, `a model does no I/O, but this reaches ${chain.join(' > ')}`)
      }
    }
  }
  findings.push(...cycles(modules, shown))
  return { modules: modules.length, imports: modules.reduce((sum, m) => sum + m.imports.length, 0), findings }
}

function wrongWay(from: string, { target }: Import): Pick<Finding, 'rule' | 'message'> | undefined {
  if (!target || seesAll(from)) return undefined
  const here = roomOf(from)
  const there = roomOf(target)
  if (here === there) return undefined
  // Pages take in rules that need no server, past the door: behind it lies the service. See the rule `browser`.
  if (here === 'web') return undefined
  if (here === 'platform') return { rule: 'platform', message: `the platform knows no other part: ${target}` }
  if (there === 'cli' || target === 'main.ts')
    return { rule: 'rim', message: `nothing inside knows the rim: ${target}` }
  if (featureOf(from) && there === '') {
    return { rule: 'rim', message: `a feature is given what it needs by the composition root: ${target}` }
  }
  if (featureOf(target) && !isDoor(target)) {
    return { rule: 'door', message: `${there} is entered through ${there}/index.ts, not ${target}` }
  }
  return undefined
}

/**
 * How a value import leads to I/O, over files that are not doors. Behind another feature's door lies its service too;
 * what is taken through the door is judged where it lives, in that feature's own model.
 */
function wayToIo(one: Import, byPath: ReadonlyMap<string, Module>, seen: Set<string>): string[] | undefined {
  if (one.typeOnly) return undefined
  const { specifier, target } = one
  if (!target) return ioBuiltIns.test(specifier) || ioPackages.has(specifier) ? [specifier] : undefined
  if (ioRooms.test(target)) return [target]
  if (isDoor(target) || seen.has(target)) return undefined
  seen.add(target)
  for (const next of byPath.get(target)?.imports ?? []) {
    const rest = wayToIo(next, byPath, seen)
    if (rest) return [target, ...rest]
  }
  return undefined
}

/** Features that know each other in a circle, types included: neither could be read without the other. */
function cycles(modules: readonly Module[], shown: string): Finding[] {
  const edges = new Map<string, Map<string, string>>()
  for (const { path, imports } of modules) {
    const from = featureOf(path)
    if (!from) continue
    const known = edges.get(from) ?? new Map<string, string>()
    edges.set(from, known)
    for (const { target, line } of imports) {
      const to = target && featureOf(target)
      if (to && to !== from && !known.has(to)) known.set(to, `${shown}/${path}:${line}`)
    }
  }
  const found = new Map<string, Finding>()
  const walk = (at: string, trail: readonly string[]): void => {
    const begun = trail.indexOf(at)
    if (begun >= 0) {
      const ring = trail.slice(begun)
      const name = [...ring].sort().join(' ')
      const place = edges.get(ring.at(-1) as string)?.get(at) as string
      if (!found.has(name))
        found.set(name, { place, rule: 'cycle', message: `a circle: ${[...ring, at].join(' > ')}` })
      return
    }
    for (const next of edges.get(at)?.keys() ?? []) walk(next, [...trail, at])
  }
  for (const feature of edges.keys()) walk(feature, [])
  return [...found.values()]
}
