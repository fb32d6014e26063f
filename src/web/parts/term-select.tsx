import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTerms } from '../api/reference.js'

interface Props {
  readonly tree: 'services' | 'groups'
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
}

/** A branch of a tree, or one of what lies in it. */
export function TermSelect({ tree, value, onChange }: Props) {
  const { t } = useTranslation()
  const { nodes } = useTerms(tree)
  const label = t(`insight.${tree}`)
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      onChange={(id: string | null | undefined) => onChange(id ?? undefined)}
      style={{ width: 150 }}
      popupMatchSelectWidth={220}
      options={nodes.map(({ title, value: id, children }) => ({
        label: title,
        title,
        options: [
          { value: id, label: t('district.whole', { name: title }) },
          ...children.map((child) => ({ value: child.value, label: child.title })),
        ],
      }))}
    />
  )
}
