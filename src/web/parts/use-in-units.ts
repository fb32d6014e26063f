import { useTranslation } from 'react-i18next'
import type { unitWords } from '../../offerings/words.js'

/** What texts with a quantity and its unit are given, the unit in its form for so many. */
export function useInUnits() {
  const { t } = useTranslation()
  return (quantity: number, unit: keyof typeof unitWords) => ({
    quantity,
    unit: t(`unit.${unit}`, { count: quantity }),
  })
}
