/** Where no word goes on. */
const nothing = 0

/**
 * Words as a tree of their UTF-16 units, in flat arrays: a step along a text is one look into a table, where a tree of maps takes
 * four through the whole memory. Nodes are numbered from 1 on in the order in which they were made.
 */
export class WordTree {
  /** The node that each unit leads to from the root. */
  private readonly firsts = new Int32Array(0x10000)
  /** What leads from a node by a unit to a node: an open table, never more than half full. */
  private keys = new Float64Array(256)
  private nodes = new Int32Array(256)
  private count = 0
  private steps = 0

  /** How many nodes there are. */
  get size(): number {
    return this.count
  }

  /** The node where the word ends, made where it is missing. @param word of one unit or more */
  add(word: string): number {
    const first = word.charCodeAt(0)
    this.firsts[first] ||= ++this.count
    let node = this.firsts[first] as number
    for (let at = 1; at < word.length; at++) node = this.grow(node, word.charCodeAt(at))
    return node
  }

  /** The node of words that begin with a unit; 0 where none does. */
  first(unit: number): number {
    return this.firsts[unit] as number
  }

  /** The node that a unit leads to from a node; 0 where no word goes on so. */
  next(node: number, unit: number): number {
    return this.nodes[this.slotOf(node, unit)] as number
  }

  private grow(node: number, unit: number): number {
    const known = this.next(node, unit)
    if (known !== nothing) return known
    if (++this.steps * 2 > this.keys.length) this.widen()
    return this.put(keyOf(node, unit), this.slotOf(node, unit), ++this.count)
  }

  private put(key: number, slot: number, node: number): number {
    this.keys[slot] = key
    this.nodes[slot] = node
    return node
  }

  /** Where the step stands in the table, or the free place for it. */
  private slotOf(node: number, unit: number): number {
    const { keys, nodes } = this
    const key = keyOf(node, unit)
    const last = keys.length - 1
    let slot = hashOf(node, unit) & last
    while (nodes[slot] !== nothing && keys[slot] !== key) slot = (slot + 1) & last
    return slot
  }

  private widen(): void {
    const { keys, nodes } = this
    this.keys = new Float64Array(keys.length * 2)
    this.nodes = new Int32Array(keys.length * 2)
    for (const [slot, node] of nodes.entries()) {
      if (node === nothing) continue
      const key = keys[slot] as number
      this.put(key, this.slotOf(Math.floor(key / 0x10000), key % 0x10000), node)
    }
  }
}

const keyOf = (node: number, unit: number): number => node * 0x10000 + unit

function hashOf(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) + Math.imul(unit, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
