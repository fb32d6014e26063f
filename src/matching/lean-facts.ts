import type { OfferingFacts } from './profile.js'

/**
 * Makes facts share what they have in common: a hundred thousand offerings know few codes, days and ways of serving,
 * but come each with its own copies.
 */
export class LeanFacts {
  private readonly strings = new Map<string, string>()
  private readonly lists = new Map<string, readonly string[]>()

  of(facts: OfferingFacts): OfferingFacts {
    return {
      title: facts.title,
      provider: facts.provider,
      published: facts.published,
      coverage: facts.coverage?.map((code) => this.string(code)),
      modes: this.list(facts.modes),
      ages: facts.ages,
      placesLeft: facts.placesLeft,
      from: facts.from && this.string(facts.from),
      until: facts.until && this.string(facts.until),
      confirmBy: facts.confirmBy && this.string(facts.confirmBy),
      qualifications: this.list(facts.qualifications),
    }
  }

  private string(value: string): string {
    const known = this.strings.get(value)
    if (known !== undefined) return known
    this.strings.set(value, value)
    return value
  }

  private list<T extends string>(values: readonly T[]): readonly T[] {
    const key = values.join()
    const known = this.lists.get(key)
    if (known) return known as readonly T[]
    this.lists.set(key, values)
    return values
  }
}
