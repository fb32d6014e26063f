/** Code of WebAssembly, numbered as in the WebAssembly Core Specification 2.0, chapter 5. */
export type Code = readonly number[]

/** Types of values: a whole number, a fraction, four fractions; each whole number and each fraction has 32 bits. */
export const i32 = 0x7f
export const f32 = 0x7d
export const v128 = 0x7b

/** LEB128 of a whole number, 0 or more. */
export const unsigned = (value: number): Code =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]

/** LEB128 of a whole number of 32 bits. */
const signed = (value: number): Code =>
  value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)]

/** An instruction, after what it works on. */
const instruction =
  (...bytes: number[]) =>
  (...operands: Code[]): Code => [...operands.flat(), ...bytes]

/** An instruction that reads or writes so many bytes beyond an address; any address will do. */
const inMemory =
  (...bytes: number[]) =>
  (beyond: number, ...operands: Code[]): Code => [...operands.flat(), ...bytes, 0, ...unsigned(beyond)]

export const get = (local: number): Code => [0x20, local]
export const set = (local: number, value: Code): Code => [...value, 0x21, local]
export const getGlobal = (number: number): Code => [0x23, number]

export const whole = (value: number): Code => [0x41, ...signed(value)]
export const load = inMemory(0x28)
export const store = inMemory(0x36)
export const isOther = instruction(0x47)
export const isBelow = instruction(0x49)
export const isAbove = instruction(0x4b)
export const add = instruction(0x6a)
export const multiply = instruction(0x6c)
export const subtract = instruction(0x6b)
export const and = instruction(0x71)
export const shiftRight = instruction(0x76)
/** The first where the third is not 0, else the second. */
export const choose = instruction(0x1b)

export const fraction = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)]
export const toFraction = instruction(0xb2)
export const loadFraction = inMemory(0x2a)
export const storeFraction = inMemory(0x38)
export const rootOf = instruction(0x91)
export const plus = instruction(0x92)
export const minus = instruction(0x93)
export const times = instruction(0x94)
export const over = instruction(0x95)
export const lesser = instruction(0x96)
export const greater = instruction(0x97)

export const noughts: Code = [0xfd, 0x0c, ...new Uint8Array(16)]
export const loadFour = inMemory(0xfd, 0x00)
export const fourOf = instruction(0xfd, 0x13)
export const plusFour = instruction(0xfd, 0xe4, 1)
export const timesFour = instruction(0xfd, 0xe6, 1)
/** The first unless it is below the second, in each of the four. */
export const greaterFour = instruction(0xfd, 0xeb, 1)
export const oneOf = (four: Code, place: number): Code => [...four, 0xfd, 0x1f, place]

export const storeFour = inMemory(0xfd, 0x0b)

/** Pairs of 64-bit fractions: one of memory twice, or two of 32 bits widened, which is exact. */
export const loadPairOf = inMemory(0xfd, 0x0a)
export const loadWidened = (beyond: number, address: Code): Code => [
  ...inMemory(0xfd, 0x5d)(beyond, address),
  ...[0xfd, 0x5f],
]
export const plusPair = instruction(0xfd, 0xf0, 1)
export const timesPair = instruction(0xfd, 0xf2, 1)

/** Once, and again as long as the condition holds. */
export const repeat = (body: Code, condition: Code): Code => [
  ...[0x03, 0x40, ...body],
  ...[...condition, 0x0d, 0, 0x0b],
]
export const where = (condition: Code, body: Code): Code => [...condition, 0x04, 0x40, ...body, 0x0b]

/** Numbers that a function keeps, beside its parameters. */
export class Locals {
  private readonly types: number[] = []

  constructor(private readonly parameters: number) {}

  of(type: number): number {
    return this.parameters + this.types.push(type) - 1
  }

  get code(): Code {
    return [...unsigned(this.types.length), ...this.types.flatMap((type) => [1, type])]
  }
}
