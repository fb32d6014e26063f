import { Button, type ButtonProps } from 'antd'
import { useRef } from 'react'

interface Props extends Omit<ButtonProps, 'onClick' | 'children'> {
  readonly label: string
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** A button that asks for a file, or on a phone for a picture. */
export function FileButton({ label, accept, onFile, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        // Not by the attribute alone: within a form AntD shows the field all the same.
        style={{ display: 'none' }}
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
          // The same file may be chosen again.
          target.value = ''
        }}
      />
      <Button {...button} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
