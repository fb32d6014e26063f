import { CaretRightOutlined, PauseOutlined, StepForwardOutlined } from '@ant-design/icons'
import { Button, Flex } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly months: readonly string[]
  /** Undefined: the whole period at once. */
  readonly month: string | undefined
  readonly onChange: (month: string | undefined) => void
}

/** Milliseconds for which a month stands still. */
const pace = 1_200

/** Shows one month after the other; step by step where the reader wants nothing to move. */
export function MonthPlayer({ months, month, onChange }: Props) {
  const { t } = useTranslation()
  const [isPlaying, setPlaying] = useState(false)
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const at = month === undefined ? -1 : months.indexOf(month)
  const next = months[at + 1]
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      if (next === undefined) setPlaying(false)
      else onChange(next)
    }, pace)
    return () => clearTimeout(timer)
  }, [isPlaying, next, onChange])
  const press = () => {
    if (isStill || !isPlaying) onChange(next ?? months[0])
    if (!isStill) setPlaying(!isPlaying)
  }
  const icon = isStill ? (
    <StepForwardOutlined aria-hidden />
  ) : isPlaying ? (
    <PauseOutlined aria-hidden />
  ) : (
    <CaretRightOutlined aria-hidden />
  )
  return (
    <Flex gap={8} align="center" wrap>
      <Button icon={icon} onClick={press}>
        {t(isStill ? 'insight.step' : isPlaying ? 'insight.pause' : 'insight.play')}
      </Button>
      <input
        type="range"
        aria-label={t('insight.month')}
        aria-valuetext={month ?? t('insight.wholePeriod')}
        min={-1}
        max={months.length - 1}
        value={at}
        onChange={({ target }) => {
          setPlaying(false)
          onChange(months[Number(target.value)])
        }}
        style={{ flex: '1 1 120px', minWidth: 100 }}
      />
      <span style={{ minWidth: 84 }}>{month ?? t('insight.wholePeriod')}</span>
    </Flex>
  )
}
