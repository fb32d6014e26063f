import type { CSSProperties, ReactNode } from 'react'

interface Props {
  readonly label: string
  /** The id of what it names; not given where several stand in it, each with a name of its own. */
  readonly htmlFor?: string
  readonly required?: boolean
  /** What helps to fill it in. */
  readonly extra?: string
  readonly style?: CSSProperties
  readonly children: ReactNode
}

/** A named field of a form that keeps its values itself; AntD's form would bring checks of values along. */
export function Field({ label, htmlFor, required = false, extra, style, children }: Props) {
  return (
    <div className="field" style={style}>
      {htmlFor === undefined ? (
        <div className="field-label">{label}</div>
      ) : (
        <label className="field-label" htmlFor={htmlFor}>
          {required && <span aria-hidden>* </span>}
          {label}
        </label>
      )}
      {children}
      {extra !== undefined && <div className="field-help">{extra}</div>}
    </div>
  )
}
