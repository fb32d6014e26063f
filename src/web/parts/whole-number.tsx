import { Input, type InputProps } from 'antd'

interface Props extends Omit<InputProps, 'value' | 'onChange' | 'type'> {
  readonly value?: number | null
  readonly onChange?: (value: number | null) => void
}

/** A field for a whole number from 0, with the digits' keyboard of a phone. */
export function WholeNumber({ value, onChange, ...input }: Props) {
  return (
    <Input
      {...input}
      inputMode="numeric"
      value={value ?? ''}
      onChange={({ target }) => {
        const digits = target.value.replace(/\D/g, '')
        onChange?.(digits === '' ? null : Number(digits))
      }}
    />
  )
}
