import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type TreeNode, useRegions } from '../../api/reference.js'
import { useSession } from '../../api/session.js'

interface Props {
  readonly value: string | undefined
  readonly onChange: (region: string | undefined) => void
}

/** Streets and communities that the reader is responsible for; empty means all of them. */
export function RegionSelect({ value, onChange }: Props) {
  const { t } = useTranslation()
  const { nodes } = useRegions()
  const own = useSession()?.account.region
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('district.region')}
      placeholder={t('district.allRegions')}
      value={value ?? null}
      onChange={(region: string | null | undefined) => onChange(region ?? undefined)}
      style={{ width: 180 }}
      options={streetsOf(nodes, own).map(({ title, value: code, children }) => ({
        label: title,
        title,
        options: [
          { value: code, label: t('district.whole', { name: title }) },
          ...children.map((community) => ({ value: community.value, label: community.title })),
        ],
      }))}
    />
  )
}

function streetsOf(districts: readonly TreeNode[], own: string | undefined): TreeNode[] {
  const streets = districts.flatMap(({ children }) => children)
  const mine = streets.filter(({ value }) => value === own)
  return mine.length ? mine : streets
}
