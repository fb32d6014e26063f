/**
 * Which two characters begin a word of some list. Few pairs share one of the bits, so that it tells nearly as much as they
 * do, in a tenth of the time of asking a map.
 */
export class WordStarts {
  /** 65,536 of them: as many as stay within reach of the processor. */
  private readonly bits = new Uint32Array(2_048)

  /** @param word of one UTF-16 unit or more */
  add(word: string): void {
    const bit = bitOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0)
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31))
  }

  /** Whether some word may begin with these two units; with 0 for the second, whether some word may be the first alone. */
  may(first: number, second: number): boolean {
    const bit = bitOf(first, second)
    return (((this.bits[bit >>> 5] as number) >>> (bit & 31)) & 1) === 1
  }
}

const bitOf = (first: number, second: number): number => (first * 31 + second) & 0xffff
