/** Told of what took at least `above` milliseconds; values are never shown to `log`. */
export interface SlowLog {
  readonly above: number
  readonly log: (what: string, milliseconds: number) => void
}
