import { Flex, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { monthNumber, monthOf } from '../../platform/months.js'

interface Props {
  readonly from: string
  readonly to: string
  readonly onChange: (part: { from?: string; to?: string }) => void
}

/** So many months back can be chosen; an address may name earlier ones. */
const offered = 36

/** The first and the last month of what is shown. Lists, for not every browser knows fields for months, or speaks the page's language. */
export function SpanFields({ from, to, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const now = new Date()
  const last = now.getFullYear() * 12 + now.getMonth()
  const numbers = [from, to].map(monthNumber)
  const first = Math.min(last - offered + 1, ...numbers)
  const newest = Math.max(last, ...numbers)
  const months = Array.from({ length: newest - first + 1 }, (_, back) => monthOf(newest - back))
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
    year: 'numeric',
    month: 'short',
  })
  const options = (isOffered: (month: string) => boolean) =>
    months
      .filter(isOffered)
      .map((value) => ({ value, label: format.format(new Date(`${value}-15T00:00:00`)) }))
  return (
    <Flex gap={4} align="center">
      <Select
        aria-label={t('insight.from')}
        value={from}
        options={options((month) => month <= to)}
        onChange={(month) => onChange({ from: month })}
        style={{ width: 142 }}
      />
      <span aria-hidden="true">—</span>
      <Select
        aria-label={t('insight.to')}
        value={to}
        options={options((month) => month >= from)}
        onChange={(month) => onChange({ to: month })}
        style={{ width: 142 }}
      />
    </Flex>
  )
}
