import { Button, type ButtonProps } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

export interface MenuItem {
  readonly key: string
  readonly icon?: ReactNode
  readonly label: ReactNode
  readonly disabled?: boolean
  readonly onChoose: () => void
}

const elsewhere = ['pointerdown', 'focusin'] as const
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** A button that opens a list of things to do; arrows move in it, and Escape, Tab or a click elsewhere close it. */
export function MenuButton({
  items,
  head,
  ...button
}: { items: readonly MenuItem[]; head?: ReactNode } & Omit<ButtonProps, 'onClick' | 'ref'>) {
  const [isOpen, setOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    list.current?.querySelector<HTMLElement>('button:enabled')?.focus()
    const closeElsewhere = ({ target }: Event) => {
      if (!around.current?.contains(target as Node)) setOpen(false)
    }
    for (const name of elsewhere) document.addEventListener(name, closeElsewhere)
    return () => {
      for (const name of elsewhere) document.removeEventListener(name, closeElsewhere)
    }
  }, [isOpen])
  const close = () => {
    setOpen(false)
    // What comes after the choice finds its way back to the button.
    opener.current?.focus()
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    const step = steps[event.key]
    if (step === undefined || !list.current) return
    event.preventDefault()
    const choices = [...list.current.querySelectorAll<HTMLButtonElement>('button:enabled')]
    const at = choices.indexOf(document.activeElement as HTMLButtonElement)
    choices.at((at + step) % choices.length)?.focus()
  }
  return (
    <div ref={around} className="menu">
      <Button
        {...button}
        ref={opener}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <div className="menu-list">
          {head}
          <div ref={list} role="menu" tabIndex={-1} onKeyDown={move}>
            {items.map(({ key, icon, label, disabled = false, onChoose }) => (
              <button
                key={key}
                type="button"
                role="menuitem"
                disabled={disabled}
                onClick={() => {
                  close()
                  onChoose()
                }}
              >
                {icon} {label}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
