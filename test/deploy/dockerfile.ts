import { readFileSync } from 'node:fs'

interface Instruction {
  readonly name: string
  readonly text: string
}

/** The instructions of the last stage, which makes the image, and of all. */
export function readDockerfile(): { all: readonly Instruction[]; last: readonly Instruction[] } {
  const lines = readFileSync('Dockerfile', 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
  const all = lines.filter(Boolean).map((line) => {
    const [name = '', ...words] = line.trim().split(/\s+/)
    return { name, text: words.join(' ') }
  })
  return { all, last: all.slice(all.findLastIndex(({ name }) => name === 'FROM')) }
}

/** What the one instruction of that name says; throws when there are none or several. */
export function only(instructions: readonly Instruction[], name: string): string {
  const found = instructions.filter((instruction) => instruction.name === name)
  if (found.length !== 1) throw new Error(`${found.length} times ${name}`)
  return found[0]?.text ?? ''
}

/** The variables that the image sets. */
export function imageEnvironment(): Record<string, string> {
  const pairs = only(readDockerfile().last, 'ENV').split(' ')
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]))
}
