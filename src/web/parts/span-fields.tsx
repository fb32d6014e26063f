import { Flex, Input } from 'antd'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly from: string
  readonly to: string
  readonly onChange: (part: { from?: string; to?: string }) => void
}

/** The first and the last month of what is shown. */
export function SpanFields({ from, to, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Flex gap={4} align="center" wrap>
      <Input
        type="month"
        aria-label={t('insight.from')}
        value={from}
        max={to}
        onChange={({ target }) => target.value && onChange({ from: target.value })}
        style={{ width: 172 }}
      />
      <span aria-hidden="true">—</span>
      <Input
        type="month"
        aria-label={t('insight.to')}
        value={to}
        min={from}
        onChange={({ target }) => target.value && onChange({ to: target.value })}
        style={{ width: 172 }}
      />
    </Flex>
  )
}
