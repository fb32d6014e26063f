import { type Code, i32, type Locals, unsigned } from './wasm-code.js'

/** What of WebAssembly is used here; Node's types do not declare it. */
interface Engine {
  readonly Memory: new (size: { initial: number; maximum?: number; shared?: boolean }) => Memory
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (
    module: object,
    imports: { readonly host: Readonly<Record<string, unknown>> },
  ) => { readonly exports: Readonly<Record<string, unknown>> }
}

export interface Memory {
  readonly buffer: ArrayBufferLike
  /** By so many pages. */
  grow(pages: number): number
}

export const { Memory, Module, Instance } = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly

/** Bytes of a number of 32 bits, and of what a memory grows by. */
export const sizeOfNumber = 4
export const sizeOfPage = 65_536
/** Of a memory that is shared: as many as 32 bits reach. */
export const mostPages = 65_536

/** A function that returns nothing. */
export interface Func {
  readonly name: string
  /** How many whole numbers it is given. */
  readonly parameters: number
  readonly locals: Locals
  readonly body: Code
}

interface Parts {
  /** Whether the memory is one that is shared. */
  readonly shared: boolean
  /** Names of whole numbers that an instance is given once. */
  readonly globals: readonly string[]
  readonly functions: readonly Func[]
}

/** A module over the memory `host.memory` and the globals of `host`, which exports all its functions. */
export function moduleOf({ shared, globals, functions }: Parts): object {
  const host = name('host')
  return new Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      ...section(
        1,
        functions.map(({ parameters }) => [0x60, ...sized(Array(parameters).fill(i32)), 0]),
      ),
      ...section(2, [
        [...host, ...name('memory'), 2, ...(shared ? [3, 0, ...unsigned(mostPages)] : [0, 1])],
        ...globals.map((global) => [...host, ...name(global), 3, i32, 0]),
      ]),
      ...section(
        3,
        functions.map((_, i) => [i]),
      ),
      ...section(
        7,
        functions.map((each, i) => [...name(each.name), 0, i]),
      ),
      ...section(
        10,
        functions.map(({ locals, body }) => sized([...locals.code, ...body, 0x0b])),
      ),
    ]),
  )
}

const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes]
const name = (text: string): Code => sized([...Buffer.from(text)])
const section = (id: number, parts: readonly Code[]): Code => [
  id,
  ...sized([...unsigned(parts.length), ...parts.flat()]),
]
