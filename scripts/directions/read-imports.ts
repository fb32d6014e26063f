import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

export interface Import {
  readonly line: number
  /** As it stands in the source. */
  readonly specifier: string
  /** The module of the tree that it leads to, from the tree's root; undefined for a package. */
  readonly target: string | undefined
  /** Erased when compiled: `import type`, or nothing but `type` names. */
  readonly typeOnly: boolean
}

export interface Module {
  /** From the tree's root, with `/`: `needs/model.ts`. */
  readonly path: string
  readonly imports: readonly Import[]
  /** Lines that hold an import this reader does not understand, or one that leads to no file. */
  readonly unread: readonly { readonly line: number; readonly what: string }[]
}

// Static ones begin a line in our style, so that a sentence in a comment or a text is never taken for one.
const staticImport =
  /^(?:import|export)\s+(?:(type)\s+)?(?:([\w$]+)\s*,?\s*)?(\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?)?\s*from\s+'([^'\n]+)'/gm
const bareImport = /^import\s+'([^'\n]+)'/gm
const dynamicImport = /^(?!\s*(?:\/\/|\*|\/\*)).*?\bimport\(\s*'([^'\n]+)'\s*\)/gm
/** Whatever looks like the end of an import; each of these lines must have been understood. */
const looksLikeOne =
  /^(?:import|export|\})[^\n]*\sfrom\s+['"][^\n]*|^\s+from\s+['"][^\n]*|^import\s*['"][^\n]*/gm

/** All modules of a source tree with what they import; declaration files (`.d.ts`) hold none. */
export function readModules(root: string): Module[] {
  return sourceFiles(root).map((file) => readModule(root, file))
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sourceFiles(path)
      return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
    })
    .sort()
}

function readModule(root: string, file: string): Module {
  const source = readFileSync(file, 'utf8')
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length
  const imports: Import[] = []
  const unread: { line: number; what: string }[] = []
  const understood = new Set<number>()
  const note = (match: RegExpMatchArray, specifier: string, typeOnly: boolean): void => {
    const end = (match.index ?? 0) + match[0].length
    const line = lineAt(end)
    understood.add(line)
    const target = specifier.startsWith('.') ? targetOf(root, file, specifier) : undefined
    if (specifier.startsWith('.') && !target) unread.push({ line, what: `'${specifier}' leads to no file` })
    imports.push({ line, specifier, target, typeOnly })
  }
  for (const match of source.matchAll(staticImport)) {
    const [, type, whole, names, specifier = ''] = match
    note(match, specifier, type !== undefined || (!whole && onlyTypes(names)))
  }
  for (const match of source.matchAll(bareImport)) note(match, match[1] ?? '', false)
  for (const match of source.matchAll(dynamicImport)) {
    note(match, match[1] ?? '', /\btypeof\s+import\(/.test(match[0]))
  }
  for (const match of source.matchAll(looksLikeOne)) {
    const line = lineAt(match.index + match[0].length)
    if (!understood.has(line)) unread.push({ line, what: `not understood: ${match[0].trim()}` })
  }
  return { path: slashed(relative(root, file)), imports, unread }
}

/** `{ type A, type B }` */
function onlyTypes(names: string | undefined): boolean {
  if (!names?.startsWith('{')) return false
  const each = names
    .slice(1, -1)
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return each.length > 0 && each.every((name) => name.startsWith('type '))
}

/** `.js` in an import means the `.ts` beside it. */
function targetOf(root: string, from: string, specifier: string): string | undefined {
  const named = join(dirname(from), specifier)
  const candidates = [named.replace(/\.js$/, '.ts'), named.replace(/\.js$/, '.tsx'), named]
  const found = candidates.find((path) => existsSync(path))
  return found && slashed(relative(root, found))
}

const slashed = (path: string): string => path.split(sep).join('/')
