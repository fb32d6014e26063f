import { Tag } from 'antd'
import type { ReactNode } from 'react'

/** Text on its ground, each pair with a contrast of at least 4.5; AntD's own are paler. */
const tones = {
  plain: { color: '#3f4a5a', background: '#eef1f4' },
  blue: { color: '#0b4f8a', background: '#e6f1fb' },
  green: { color: '#1b5e20', background: '#e8f5e9' },
  amber: { color: '#7a4a00', background: '#fff4dc' },
  red: { color: '#a3180f', background: '#fdecea' },
} as const

export type Tone = keyof typeof tones

/** A word on a coloured ground; the colour only repeats what the word says. */
export function ToneTag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <Tag icon={icon} variant="filled" style={{ ...tones[tone], whiteSpace: 'normal' }}>
      {children}
    </Tag>
  )
}
