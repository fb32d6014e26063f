interface Props {
  readonly label: string
  /** Of so much. */
  readonly of: number
  readonly covered: number
  /** The part of it that is done, in a stronger colour. */
  readonly done?: number
}

/** How much of something is covered, in numbers and as a bar. */
export function ShareBar({ label, of, covered, done = 0 }: Props) {
  const widthOf = (part: number) => `${Math.min(100, (part / of) * 100)}%`
  return (
    <div className="share">
      <div
        className="share-bar"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={covered}
      >
        <div style={{ width: widthOf(covered) }} />
        <div className="done" style={{ width: widthOf(done) }} />
      </div>
      {covered}/{of}
    </div>
  )
}
