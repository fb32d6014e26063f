/** Sets of characters are told apart by the lower bits of their units: one in some hundred others passes for a member. */
const places = 0x1000

/**
 * Tells in one pass over a text which of up to 32 sets of characters have a member in it, so that an expression that cannot do
 * without one need not be tried. Never says no where the text has a member; rarely, it says yes where it has none.
 */
export class CharacterSets {
  private readonly bits = new Int32Array(places)
  private readonly known = new Map<string, number>()

  /** The bits of sets, of each of which a text must have a character. @param sets the characters of each */
  all(...sets: readonly string[]): number {
    return sets.reduce((bits, set) => bits | this.bitOf(set), 0)
  }

  /** The bits of those sets that the text has a character of. */
  in(text: string): number {
    const { bits } = this
    let found = 0
    for (let i = 0; i < text.length; i++) found |= bits[text.charCodeAt(i) & (places - 1)] as number
    return found
  }

  private bitOf(set: string): number {
    const known = this.known.get(set)
    if (known !== undefined) return known
    const bit = 1 << this.known.size
    this.known.set(set, bit)
    for (let i = 0; i < set.length; i++) {
      const place = set.charCodeAt(i) & (places - 1)
      this.bits[place] = (this.bits[place] as number) | bit
    }
    return bit
  }
}
