import { useId } from 'react'

interface Props<V extends string> {
  readonly options: readonly { readonly value: V; readonly label: string }[]
  /** Given by the field of a form around it. */
  readonly id?: string
  readonly value?: V
  readonly onChange?: (value: V) => void
}

/** One of a few, each large enough for a thumb; the browser's own buttons, which weigh nothing. */
export function Choices<V extends string>({ options, id, value, onChange }: Props<V>) {
  const name = useId()
  return (
    <div id={id} className="choices">
      {options.map((option) => (
        <label key={option.value}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange?.(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
