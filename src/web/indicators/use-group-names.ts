import { useTranslation } from 'react-i18next'
import { useRegions, useTerms } from '../api/reference.js'
import { useOrganizationNames } from '../api/use-organization-names.js'

export const groupings = ['month', 'street', 'category', 'organization'] as const
export type Grouping = (typeof groupings)[number]

/** What the groups of a table are called, whatever they are grouped by. */
export function useGroupNames(by: Grouping, keys: readonly string[]): (key: string) => string {
  const { t } = useTranslation()
  const regions = useRegions()
  const services = useTerms('services')
  const organizationOf = useOrganizationNames(by === 'organization' ? keys : [])
  return (key) => {
    if (key === '' || key === 'none') return t('insight.uncategorised')
    switch (by) {
      case 'month':
        return key
      case 'street':
        return regions.nameOf(key)
      case 'category':
        return services.nameOf(key)
      case 'organization':
        return organizationOf(key)
    }
  }
}
